/** What a publication changes, and what it leaves. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drafting, publish } from '#server/courses/publish.ts';
import { startServer, type TestServer } from './harness.ts';

let server: TestServer;
let kept: string;
beforeAll(async () => {
	server = await startServer();
	kept = mkdtempSync(path.join(tmpdir(), 'cung-hoc-kept-'));
	cpSync(server.folder, kept, { recursive: true });
});
afterAll(async () => {
	await server.close();
	rmSync(kept, { recursive: true });
});

const list = async (url: string) =>
	(await server.anonymous.get(url)).body as Record<string, { id: string }[]>;
const everything = async () => ({
	...(await list('/api/courses')),
	...(await list('/api/frameworks')),
	...(await list('/api/tracks')),
});

describe('a folder that has been emptied', () => {
	it('takes nothing away, and is published anew when it is filled again', async () => {
		const before = await everything();
		rmSync(server.folder, { recursive: true });
		mkdirSync(server.folder);
		const emptied = await server.publish({});
		expect(emptied).toMatchObject({ published: {}, unchanged: [], left: ['thu-nghiem'] });
		expect(emptied?.errors.map(({ code }) => code)).toEqual(['no-courses']);
		expect(await everything()).toEqual(before);

		cpSync(kept, server.folder, { recursive: true });
		expect(await server.publish({})).toMatchObject({ unchanged: ['thu-nghiem'], left: [], errors: [] });
	});
});

describe('a translation with an error', () => {
	it('goes on being read as it was last published', async () => {
		const vi = 'thu-nghiem/vi/01-mat-khau.md';
		const km = 'thu-nghiem/km/01-mat-khau.md';
		const read = async (locale: string) =>
			(await server.anonymous.get(`/api/courses/thu-nghiem/lessons/mat-khau?locale=${locale}`))
				.body as Record<string, unknown>;
		const before = await read('km');
		expect(before.locale).toBe('km');
		const files = { [vi]: server.read(vi), [km]: server.read(km) };
		const result = await server.publish({
			[vi]: `${server.read(vi)}\n\nMột câu mới.\n`,
			[km]: `${server.read(km)}\n\n<Tip>\n`,
		});
		expect(result).toMatchObject({ withheld: [{ course: 'thu-nghiem', locale: 'km' }] });
		expect(JSON.stringify(await read('vi'))).toContain('Một câu mới.');
		const after = await read('km');
		expect([after.locale, after.title, after.nodes]).toEqual([before.locale, before.title, before.nodes]);
		await server.publish(files);
	});
});

describe('drafts', () => {
	const file = 'thu-nghiem/vi/09-nhap.md';
	const lesson = (id: string) => `---\nid: ${id}\ntitle: Bài nháp\n---\n\nXin chào.\n`;
	const isThere = async (id: string) =>
		(await server.anonymous.get(`/api/courses/thu-nghiem/lessons/${id}`)).status === 200;
	const publishAs = async (by: string) => {
		const options = { folder: server.folder, by, now: server.clock.now, onlyIfChanged: true };
		const result = await publish(server.db, options);
		await server.app.catalog.refresh();
		return result;
	};
	const draft = async (id: string) => {
		writeFileSync(path.join(server.folder, file), lesson(id));
		expect(await publishAs(drafting)).toMatchObject({ errors: [] });
		expect(await isThere(id)).toBe(true);
	};

	it('lock no ids: what only they had may be renamed, and go', async () => {
		await draft('nhap-mot');
		await draft('nhap-hai');
		expect(await isThere('nhap-mot')).toBe(false);
		expect(await server.publish({ [file]: null })).toMatchObject({ errors: [] });
		expect(await isThere('nhap-hai')).toBe(false);
	});

	it('count once they are published as they are', async () => {
		await draft('nhap-ba');
		expect(await publishAs('start')).toMatchObject({ published: { 'thu-nghiem': expect.any(String) } });
		expect(await publishAs('start')).toBeNull();
		const without = await server.publish({ [file]: null });
		expect(without?.errors.map(({ code }) => code)).toEqual(['id-vanished']);
		expect(await isThere('nhap-ba')).toBe(true);
	});

	it('do not unlock what was published before', async () => {
		await server.publish({ [file]: lesson('nhap-ba') });
		rmSync(path.join(server.folder, file));
		expect((await publishAs(drafting))?.errors.map(({ code }) => code)).toEqual(['id-vanished']);
	});
});
