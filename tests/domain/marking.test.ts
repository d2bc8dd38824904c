import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeOf, markingOf, wrongPoints, type Mark } from '#domain/marking.ts';

const criteria = [
	{ id: 'steps', points: 2 },
	{ id: 'clear', points: 1 },
];
const one = { graders: 1, agreeWithin: 0.2 };
const two = { graders: 2, agreeWithin: 0.2 };
const mark = (grader: string, steps: number, seen: number, clear = 1): Mark => ({
	grader,
	points: { steps, clear },
	seen,
});

describe('marks', () => {
	it.each<[string, Mark[], typeof one, object]>([
		['none', [], one, { state: 'waits' }],
		['one of one', [mark('a', 2, 0)], one, { state: 'graded', points: { steps: 2, clear: 1 }, by: [0] }],
		['one of two', [mark('a', 2, 0)], two, { state: 'waits' }],
		['twice by the same', [mark('a', 2, 0), mark('a', 1, 1)], two, { state: 'waits' }],
		[
			'two that agree',
			[mark('a', 2, 0), mark('b', 1.5, 1)],
			two,
			{ state: 'graded', points: { steps: 1.75, clear: 1 }, by: [0, 1] },
		],
		['two that differ', [mark('a', 2, 0), mark('b', 1, 1)], two, { state: 'differs' }],
		[
			'a third that settles',
			[mark('a', 2, 0), mark('b', 1, 1), mark('c', 1.5, 2)],
			two,
			{ state: 'graded', points: { steps: 1.5, clear: 1 }, by: [2] },
		],
		[
			'a third that knew of one',
			[mark('a', 2, 0), mark('b', 1, 1), mark('c', 1.5, 1)],
			two,
			{ state: 'differs' },
		],
		[
			'a second made beside the first',
			[mark('a', 2, 0), mark('b', 1, 0)],
			one,
			{ state: 'graded', points: { steps: 2, clear: 1 }, by: [0] },
		],
		[
			'a correction',
			[mark('a', 2, 0), mark('b', 1, 1)],
			one,
			{ state: 'graded', points: { steps: 1, clear: 1 }, by: [1] },
		],
	])('%s', (_what, marks, graders, expected) => {
		expect(markingOf(marks, criteria, graders)).toEqual(expected);
	});

	const anyMark = fc.record({
		grader: fc.constantFrom('a', 'b', 'c'),
		points: fc.record({
			steps: fc.constantFrom(0, 0.5, 1, 2),
			clear: fc.constantFrom(0, 0.25, 1),
		}),
		seen: fc.nat({ max: 6 }),
	});

	it('once graded stay graded, within the points, and by marks that are there', () => {
		fc.assert(
			fc.property(fc.array(anyMark, { maxLength: 6 }), fc.constantFrom(one, two), (marks, graders) => {
				let isGraded = false;
				for (let count = 0; count <= marks.length; count += 1) {
					const marking = markingOf(marks.slice(0, count), criteria, graders);
					if (isGraded) expect(marking.state).toBe('graded');
					if (marking.state !== 'graded') continue;
					isGraded = true;
					expect(marking.by.every((index) => index < count)).toBe(true);
					const grade = gradeOf(marking.points, criteria, 6);
					expect(grade.score).toBeGreaterThanOrEqual(0);
					expect(grade.score).toBeLessThanOrEqual(6);
					expect(grade.correct === true).toBe(grade.score === 6);
				}
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('points', () => {
	it.each<[object, string[]]>([
		[{ steps: 2, clear: 0 }, []],
		[{ steps: 0.25, clear: 0.75 }, []],
		[{ steps: 2 }, ['clear']],
		[{ steps: 2.25, clear: -1 }, ['steps', 'clear']],
		[{ steps: 0.1, clear: NaN }, ['steps', 'clear']],
	])('%j: wrong %j', (points, wrong) => {
		expect(wrongPoints(points as Record<string, number>, criteria)).toEqual(wrong);
	});

	it('come to a grade on the scale of the question', () => {
		expect(gradeOf({ steps: 2, clear: 1 }, criteria, 6)).toEqual({ score: 6, maxScore: 6, correct: true });
		expect(gradeOf({ steps: 0, clear: 0 }, criteria, 6)).toEqual({ score: 0, maxScore: 6, correct: false });
		expect(gradeOf({ steps: 1, clear: 0.5 }, criteria, 6)).toEqual({
			score: 3,
			maxScore: 6,
			correct: 'partially',
		});
		expect(gradeOf({ steps: 2, clear: 1 }, criteria, 0)).toEqual({ score: 0, maxScore: 0, correct: true });
	});
});
