import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { courseMedia } from '#server/db/tables/index.ts';
import { startServer, type TestServer } from './harness.ts';

const hash = 'ab'.repeat(16);
const address = `/api/media/${hash}/phim.mp4`;
const bytes = Uint8Array.from({ length: 1000 }, (_, n) => n % 251);

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
	await server.db.insert(courseMedia).values({ hash, type: 'video/mp4', bytes });
});
afterAll(() => server.close());

const get = (headers: Record<string, string>) => server.anonymous.get(address, headers);
const slice = (start: number, end: number) => Buffer.from(bytes.slice(start, end));

describe('media', () => {
	it('comes whole, and says that it can come in ranges', async () => {
		const { status, headers, raw } = await get({});
		expect(status).toBe(200);
		expect(headers).toMatchObject({
			'accept-ranges': 'bytes',
			etag: `"${hash}"`,
			'content-length': '1000',
			'content-type': 'video/mp4',
		});
		expect(raw).toEqual(Buffer.from(bytes));
	});

	it.each<[string, number, number]>([
		['bytes=0-1', 0, 2],
		['bytes=0-', 0, 1000],
		['bytes=990-5000', 990, 1000],
		['bytes=-10', 990, 1000],
		['bytes=-5000', 0, 1000],
		['bytes=999-999', 999, 1000],
	])('comes in part: %s', async (range, start, end) => {
		const { status, headers, raw } = await get({ range });
		expect(status).toBe(206);
		expect(headers).toMatchObject({
			'content-range': `bytes ${start}-${end - 1}/1000`,
			'content-length': String(end - start),
			'content-type': 'video/mp4',
			etag: `"${hash}"`,
		});
		expect(raw).toEqual(slice(start, end));
	});

	it.each(['bytes=1000-', 'bytes=5000-6000', 'bytes=-0'])('has nothing outside itself: %s', async (range) => {
		const { status, headers, body } = await get({ range });
		expect(status).toBe(416);
		expect(headers['content-range']).toBe('bytes */1000');
		expect(headers).not.toHaveProperty('cache-control');
		expect(body.type).toBe('urn:cung-hoc:problem:range-outside');
	});

	it.each(['bytes=5-2', 'bytes=-', 'bytes=0-1,5-6', 'lines=0-1', 'rác'])(
		'comes whole where the range is not understood: %s',
		async (range) => {
			const { status, raw } = await get({ range });
			expect([status, raw.length]).toEqual([200, 1000]);
		},
	);

	it('comes in part only while it is what the browser has begun with', async () => {
		const range = 'bytes=0-1';
		expect((await get({ range, 'if-range': `"${hash}"` })).status).toBe(206);
		expect((await get({ range, 'if-range': '"khac"' })).status).toBe(200);
	});

	it.each([`"${hash}"`, `W/"${hash}"`, `"khac", "${hash}"`, '*'])(
		'does not come again to who has it: %s',
		async (tag) => {
			const { status, headers, raw } = await get({ 'if-none-match': tag, range: 'bytes=0-1' });
			expect([status, raw.length, headers.etag]).toEqual([304, 0, `"${hash}"`]);
		},
	);

	it('comes to who has something else', async () => {
		expect((await get({ 'if-none-match': '"khac"' })).status).toBe(200);
	});

	it('tells its size without coming', async () => {
		const { status, headers, raw } = await server.anonymous.call('HEAD' as 'GET', address);
		expect([status, raw.length, headers['content-length']]).toEqual([200, 0, '1000']);
	});
});
