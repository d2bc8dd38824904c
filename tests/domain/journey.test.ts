import { describe, expect, it } from 'vitest';
import { journeyOf, leftOf } from '#domain/journey.ts';
import { lessonMinutes, quizMinutes } from '#domain/minutes.ts';
import type { Course } from '#schemas/course.ts';

const lesson = (id: string, more: object = {}) => ({
	id,
	title: id,
	locale: 'vi',
	takes: 5,
	required: true,
	...more,
});
const quiz = (id: string, kind: string, more: object = {}) => ({
	id,
	title: id,
	kind,
	takes: 10,
	required: true,
	...more,
});
const outline = [
	{ kind: 'lesson', id: 'mot' },
	{ kind: 'lesson', id: 'hai' },
	{ kind: 'quiz', id: 'giua' },
	{ kind: 'lesson', id: 'ba' },
	{ kind: 'quiz', id: 'cuoi' },
];
const part = (id: string, from: number, to: number) => ({ id, title: id, items: outline.slice(from, to) });
const course = {
	outline,
	parts: [part('dau', 0, 3), part('sau', 3, 5)],
	lessons: [lesson('mot'), lesson('hai'), lesson('ba', { required: false })],
	quizzes: [
		quiz('luyen', 'practice', { required: false }),
		quiz('giua', 'quiz', { required: false }),
		quiz('cuoi', 'exam'),
	],
} as unknown as Course;
const none = new Set<string>();

describe('a course as a way', () => {
	it('has its parts, with what is done and what comes next', () => {
		const way = journeyOf(course, new Set(['lesson/mot', 'quiz/giua']), { kind: 'lesson', id: 'hai', n: 2 });
		expect(
			way.map(({ part: each, done, of, takes, steps }) => [each?.id, done, of, takes, steps.length]),
		).toEqual([
			['dau', 1, 2, 20, 3],
			['sau', 0, 1, 15, 2],
		]);
		expect(way[0]?.steps.map(({ id, n, state, isExtra }) => [id, n, state, isExtra])).toEqual([
			['mot', 1, 'done', false],
			['hai', 2, 'next', false],
			['giua', null, 'done', true],
		]);
	});

	it('a part is whole without what the certificate does not ask for, and counts that where it asks for nothing', () => {
		const [first, second] = journeyOf(course, new Set(['lesson/mot', 'lesson/hai']), null);
		expect([first?.done, first?.of]).toEqual([2, 2]);
		expect([second?.done, second?.of]).toEqual([0, 1]);
		const extras = { ...course, parts: [part('them', 3, 4)] } as unknown as Course;
		expect(journeyOf(extras, new Set(['lesson/ba']), null)[0]).toMatchObject({ done: 1, of: 1 });
	});

	it.each([
		['a quiz', { kind: 'quiz', id: 'cuoi' } as const, 'cuoi'],
		['the first lesson', { kind: 'start', id: 'mot', n: 1 } as const, 'mot'],
		['nothing of it: the certificate', { kind: 'ask-certificate' } as const, undefined],
		['nothing of it: again from the start', { kind: 'again', id: 'mot', n: 1 } as const, undefined],
	])('next is %s', (_what, next, id) => {
		const steps = journeyOf(course, none, next).flatMap((each) => each.steps);
		expect(steps.find(({ state }) => state === 'next')?.id).toBe(id);
	});

	it('is one whole without parts', () => {
		const [whole, ...more] = journeyOf({ ...course, parts: [] }, none, null);
		expect(more).toEqual([]);
		expect(whole?.part).toBeNull();
		expect(whole?.steps.map(({ id }) => id)).toEqual(outline.map(({ id }) => id));
	});
});

describe('what is left for the certificate', () => {
	it.each([
		['all that is required', [], { lessons: 2, quizzes: 1, isExam: true, minutes: 20 }],
		['extras aside', ['lesson/ba', 'quiz/giua'], { lessons: 2, quizzes: 1, isExam: true, minutes: 20 }],
		['one lesson less', ['lesson/mot'], { lessons: 1, quizzes: 1, isExam: true, minutes: 15 }],
		['the exam passed first', ['quiz/cuoi'], { lessons: 2, quizzes: 0, isExam: false, minutes: 10 }],
		[
			'nothing',
			['lesson/mot', 'lesson/hai', 'quiz/cuoi'],
			{ lessons: 0, quizzes: 0, isExam: false, minutes: 0 },
		],
	])('%s', (_what, done, left) => {
		expect(leftOf(course, new Set(done))).toEqual(left);
	});
});

describe('minutes', () => {
	it.each([
		['reading alone', 3, 0, 0, 3],
		['a question', 3, 1, 0, 4],
		['a task to try out', 3, 2, 1, 7],
	])('of a lesson: %s', (_what, reading, checks, tries, minutes) => {
		const ids = (n: number) => Array.from({ length: n }, (_, i) => `i${i}`);
		expect(lessonMinutes(reading, { checks: ids(checks), tries: ids(tries) })).toBe(minutes);
	});

	it.each([
		[10, null, 10],
		[10, 30, 10],
		[30, 20, 20],
		[0, null, 1],
	])('of a quiz of %i questions and a clock of %s minutes', (draw, minutes, takes) => {
		expect(quizMinutes({ draw, minutes })).toBe(takes);
	});
});
