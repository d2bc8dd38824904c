/** What an item says of itself, from the heading to what is stored. */
import { describe, expect, it } from 'vitest';
import { lastAtEnd, optionOrder } from '#domain/attempts.ts';
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
