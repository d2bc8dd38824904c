/** Nothing is issued that cannot be printed, and every machine prints the same. */
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unprintable } from '#server/certificates/fonts.ts';
import { completeCourse, course } from './learning.ts';
import { startServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

describe('a name', () => {
	it.each([
		'Nguyễn Thị Hoa',
		'Trần Đình Đậu',
		'O’Neill-Müller, Jr.',
		'ចាន់ សុខា',
		'ស\u17d2\u178fី \u200bក\u200dខ',
		'Thạch Sa Rây (គឹម)',
		'H’Hen Niê',
	])('%j can be printed', async (name) => {
		await expect(unprintable(name)).resolves.toEqual([]);
	});

	it.each([
		['李小龙 Hoa', ['李', '小', '龙']],
		['สมชาย', ['ส', 'ม', 'ช', 'า', 'ย']],
		['Hoa 🌸', ['🌸']],
		['Hoa\ue000', ['\ue000']],
		['Привет', ['П', 'р', 'и', 'в', 'е', 'т']],
	])('%j cannot', async (name, signs) => {
		await expect(unprintable(name)).resolves.toEqual(signs);
	});

	it('with marks heaped on one another cannot', async () => {
		await expect(unprintable('Ho\u0301\u0301\u0301\u0301a')).resolves.not.toEqual([]);
	});
});

describe('a certificate', () => {
	it('is not issued to a name that cannot be printed, and is once the name is written otherwise', async () => {
		const who = await server.account({ name: 'สมชาย' });
		await completeCourse(who);
		await server.vouch(who);
		const refused = await who.post('/api/certificates', { course });
		expect([refused.status, refused.body.type]).toEqual([400, 'urn:cung-hoc:problem:name-unprintable']);
		expect(refused.body.errors).toEqual([{ path: '/displayName', message: expect.stringContaining('ส') }]);
		expect((await who.get('/api/certificates')).body.certificates).toEqual([]);
		await who.patch('/api/me', { displayName: 'Somchai' });
		expect((await who.post('/api/certificates', { course })).status).toBe(201);
	});

	it.each(['\u3164\u3164', '\u0000\u0007', '\u200b', '123', '\u0301', '—'])(
		'has no name such as %j: it is refused wherever names are given',
		async (displayName) => {
			const account = { username: 'ten-rong', password: 'chim-se-bay-cay', displayName, locale: 'vi' };
			expect((await server.client().post('/api/accounts', account)).status).toBe(400);
			const who = await server.account();
			expect((await who.patch('/api/me', { displayName })).status).toBe(400);
			const helper = await server.account({ role: 'facilitator' });
			expect((await helper.post('/api/care', { displayName, locale: 'vi' })).status).toBe(400);
		},
	);

	it('is corrected to no name that cannot be printed; its paper is set in our own fonts alone', async () => {
		const who = await server.account();
		await completeCourse(who);
		await server.vouch(who);
		const { serial } = (await who.post('/api/certificates', { course })).body;
		const path = `/api/certificates/${serial}`;
		const refused = await who.post(`${path}/correction`, { displayName: 'Nguyễn 李' });
		expect([refused.status, refused.body.type]).toEqual([400, 'urn:cung-hoc:problem:name-unprintable']);
		const papers = await Promise.all([1, 2].map(async () => (await who.get(`${path}.pdf`)).raw));
		expect(papers[0]!.equals(papers[1]!)).toBe(true);
		expect(fontsOf(papers[0]!).filter((font) => !/BeVietnamPro|Battambang/.test(font))).toEqual([]);
	});
});

/** Names of the fonts in a PDF, of its compressed parts too. */
function fontsOf(pdf: Buffer): string[] {
	const text = pdf.toString('latin1');
	const parts = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: mark }) => {
		const start = index + mark.length;
		try {
			return inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString('latin1');
		} catch {
			return '';
		}
	});
	const names = [text, ...parts].join('\n').match(/\/(?:BaseFont|FontName) ?\/[^\s/]+/g) ?? [];
	expect(names.length).toBeGreaterThan(0);
	return names;
}
