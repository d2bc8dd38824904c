/** Parallel forms: alike in make-up, no question in two of them, and the other one the next time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptSize, drawAttempt } from '#domain/draw.ts';
import { formGaps, fullForms, nextForm, parallelForms } from '#domain/forms.ts';
import type { QuestionEntry } from '#schemas/catalog.ts';
import { formNames, itemLevels, itemStatuses } from '#schemas/names.ts';

type Pool = Record<string, QuestionEntry>;
type Traits = Partial<Pick<QuestionEntry, 'skill' | 'level' | 'variantOf' | 'status'>> & {
	difficulty?: string;
};
const poolOf = (rows: Traits[]) =>
	Object.fromEntries(rows.map((row, n) => [`q${n}`, row])) as unknown as Pool;

const pools = fc
	.array(
		fc.record({
			skill: fc.constantFrom(undefined, 'f:1.1', 'f:2.1', 'f:4.2'),
			level: fc.constantFrom(undefined, ...itemLevels),
			difficulty: fc.constantFrom(undefined, 'easy', 'hard'),
			group: fc.constantFrom(undefined, undefined, 'a', 'b'),
			status: fc.constantFrom(undefined, undefined, undefined, ...itemStatuses),
		}),
		{ minLength: 1, maxLength: 40 },
	)
	.map((rows) =>
		poolOf(
			rows.map(({ group, ...row }) => ({
				...(Object.fromEntries(Object.entries(row).filter(([, value]) => value)) as Traits),
				...(group && { variantOf: `${group}-${row.skill}` }),
			})),
		),
	);
const quizOf = (pool: Pool, draw: number) => ({
	questions: Object.keys(pool),
	draw,
	forms: 2,
	shuffle: true,
});
const cases = fc.record({ pool: pools, draw: fc.integer({ min: 1, max: 20 }), seed: fc.string() });
const stratumIn = (pool: Pool) => (id: string) => {
	const { skill, level, difficulty } = pool[id] as Traits;
	return [skill, level, difficulty].join('/');
};

describe('parallel forms', () => {
	it('have as many of each competence, level and difficulty, and no question, nor two variants, in common', () => {
		fc.assert(
			fc.property(cases, ({ pool, draw }) => {
				const [a, b] = parallelForms(quizOf(pool, draw), pool);
				const makeUp = (ids: string[]) => ids.map(stratumIn(pool)).sort();
				expect(makeUp(a!.counted)).toEqual(makeUp(b!.counted));
				const all = [a, b].flatMap((form) => [...form!.counted, ...form!.trials]);
				expect(new Set(all).size).toBe(all.length);
				for (const { counted, trials } of [a!, b!]) {
					const groups = counted.flatMap((id) => pool[id]!.variantOf ?? []);
					expect(new Set(groups).size).toBe(groups.length);
					expect(counted.every((id) => pool[id]!.status === undefined)).toBe(true);
					expect(trials.every((id) => pool[id]!.status === 'trial')).toBe(true);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it('are as long as asked for where the pool is large enough, and the same whatever the order of the file', () => {
		fc.assert(
			fc.property(cases, fc.infiniteStream(fc.nat()), ({ pool, draw }, numbers) => {
				const quiz = quizOf(pool, draw);
				const forms = parallelForms(quiz, pool);
				expect(forms[0]!.counted).toHaveLength(Math.min(draw, fullForms(quiz, pool)));
				const questions = quiz.questions
					.map((id) => ({ id, at: numbers.next().value }))
					.sort((x, y) => x.at - y.at)
					.map(({ id }) => id);
				expect(parallelForms({ ...quiz, questions }, pool)).toEqual(forms);
			}),
			{ numRuns: 500 },
		);
	});

	it('hold every question where all strata are even and nothing is a variant', () => {
		const pool = poolOf(Array.from({ length: 12 }, (_, n) => ({ skill: `f:${n % 3}` })));
		const [a, b] = parallelForms(quizOf(pool, 6), pool);
		expect(new Set([...a!.counted, ...b!.counted]).size).toBe(12);
		expect(formGaps(quizOf(pool, 6), pool)).toEqual([]);
	});

	it('put two variants of one question into different forms, even where they are of two levels', () => {
		const pool = poolOf([
			{ level: 'remember', variantOf: 'v' },
			{ level: 'apply', variantOf: 'v' },
			{ level: 'remember' },
			{ level: 'apply' },
		]);
		const [a, b] = parallelForms(quizOf(pool, 2), pool);
		expect(a!.counted).toHaveLength(2);
		expect(a!.counted.includes('q0')).toBe(b!.counted.includes('q1'));
	});

	it('say which competence and level lacks how many', () => {
		const pool = poolOf([
			{ skill: 'f:1.1', level: 'apply' },
			{ skill: 'f:1.1', level: 'remember' },
			{ skill: 'f:1.1', level: 'remember' },
			{ skill: 'f:1.1', level: 'remember' },
			{ skill: 'f:2.1' },
			{ skill: 'f:2.1' },
		]);
		const gaps = formGaps(quizOf(pool, 3), pool);
		expect(gaps).toEqual([
			{ skill: 'f:1.1', level: 'apply', difficulty: '', there: 1, rows: 0, lacks: 1 },
			{ skill: 'f:1.1', level: 'remember', difficulty: '', there: 3, rows: 1, lacks: 1 },
		]);
	});

	it('leave a variant aside where another one needs its place', () => {
		const pool = poolOf([
			{ level: 'remember', variantOf: 'v' },
			{ variantOf: 'v' },
			{ level: 'remember', variantOf: 'v' },
			{},
			{},
		]);
		expect(fullForms(quizOf(pool, 2), pool)).toBe(2);
	});

	it('lack as many as a gap says: with them there is a question more in each form', () => {
		fc.assert(
			fc.property(pools, (drawn) => {
				const pool = poolOf((Object.values(drawn) as Traits[]).map(({ variantOf: _, ...row }) => row));
				const quiz = quizOf(pool, 1);
				for (const { skill, level, difficulty, lacks } of formGaps(quiz, pool)) {
					const more = Array.from({ length: 2 * lacks }, () => ({
						...(skill && { skill }),
						...(level && { level }),
						...(difficulty && { difficulty }),
					}));
					const larger = poolOf([...(Object.values(pool) as Traits[]), ...(more as Traits[])]);
					expect(fullForms(quizOf(larger, 1), larger)).toBeGreaterThan(fullForms(quiz, pool));
				}
			}),
			{ numRuns: 300 },
		);
	});
});

describe('which form an attempt has', () => {
	const pool = poolOf(Array.from({ length: 20 }, (_, n) => ({ skill: `f:${n % 4}` })));
	const quiz = quizOf(pool, 8);

	it('is A for half of the learners at first, the other one next, and so on in turns', () => {
		const firsts = Array.from({ length: 2000 }, (_, seed) => {
			const earlier: string[][] = [];
			const forms = [0, 1, 2, 3].map((n) => {
				const { form, questions } = drawAttempt(quiz, pool, {
					seed: `${seed}/${n}`,
					today: '2026-11-28',
					earlier,
				});
				expect(questions).toHaveLength(8);
				earlier.push(questions);
				return form!;
			});
			expect(new Set(forms.slice(0, 2)).size).toBe(2);
			expect(new Set(forms.slice(2)).size).toBe(2);
			return forms[0]!;
		});
		expect(firsts.filter((form) => form === 'A').length / firsts.length).toBeCloseTo(0.5, 1);
		expect(new Set(firsts)).toEqual(new Set(formNames));
	});

	it('is the one with fewer questions met where the pool has changed between', () => {
		const forms = parallelForms(quiz, pool);
		const [first, second] = forms.map(({ counted }) => counted);
		const earlier = [[...first!.slice(0, 3), second![0]!, 'gone']];
		expect(nextForm(forms, earlier, 'any')).toBe('B');
	});

	it('is none without forms, and an attempt says how large it is with them', () => {
		const { forms: _forms, ...plain } = quiz;
		expect(drawAttempt(plain, pool, { seed: 's', today: '2026-11-28', earlier: [] }).form).toBeNull();
		expect(attemptSize(quiz, pool)).toEqual({ questions: 8, pool: 16, trials: 0, surveys: 0 });
	});
});
