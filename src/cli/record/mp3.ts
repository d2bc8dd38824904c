/** MP3, since every phone plays it: speech in one channel, 16 kbit/s, about 120 KB a minute. */
import type { Speech } from './speak.ts';

const quality = { bitrate: 16, outputSampleRate: 16000 } as const;

export interface Tags {
	title: string;
	/** Three letters of ISO 639-2. */
	language: string;
	comment: string;
}

export async function encodeMp3({ samples, rate }: Speech, tags: Tags): Promise<Uint8Array> {
	const { createMp3Encoder } = await import('wasm-media-encoders');
	const encoder = await createMp3Encoder();
	encoder.configure({ sampleRate: rate, channels: 1, ...quality });
	const pieces = [id3(tags)];
	// What the encoder gives is its own memory: it is copied before the next call.
	for (let at = 0; at < samples.length; at += rate)
		pieces.push(encoder.encode([samples.subarray(at, at + rate)]).slice());
	pieces.push(encoder.finalize().slice());
	return new Uint8Array(Buffer.concat(pieces));
}

/** An ID3v2.4 tag in UTF-8. */
function id3({ title, language, comment }: Tags): Uint8Array {
	const utf8 = 3;
	const frames = Buffer.concat([
		frame('TIT2', Buffer.concat([Buffer.from([utf8]), Buffer.from(title)])),
		frame('TLAN', Buffer.concat([Buffer.from([utf8]), Buffer.from(language)])),
		frame('COMM', Buffer.concat([Buffer.from([utf8]), Buffer.from(`${language}\0${comment}`)])),
	]);
	return Buffer.concat([Buffer.from('ID3'), Buffer.from([4, 0, 0]), syncSafe(frames.length), frames]);
}

function frame(name: string, body: Buffer): Buffer {
	return Buffer.concat([Buffer.from(name), syncSafe(body.length), Buffer.from([0, 0]), body]);
}

/** Seven bits a byte, so that no length looks like the beginning of a frame of sound. */
function syncSafe(length: number): Buffer {
	return Buffer.from([21, 14, 7, 0].map((bits) => (length >> bits) & 0x7f));
}
