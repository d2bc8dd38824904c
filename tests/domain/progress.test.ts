import { courseProgress, lessonDoneByChecks, type ProgressFacts } from '#domain/progress.ts';
import { currentId } from '#domain/renames.ts';
import type { LessonEntry, Manifest, QuestionEntry, QuizEntry } from '#schemas/catalog.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Plan = Parameters<typeof courseProgress>[0];

const lesson = (checks: string[] = []): LessonEntry => ({ locales: {}, checks, tries: [], skills: [] });
const quiz = (kind: QuizEntry['kind'] = 'exam'): QuizEntry => ({
	kind,
	pass: 0.7,
	attempts: null,
	retryHours: null,
	hints: true,
	draw: 1,
	minutes: null,
	shuffle: false,
	review: 'full',
	questions: [],
	locales: {},
});
const question = (of: string): QuestionEntry => ({
	quiz: of,
	kind: 'single',
	points: 1,
	key: '',
	locales: {},
});

const plan = (changes: Partial<Plan> = {}): Plan => ({
	requires: { lessons: ['mo-may', 'goi-dien', 'nhan-tin'], quizzes: ['cuoi-khoa'] },
	outline: [
		{ kind: 'lesson', id: 'mo-may' },
		{ kind: 'lesson', id: 'goi-dien' },
		{ kind: 'quiz', id: 'giua-khoa' },
		{ kind: 'lesson', id: 'nhan-tin' },
		{ kind: 'quiz', id: 'cuoi-khoa' },
	],
	lessons: { 'goi-dien': lesson(['c1', 'c2']), 'mo-may': lesson(), 'nhan-tin': lesson() },
	quizzes: { 'on-tap': quiz('practice'), 'cuoi-khoa': quiz(), 'giua-khoa': quiz('quiz') },
	questions: { c1: question('on-tap'), c2: question('on-tap') },
	formerly: {},
	...changes,
});
const facts = (changes: Partial<ProgressFacts> = {}): ProgressFacts => ({
	lessonsDone: {},
	quizzesPassed: {},
	checksAnswered: [],
	...changes,
});
const monday = '2026-11-16T08:00:00.000Z';
const tuesday = '2026-11-17T08:00:00.000Z';

describe('courseProgress', () => {
	it('starts with nothing done and everything missing, in the order of the outline', () => {
		expect(courseProgress(plan(), facts())).toEqual({
			done: 0,
			total: 4,
			complete: false,
			missing: { lessons: ['mo-may', 'goi-dien', 'nhan-tin'], quizzes: ['cuoi-khoa'] },
			lessons: [
				{ id: 'mo-may', required: true, done: false, doneAt: null },
				{ id: 'goi-dien', required: true, done: false, doneAt: null },
				{ id: 'nhan-tin', required: true, done: false, doneAt: null },
			],
			quizzes: [
				{ id: 'giua-khoa', required: false, passed: false, passedAt: null },
				{ id: 'cuoi-khoa', required: true, passed: false, passedAt: null },
			],
		});
	});

	it('counts lessons marked done, lessons done by their checks, and quizzes passed', () => {
		const progress = courseProgress(
			plan(),
			facts({
				lessonsDone: { 'mo-may': monday },
				quizzesPassed: { 'cuoi-khoa': tuesday, 'giua-khoa': monday },
				checksAnswered: ['c2', 'c1'],
			}),
		);
		expect(progress).toMatchObject({ done: 3, total: 4, complete: false });
		expect(progress.missing).toEqual({ lessons: ['nhan-tin'], quizzes: [] });
		expect(progress.lessons).toContainEqual({ id: 'mo-may', required: true, done: true, doneAt: monday });
		expect(progress.lessons).toContainEqual({ id: 'goi-dien', required: true, done: true, doneAt: null });
		expect(progress.quizzes[0]).toEqual({
			id: 'giua-khoa',
			required: false,
			passed: true,
			passedAt: monday,
		});
	});

	it('does not count a lesson with one check unanswered', () => {
		expect(courseProgress(plan(), facts({ checksAnswered: ['c1'] })).done).toBe(0);
	});

	it('is complete with all that is required, whatever else is open', () => {
		const requires = { lessons: [], quizzes: ['cuoi-khoa'] };
		const progress = courseProgress(plan({ requires }), facts({ quizzesPassed: { 'cuoi-khoa': monday } }));
		expect(progress).toMatchObject({ done: 1, total: 1, complete: true });
		expect(progress.missing).toEqual({ lessons: [], quizzes: [] });
	});

	it('asks all lessons of a course that requires nothing', () => {
		const open = plan({ requires: { lessons: [], quizzes: [] } });
		const two = { 'mo-may': monday, 'goi-dien': monday };
		expect(courseProgress(open, facts({ lessonsDone: two }))).toMatchObject({
			done: 2,
			total: 3,
			complete: false,
			missing: { lessons: ['nhan-tin'], quizzes: [] },
		});
		const three = { ...two, 'nhan-tin': monday };
		expect(courseProgress(open, facts({ lessonsDone: three }))).toMatchObject({ done: 3, complete: true });
	});

	it('never calls a course complete that has neither requirement nor lesson', () => {
		const empty = plan({ requires: { lessons: [], quizzes: [] }, lessons: {}, outline: [] });
		expect(courseProgress(empty, facts())).toMatchObject({ done: 0, total: 0, complete: false });
	});

	it('leaves out what is required but no longer there, and counts nothing twice', () => {
		const requires = { lessons: ['mo-may', 'mo-may', 'da-xoa'], quizzes: ['da-xoa'] };
		const progress = courseProgress(plan({ requires }), facts({ lessonsDone: { 'mo-may': monday } }));
		expect(progress).toMatchObject({ done: 1, total: 1, complete: true });
	});

	it('counts a required quiz that the outline leaves out', () => {
		const requires = { lessons: [], quizzes: ['on-tap'] };
		const progress = courseProgress(plan({ requires }), facts());
		expect(progress.missing.quizzes).toEqual(['on-tap']);
		expect(progress.quizzes.map(({ id }) => id)).toEqual(['giua-khoa', 'cuoi-khoa', 'on-tap']);
	});

	describe('after renames', () => {
		const formerly = { 'bat-may': 'khoi-dong', 'khoi-dong': 'mo-may', thi: 'cuoi-khoa', k1: 'c1' };

		it('counts what was done under an old id, over several renames', () => {
			const progress = courseProgress(
				plan({ formerly }),
				facts({
					lessonsDone: { 'bat-may': monday },
					quizzesPassed: { thi: tuesday },
					checksAnswered: ['k1', 'c2'],
				}),
			);
			expect(progress).toMatchObject({ done: 3, total: 4, missing: { lessons: ['nhan-tin'], quizzes: [] } });
			expect(progress.lessons[0]).toMatchObject({ id: 'mo-may', doneAt: monday });
			expect(progress.quizzes[1]).toMatchObject({ id: 'cuoi-khoa', passedAt: tuesday });
		});

		it.each([
			[{ 'mo-may': tuesday, 'bat-may': monday }],
			[{ 'bat-may': monday, 'mo-may': tuesday }],
			[{ 'bat-may': '2026-11-16T15:00:00+07:00', 'mo-may': '2026-11-16T09:00:00Z' }],
		])('counts a lesson once that was done under both ids, from the earlier time: %j', (lessonsDone) => {
			const progress = courseProgress(plan({ formerly }), facts({ lessonsDone }));
			expect(progress.done).toBe(1);
			expect(Date.parse(progress.lessons[0]?.doneAt ?? '')).toBe(Date.parse(monday));
		});

		it('follows a requirement to the new id', () => {
			const requires = { lessons: ['bat-may'], quizzes: ['thi'] };
			const progress = courseProgress(plan({ formerly, requires }), facts());
			expect(progress.missing).toEqual({ lessons: ['mo-may'], quizzes: ['cuoi-khoa'] });
		});
	});

	it('is not led astray by ids that objects have of their own', () => {
		const strange = plan({
			outline: [{ kind: 'lesson', id: 'constructor' }],
			lessons: {},
			requires: { lessons: ['constructor'], quizzes: [] },
		});
		const progress = courseProgress(strange, facts({ lessonsDone: { constructor: monday } }));
		expect(progress).toMatchObject({ done: 0, total: 0, lessons: [] });
	});

	it('never goes over its total, and is complete exactly when nothing is missing', () => {
		const ids = ['mo-may', 'goi-dien', 'nhan-tin', 'cu', 'moi', 'cuoi-khoa', 'giua-khoa', 'c1', 'c2', 'la'];
		const id = fc.constantFrom(...ids);
		const times = fc.dictionary(id, fc.constantFrom(monday, tuesday));
		const anyPlan = fc
			.record({
				lessons: fc.array(id),
				quizzes: fc.array(id),
				formerly: fc.dictionary(id, id),
			})
			.map(({ lessons, quizzes, formerly }) => plan({ requires: { lessons, quizzes }, formerly }));
		const anyFacts = fc.record({
			lessonsDone: times,
			quizzesPassed: times,
			checksAnswered: fc.array(id),
		});
		fc.assert(
			fc.property(anyPlan, anyFacts, (manifest, known) => {
				const progress = courseProgress(manifest, known);
				const missing = progress.missing.lessons.length + progress.missing.quizzes.length;
				expect(progress.done).toBeGreaterThanOrEqual(0);
				expect(progress.done + missing).toBe(progress.total);
				expect(progress.complete).toBe(missing === 0 && progress.total > 0);
				const required = [...progress.lessons, ...progress.quizzes].filter((item) => item.required);
				expect(required).toHaveLength(progress.total);
			}),
		);
	});

	it('never takes back what was done when more is done', () => {
		const ids = ['mo-may', 'goi-dien', 'nhan-tin'];
		const times = (done: string[]) => Object.fromEntries(done.map((id) => [id, monday]));
		fc.assert(
			fc.property(fc.subarray(ids), fc.subarray(ids), (some, more) => {
				const before = courseProgress(plan(), facts({ lessonsDone: times(some) }));
				const after = courseProgress(plan(), facts({ lessonsDone: times([...some, ...more]) }));
				expect(after.done).toBeGreaterThanOrEqual(before.done);
			}),
		);
	});
});

describe('lessonDoneByChecks', () => {
	it.each([
		[[], [], false],
		[[], ['c1'], false],
		[['c1'], [], false],
		[['c1'], ['c1'], true],
		[['c1', 'c2'], ['c1'], false],
		[['c1', 'c2'], ['c2', 'c1', 'c9'], true],
	])('checks %j, answered %j: %s', (checks: string[], answered: string[], done) => {
		expect(lessonDoneByChecks(lesson(checks), new Set(answered))).toBe(done);
	});
});

describe('currentId', () => {
	const formerly: Manifest['formerly'] = { a: 'b', b: 'c', x: 'y', y: 'x', self: 'self', gone: 'nowhere' };
	it.each([
		['c', 'c'],
		['b', 'c'],
		['a', 'c'],
		['x', null],
		['self', null],
		['gone', null],
		['unknown', null],
		['toString', null],
	])('%s is now %s', (id, now) => {
		expect(currentId(id, formerly, { c: 1 })).toBe(now);
	});

	it('lets an id that is in use be itself, though something else was once renamed from it', () => {
		expect(currentId('a', formerly, { a: 1, c: 1 })).toBe('a');
	});
});
