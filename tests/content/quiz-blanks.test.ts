/** Blanks in running text, from the author's file to what is stored. */
import { describe, expect, it } from 'vitest';
import { publishedIds } from '#content/compile.ts';
import { sourceMark } from '#content/fix.ts';
import { compile, findings, fixed, quiz, sketch, readQuestion } from './helpers.ts';

const file = 'demo/vi/02-hoi.quiz.md';
const khmerFile = 'demo/km/02-hoi.quiz.md';
const found = (body: string) => findings(quiz(`${body}\n`), file);

const typed = '[= Hà Nội | Thủ đô \\| Hà Nội]{#thu-do}';
const chosen = '[( ) sông {#song} | (x) **núi** {#nui}]{#dia-hinh}';
const body = `## Điền {#q .blanks}\n\nThủ đô là ${typed}, có **nhiều** ${chosen}.\n`;
const khmer = (words: string) => ({
	...quiz(body),
	'demo/km/01-mot.md': '---\nid: mot\ntitle: ក\n---\n\nក\n',
	[khmerFile]: `---\nid: hoi\ntitle: សួរ\nkind: practice\n---\n\n## ក {#q}\n\n${words}\n`,
});
const khmerChosen = '[( ) ទន្លេ {#song} | ( ) ភ្នំ {#nui}]{#dia-hinh}';

describe('blanks', () => {
	it.each(['.blanks', ''])('stand in the text, with %j', async (named) => {
		const { key, text } = await readQuestion(quiz(body.replace(' .blanks', named && ` ${named}`)));
		expect(key).toEqual({
			kind: 'blanks',
			blanks: {
				'thu-do': { accept: { vi: ['Hà Nội', 'Thủ đô | Hà Nội'] } },
				'dia-hinh': { right: 'nui' },
			},
		});
		expect(sketch(text.body)).toBe(
			'p("Thủ đô là ",Blank[id=thu-do]("(1) ____"),", có ",strong("nhiều")," ",Blank[id=dia-hinh]("(2) ____"),".")',
		);
		expect(text.blanks?.[0]).toEqual({ id: 'thu-do' });
		expect(text.blanks?.[1]?.options).toEqual(
			expect.arrayContaining([
				{ id: 'song', content: ['sông'] },
				{ id: 'nui', content: ['núi'] },
			]),
		);
	});

	it('stand in lists, tables and at the start of a line', async () => {
		const list =
			'- [= một]{#o-mot}\n- hai [= hai]{#o-hai}\n\n| a | b |\n|---|---|\n| [( ) x {#a} | (x) y {#b}]{#o-ba} | c |';
		const { text } = await readQuestion(quiz(`## Điền {#q .blanks}\n\n${list}\n`));
		expect(text.blanks?.map(({ id }) => id)).toEqual(['o-mot', 'o-hai', 'o-ba']);
		expect(sketch(text.body)).toContain('td(Blank[id=o-ba]');
	});

	it('tell nothing by the order of their choices, nor by their ids', async () => {
		const turned = body.replace(chosen, '[(x) **núi** {#nui} | ( ) sông {#song}]{#dia-hinh}');
		const other = body.replace('( ) sông', '(x) sông').replace('(x) **núi**', '( ) **núi**');
		const { text } = await readQuestion(quiz(body));
		expect((await readQuestion(quiz(turned))).text).toEqual(text);
		expect((await readQuestion(quiz(other))).text).toEqual(text);
		expect((await readQuestion(quiz(body.replace('Hà Nội |', 'Huế |')))).text).toEqual(text);
	});

	it('are text where they are not meant', async () => {
		const words = 'Gõ `[= a]`, \\[= b], [=SUM(A1:A3)] và [(x)](https://example.org).';
		const { key, text } = await readQuestion(quiz(`## Câu {#q}\n\n${words}\n\n= true\n`));
		expect(key.kind).toBe('truefalse');
		expect(sketch(text.body)).toContain('", [= b], [=SUM(A1:A3)] và ",a[href=https://example.org');
	});

	it.each([
		['none', '## A {#q .blanks}\n\nLời.', ['7:1 blanks-none']],
		['beside options', '## A {#q}\n\n[= a]{#o}\n\n- [x] b {#b}\n- [ ] c {#c}', ['7:1 answer-mixed']],
		['of another kind', '## A {#q .single}\n\n[= a]{#o}', ['7:1 kind-mismatch']],
		['unclosed', '## A {#q .blanks}\n\nLà [= a và [= b]{#o}', ['9:4 blank-unclosed']],
		['open to the end', '## A {#q .blanks}\n\n[= b]{#o}\n[= a', ['10:1 blank-unclosed']],
		['empty', '## A {#q .blanks}\n\nLà [= a | ]{#o}', ['9:4 blank-empty']],
		['no right choice', '## A {#q .blanks}\n\nLà [( ) a {#a} | ( ) b {#b}]{#o}', ['9:4 blank-ticks']],
		['two right choices', '## A {#q .blanks}\n\nLà [(x) a {#a} | (x) b {#b}]{#o}', ['9:4 blank-ticks']],
		['one choice', '## A {#q .blanks}\n\nLà [(x) a {#a}]{#o}', ['9:4 options-too-few']],
		['a choice without a box', '## A {#q .blanks}\n\nLà [(x) a {#a} | b {#b}]{#o}', ['9:18 blank-choice-no-box']],
		['an id twice', '## A {#q .blanks}\n\nLà [= a]{#o} [= b]{#o}', ['9:20 id-twice']],
		['a choice twice', '## A {#q .blanks}\n\nLà [(x) a {#a} | ( ) b {#a}]{#o}', ['9:25 id-twice']],
		['an id that tells', '## A {#q .blanks}\n\nLà [= Hà Nội]{#ha-noi}', ['9:15 blank-id-tells']],
		['a class', '## A {#q .blanks}\n\nLà [= a]{#o .dau}', ['9:13 attributes-syntax']],
	])('are told of where they are wrong: %s', async (_, words, wanted) => {
		expect(await found(words)).toEqual(wanted);
	}); // prettier-ignore

	it('get ids, and the same mark before and after', async () => {
		const bare = '## Điền {#q}\n\nThủ đô là [= Hà Nội], có [( ) sông | (x) núi].\n';
		const after = await fixed(quiz(bare));
		expect(String(after[file])).toContain(
			'Thủ đô là [= Hà Nội]{#o-trong}, có [( ) sông {#a} | (x) núi {#b}]{#o-trong-2}.',
		);
		expect((await compile(after)).errors).toEqual([]);
		expect(sourceMark(String(after[file]))).toBe(sourceMark(String(quiz(bare)[file])));
	});

	it('stand in another order in a translation, with its own words', async () => {
		const { key, text } = await readQuestion(khmer(`${khmerChosen} នៅ [= ហាណូយ]{#thu-do}។`), 'km');
		expect(key).toMatchObject({
			blanks: { 'thu-do': { accept: { vi: ['Hà Nội', 'Thủ đô | Hà Nội'], km: ['ហាណូយ'] } } },
		});
		expect(text.blanks?.map(({ id }) => id)).toEqual(['dia-hinh', 'thu-do']);
	});

	it.each([
		['a blank that is missing', '[= ហាណូយ]{#thu-do}', 'translation-no-option'],
		['one too many', `[= ហាណូយ]{#thu-do} ${khmerChosen} [= ក]{#them}`, 'translation-extra-option'],
		['another right choice', `[= ហាណូយ]{#thu-do} ${khmerChosen.replace('( )', '(x)')}`, 'translation-key'],
		['words for choices', '[= ហាណូយ]{#thu-do} [= ភ្នំ]{#dia-hinh}', 'translation-kind'],
		['options instead', '- [ ] ក {#a}\n- [ ] ខ {#b}', 'translation-kind'],
	])('are held against the source: %s', async (_, words, code) => {
		const { errors } = await compile(khmer(words));
		expect(errors.map((each) => each.code)).toContain(code);
	});

	it('keep a language that is held back, with its words', async () => {
		const all = khmer(`[= ហាណូយ]{#thu-do} ${khmerChosen}`);
		const { course } = await readQuestion(all);
		const published = { demo: publishedIds(course.manifest, course.parts) };
		const broken = { ...all, 'demo/km/01-mot.md': '---\nid: mot\ntitle: ក\n---\n\n<Tip>\n' };
		const { courses } = await compile(broken, { published });
		expect(courses.demo?.manifest.questions).toEqual(course.manifest.questions);
	});

	it('are missed once published, choices too', async () => {
		const { course } = await readQuestion(quiz(body));
		const published = { demo: publishedIds(course.manifest, course.parts) };
		const fewer = quiz(body.replace('( ) sông {#song}', '( ) hồ {#ho}').replace('#thu-do', '#noi'));
		const { errors } = await compile(fewer, { published });
		expect(errors.map(({ code, message }) => `${code} ${/q\/[a-z/-]+/.exec(message)?.[0]}`)).toEqual([
			'id-vanished q/thu-do',
			'id-vanished q/dia-hinh/song',
		]);
		const lines = 'formerly: { q/thu-do: q/noi }\nremoved: [q/dia-hinh/song]\n';
		const accounted = { ...fewer, 'demo/course.yaml': `${fewer['demo/course.yaml']}${lines}` };
		expect((await compile(accounted, { published })).errors).toEqual([]);
	});
});
