/** A case that several questions are about: how it is written, what is told of it, and where it goes. */
import { describe, expect, it } from 'vitest';
import { readQuizAlone } from '#content/quiz-alone.ts';
import { sourceMark } from '#content/fix.ts';
import type { QuestionText } from '#schemas/question.ts';
import { compile, findings, fixed, quiz, sketch, svg, type Files } from './helpers.ts';

const file = 'demo/vi/02-hoi.quiz.md';
const question = (id: string, more = 'case=cho-que') => `## Câu ${id}? {#${id} ${more}}\n\n= true\n\n`;
const market = (body = 'Bác Ba bán **rau**.', head = 'Phiên chợ quê {#cho-que}') =>
	`:::case ${head}\n\n${body}\n\n:::\n\n`;
const tail = (found: string[]) => found.map((each) => each.replace(/^.* /, ''));

async function textsOf(files: Files, locale: 'vi' | 'km' = 'vi') {
	const { courses, errors } = await compile(files);
	expect(errors).toEqual([]);
	const { manifest, parts } = courses.demo ?? expect.fail();
	return Object.fromEntries(
		Object.entries(manifest.questions).map(([id, { locales }]) => [
			id,
			parts[locales[locale]?.text ?? ''] as QuestionText,
		]),
	);
}

describe('a case', () => {
	it('goes with each question that names it, and with no other', async () => {
		const texts = await textsOf(quiz(question('truoc', '') + market() + question('mot') + question('hai')));
		expect(texts.truoc!.case).toBeUndefined();
		for (const id of ['mot', 'hai']) {
			expect(texts[id]!.case).toMatchObject({ id: 'cho-que', title: 'Phiên chợ quê' });
			expect(sketch(texts[id]!.case!.content)).toBe('p("Bác Ba bán ",strong("rau"),".")');
		}
		expect(texts.truoc!.body).toEqual([]);
	});

	it('may hold boxes, code, a picture and braces, which end nothing', async () => {
		const body =
			':::tip Mẹo\nMột {50.000} đồng.\n:::\n\n```\n:::\n## không phải câu hỏi\n```\n\n![Cân](media/can.svg)';
		const files = { ...quiz(market(body) + question('mot')), 'demo/media/can.svg': svg };
		const { mot } = await textsOf(files);
		expect(mot!.case!.content.map((node) => (typeof node === 'string' ? node : node.name))).toEqual([
			'Tip',
			'pre',
			'Figure',
		]);
		const [, , picture] = mot!.case!.content;
		expect(typeof picture === 'object' && picture.attrs?.src).toMatch(/^\/api\/media\//);
	});

	it.each([
		['is not closed', ':::case Chợ {#cho-que}\n\nLời.\n\n' + question('mot'), 'case-unclosed'],
		['has no title', market('Lời.', '{#cho-que}') + question('mot'), 'case-no-title'],
		['is empty', market('') + question('mot'), 'case-empty'],
		['has no id', market('Lời.', 'Chợ') + question('mot', ''), 'case-no-id'],
		[
			'is asked about under another name',
			market() + question('mot') + question('hai', 'case=cho'),
			'case-unknown',
		],
		['is about nothing that is asked', market() + question('mot', ''), 'case-unused'],
		['stands twice', market() + market() + question('mot'), 'id-twice'],
		['has a name that is no id', market('Lời.', 'Chợ {#Cho}') + question('mot', ''), 'id-pattern'],
		[
			'is followed by words that nobody would see',
			market() + 'Lời rơi.\n\n' + question('mot'),
			'case-text-behind',
		],
	])('that %s is told of', async (_what, body, code) => {
		expect(tail(await findings(quiz(body), file))).toContain(code);
	});

	it('gets an id from its title by --fix, and nothing else changes', async () => {
		const body = market('Lời.', 'Phiên chợ') + question('mot', 'case=phien-cho');
		const after = await fixed(quiz(body));
		expect(after[file]).toContain(':::case Phiên chợ {#phien-cho}\n\nLời.');
		expect(await findings(after, file)).toEqual([]);
	});

	it('stands in a quiz that is read alone, and only its words count for the mark of a translation', () => {
		const raw = `---\nid: hoi\ntitle: Hỏi\nkind: quiz\n---\n\n${market()}${question('mot')}`;
		const { questions, errors } = readQuizAlone('q.quiz.md', new TextEncoder().encode(raw), {
			locale: 'vi',
			says: 'en',
		});
		expect(errors).toEqual([]);
		expect(questions[0]!.text.case?.title).toBe('Phiên chợ quê');
		expect(sourceMark(raw.replace(' case=cho-que', ''))).toBe(sourceMark(raw));
		expect(sourceMark(raw.replace('Bác Ba', 'Bác Tư'))).not.toBe(sourceMark(raw));
	});
});

describe('a case in a translation', () => {
	const source = quiz(market() + question('mot'));
	const translated = (body: string): Files => {
		const marked = sourceMark(String(source[file]));
		return {
			...source,
			'demo/km/01-mot.md': `---\nid: mot\ntitle: មួយ\nsource: ${sourceMark(String(source['demo/vi/01-mot.md']))}\n---\n\nសួស្តី\n`,
			'demo/km/02-hoi.quiz.md': `---\nid: hoi\ntitle: សួរ\nsource: ${marked}\n---\n\n${body}`,
		};
	};
	const km = 'demo/km/02-hoi.quiz.md';

	it('has its own words under the same id; its questions need not name it again', async () => {
		const files = translated(':::case ផ្សារ {#cho-que}\n\nលក់បន្លែ។\n\n:::\n\n## សំណួរ? {#mot}\n\n= true\n');
		expect((await textsOf(files, 'km')).mot!.case).toEqual({
			id: 'cho-que',
			title: 'ផ្សារ',
			content: [{ name: 'p', children: ['លក់បន្លែ។'] }],
		});
	});

	it.each([
		['is missing', '## សំណួរ? {#mot}\n\n= true\n', 'translation-case-missing'],
		['is another', ':::case ផ្សារ {#cho}\n\nលក់។\n\n:::\n\n## សំណួរ? {#mot}\n\n= true\n', 'case-unknown'],
		['has no id', ':::case ផ្សារ\n\nលក់។\n\n:::\n\n## សំណួរ? {#mot}\n\n= true\n', 'case-no-id'],
		[
			'is of another question',
			':::case ផ្សារ {#cho-que}\n\nលក់។\n\n:::\n\n## សំណួរ? {#mot case=khac}\n\n= true\n',
			'translation-differs',
		],
	])('that %s is told of', async (_what, body, code) => {
		expect(tail(await findings(translated(body), km))).toContain(code);
	});
});
