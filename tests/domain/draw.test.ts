/** What an attempt asks: as many as it should, of every competence, and no two that stand in for one another. */
import { attemptSize, drawable, drawQuestions } from '#domain/draw.ts';
import type { QuestionEntry } from '#schemas/catalog.ts';
import { itemLevels, itemStatuses } from '#schemas/names.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Traits = Pick<QuestionEntry, 'skill' | 'level' | 'variantOf' | 'status' | 'case' | 'survey' | 'expires'>;

const today = '2026-11-28';
const pool = Array.from({ length: 12 }, (_, index) => `q${index}`);
const quizOf = (questions: string[], draw: number, shuffle = true) => ({ questions, draw, shuffle });
const drawPlain = (draw: number, shuffle: boolean, seed: string) =>
	drawQuestions(quizOf(pool, draw, shuffle), {}, seed, today);

describe('drawQuestions', () => {
	it('draws as many as it should, each once, from the pool, and the same again', () => {
		fc.assert(
			fc.property(fc.nat(20), fc.boolean(), fc.string(), (draw, shuffle, seed) => {
				const drawn = drawPlain(draw, shuffle, seed);
				expect(drawn).toHaveLength(Math.min(draw, pool.length));
				expect(new Set(drawn).size).toBe(drawn.length);
				expect(drawn.every((id) => pool.includes(id))).toBe(true);
				expect(drawPlain(draw, shuffle, seed)).toEqual(drawn);
			}),
		);
	});

	it('keeps the order of the file when it does not shuffle, and draws the same questions', () => {
		fc.assert(
			fc.property(fc.nat(12), fc.string(), (draw, seed) => {
				const kept = drawPlain(draw, false, seed);
				expect(kept).toEqual(pool.filter((id) => kept.includes(id)));
				expect(new Set(drawPlain(draw, true, seed))).toEqual(new Set(kept));
			}),
		);
	});

	it('draws others for other seeds, each question as often as any other', () => {
		const draws = Array.from({ length: 2000 }, (_, seed) => drawPlain(4, false, String(seed)));
		expect(new Set(draws.slice(0, 40).map((each) => each.join())).size).toBeGreaterThan(30);
		for (const id of pool) {
			const share = draws.filter((each) => each.includes(id)).length / draws.length;
			expect(share, id).toBeGreaterThan(0.28);
			expect(share, id).toBeLessThan(0.39);
		}
	});

	it('puts no question first more often than another where it shuffles', () => {
		const firsts = Array.from({ length: 3000 }, (_, seed) => drawPlain(12, true, `s${seed}`)[0]);
		for (const id of pool)
			expect(firsts.filter((first) => first === id).length / firsts.length).toBeLessThan(0.12);
	});
});

/** A pool whose variants are of one competence, as `check` asks for. */
const pools = fc
	.array(
		fc.record({
			skill: fc.constantFrom(undefined, 'f:1.1', 'f:2.1', 'f:4.2', 'f:6.3'),
			level: fc.constantFrom(undefined, ...itemLevels),
			group: fc.constantFrom(undefined, undefined, 'a', 'b'),
			status: fc.constantFrom(undefined, undefined, undefined, ...itemStatuses),
		}),
		{ minLength: 1, maxLength: 30 },
	)
	.map((rows) =>
		Object.fromEntries(
			rows.map(({ skill, level, group, status }, n): [string, Traits] => [
				`q${n}`,
				{
					...(skill && { skill }),
					...(level && { level }),
					...(group && { variantOf: `${group}-${skill}` }),
					...(status && { status }),
				},
			]),
		),
	);
const cases = fc.record({ traits: pools, draw: fc.integer({ min: 1, max: 30 }), seed: fc.string() });

function drawn(traits: Record<string, Traits>, draw: number, seed: string) {
	const all = traits as Record<string, QuestionEntry>;
	const ids = drawQuestions(quizOf(Object.keys(traits), draw), all, seed, today);
	return {
		ids,
		counted: ids.filter((id) => traits[id]!.status === undefined),
		trials: ids.filter((id) => traits[id]!.status === 'trial'),
	};
}
const countBy = (ids: string[], of: (id: string) => string) => {
	const counts: Record<string, number> = {};
	for (const id of ids) counts[of(id)] = (counts[of(id)] ?? 0) + 1;
	return counts;
};

describe('a stratified draw', () => {
	it('asks as many as it can up to the draw, no retired question, and at most one of a group of variants', () => {
		fc.assert(
			fc.property(cases, ({ traits, draw, seed }) => {
				const { ids, counted } = drawn(traits, draw, seed);
				expect(counted).toHaveLength(Math.min(draw, drawable(Object.values(traits))));
				expect(ids.some((id) => traits[id]!.status === 'retired')).toBe(false);
				const groups = counted.flatMap((id) => traits[id]!.variantOf ?? []);
				expect(new Set(groups).size).toBe(groups.length);
			}),
			{ numRuns: 500 },
		);
	});

	it('meets every competence where the draw is as large as there are, and asks as many of each every time', () => {
		fc.assert(
			fc.property(cases, fc.string(), ({ traits, draw, seed }, other) => {
				const skillOf = (id: string) => traits[id]!.skill ?? '';
				const live = Object.keys(traits).filter((id) => traits[id]!.status === undefined);
				const skills = new Set(live.map(skillOf));
				const one = countBy(drawn(traits, draw, seed).counted, skillOf);
				const named = [...skills].filter((skill) => skill !== '');
				if (draw >= named.length) expect(Object.keys(one)).toEqual(expect.arrayContaining(named));
				if (draw < skills.size) return;
				expect(new Set(Object.keys(one))).toEqual(skills);
				expect(countBy(drawn(traits, draw, other).counted, skillOf)).toEqual(one);
			}),
			{ numRuns: 500 },
		);
	});

	it('gives each competence its share, to within one question, where there are enough', () => {
		const traits: Record<string, Traits> = {};
		for (const [skill, many] of Object.entries({ 'f:1': 12, 'f:2': 6, 'f:3': 2 }))
			for (let n = 0; n < many; n += 1) traits[`${skill}-${n}`.replace(':', '')] = { skill };
		const { counted } = drawn(traits, 10, 'x');
		expect(countBy(counted, (id) => traits[id]!.skill!)).toEqual({ 'f:1': 6, 'f:2': 3, 'f:3': 1 });
	});

	it('spreads over the levels within a competence', () => {
		const traits: Record<string, Traits> = {};
		for (const level of itemLevels) for (let n = 0; n < 3; n += 1) traits[`${level}-${n}`] = { level };
		for (const seed of ['a', 'b', 'c'])
			expect(countBy(drawn(traits, 8, seed).counted, (id) => traits[id]!.level!)).toEqual({
				remember: 2,
				understand: 2,
				apply: 2,
				analyse: 2,
			});
	});

	it('asks one question on trial for each ten that count, or part of ten, as far as there are any', () => {
		fc.assert(
			fc.property(cases, ({ traits, draw, seed }) => {
				const { ids, counted, trials } = drawn(traits, draw, seed);
				const there = Object.values(traits).filter(({ status }) => status === 'trial').length;
				expect(trials).toHaveLength(Math.min(there, Math.ceil(counted.length / 10)));
				const all = traits as Record<string, QuestionEntry>;
				const size = attemptSize({ questions: Object.keys(traits), draw }, all);
				expect([size.questions, size.trials]).toEqual([counted.length, trials.length]);
				expect(ids).toHaveLength(size.questions + size.trials);
			}),
		);
	});
});

describe('questions about one case', () => {
	const cased = (about: (string | undefined)[]) =>
		Object.fromEntries(
			about.map((one, n): [string, Traits] => [`q${n}`, one === undefined ? {} : { case: one }]),
		);
	const abouts = fc.array(fc.constantFrom(undefined, undefined, 'cho', 'truong'), {
		minLength: 1,
		maxLength: 20,
	});

	it('follow one another in every draw, whatever stands between them in the file', () => {
		fc.assert(
			fc.property(
				abouts,
				fc.integer({ min: 1, max: 20 }),
				fc.boolean(),
				fc.string(),
				(about, draw, shuffle, seed) => {
					const traits = cased(about);
					const quiz = quizOf(Object.keys(traits), draw, shuffle);
					const ids = drawQuestions(quiz, traits as Record<string, QuestionEntry>, seed, today);
					const plain = drawQuestions(quiz, {}, seed, today);
					expect([...ids].sort()).toEqual([...plain].sort());
					for (const one of ['cho', 'truong']) {
						const at = ids.flatMap((id, place) => (traits[id]!.case === one ? [place] : []));
						expect(at).toEqual(at.map((_, n) => at[0]! + n));
						// Without shuffling they stand as in the file.
						const own = ids.filter((id) => traits[id]!.case === one);
						if (!shuffle) expect(own).toEqual(Object.keys(traits).filter((id) => own.includes(id)));
					}
				},
			),
			{ numRuns: 500 },
		);
	});

	it('are met in more than one order where the quiz shuffles', () => {
		const traits = cased(['cho', undefined, 'cho', 'cho', undefined]) as Record<string, QuestionEntry>;
		const orders = Array.from({ length: 60 }, (_, seed) =>
			drawQuestions(quizOf(Object.keys(traits), 5), traits, String(seed), today)
				.filter((id) => traits[id]!.case)
				.join(),
		);
		expect(new Set(orders).size).toBe(6);
	});
});

describe('questions of opinion', () => {
	const traits = {
		a: {},
		y: { survey: true },
		b: {},
		z: { survey: true, status: 'retired' },
		c: {},
	} as const;
	const all = traits as unknown as Record<string, QuestionEntry>;

	it('are asked beside those that are drawn, behind them where they are shuffled', () => {
		for (let seed = 0; seed < 20; seed += 1) {
			const ids = drawQuestions(quizOf(Object.keys(traits), 2), all, String(seed), today);
			expect(ids).toHaveLength(3);
			expect(ids[2]).toBe('y');
		}
		expect(drawQuestions(quizOf(Object.keys(traits), 3, false), all, '', today)).toEqual([
			'a',
			'y',
			'b',
			'c',
		]);
		expect(attemptSize({ questions: Object.keys(traits), draw: 2 }, all)).toEqual({
			questions: 2,
			pool: 3,
			trials: 0,
			surveys: 1,
		});
	});
});

describe('questions that hold no longer', () => {
	const past = '2026-11-27';
	const draw = (traits: Record<string, Traits>, n: number, day = today) =>
		new Set(
			Array.from({ length: 40 }, (_, seed) =>
				drawQuestions(
					quizOf(Object.keys(traits), n),
					traits as Record<string, QuestionEntry>,
					String(seed),
					day,
				),
			).flat(),
		);

	it('are left out from the day after, as long as there are enough others', () => {
		const traits = { a: {}, b: {}, c: { expires: past } };
		expect(draw(traits, 2)).toEqual(new Set(['a', 'b']));
		expect(draw(traits, 2, past).size).toBe(3);
		// Three are asked each time, so that it is needed.
		expect(draw(traits, 3).size).toBe(3);
	});

	it('stay where nothing else is there of their competence', () => {
		const traits = { a: { skill: 'f:1' }, b: { skill: 'f:1' }, c: { skill: 'f:2', expires: past } };
		expect(draw(traits, 2)).toContain('c');
	});

	it('never make an attempt shorter', () => {
		fc.assert(
			fc.property(
				cases,
				fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
				({ traits, draw: n, seed }, old) => {
					const aged = Object.fromEntries(
						Object.entries(traits).map(([id, one], at) => [
							id,
							{ ...one, ...(old[at] && { expires: past }) },
						]),
					) as Record<string, QuestionEntry>;
					const size = (pool: Record<string, QuestionEntry>) =>
						drawQuestions(quizOf(Object.keys(traits), n), pool, seed, today).length;
					expect(size(aged)).toBe(size(traits as Record<string, QuestionEntry>));
				},
			),
			{ numRuns: 300 },
		);
	});
});
