import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mp3 } from '../fixtures/sounds.ts';
import { startServer, type TestServer } from './harness.ts';

const course = '/api/courses/thu-nghiem';
const lesson = `${course}/lessons/mat-khau`;
const cues = 'WEBVTT\n\nNOTE text 0123456789ab\n\ntitle\n00:00:00.000 --> 00:00:01.000\nMật khẩu\n';

let server: TestServer;
let sound: Uint8Array;
let before: { version: string };

beforeAll(async () => {
	server = await startServer();
	before = (await server.anonymous.get(lesson)).body;
	sound = await mp3(2, 'machine-generated voice: espeak-ng 1.51, vi');
	await server.publish({
		'thu-nghiem/media/mat-khau.vi.mp3': sound,
		'thu-nghiem/media/mat-khau.vi.vtt': cues,
	});
});
afterAll(() => server.close());

describe('a recording', () => {
	it('is told of with its lesson: where it is, what it weighs, who reads, and that the text has changed', async () => {
		expect(before).toMatchObject({ recording: null, soundBytes: 0 });
		const { body } = await server.anonymous.get(lesson);
		expect(body.version).not.toBe(before.version);
		expect(body.soundBytes).toBe(sound.length + Buffer.byteLength(cues));
		expect(body.recording).toEqual({
			address: expect.stringMatching(/^\/api\/media\/[0-9a-f]{32}\/mat-khau\.vi\.mp3$/) as string,
			cues: expect.stringMatching(/^\/api\/media\/[0-9a-f]{32}\/mat-khau\.vi\.vtt$/) as string,
			bytes: sound.length,
			seconds: 2.088,
			machineMade: true,
			outdated: true,
		});
		// In its own language alone.
		expect((await server.anonymous.get(`${lesson}?locale=km`)).body.recording).toBeNull();
		expect((await server.anonymous.get(`${lesson}?version=${before.version}`)).body.recording).toBeNull();
	});

	it('comes whole and in part, as what it is, and for ever', async () => {
		const { recording } = (await server.anonymous.get(lesson)).body;
		const whole = await server.anonymous.get(recording.address);
		expect(whole.headers).toMatchObject({
			'content-type': 'audio/mpeg',
			'accept-ranges': 'bytes',
			'cache-control': 'public, max-age=31536000, immutable',
		});
		expect(whole.raw).toEqual(Buffer.from(sound));
		const part = await server.anonymous.get(recording.address, { range: 'bytes=100-199' });
		expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 100-199/${sound.length}`]);
		expect(part.raw).toEqual(Buffer.from(sound.slice(100, 200)));
		const times = await server.anonymous.get(recording.cues);
		expect(times.headers['content-type']).toMatch(/^text\/vtt/);
	});

	it('is no part of what a device fetches unless it asks for sound', async () => {
		const { body } = await server.anonymous.get(`${course}/files?locale=vi`);
		const { recording } = (await server.anonymous.get(lesson)).body;
		expect(body.sound).toEqual([
			{ address: recording.address, bytes: sound.length },
			{ address: recording.cues, bytes: Buffer.byteLength(cues) },
		]);
		expect(body.media.map(({ address }: { address: string }) => address)).not.toContain(recording.address);
		expect((await server.anonymous.get(`${course}/files?locale=km`)).body.sound).toEqual([]);
	});
});
