/** Regions of a picture, from the author's file to what is stored. */
import { describe, expect, it } from 'vitest';
import { sourceMark } from '#content/fix.ts';
import { readQuizAlone } from '#content/quiz-alone.ts';
import { compile, findings, fixed, quiz, readQuestion } from './helpers.ts';

const file = 'demo/vi/02-hoi.quiz.md';
const picture = '![Màn hình khi đang gọi](media/goi.svg)';
const svg =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="9" height="9"/></svg>';
const files = (body: string) => ({ ...quiz(`${body}\n`), 'demo/media/goi.svg': svg });
const found = (body: string) => findings(files(body), file);

const asked = [
	'## Chạm vào đâu? {#q}',
	'',
	'Con gái gọi tới.',
	'',
	picture,
	'',
	'- [x] Nút **xanh** {#nut-xanh .round at=10,60,20,30}',
	'  > Đúng rồi.',
	'- [ ] Nút đỏ {#nut-do at=60,60,20.5,30}',
].join('\n');
const regions = {
	'nut-xanh': { left: 10, top: 60, width: 20, height: 30, round: true },
	'nut-do': { left: 60, top: 60, width: 20.5, height: 30 },
};
const regionsIn = ({ options = [] }: { options?: { id: string; region?: unknown }[] | undefined }) =>
	Object.fromEntries(options.map(({ id, region }) => [id, region]));
const withOptions = (...lines: string[]) => `## A {#q .hotspot}\n${picture}\n\n${lines.join('\n')}`;

describe('a hotspot', () => {
	it('is a picture and options that say where they are, with or without its class', async () => {
		for (const body of [asked, asked.replace('{#q}', '{#q .hotspot}')]) {
			const { key, text } = await readQuestion(files(body));
			expect(key).toEqual({ kind: 'hotspot', right: ['nut-xanh'] });
			expect(regionsIn(text)).toEqual(regions);
			expect(text.body).toMatchObject([
				{ name: 'p', children: ['Con gái gọi tới.'] },
				{ name: 'Figure', attrs: { alt: 'Màn hình khi đang gọi', width: '200', height: '100' } },
			]);
		}
	});

	it('may have several regions that are right', async () => {
		const { key } = await readQuestion(files(asked.replace('- [ ]', '- [x]')));
		expect(key).toEqual({ kind: 'hotspot', right: ['nut-xanh', 'nut-do'] });
	});

	it('tells nothing by the order of its options', async () => {
		const [head, xanh, said, red] = [asked.slice(0, asked.indexOf('- [x]')), ...asked.split('\n').slice(-3)];
		const setting = 'kind: practice\nshuffle: false';
		const before = await readQuestion({
			...files(''),
			...quiz(`${head}${xanh}\n${said}\n${red}\n`, setting),
		});
		const after = await readQuestion({ ...files(''), ...quiz(`${head}${red}\n${xanh}\n${said}\n`, setting) });
		expect(after.text).toEqual(before.text);
	});

	it.each([
		['no picture', '## A {#q .hotspot}\n- [x] a {#la at=1,1,9,9}\n- [ ] b {#lo at=20,1,9,9}', ['7:1 hotspot-no-picture', 'demo/media/goi.svg:1:1 media-unused']],
		['two pictures', `## A {#q .hotspot}\n${picture}\n\n${picture}\n\n- [x] a {#la at=1,1,9,9}\n- [ ] b {#lo at=20,1,9,9}`, ['7:1 hotspot-pictures']],
		['no words for the picture', '## A {#q .hotspot}\n![](media/goi.svg)\n\n- [x] a {#la at=1,1,9,9}\n- [ ] b {#lo at=20,1,9,9}', ['8:1 figure-no-alt']],
		['no place', withOptions('- [x] a {#la at=1,1,9,9}', '- [ ] b {#lo}'), ['11:1 region-missing']],
		['no key', withOptions('- [ ] a {#la at=1,1,9,9}', '- [ ] b {#lo at=20,1,9,9}'), ['7:1 no-right-answer']],
		['one region', withOptions('- [x] a {#la at=1,1,9,9}'), ['7:1 options-too-few']],
		['three numbers', withOptions('- [x] a {#la at=1,1,9}', '- [ ] b {#lo at=20,1,9,9}'), ['10:14 region-unreadable']],
		['words', withOptions('- [x] a {#la at=trên,1,9,9}', '- [ ] b {#lo at=20,1,9,9}'), ['10:14 region-unreadable']],
		['no width', withOptions('- [x] a {#la at=1,1,0,9}', '- [ ] b {#lo at=20,1,9,9}'), ['10:14 region-unreadable']],
		['out of the picture', withOptions('- [x] a {#la at=95,1,9,9}', '- [ ] b {#lo at=20,95,9,9}'), ['10:14 region-outside', '11:14 region-outside']],
		['one over another', withOptions('- [x] a {#la at=10,10,20,20}', '- [ ] b {#lo at=29.9,29.9,9,9}'), ['11:1 regions-overlap']],
		['an id that says right', withOptions('- [x] a {#dung at=1,1,9,9}', '- [ ] b {#lo at=20,1,9,9}'), ['10:10 id-tells-key']],
		['an id that says wrong', withOptions('- [x] a {#la at=1,1,9,9}', '- [ ] b {#sai-2 at=20,1,9,9}'), ['11:10 id-tells-key']],
		['a place of another kind', '## A {#q .single}\n- [x] a {#a at=1,1,9,9}\n- [ ] b {#b .round}', ['8:13 region-unused', '9:13 region-unused']],
	])('is told of where it is wrong: %s', async (_, body, wanted) => {
		expect(await found(body)).toEqual(wanted);
	}); // prettier-ignore

	it('needs a picture whose size is known', async () => {
		const endless = { ...files(asked), 'demo/media/goi.svg': svg.replace(' viewBox="0 0 200 100"', '') };
		expect(await findings(endless, file)).toEqual(['11:26 hotspot-no-size']);
	});

	it('may have regions side by side, and up to the edges', async () => {
		expect(await found(withOptions('- [x] a {#la at=0,0,50,100}', '- [ ] b {#lo at=50,0,50,100}'))).toEqual(
			[],
		);
	});

	it('gets ids by the words of its regions', async () => {
		const bare = asked.replace('#nut-xanh ', '').replace('#nut-do ', '');
		const after = await fixed(files(bare));
		expect(String(after[file])).toContain('{#nut-xanh .round at=10,60,20,30}');
		expect(String(after[file])).toContain('{#nut-do at=60,60,20.5,30}');
		expect((await compile(after)).errors).toEqual([]);
		expect(sourceMark(asked)).toBe(sourceMark(bare));
	});

	it('leaves a translation as it is where a region is moved', () => {
		const moved = asked.replace('at=10,60', 'at=12.5,58').replace('{#nut-do at=60,60,20.5,30}', '{#nut-do}');
		expect(sourceMark(moved)).toBe(sourceMark(asked));
		expect(sourceMark(asked.replace('Nút đỏ', 'Nút cam'))).not.toBe(sourceMark(asked));
	});

	it('is read alone, without its picture', () => {
		const bytes = new TextEncoder().encode(`---\nid: thu\ntitle: Thử\nkind: practice\n---\n\n${asked}\n`);
		const { questions, errors } = readQuizAlone('q', bytes, { locale: 'vi', says: 'vi' });
		expect(errors).toEqual([]);
		expect(questions[0]?.asked).toMatchObject({
			kind: 'hotspot',
			options: expect.arrayContaining(['nut-do']),
		});
	});

	describe('in a translation', () => {
		const translation = 'demo/km/02-hoi.quiz.md';
		const khmer = (first = '', second = '', shown = `${picture}\n\n`) => ({
			...files(asked),
			[translation]: `---\nid: hoi\ntitle: សួរ\nkind: practice\n---\n\n## ចុចកន្លែងណា? {#q .hotspot}\n\n${shown}- [ ] បៃតង${first}\n- [ ] ក្រហម${second}\n`,
		});

		it('has its ids and places from the source', async () => {
			const { text } = await readQuestion(await fixed(khmer()), 'km');
			expect(regionsIn(text)).toEqual(regions);
		});

		it('has places of its own where its picture is another', async () => {
			const own = khmer(' {#nut-xanh at=1,1,5,5}', ' {#nut-do}');
			const { text } = await readQuestion(await fixed(own), 'km');
			expect(regionsIn(text)).toEqual({ ...regions, 'nut-xanh': { left: 1, top: 1, width: 5, height: 5 } });
		});

		it.each([
			['no picture', khmer(' {#nut-xanh}', ' {#nut-do}', ''), 'hotspot-no-picture'],
			['a place over one of the source', khmer(' {#nut-xanh at=65,65,9,9}', ' {#nut-do}'), 'regions-overlap'],
			['a place that cannot be read', khmer(' {#nut-xanh at=65}', ' {#nut-do}'), 'region-unreadable'],
		])('is told of %s', async (_, all, code) => {
			expect((await compile(all)).errors.map((error) => error.code)).toEqual([code]);
		});
	});
});
