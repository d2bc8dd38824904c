import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptFact, Completion, Facts } from '#domain/facts.ts';
import { policyOf, quizAllowance } from '#domain/quiz-policy.ts';
import { currentId, namesOf } from '#domain/renames.ts';
import type { Manifest, QuizEntry } from '#schemas/catalog.ts';

const quiz: QuizEntry = {
	kind: 'exam',
	pass: 0.7,
	attempts: 3,
	draw: 1,
	minutes: 20,
	shuffle: true,
	review: 'verdicts',
	questions: ['q'],
	locales: {},
};
const manifest = {
	quizzes: { exam: quiz, free: { ...quiz, attempts: null } },
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
	...changes,
});
const facts = (...attempts: AttemptFact[]): Facts => ({ lessons: [], checks: [], attempts });
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
	it.each<[string, string, AttemptFact[], Completion[], number | null, boolean, number | null]>([
		['nothing done', 'exam', [], [], 3, false, 3],
		['one failed', 'exam', [attempt(1)], [], 2, false, 2],
		['one under its old name', 'exam', [attempt(1, { quizId: 'old-exam' })], [], 2, false, 2],
		['one at another quiz', 'exam', [attempt(1, { quizId: 'free' })], [], 3, false, 3],
		['an open one counts as left for the review', 'exam', [attempt(1), attempt(2, open)], [], 1, false, 2],
		['one passed', 'exam', [attempt(1, { passed: true })], [], 2, true, 2],
		['no limit', 'free', [attempt(1, { quizId: 'free' })], [], null, false, null],
		['more than allowed', 'exam', [1, 2, 3, 4].map((on) => attempt(on)), [], 0, false, 0],
		['a cycle that runs on', 'exam', [attempt(1, { passed: true })], [completion], 2, true, 2],
		[
			'a cycle that ran out',
			'exam',
			[attempt(1, { passed: true }), attempt(370)],
			[{ ...completion, validUntil: day(366) }],
			2,
			false,
			2,
		],
	])('%s', (_, id, attempts, completions, mayStart, passed, left) => {
		const now = day(380);
		const after = completions[0]?.validUntil?.getTime() === day(365).getTime() ? day(300) : now;
		expect(
			quizAllowance(manifest, id, { facts: facts(...attempts), completions }, { now: after, timeZone }),
		).toEqual({
			mayStart,
			standing: { passed, attemptsLeft: left },
		});
	});

	it('never gives an attempt back by one more that was made', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(300), fc.boolean())), (made) => {
				const attempts = made.map(([on, isOpen]) => attempt(on, isOpen ? open : {}));
				const allowed = (list: AttemptFact[]) =>
					quizAllowance(
						manifest,
						'exam',
						{ facts: facts(...list), completions: [] },
						{ now: day(301), timeZone },
					).mayStart!;
				expect(allowed([...attempts, attempt(301)])).toBeLessThanOrEqual(allowed(attempts));
				expect(allowed(attempts)).toBe(Math.max(0, 3 - attempts.length));
			}),
		);
	});
});

it('keeps of a quiz what an attempt is promised', () => {
	expect(policyOf(quiz)).toEqual({ attempts: 3, minutes: 20, review: 'verdicts' });
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
