import { describe, expect, it } from 'vitest';
import { compile, findings, quiz } from './helpers.ts';

const file = 'demo/vi/02-hoi.quiz.md';
/** The body starts at line 7. */
const found = (body: string, head?: string) => findings(quiz(body, head), file);
const single = '- [x] a {#a}\n- [ ] b {#b}\n';

describe('questions', () => {
	it.each<[string, string, string[]]>([
		['none', 'Chỉ có lời dẫn.', ['6:1 quiz-empty']],
		['no words', `## {#q}\n${single}`, ['7:1 question-no-title']],
		['no id', `a\n\n## A\n${single}`, ['9:1 question-no-id']],
		['a wrong id', `## A {#Câu_1}\n${single}`, ['7:7 id-pattern']],
		['the same id twice', `## A {#q}\n${single}\n## B {#q}\n${single}`, ['11:7 id-twice']],
		['braces not closed', `## A {#q\n${single}`, ['7:6 attributes-unclosed']],
		['two ids', `## A {#q #r}\n${single}`, ['7:10 attributes-syntax']],
		['a loose word', `## A {#q skill}\n${single}`, ['7:10 attributes-syntax']],
		['an unknown key', `## A {#q point=1}\n${single}`, ['7:10 unknown-field']],
		['points that are none', `## A {#q points=0}\n${single}`, ['7:10 points-unreadable']],
		['points in words', `## A {#q points=hai}\n${single}`, ['7:10 points-unreadable']],
		['a skill that is none', `## A {#q skill=an-toan}\n${single}`, ['7:10 skill-unreadable']],
		['an unknown kind', `## A {#q .multipel}\n${single}`, ['7:10 kind-unknown']],
		['the wrong kind', `## A {#q .number}\n${single}`, ['7:1 kind-mismatch']],
		['no answer', '## A {#q}\nLời.', ['7:1 no-answer']],
		['a plain list', '## A {#q}\n- a\n- b', ['7:1 no-answer']],
		['a heading too high', `# B\n\n## A {#q}\n${single}`, ['7:1 heading-level']],
		['a check in a question', `## A {#q}\n<Check question="q" />\n\n${single}`, ['8:1 component-misplaced']],
	])('%s', async (_, body, expected) => {
		expect(await found(`${body}\n`)).toEqual(expected);
	});
});

describe('things to put in order', () => {
	it.each<[string, string, string[]]>([
		['in order', '## A {#q .order}\n1. Một {#mot}\n2. Hai {#hai}', []],
		['without ids', '## A {#q .order}\n1. Một\n2. Hai', ['8:1 option-no-id', '9:1 option-no-id']],
		['one thing', '## A {#q .order}\n1. Một {#mot}', ['7:1 order-too-few']],
		['nothing', '## A {#q .order}\nLời.', ['7:1 order-too-few']],
		['the same twice', '## A {#q .order}\n1. Một {#mot}\n2. Một {#hai}', ['9:1 option-duplicate']],
		['letters as ids', '## A {#q .order}\n1. Một {#a}\n2. Hai {#b}', ['8:9 ids-tell-order']],
		['numbers as ids', '## A {#q .order}\n1. Một {#y-2}\n2. Hai {#y-1}', ['8:9 ids-tell-order']],
		['feedback', '## A {#q .order}\n1. Một {#mot}\n   > Lời.\n2. Hai {#hai}', ['8:1 feedback-unused']],
		['ticks', `## A {#q .order}\n${single}`, ['7:1 kind-mismatch']],
		['ticks beside it', `## A {#q .order}\n1. Một {#mot}\n${single}`, ['7:1 answer-mixed']],
		['numbers in a text', `## A {#q}\n\n1. Một\n2. Hai\n\n${single}`, []],
	])('%s', async (_, body, expected) => {
		expect(await found(`${body}\n`)).toEqual(expected);
	});
});

describe('things to match', () => {
	const pairs = '- A {#a} => Một {#mot}\n- B {#b} => Hai {#hai}\n';
	it.each<[string, string, string[]]>([
		['pairs and a decoy', `${pairs}- => Ba {#ba}`, []],
		['one right-hand side for two', `${pairs}- C {#c} => Hai {#hai}`, []],
		['without ids', '- A => Một\n- B {#b} => Hai {#hai}', ['8:1 option-no-id', '8:8 option-no-id']],
		['one pair', '- A {#a} => Một {#mot}\n- => Hai {#hai}', ['7:1 match-too-few']],
		['nothing', 'Lời.', ['7:1 match-too-few']],
		['a line that is no pair', `${pairs}- C`, ['10:1 pair-unreadable']],
		['nothing to choose', '- A {#a} => Một {#mot}\n- B {#b} => Một {#mot}', ['8:13 match-one-target']],
		['the same words under two ids', `${pairs}- C {#c} => Một {#ba}`, ['10:13 match-same-words']],
		['a decoy that is right', `${pairs}- => Một {#mot}`, ['10:6 match-same-words']],
		['one id for two things', `${pairs}- => Ba {#hai}`, ['10:10 id-twice']],
		['one id on both sides', '- A {#a} => Một {#a}\n- B {#b} => Hai {#hai}', ['8:18 id-twice']],
		['letters as ids', '- A {#a} => Một {#x}\n- B {#b} => Hai {#y}', ['8:18 ids-tell-order']],
		['no words', `${pairs}- C {#c} =>`, ['10:12 option-empty', '10:12 option-no-id']],
		['feedback', `${pairs}  > Lời.`, ['9:13 feedback-unused']],
		['a list in a text of another kind', `= 1\n`, ['7:1 kind-mismatch']],
	])('%s', async (_, body, expected) => {
		expect(await found(`## A {#q .match}\n${body}\n`)).toEqual(expected);
	});
});

describe('options', () => {
	const lines = (count: number, line: (name: string) => string) =>
		Array.from({ length: count }, (_, index) => line(`m${(index * 37) % 101}x`)).join('\n');
	const ticked = (count: number) =>
		`- [x] đúng {#dung}\n${lines(count - 1, (name) => `- [ ] ${name} {#${name}}`)}`;
	const paired = (count: number) => lines(count, (name) => `- L${name} {#l${name}} => ${name} {#${name}}`);
	const decoys = (count: number) => lines(count, (name) => `- => D${name} {#d${name}}`);
	const numbered = (count: number) => lines(count, (name) => `1. ${name} {#${name}}`);
	it.each<[string, string, string[]]>([
		['no right one', '## A {#q}\n- [ ] a {#a}\n- [ ] b {#b}', ['7:1 no-right-answer']],
		['only one', '## A {#q}\n- [x] a {#a}', ['7:1 options-too-few']],
		['several right in .single', '## A {#q .single}\n- [x] a {#a}\n- [x] b {#b}', ['7:1 single-several']],
		['a tick that is none', '## A {#q}\n- [v] a {#a}\n- [x] b {#b}', ['8:1 tick-unreadable']],
		['no id', '## A {#q}\n- [ ] a\n- [x] b {#b}', ['8:1 option-no-id']],
		['a wrong id', '## A {#q}\n- [ ] a {#A}\n- [x] b {#b}', ['8:10 id-pattern']],
		['an id twice', '## A {#q}\n- [ ] a {#a}\n- [x] b {#a}', ['9:10 id-twice']],
		['no words', '## A {#q}\n- [ ] {#a}\n- [x] b {#b}', ['8:1 option-empty']],
		['the same words', '## A {#q}\n- [ ] B {#a}\n- [x] b {#b}', ['9:1 option-duplicate']],
		['as many as an answer may name', `## A {#q}\n${ticked(50)}`, []],
		['more than that', `## A {#q}\n${ticked(52)}`, ['58:1 options-too-many']],
		['more pairs than that', `## A {#q .match}\n${paired(52)}`, ['58:1 options-too-many']],
		['more decoys than that', `## A {#q .match}\n${paired(2)}\n${decoys(49)}`, ['58:6 options-too-many']],
		['more to put in order', `## A {#q .order}\n${numbered(51)}`, ['58:1 options-too-many']],
		['a key of its own', '## A {#q}\n- [ ] a {#a points=1}\n- [x] b {#b}', ['8:13 attributes-syntax']],
		['mixed with an answer', `## A {#q}\n${single}\n= 35`, ['7:1 answer-mixed']],
	])('%s', async (_, body, expected) => {
		expect(await found(`${body}\n`)).toEqual(expected);
	});
});

describe('written answers', () => {
	it.each<[string, string, string[]]>([
		['two lines', '= 35\n= 36', ['9:1 answer-twice']],
		['no number', '= 35 ± nửa', ['8:1 number-unreadable']],
		['half a range', '= 3..', ['8:1 number-unreadable']],
		['too many marks', '= 3,5,5', ['8:1 number-unreadable']],
		['a range upside down', '= 5..3', ['8:1 number-range']],
		['a tolerance below nothing', '= 5 ± -1', ['8:1 number-range']],
		['nothing', '=', ['8:1 text-empty']],
		['nothing between bars', '= Hà Nội | | Hanoi', ['8:1 text-empty']],
		['a word for true', '= Đúng', ['8:1 truefalse-word']],
	])('%s', async (_, answer, expected) => {
		expect(await found(`## A {#q}\n${answer}\n`)).toEqual(expected);
	});
});

describe('the head', () => {
	it.each<[string, string, string[]]>([
		['no kind', 'pass: 70%', ['2:1 missing-field']],
		['an unknown kind', 'kind: exams', ['4:7 unknown-value']],
		['a share beyond', 'kind: exam\npass: 170%', ['5:7 pass-range']],
		['a share without its sign', 'kind: exam\npass: 70', ['5:7 pass-range']],
		['more drawn than there are', 'kind: exam\ndraw: 2', ['5:7 draw-too-many']],
		['no attempts', 'kind: exam\nattempts: 0', ['5:11 wrong-value']],
		['a half minute', 'kind: exam\nminutes: 0.5', ['5:10 wrong-value']],
		['shuffle in words', 'kind: exam\nshuffle: không', ['5:10 wrong-value']],
		['an unknown review', 'kind: exam\nreview: all', ['5:9 unknown-value']],
		['an unknown field', 'kind: exam\ntries: 3', ['5:1 unknown-field']],
	])('%s', async (_, head, expected) => {
		expect(await found(`## A {#q teaches=mot}\n${single}`, head)).toEqual(expected);
	});
});

describe('where a question is taught', () => {
	const exam = 'kind: exam';
	it.each<[string, string, string, string[]]>([
		['a counted question that says nothing', `## A {#q}\n${single}`, exam, ['7:1 teaches-nowhere']],
		['practice may say nothing', `## A {#q}\n${single}`, 'kind: practice', []],
		['a lesson', `## A {#q teaches=mot}\n${single}`, exam, []],
		['a lesson that there is not', `## A {#q teaches=mott}\n${single}`, exam, ['7:10 teaches-no-lesson']],
		['a heading that it lacks', `## A {#q teaches=mot#x}\n${single}`, exam, ['7:10 teaches-no-heading']],
		['two of which one is none', `## A {#q teaches=mot,hai}\n${single}`, exam, ['7:10 teaches-no-lesson']],
		['no id at all', `## A {#q teaches=Bài_1}\n${single}`, exam, ['7:10 teaches-unreadable']],
		['a skill that no lesson trains', `## A {#q skill=5.1}\n${single}`, exam, ['7:1 teaches-nowhere']],
	])('%s', async (_, body, head, expected) => {
		expect(await found(body, head)).toEqual(expected);
	});
});

it.each<[string, string[]]>([
	['attempts: 2\nretry_after: 24h', []],
	['attempts: 2\nretry_after: 2d', []],
	['attempts: 2\nretry_after: none', []],
	['attempts: 2\nretry_after: 90m', ['6:14 retry-after-unreadable']],
	['attempts: 2\nretry_after: mai', ['6:14 retry-after-unreadable']],
	['attempts: 2\nretry_after: 400d', ['6:14 retry-after-unreadable']],
	['retry_after: 24h', ['5:14 retry-after-unused']],
	['hints: có', ['5:8 wrong-value']],
	['wait: 2h', ['5:7 policy-unused']],
])('%s', async (head, expected) => {
	expect(await found(`## A {#q}\n${single}`, `kind: practice\n${head}`)).toEqual(expected);
});

it.each<[string, string[]]>([
	['pass: { total: 70%, each: 50% }', []],
	['pass: { each: 150% }', ['5:15 pass-range']],
	['pass: { skill: 50% }', ['5:9 unknown-field']],
	['wait: 30m', []],
	['wait: lâu', ['5:7 wait-unreadable']],
	['opens: 2026-12-01 08:00\ncloses: 2026-12-01', []],
	['opens: 2026-12-01 24:30', ['5:8 moment-unreadable']],
	['closes: 2026-02-30', ['5:9 moment-unreadable']],
	['opens: 2026-12-02\ncloses: 2026-12-01', ['6:9 closes-before-opens']],
	['access: code\norder: sequential', []],
	['access: key', ['5:9 unknown-value']],
	['show: { score: never, key: after-passing }', []],
	['show: { verdicts: after-closing }', ['5:19 show-needs-closes']],
	['show: { verdict: never }', ['5:9 unknown-field']],
	['show: { key: at-once }', ['5:14 unknown-value']],
])('of an exam: %s', async (head, expected) => {
	const all = await found(`## A {#q}\n${single}`, `kind: exam\n${head}`);
	expect(all.filter((one) => !one.endsWith('teaches-nowhere'))).toEqual(expected);
});

describe('questions in lessons', () => {
	const check = (id: string) => ({
		'demo/vi/01-mot.md': `---\nid: mot\ntitle: Một\n---\n\n<Check question="${id}" />\n`,
	});
	const body = `## A {#cau-mot}\n${single}`;

	it('must exist', async () => {
		expect(await findings({ ...quiz(body), ...check('cau-mor') })).toEqual([
			'demo/vi/01-mot.md:6:18 check-unknown',
		]);
	});

	it('must not be counted', async () => {
		expect(await findings({ ...quiz(body, 'kind: exam'), ...check('cau-mot') })).toEqual([
			'demo/vi/01-mot.md:6:18 check-counted',
		]);
	});

	it('stand once in a lesson', async () => {
		const lesson =
			'---\nid: mot\ntitle: Một\n---\n<Check question="cau-mot" />\n<Check question="cau-mot" />\n';
		expect(await findings({ ...quiz(body), 'demo/vi/01-mot.md': lesson })).toEqual([
			'demo/vi/01-mot.md:6:18 check-twice',
		]);
	});
});

describe('keys', () => {
	/** The key of the only question. */
	async function keyOf(answer: string, heading = '{#q}'): Promise<unknown> {
		const { courses, errors } = await compile(quiz(`## A ${heading}\n${answer}\n`));
		expect(errors).toEqual([]);
		return courses.demo?.parts[courses.demo.manifest.questions.q?.key ?? ''];
	}

	it.each<[string, string, unknown]>([
		['one tick', single, { kind: 'single', right: 'a' }],
		['several ticks', '- [x] a {#a}\n- [X] b {#b}\n- [ ] c {#c}', { kind: 'multiple', right: ['a', 'b'] }],
		['true', '= true', { kind: 'truefalse', right: true }],
		['false', '= False', { kind: 'truefalse', right: false }],
		['a number', '= 35', { kind: 'number', low: 35, high: 35, shown: 35 }],
		['a tolerance', '= 35 ± 0,5', { kind: 'number', low: 34.5, high: 35.5, shown: 35 }],
		['a tolerance in ASCII', '= 0.3 +- 0.1', { kind: 'number', low: 0.2, high: 0.4, shown: 0.3 }],
		['a range', '= 30..40', { kind: 'number', low: 30, high: 40, shown: 35 }],
		['thousands', '= 3.500', { kind: 'number', low: 3500, high: 3500, shown: 3500 }],
		['below zero', '= -5', { kind: 'number', low: -5, high: -5, shown: -5 }],
		['words', '= Hà Nội | Ha Noi', { kind: 'text', accept: { vi: ['Hà Nội', 'Ha Noi'] } }],
		['a date is words', '= 30/4', { kind: 'text', accept: { vi: ['30/4'] } }],
		['a name with digits', '= 2G', { kind: 'text', accept: { vi: ['2G'] } }],
	])('%s', async (_, answer, key) => {
		expect(await keyOf(answer)).toEqual(key);
	});

	it('by class', async () => {
		expect(await keyOf(single, '{#q .multiple}')).toEqual({ kind: 'multiple', right: ['a'] });
		expect(await keyOf('= 113', '{#q .text}')).toEqual({ kind: 'text', accept: { vi: ['113'] } });
	});
});

describe('the parts of a question', () => {
	it('are told apart', async () => {
		const body = [
			'Đọc **kỹ**.',
			'',
			'## Giá *bao nhiêu* {50.000}? {#gia skill=5.2 points=1,5}',
			'',
			'Một gói mì:',
			'',
			'```',
			'## không phải câu hỏi',
			'```',
			'',
			'- [x] 1945. Không phải',
			'  danh sách {#a}',
			'',
			'  > Đúng',
			'  > rồi.',
			'- [ ] **Hai** {#b}',
			'> Chưa đúng.',
			'',
			'? Nghĩ',
			'  thêm.',
			'! Vì `{x}`',
			'! thế.',
			'',
			'Nói thêm.',
			'',
		].join('\n');
		const { courses, errors } = await compile(quiz(body));
		expect(errors).toEqual([]);
		const { manifest, parts } = courses.demo ?? expect.fail();
		const entry = manifest.questions.gia;
		expect(entry).toMatchObject({ quiz: 'hoi', kind: 'single', points: 1.5, skill: 'tt02-2025:5.2' });
		expect(parts[entry?.locales.vi?.text ?? '']).toEqual({
			title: 'Giá bao nhiêu {50.000}?',
			body: [
				{ name: 'p', children: ['Một gói mì:'] },
				{ name: 'pre', children: [{ name: 'code', children: ['## không phải câu hỏi\n'] }] },
			],
			options: [
				{ id: 'a', content: ['1945. Không phải danh sách'] },
				{ id: 'b', content: [{ name: 'strong', children: ['Hai'] }] },
			],
			hint: 'Nghĩ thêm.',
		});
		expect(parts[entry?.locales.vi?.feedback ?? '']).toEqual({
			options: { a: 'Đúng rồi.', b: 'Chưa đúng.' },
			explanation: 'Vì {x} thế. Nói thêm.',
		});
		expect(parts[manifest.quizzes.hoi?.locales.vi?.intro ?? '']).toEqual([
			{ name: 'p', children: ['Đọc ', { name: 'strong', children: ['kỹ'] }, '.'] },
		]);
	});
});
