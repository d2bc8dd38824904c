import { describe, expect, it } from 'vitest';
import { sourceMark } from '#content/fix.ts';
import { compile, fixed, smallCourse, type Files } from './helpers.ts';

const lesson = '---\ntitle: Bài một\n---\n\n<Try>\nGọi cho con.\n</Try>\n\n<Try id="co">\nA\n</Try>\n';
const quiz = [
	'---',
	'id: hoi',
	'title: Hỏi   # giữ nguyên',
	'kind: practice',
	'---',
	'',
	'##  Bấm giữ   mấy giây?  ',
	'- [x] Hai ',
	'- [ ] Ba {#a}',
	'',
	'## Bấm giữ mấy giây? {skill=5.1}',
	'- [x] Hai {#b}',
	'- [ ] Một lựa chọn rất dài',
	'  viết trên hai dòng',
	'',
].join('\r\n');
const source: Files = { ...smallCourse, 'demo/vi/01-mot.md': lesson, 'demo/vi/02-hoi.quiz.md': quiz };

describe('--fix', () => {
	it('writes ids, and keeps every other byte', async () => {
		const after = await fixed(source);
		expect(after['demo/vi/01-mot.md']).toBe(
			lesson.replace('---\n', '---\nid: mot\n').replace('<Try>', '<Try id="goi-cho-con">'),
		);
		expect(after['demo/vi/02-hoi.quiz.md']).toBe(
			quiz
				.replace('mấy giây?  ', 'mấy giây? {#bam-giu-may-giay}  ')
				.replace('Hai ', 'Hai {#a-2} ')
				.replace('{skill=5.1}', '{#bam-giu-may-giay-2 skill=5.1}')
				.replace('rất dài', 'rất dài {#b-2}'),
		);
		expect(after['demo/course.yaml']).toBe(source['demo/course.yaml']);
	});

	it('leaves nothing to fix, and a course that compiles', async () => {
		const again = await compile(await fixed(source));
		expect(again.errors).toEqual([]);
		expect(again.fixes).toEqual([]);
		expect(Object.keys(again.courses)).toEqual(['demo']);
	});

	it('says in each finding what it would write', async () => {
		const { errors } = await compile(source);
		expect(errors.map(({ code, fix }) => [code, fix])).toEqual([
			['lesson-no-id', 'id: mot'],
			['try-no-id', 'id="goi-cho-con"'],
			['question-no-id', '{#bam-giu-may-giay}'],
			['option-no-id', '{#a-2}'],
			['question-no-id', '{#bam-giu-may-giay-2}'],
			['option-no-id', '{#b-2}'],
		]);
	});

	it('takes the ids of a translation from its source', async () => {
		const translated = {
			...(await fixed(source)),
			'demo/km/01-mot.md': '---\ntitle: មួយ\n---\n\n<Try>\nក\n</Try>\n\n<Try id="co">\nខ\n</Try>\n',
			'demo/km/02-hoi.quiz.md':
				'---\nid: hoi\ntitle: សួរ\n---\n\n## ក?\n- [ ] ១\n- [ ] ២\n\n## ខ?\n- [ ] ១\n- [ ] ២\n',
		};
		const after = await fixed(translated);
		const mark = (path: string) =>
			`source: ${sourceMark(String(translated[path as keyof typeof translated]))}\n`;
		expect(after['demo/km/01-mot.md']).toBe(
			`---\nid: mot\ntitle: មួយ\n${mark('demo/vi/01-mot.md')}---\n\n<Try id="goi-cho-con">\nក\n</Try>\n\n<Try id="co">\nខ\n</Try>\n`,
		);
		expect(after['demo/km/02-hoi.quiz.md']).toBe(
			`---\nid: hoi\ntitle: សួរ\n${mark('demo/vi/02-hoi.quiz.md')}---\n\n## ក? {#bam-giu-may-giay}\n- [ ] ១ {#a-2}\n- [ ] ២ {#a}\n\n` +
				'## ខ? {#bam-giu-may-giay-2}\n- [ ] ១ {#b}\n- [ ] ២ {#b-2}\n',
		);
		const again = await compile(after);
		expect([...again.errors, ...again.warnings]).toEqual([]);
		expect(again.fixes).toEqual([]);
	});

	it('writes no id over one that is wrong', async () => {
		const files = { ...source, 'demo/vi/02-hoi.quiz.md': quiz.replace('{#a}', '{#Á}') };
		const { fixes } = await compile(files);
		expect(fixes.filter(({ insert }) => insert.includes('Á'))).toEqual([]);
		expect((await fixed(files))['demo/vi/02-hoi.quiz.md']).toContain('- [ ] Ba {#Á}\r\n');
	});
});

describe('the source mark', () => {
	const text = '---\nid: a\ntitle: A\n---\n\n## B {#b skill=4.1}\n- [x] c {#c}\n\n<Try id="d">\ne\n</Try>\n';
	it('does not change when ids are written, nor with line ends', () => {
		const bare = text
			.replace('id: a\n', '')
			.replace('{#b skill=4.1}', '{skill=4.1}')
			.replace(' {#c}', '')
			.replace(' id="d"', '');
		expect(sourceMark(bare)).toBe(sourceMark(text));
		expect(sourceMark(text.replaceAll('\n', '\r\n'))).toBe(sourceMark(text));
	});

	it.each([
		['title: A', 'title: Á'],
		['skill=4.1', 'skill=4.2'],
		['[x] c', '[ ] c'],
		['c {', 'd {'],
		['e\n', 'f\n'],
	])('changes with %s', (before, after) => {
		expect(sourceMark(text.replace(before, after))).not.toBe(sourceMark(text));
	});
});
