import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptFact, Completion, Facts, GrantFact } from '#domain/facts.ts';
import { deadlineFor } from '#domain/deadline.ts';
import { quizAllowance } from '#domain/quiz-allowance.ts';
import { policyOf } from '#domain/quiz-policy.ts';
import { opensOnPassing, resultTold } from '#domain/result-told.ts';
import { currentId, namesOf } from '#domain/renames.ts';
import type { Manifest, QuizEntry } from '#schemas/catalog.ts';

const quiz: QuizEntry = {
	kind: 'exam',
	pass: 0.7,
	attempts: 3,
	retryHours: 24,
	draw: 1,
	minutes: 20,
	shuffle: true,
	hints: false,
	review: 'verdicts',
	questions: ['q'],
	locales: {},
};
const manifest = {
	quizzes: {
		exam: quiz,
		free: { ...quiz, attempts: null, retryHours: null },
		strict: { ...quiz, retryHours: null },
	},
	formerly: { 'old-exam': 'exam' },
	requires: { lessons: [], quizzes: ['exam'] },
	certificate: { title: {}, validFor: 'P1Y' },
} as unknown as Manifest;

const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000);
const attempt = (on: number, changes: Partial<AttemptFact> = {}): AttemptFact => ({
	courseId: 'c',
	quizId: 'exam',
	id: `a${on}`,
	questions: ['q'],
	startedAt: day(on),
	deadline: null,
	submittedAt: day(on),
	score: 0,
	maxScore: 1,
	passed: false,
	uncounted: null,
	waiting: 0,
	retryHours: 24,
	...changes,
});
const facts = (...attempts: AttemptFact[]): Facts => ({ lessons: [], checks: [], attempts, grants: [] });
const open = { submittedAt: null, score: null, maxScore: null, passed: null };
const completion: Completion = {
	courseId: 'c',
	cycle: 1,
	version: 'v',
	completedAt: day(0),
	serial: 'S',
	validUntil: day(365),
	revokedAt: null,
};

const timeZone = 'Asia/Ho_Chi_Minh';

describe('quizAllowance', () => {
	it.each<[string, string, AttemptFact[], Completion[], number | null, boolean]>([
		['nothing done', 'exam', [], [], 3, false],
		['one failed', 'exam', [attempt(1)], [], 2, false],
		['one under its old name', 'exam', [attempt(1, { quizId: 'old-exam' })], [], 2, false],
		['one at another quiz', 'exam', [attempt(1, { quizId: 'free' })], [], 3, false],
		['an open one', 'exam', [attempt(1), attempt(2, open)], [], 1, false],
		['one passed', 'exam', [attempt(1, { passed: true })], [], 2, true],
		['no limit', 'free', [attempt(1, { quizId: 'free' })], [], null, false],
		['all used up long ago', 'exam', [1, 2, 3, 4].map((on) => attempt(on)), [], 1, false],
		['a cycle that runs on', 'exam', [attempt(1, { passed: true })], [completion], 2, true],
		[
			'a cycle that ran out',
			'exam',
			[attempt(1, { passed: true }), attempt(370)],
			[{ ...completion, validUntil: day(366) }],
			2,
			false,
		],
	])('%s', (_, id, attempts, completions, mayStart, passed) => {
		const now = day(380);
		const after = completions[0]?.validUntil?.getTime() === day(365).getTime() ? day(300) : now;
		expect(
			quizAllowance(manifest, id, { facts: facts(...attempts), completions }, { now: after, timeZone }),
		).toMatchObject({ mayStart, againFrom: null, standing: { passed, isOver: false } });
	});

	const used = [attempt(1), attempt(2), attempt(3)];
	const strict = used.map((one) => ({ ...one, quizId: 'strict', retryHours: null }));
	const grant = (on: number, quizId = 'exam') => ({
		courseId: 'c',
		quizId,
		at: day(on),
		attempts: 1,
		minutes: 0,
		closes: null,
	});
	const waits = { mayStart: 0, againFrom: day(4), standing: { passed: false, isOver: false } };
	const over = { mayStart: 0, againFrom: null, standing: { passed: false, isOver: true } };
	const one = { mayStart: 1, againFrom: null, standing: { passed: false, isOver: false } };
	it.each<[string, string, AttemptFact[], ReturnType<typeof grant>[], number, object]>([
		['waiting begins with the last one', 'exam', used, [], 3.5, waits],
		['and ends to the minute', 'exam', used, [], 4, one],
		['the next one waits again', 'exam', [...used, attempt(5)], [], 5.5, { ...waits, againFrom: day(6) }],
		[
			'none waits while one is open',
			'exam',
			[...used, attempt(5, open)],
			[],
			9,
			{ ...waits, againFrom: null },
		],
		['no waiting time', 'strict', strict, [], 99, over],
		[
			'what was promised holds',
			'strict',
			strict.map((each) => ({ ...each, retryHours: 24 })),
			[],
			3.5,
			waits,
		],
		[
			'sooner where the author became kinder',
			'exam',
			used.map((each) => ({ ...each, retryHours: 240 })),
			[],
			4,
			one,
		],
		['a grant counts at once', 'exam', used, [grant(3.2)], 3.3, one],
		['where none could follow, too', 'strict', strict, [grant(9, 'strict')], 9, one],
		['under an old name', 'exam', used, [grant(3.2, 'old-exam')], 3.3, one],
		['two are one', 'exam', used, [grant(3.2), grant(3.3)], 3.4, one],
		[
			'a used one is over',
			'exam',
			[...used, attempt(3.3)],
			[grant(3.2)],
			3.5,
			{ ...waits, againFrom: day(4.3) },
		],
		['one for another quiz', 'exam', used, [grant(3.2, 'free')], 3.3, waits],
	])('%s', (_, id, attempts, grants, on, expected) => {
		const learning = { facts: { ...facts(...attempts), grants }, completions: [] };
		expect(quizAllowance(manifest, id, learning, { now: day(on), timeZone })).toMatchObject(expected);
	});

	it('never gives an attempt back by one more that was made', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(300), fc.boolean())), (made) => {
				const attempts = made.map(([on, isOpen]) => attempt(on, isOpen ? open : {}));
				const allowed = (list: AttemptFact[]) =>
					quizAllowance(
						manifest,
						'strict',
						{
							facts: facts(...list.map((each) => ({ ...each, quizId: 'strict', retryHours: null }))),
							completions: [],
						},
						{ now: day(301), timeZone },
					).mayStart!;
				expect(allowed([...attempts, attempt(301)])).toBeLessThanOrEqual(allowed(attempts));
				expect(allowed(attempts)).toBe(Math.max(0, 3 - attempts.length));
			}),
		);
	});

	it('gives one more at most in each waiting time, however often one comes back', () => {
		const steps = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 });
		fc.assert(
			fc.property(steps, (hours) => {
				const list: AttemptFact[] = [];
				let now = 0;
				for (const step of hours) {
					now += step / 24;
					const { mayStart, againFrom } = quizAllowance(
						manifest,
						'exam',
						{ facts: facts(...list), completions: [] },
						{ now: day(now), timeZone },
					);
					if (mayStart !== 0) list.push(attempt(now));
					else expect(againFrom!.getTime()).toBeGreaterThan(day(now).getTime());
				}
				for (let n = 3; n < list.length; n += 1) {
					const waited = list[n]!.startedAt.getTime() - list[n - 1]!.submittedAt!.getTime();
					expect(waited).toBeGreaterThanOrEqual(24 * 3_600_000);
				}
			}),
		);
	});
});

describe('the calendar of a quiz', () => {
	// In Viet Nam the 3rd begins at 17:00 UTC of the 2nd.
	const timed = {
		...manifest,
		quizzes: { exam: { ...quiz, opens: '2026-01-03T00:00', closes: '2026-01-04T24:00', waitMinutes: 90 } },
	} as unknown as Manifest;
	const at = (text: string) => new Date(`2026-01-${text}Z`);
	const given = (grant: Partial<GrantFact>): GrantFact => ({
		courseId: 'c',
		quizId: 'exam',
		at: at('01T00:00'),
		attempts: 0,
		minutes: 0,
		closes: null,
		...grant,
	});
	const made = (submitted: string, changes: Partial<AttemptFact> = {}) =>
		attempt(1, { startedAt: at(submitted), submittedAt: at(submitted), waitMinutes: 90, ...changes });
	const opensAt = at('02T17:00');
	const closesAt = at('04T17:00');
	it.each<[string, AttemptFact[], GrantFact[], string, object]>([
		[
			'a second before it opens',
			[],
			[],
			'02T16:59:59',
			{ mayStart: 0, refusal: 'not-open', againFrom: opensAt },
		],
		['as it opens', [], [], '02T17:00', { mayStart: 3, refusal: null, againFrom: null, opensAt, closesAt }],
		['a second before it closes', [], [], '04T16:59:59', { mayStart: 3, refusal: null }],
		['as it closes', [], [], '04T17:00', { mayStart: 0, refusal: 'closed', againFrom: null }],
		[
			'later for one learner',
			[],
			[given({ closes: at('05T00:00') })],
			'04T17:00',
			{ mayStart: 3, refusal: null, closesAt: at('05T00:00') },
		],
		['never sooner for one', [], [given({ closes: at('03T00:00') })], '04T16:00', { mayStart: 3, closesAt }],
		[
			'the wait goes on',
			[made('03T00:00')],
			[],
			'03T01:29',
			{ mayStart: 0, refusal: 'wait', againFrom: at('03T01:30') },
		],
		['the wait is over', [made('03T00:00')], [], '03T01:30', { mayStart: 2, refusal: null }],
		[
			'no wait was promised',
			[made('03T00:00', { waitMinutes: null })],
			[],
			'03T00:01',
			{ mayStart: 2, refusal: null },
		],
		[
			'a grant ends the wait',
			[made('03T00:00')],
			[given({ attempts: 1, at: at('03T00:10') })],
			'03T00:11',
			{ mayStart: 2, refusal: null },
		],
		[
			'a wait that ends when it is closed',
			[made('04T16:00')],
			[],
			'04T16:30',
			{ mayStart: 0, refusal: 'wait', againFrom: null, standing: { isOver: true, passed: false } },
		],
		[
			'two attempts granted, one used',
			['03T00:00', '03T02:00', '03T04:00', '03T06:00'].map((one) => made(one)),
			[given({ attempts: 2, at: at('03T05:00') })],
			'03T06:01',
			{ mayStart: 1, refusal: null },
		],
		['more time', [], [given({ minutes: 10 }), given({ minutes: 5 })], '03T00:00', { extraMinutes: 10 }],
	])('%s', (_, attempts, grants, now, expected) => {
		const learning = { facts: { ...facts(...attempts), grants }, completions: [] };
		expect(quizAllowance(timed, 'exam', learning, { now: at(now), timeZone })).toMatchObject(expected);
	});

	it('an attempt ends by its minutes, or as the quiz closes', () => {
		const start = at('04T16:50');
		expect(deadlineFor(start, null, { closesAt: null, extraMinutes: 5 })).toBeNull();
		expect(deadlineFor(start, 5, { closesAt, extraMinutes: 0 })).toEqual(at('04T16:55'));
		expect(deadlineFor(start, 5, { closesAt, extraMinutes: 30 })).toEqual(closesAt);
		expect(deadlineFor(start, null, { closesAt, extraMinutes: 0 })).toEqual(closesAt);
	});
});

describe('resultTold', () => {
	const how = { passed: false, isOver: false, certifies: false, isEarnest: true, isClosed: false };
	const parts = ['score', 'verdicts', 'key', 'explanation'] as const;
	it.each<[string, object, Partial<typeof how>, string]>([
		['as review has it', { review: 'full' }, {}, 'score verdicts key explanation'],
		['the key alone kept', { review: 'full', show: { key: 'never' } }, {}, 'score verdicts explanation'],
		['nothing without the score', { review: 'full', show: { score: 'never' } }, {}, ''],
		['nothing without verdicts', { review: 'full', show: { verdicts: 'after-passing' } }, {}, 'score'],
		[
			'until it is passed',
			{ review: 'full', show: { verdicts: 'after-passing' } },
			{ passed: true },
			'score verdicts key explanation',
		],
		[
			'until it is closed',
			{ review: 'score', show: { verdicts: 'after-closing' } },
			{ isClosed: true },
			'score verdicts',
		],
		[
			'more than review',
			{ review: 'score', show: { verdicts: 'after-submission', key: 'after-submission' } },
			{},
			'score verdicts key',
		],
		[
			'no solution where a certificate rests on it',
			{ review: 'full', show: { key: 'after-submission' } },
			{ certifies: true },
			'score verdicts',
		],
		[
			'but to who has passed',
			{ review: 'score', show: { verdicts: 'after-submission', key: 'after-submission' } },
			{ certifies: true, passed: true },
			'score verdicts key',
		],
	])('%s', (_, policy, changes, expected) => {
		const told = resultTold(policy as Parameters<typeof resultTold>[0], { ...how, ...changes });
		expect(parts.filter((part) => told[part]).join(' ')).toBe(expected);
	});

	it.each<[string, object, Partial<typeof how>, boolean]>([
		['solutions that wait for it', { review: 'verdicts' }, {}, true],
		['not once it is passed', { review: 'verdicts' }, { passed: true }, false],
		['not what is told already', { review: 'full' }, {}, false],
		[
			'not what is never told',
			{ review: 'verdicts', show: { key: 'never', explanation: 'never' } },
			{},
			false,
		],
		['verdicts that wait for it', { review: 'score', show: { verdicts: 'after-passing' } }, {}, true],
		['not what waits for the end', { review: 'score', show: { verdicts: 'after-closing' } }, {}, false],
		['also where this attempt was not worked at', { review: 'verdicts' }, { isEarnest: false }, true],
	])('passing opens %s', (_, policy, changes, expected) => {
		const asked = policy as Parameters<typeof resultTold>[0];
		expect(opensOnPassing(asked, { ...how, ...changes })).toBe(expected);
	});

	it('tells no part without those before it, and no solution of a certificate’s quiz before it is passed', () => {
		const when = fc.constantFrom('never', 'after-submission', 'after-passing', 'after-closing');
		const policy = fc.record({
			review: fc.constantFrom('full', 'verdicts', 'score'),
			show: fc.record({ score: when, verdicts: when, key: when, explanation: when }, { requiredKeys: [] }),
		}) as fc.Arbitrary<Parameters<typeof resultTold>[0]>;
		const flags = fc.record({
			passed: fc.boolean(),
			isOver: fc.boolean(),
			certifies: fc.boolean(),
			isEarnest: fc.boolean(),
			isClosed: fc.boolean(),
		});
		fc.assert(
			fc.property(policy, flags, (asked, given) => {
				const { score, verdicts, key, explanation } = resultTold(asked, given);
				expect(verdicts && !score).toBe(false);
				expect((key || explanation) && !verdicts).toBe(false);
				if (given.certifies && !given.passed) expect(key || explanation).toBe(false);
			}),
		);
	});
});

it('keeps of a quiz what an attempt is promised', () => {
	expect(policyOf(quiz)).toEqual({ attempts: 3, minutes: 20, review: 'verdicts', retryHours: 24 });
});

describe('namesOf', () => {
	it('gives every name that leads here, the present one first', () => {
		const formerly = { a: 'b', b: 'c', x: 'y' };
		expect(namesOf('c', formerly, { c: 1, y: 1 })).toEqual(['c', 'a', 'b']);
		expect(namesOf('y', formerly, { c: 1, y: 1 })).toEqual(['y', 'x']);
	});

	it('each of which is that thing now', () => {
		const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
		fc.assert(
			fc.property(fc.dictionary(id, id), fc.dictionary(id, fc.constant(1)), id, (formerly, known, wanted) => {
				fc.pre(Object.hasOwn(known, wanted));
				for (const name of namesOf(wanted, formerly, known))
					expect(currentId(name, formerly, known)).toBe(wanted);
			}),
		);
	});
});
