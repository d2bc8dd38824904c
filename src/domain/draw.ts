/** Which questions an attempt asks. */
import type { Manifest, QuestionEntry, QuizEntry } from '#schemas/catalog.ts';
import { sample, shuffle } from './random.ts';

type Pool = Pick<Manifest, 'questions'>['questions'];
type Traits = Pick<QuestionEntry, 'skill' | 'level' | 'variantOf' | 'status' | 'case'>;

/** An attempt asks one question on trial for each ten that count, or part of ten. */
const countedPerTrial = 10;

/**
 * Ids of the questions that one attempt asks: `draw` that count, chosen by the seed, and a few on trial beside them.
 * Of questions that are variants of one another at most one is asked. Each competence of the pool gets its share of the
 * draw and at least one question, and within a competence each level does so too, as far as there are enough: stratified
 * sampling with proportional allocation by largest remainders (Cochran, Sampling Techniques, 1977, 5.5), so that all
 * attempts ask as many questions of each competence. Shuffled quizzes ask them in an order that the seed decides, others
 * in the order of the author's file; questions about one case follow one another in either.
 */
export function drawQuestions(
	quiz: Pick<QuizEntry, 'questions' | 'draw' | 'shuffle'>,
	pool: Pool,
	seed: string,
): string[] {
	const traits = (id: string): Traits => pool[id] ?? {};
	const having = (status: QuestionEntry['status']) =>
		quiz.questions.filter((id) => traits(id).status === status);
	const candidates = oneOfVariants(shuffle(having(undefined), seed), traits);
	const counted = stratify(candidates, quiz.draw, [
		(id) => traits(id).skill ?? '',
		(id) => traits(id).level ?? '',
	]);
	const trials = sample(having('trial'), trialsOf(counted.length, having('trial').length), `${seed}/trial`);
	const drawn = [...counted, ...trials];
	const chosen = new Set(drawn);
	const inOrder = quiz.shuffle
		? shuffle(drawn, `${seed}/order`)
		: quiz.questions.filter((id) => chosen.has(id));
	return togetherBy(inOrder, (id) => traits(id).case);
}

/** The others of a group come up to its first one; all else stays in its order. */
function togetherBy(ids: readonly string[], groupOf: (id: string) => string | undefined): string[] {
	const groups = new Map<string, string[]>();
	for (const id of ids) {
		const group = groupOf(id) ?? `\0${id}`;
		groups.set(group, [...(groups.get(group) ?? []), id]);
	}
	return [...groups.values()].flat();
}

/** How many questions an attempt asks: those that count, out of how many, and those on trial. */
export function attemptSize(
	{ questions, draw }: Pick<QuizEntry, 'questions' | 'draw'>,
	pool: Pool,
): { questions: number; pool: number; trials: number } {
	const traits = questions.map((id): Traits => pool[id] ?? {});
	const there = drawable(traits);
	const counted = Math.min(draw, there);
	const trials = traits.filter(({ status }) => status === 'trial').length;
	return { questions: counted, pool: there, trials: trialsOf(counted, trials) };
}

const trialsOf = (counted: number, there: number) => Math.min(there, Math.ceil(counted / countedPerTrial));

/** How many questions of a pool one attempt can ask at most, those on trial left aside. */
export function drawable(pool: readonly Pick<Traits, 'variantOf' | 'status'>[]): number {
	const live = pool.filter(({ status }) => status === undefined);
	const groups = new Set(live.flatMap(({ variantOf }) => (variantOf === undefined ? [] : [variantOf])));
	return groups.size + live.filter(({ variantOf }) => variantOf === undefined).length;
}

function oneOfVariants(ids: readonly string[], traits: (id: string) => Traits): string[] {
	const taken = new Set<string>();
	return ids.filter((id) => {
		const group = traits(id).variantOf;
		if (group === undefined) return true;
		if (taken.has(group)) return false;
		taken.add(group);
		return true;
	});
}

/** `n` of the ids, the first ones of each stratum as it comes to them; the strata of the next rule are within those of this. */
function stratify(
	ids: readonly string[],
	n: number,
	[strataBy, ...rules]: ((id: string) => string)[],
): string[] {
	if (!strataBy) return ids.slice(0, Math.max(0, n));
	const strata = new Map<string, string[]>();
	for (const id of ids) strata.set(strataBy(id), [...(strata.get(strataBy(id)) ?? []), id]);
	// Where there are too few questions for all, the shuffled order says whose turn it is; those that claim nothing wait.
	const inTurn = [...strata.keys()].sort((a, b) => Number(a === '') - Number(b === ''));
	const names = inTurn.slice(0, Math.max(0, n)).sort();
	const shares = allocate(
		names.map((name) => strata.get(name)!.length),
		n,
	);
	return names.flatMap((name, at) => stratify(strata.get(name)!, shares[at]!, rules));
}

/** Parts of `n` in proportion to the sizes, each from 1 to its size; `n` is no less than there are sizes. */
function allocate(sizes: readonly number[], n: number): number[] {
	const total = sizes.reduce((sum, size) => sum + size, 0);
	if (n >= total) return [...sizes];
	const exact = sizes.map((size) => (n * size) / total);
	const parts = exact.map((share) => Math.max(1, Math.floor(share)));
	let left = n - parts.reduce((sum, part) => sum + part, 0);
	for (; left !== 0; left -= Math.sign(left)) {
		const step = Math.sign(left);
		const may = (at: number) => (step > 0 ? parts[at]! < sizes[at]! : parts[at]! > 1);
		const lack = (at: number) => (exact[at]! - parts[at]!) * step;
		const at = parts
			.map((_part, index) => index)
			.filter(may)
			.reduce((best, index) => (lack(index) > lack(best) + 1e-9 ? index : best));
		parts[at]! += step;
	}
	return parts;
}
