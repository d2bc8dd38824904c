/** The synthesiser: espeak-ng, where it is installed. It speaks Vietnamese and English, and no Khmer so far. */
import { spawn } from 'node:child_process';

/** Samples of one channel, -1 to 1. */
export interface Speech {
	samples: Float32Array;
	/** Samples a second. */
	rate: number;
}

export class NoSynthesiser extends Error {}

/** Version of the synthesiser, such as `1.51`. Throws `NoSynthesiser` where there is none. */
export async function synthesiserVersion(program: string): Promise<string> {
	const said = (await run(program, ['--version'])).toString();
	return /\d+(?:\.\d+)+/.exec(said)?.[0] ?? '';
}

/** Voices for a language, by the names that `--voice` takes; the first is the usual one. */
export async function voicesFor(program: string, locale: string): Promise<string[]> {
	const lines = (await run(program, [`--voices=${locale}`])).toString().split('\n').slice(1);
	const names = lines.flatMap((line) => line.trim().split(/\s+/)[1] ?? []).filter((name) => name !== '');
	return names.sort((a, b) => Number(b === locale) - Number(a === locale));
}

/** Speaks a text. `speed`: words a minute. */
export async function speak(
	program: string,
	text: string,
	{ voice, speed }: { voice: string; speed: number },
) {
	const args = ['-v', voice, '-s', String(speed), '-b', '1', '--stdin', '--stdout'];
	return readWav(await run(program, args, text));
}

function run(program: string, args: string[], input = ''): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
		const out: Buffer[] = [];
		const complaints: Buffer[] = [];
		child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
		child.stderr.on('data', (bytes: Buffer) => complaints.push(bytes));
		child.on('error', (error) =>
			reject('code' in error && error.code === 'ENOENT' ? new NoSynthesiser() : error),
		);
		child.on('close', (code) => {
			if (code === 0) resolve(Buffer.concat(out));
			else reject(new Error(`${program}: ${Buffer.concat(complaints).toString().trim() || `exit ${code}`}`));
		});
		child.stdin.on('error', () => undefined); // It has gone: `close` says why.
		child.stdin.end(input);
	});
}

/** 16 bits, one channel. What it says of its length is not to be trusted: it was written before that was known. */
export function readWav(wav: Buffer): Speech {
	if (wav.toString('latin1', 0, 4) !== 'RIFF') throw new Error('The synthesiser gave no WAV.');
	const start = wav.indexOf('data', 12, 'latin1') + 8;
	const count = Math.floor((wav.length - start) / 2);
	const samples = Float32Array.from({ length: count }, (_, n) => wav.readInt16LE(start + 2 * n) / 32768);
	return { samples, rate: wav.readUInt32LE(24) };
}

/** One after the other, each with a pause behind it; `ends`: seconds at which each has been read, without the pause. */
export function join(
	pieces: readonly Speech[],
	pause: number,
): { speech: Speech; starts: number[]; ends: number[] } {
	const rate = pieces[0]?.rate ?? 22050;
	const gap = Math.round(pause * rate);
	const samples = new Float32Array(pieces.reduce((sum, piece) => sum + piece.samples.length + gap, 0));
	const starts: number[] = [];
	const ends: number[] = [];
	let at = 0;
	for (const piece of pieces) {
		samples.set(piece.samples, at);
		starts.push(at / rate);
		ends.push((at + piece.samples.length) / rate);
		at += piece.samples.length + gap;
	}
	return { speech: { samples, rate }, starts, ends };
}
