/** What an item says of itself, from the heading to what is stored. */
import { describe, expect, it } from 'vitest';
import { sourceMark } from '#content/fix.ts';
import { readQuizAlone } from '#content/quiz-alone.ts';
import { lastAtEnd, optionOrder } from '#domain/attempts.ts';
import { verdict } from '#domain/questions/grade.ts';
import { compile, findings, quiz, readQuestion } from './helpers.ts';

const file = 'demo/vi/02-hoi.quiz.md';
const item = (id: string, more = '') => `## Câu ${id}? {#${id} ${more}}\n\n= true\n`;

async function read(questions: string[], head = 'kind: exam') {
	const { courses, errors } = await compile(quiz(questions.join('\n'), head));
	expect(errors).toEqual([]);
	return courses.demo?.manifest ?? expect.fail();
}

describe('an item', () => {
	it('says its level, whose variant it is, and that it is retired or on trial, which gives no points', async () => {
		const manifest = await read([
			item('mot', 'level=apply variant-of=nhom points=2'),
			item('hai', 'status=trial points=3'),
			item('ba', 'status=retired'),
			item('bon', 'status=live'),
		]);
		expect(manifest.questions).toMatchObject({
			mot: { level: 'apply', variantOf: 'nhom', points: 2 },
			hai: { status: 'trial', points: 0 },
			ba: { status: 'retired', points: 1 },
		});
		expect(Object.keys(manifest.questions['bon']!)).not.toContain('status');
		// One attempt asks the two that count.
		expect(manifest.quizzes['hoi']?.draw ?? Object.values(manifest.quizzes)[0]!.draw).toBe(2);
	});

	it('keeps its points on trial where nothing is counted, since there right and wrong are told by them', async () => {
		const manifest = await read([item('mot', 'status=trial')], 'kind: practice');
		expect(manifest.questions['mot']!.points).toBe(1);
	});

	it.each([
		['a level that is none', [item('mot', 'level=hard')], 'kind: exam', 'item-value-unknown'],
		['a status that is none', [item('mot', 'status=old')], 'kind: exam', 'item-value-unknown'],
		['a group that is no name', [item('mot', 'variant-of=A!')], 'kind: exam', 'id-pattern'],
		[
			'variants of two competences',
			[item('mot', 'skill=1.1 variant-of=v'), item('hai', 'skill=1.2 variant-of=v')],
			'kind: exam',
			'variant-other-skill',
		],
		[
			'a draw that leaves competences out',
			[item('mot', 'skill=1.1'), item('hai', 'skill=1.2')],
			'kind: exam\ndraw: 1',
			'draw-misses',
		],
		[
			'a draw larger than what can be drawn, variants being one',
			[item('mot', 'variant-of=v'), item('hai', 'variant-of=v'), item('ba', 'status=retired')],
			'kind: exam\ndraw: 2',
			'draw-too-many',
		],
	])('is told of %s', async (_what, questions, head, code) => {
		const found = await findings(quiz(questions.join('\n'), head), file);
		expect(found.filter((each) => each.endsWith(` ${code}`))).toHaveLength(1);
	});
});

describe('a quiz with two forms', () => {
	const four = [
		item('mot', 'skill=1.1'),
		item('hai', 'skill=1.1'),
		item('ba', 'skill=1.2'),
		item('bon', 'skill=1.2'),
	];

	it('says so, and draws as many as each form can have where nothing else is written', async () => {
		const manifest = await read(four, 'kind: exam\nforms: 2');
		expect(Object.values(manifest.quizzes)[0]).toMatchObject({ forms: 2, draw: 2 });
	});

	it.each([
		['too many questions a form', four, 'kind: exam\ndraw: 3\nforms: 2', 'forms-too-few'],
		['a competence with one question', four.slice(1), 'kind: exam\nforms: 2', 'forms-lose-skill'],
		[
			'a level with one question',
			[...four, item('nam', 'skill=1.1 level=apply')],
			'kind: exam\nforms: 2',
			'forms-uneven',
		],
		['forms in practice', four, 'kind: practice\nforms: 2', 'policy-unused'],
	])('is told of %s', async (_what, questions, head, code) => {
		const found = await findings(quiz(questions.join('\n'), head), file);
		expect(found.filter((each) => each.endsWith(` ${code}`))).toHaveLength(1);
		const even = await findings(quiz(four.join('\n'), 'kind: exam\ndraw: 2\nforms: 2'), file);
		expect(even.filter((each) => /forms|draw|policy/.test(each))).toEqual([]);
	});
});

describe('an option that stands after the others', () => {
	const options = (more: string) =>
		`## Câu? {#q}\n\n- [x] Tất cả các ý trên {#tat-ca${more}}\n- [ ] Một {#a}\n- [ ] Hai {#b}\n- [ ] Ba {#c}`;

	async function optionsOf(more: string) {
		const { text } = await readQuestion(quiz(options(more)));
		return 'options' in text && text.options ? text.options : expect.fail();
	}

	it('is the last wherever it stands in the file, in every order that an attempt shows', async () => {
		const shown = await optionsOf(' .last');
		expect(shown.at(-1)).toMatchObject({ id: 'tat-ca', last: true });
		for (let seed = 0; seed < 50; seed += 1) {
			const order = optionOrder(
				shown.map(({ id }) => id),
				`${seed}`,
				'q',
			);
			const placed = lastAtEnd(order.map((id) => shown.find((one) => one.id === id)!));
			expect(placed.at(-1)!.id).toBe('tat-ca');
		}
		expect((await optionsOf('')).every(({ last }) => !last)).toBe(true);
	});

	it('is for what is chosen from alone', async () => {
		const order = '## Xếp {#q .order}\n\n1. Một {#a .last}\n2. Hai {#b}\n3. Ba {#c}';
		expect((await findings(quiz(order), file)).some((each) => each.endsWith(' attributes-syntax'))).toBe(
			true,
		);
	});
});

describe('what is known of an item', () => {
	it('goes along: how hard its author finds it, until when it holds, where it is from', async () => {
		const { questions } = await read([
			item('mot', 'difficulty=40% expires=2099-06-30 source=https://vbpl.vn/luat?a=1#muc'),
			item('hai', 'difficulty=0,25 source=13/2023/NĐ-CP'),
			item('ba', 'source=24/2018/QH14'),
		]);
		expect(questions).toMatchObject({
			mot: { difficulty: 0.4, expires: '2099-06-30', source: 'https://vbpl.vn/luat?a=1#muc' },
			hai: { difficulty: 0.25, source: '13/2023/NĐ-CP' },
			ba: { source: '24/2018/QH14' },
		});
	});

	it.each([
		['difficulty=cao', 'difficulty-unreadable'],
		['difficulty=140%', 'difficulty-unreadable'],
		['expires=2026-02-30', 'expires-unreadable'],
		['expires=mai', 'expires-unreadable'],
		['source=javascript:alert(1)', 'source-unreadable'],
		['source=https://ai:mk@vi-du.vn', 'source-unreadable'],
		['source=luật-an-ninh', 'source-unreadable'],
		['expires=2026-11-21', 'expires-past'],
		['expires=2026-11-22', 'expires-soon'],
		['expires=2027-01-21', 'expires-soon'],
	])('%s is told of', async (more, code) => {
		const found = await findings(quiz(item('mot', more)), file);
		expect(found.map((each) => each.replace(/^.* /, ''))).toEqual([code]);
	});

	it('a question that has expired is left out where there are enough others, which is told', async () => {
		const body = [item('mot', 'expires=2026-01-01'), item('hai'), item('ba')].join('\n');
		const found = await findings(quiz(body, 'kind: quiz\ndraw: 2'), file);
		expect(found.some((each) => each.endsWith(' expires-left-out'))).toBe(true);
		expect(found.some((each) => each.endsWith(' expires-past'))).toBe(false);
		expect(await findings(quiz(item('mot', 'expires=2027-03-01')), file)).toEqual([]);
	});

	it('leaves the mark of a translation alone', () => {
		const raw = (more: string) =>
			`---\nid: hoi\ntitle: Hỏi\nkind: quiz\n---\n\n## Câu? {#mot skill=4.1${more}}\n\n= true\n`;
		const more = ' difficulty=40% expires=2027-06-30 source=https://a.vn .confidence';
		expect(sourceMark(raw(more))).toBe(sourceMark(raw('')));
	});
});

describe('a question of opinion', () => {
	const opinion = (id: string, more: string, body: string) =>
		`## Ý kiến ${id}? {#${id} .survey${more}}\n\n${body}\n`;
	const options = '- [ ] Dễ {#de}\n- [ ] Khó {#kho}\n';
	const table = '| | Có {#co} | Không {#khong} |\n|---|---|---|\n| Bài {#bai} | | |\n';

	it('needs no key, gives no points, and is none of those that are drawn', async () => {
		const body = [
			item('mot'),
			opinion('chon', '', options),
			opinion('nhieu', ' .multiple', options),
			opinion('viet', '', ''),
			opinion('bang', ' .matrix', table),
		].join('\n');
		expect(await findings(quiz(body, 'kind: practice'), file)).toEqual([]);
		const manifest = await read([body]);
		expect(manifest.quizzes.hoi!.draw).toBe(1);
		for (const [id, kind] of Object.entries({
			chon: 'single',
			nhieu: 'multiple',
			viet: 'text',
			bang: 'matrix',
		}))
			expect(manifest.questions[id]).toMatchObject({ kind, points: 0, survey: true });
	});

	it.each([
		['has a right option', opinion('y', '', '- [x] Dễ {#de}\n- [ ] Khó {#kho}\n'), 'survey-key'],
		['has words that are right', opinion('y', '', '= hay'), 'survey-key'],
		['gives points', opinion('y', ' points=2', options), 'survey-scored'],
		['is a number', opinion('y', '', '= 3'), 'survey-kind'],
		['is an order', opinion('y', ' .order', '1. Một {#muc-mot}\n2. Hai {#muc-hai}\n'), 'survey-kind'],
		['has one option', opinion('y', '', '- [ ] Dễ {#de}\n'), 'options-too-few'],
	])('that %s is told of', async (_what, body, code) => {
		const found = await findings(quiz(body), file);
		expect(found.map((each) => each.replace(/^.* /, ''))).toContain(code);
	});

	it('scores nothing and is never wrong, whatever is answered', () => {
		const { questions } = readQuizAlone(
			'q',
			new TextEncoder().encode(`---\nid: hoi\ntitle: Hỏi\nkind: quiz\n---\n\n${opinion('y', '', options)}`),
			{
				locale: 'vi',
				says: 'en',
			},
		);
		const { asked, key, feedback } = questions[0] ?? expect.fail();
		for (const answer of ['de', 'kho', null])
			for (const show of ['none', 'verdict', 'all'] as const)
				expect(verdict({ question: asked, key, feedback, answer, locale: 'vi', show })).toEqual({
					score: 0,
					maxScore: 0,
					correct: show === 'none' ? null : true,
				});
	});
});

describe('how sure one is', () => {
	it('is asked of a whole quiz, or of one question, where a rule grades it', async () => {
		const essay = '## Viết? {#viet .essay}\n';
		const opinion = '## Ý? {#y .survey .text}\n';
		const whole = await read([item('mot'), essay, opinion], 'kind: exam\nconfidence: true');
		expect(Object.keys(whole.questions).filter((id) => whole.questions[id]!.confidence)).toEqual(['mot']);
		const one = await read([item('mot', '.confidence'), item('hai')]);
		expect(Object.keys(one.questions).filter((id) => one.questions[id]!.confidence)).toEqual(['mot']);
		const found = await findings(quiz('## Viết? {#viet .essay .confidence}\n'), file);
		expect(found.map((each) => each.replace(/^.* /, ''))).toEqual(['confidence-unused']);
	});
});
