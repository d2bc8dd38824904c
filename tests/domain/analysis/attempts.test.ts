import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readAnswered, writeAnswered, type AnsweredItem } from '#domain/analysis/answered.ts';
import { itemFigures } from '#domain/analysis/item.ts';
import { isRushed, paceOf, readingSeconds } from '#domain/analysis/pace.ts';
import { pooled } from '#domain/analysis/pool.ts';

const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const item: fc.Arbitrary<AnsweredItem> = fc.record({
	question: id,
	key: fc.stringMatching(/^[0-9a-f]{64}$/),
	score: fc.double({ min: 0, max: 10, noNaN: true }).map((score) => score + 0),
	maxScore: fc.constantFrom(0, 1, 2.5, 10),
	correct: fc.constantFrom('true', 'false', 'partially'),
	chosen: fc.option(fc.array(id, { maxLength: 4 })),
	confidence: fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const)),
	isFast: fc.option(fc.boolean()),
});

test('a line says of an item what there was to say', () => {
	fc.assert(
		fc.property(item, (one) => {
			expect(readAnswered(writeAnswered(one))).toEqual(one);
		}),
		{ numRuns: 1000 },
	);
});

describe('pace', () => {
	const saved = (question: string, at: number, reading = 3) => ({ question, at: at * 1000, reading });
	test.each([
		['one by one', [saved('a', 10), saved('b', 25)], { a: [10, false], b: [15, false] }],
		['in another order', [saved('b', 25), saved('a', 10)], { a: [10, false], b: [15, false] }],
		['faster than it is read', [saved('a', 10), saved('b', 12)], { a: [10, false], b: [2, true] }],
		['together in time', [saved('a', 10), saved('b', 10)], { a: [5, false], b: [5, false] }],
		['together too fast', [saved('a', 5), saved('b', 5)], { a: [2.5, true], b: [2.5, true] }],
		['after lunch', [saved('a', 3000)], { a: [null, false] }],
		['before it began', [saved('a', -5)], { a: [0, true] }],
	])('%s', (_, answers, expected) => {
		const found = [...paceOf(0, answers)].map(([id, { seconds, isFast }]) => [id, [seconds, isFast]]);
		expect(Object.fromEntries(found)).toEqual(expected);
	});
	it('counts the words of a question and of what there is to choose from, Khmer ones too', () => {
		const option = (text: string) => ({ id: text, content: [text] });
		const words = 'mười chữ '.repeat(10);
		expect(readingSeconds({ title: words, body: [], options: [option(words)] }, 'vi')).toBe(4);
		expect(readingSeconds({ title: 'A?', body: [] }, 'vi')).toBe(1);
		expect(readingSeconds({ title: 'ខ្ញុំស្រឡាញ់ភាសាខ្មែរ'.repeat(10), body: [] }, 'km')).toBeGreaterThan(2);
	});
	it('an attempt is rushed from half of its answers on', () => {
		const of = (...fast: boolean[]) => isRushed(fast.map((isFast) => ({ isFast })));
		expect([of(), of(false), of(true, false), of(true, false, false), of(true)]).toEqual([
			false,
			false,
			true,
			false,
			true,
		]);
	});
});

describe('pooling', () => {
	const line = (more: Partial<AnsweredItem>) =>
		writeAnswered({
			question: 'q',
			key: 'k',
			score: 1,
			maxScore: 1,
			correct: 'true',
			chosen: ['a'],
			confidence: null,
			isFast: false,
			...more,
		});
	const counted = (of: string, total: number, count = 1, isFirst = true) => ({
		line: of,
		total,
		count,
		isFirst,
		timed: count,
		seconds: 10 * count,
	});
	const names = { nameOf: (question: string) => (question === 'old' ? 'q' : question), rightOf: () => ['a'] };

	it('puts names of before together and keeps keys apart', () => {
		const { revisions } = pooled(
			[counted(line({}), 3), counted(line({ question: 'old' }), 3), counted(line({ key: 'other' }), 3)],
			[],
			names,
		);
		expect(revisions.map(({ question, key, cases }) => [question, key, cases.cases.length])).toEqual([
			['q', 'k', 2],
			['q', 'other', 1],
		]);
	});
	it('an item on trial is told by whether it was right, beside the whole test, and is no part of it', () => {
		const trial = { score: 0, maxScore: 0 };
		const { revisions, test: whole } = pooled(
			[counted(line(trial), 5), counted(line({ ...trial, correct: 'false' }), 2)],
			[],
			names,
		);
		expect(revisions[0]).toMatchObject({ uncounted: 2 });
		expect(itemFigures(revisions[0]!.cases)).toMatchObject({ facility: 0.5, maxScore: 1, itemRest: 1 });
		expect(whole.items[0]!.cases).toEqual([]);
	});
	it('counts how answers went by how sure people were, where it was asked', () => {
		const sure = (confidence: 1 | 3, correct: AnsweredItem['correct']) => line({ confidence, correct });
		const counts = [
			counted(sure(3, 'true'), 3, 5),
			counted(sure(3, 'partially'), 1, 2),
			counted(sure(1, 'false'), 1, 4, false),
			counted(line({}), 3, 7),
		];
		expect(pooled(counts, [], names).revisions[0]!.sure).toEqual({ 1: [0, 4], 2: [0, 0], 3: [5, 2] });
		expect(pooled([counted(line({}), 3)], [], names).revisions[0]!.sure).toBeNull();
	});
	it('later attempts say how hard it is, not how it goes along with the rest', () => {
		const counts = [counted(line({}), 3), counted(line({ score: 0 }), 1), counted(line({}), 1, 8, false)];
		const figures = itemFigures(pooled(counts, [], names).revisions[0]!.cases);
		expect(figures).toMatchObject({ people: 2, attempts: 10, facility: 0.9, itemRest: 1, meanSeconds: 10 });
	});
});
