/** Which questions an attempt asks. */
import type { Manifest, QuestionEntry, QuizEntry } from '#schemas/catalog.ts';
import { formOf, fullForms, nextForm, parallelForms, type FormName } from './forms.ts';
import { sample, shuffle } from './random.ts';
import { stratify } from './strata.ts';

type Pool = Pick<Manifest, 'questions'>['questions'];
type Traits = Pick<QuestionEntry, 'skill' | 'level' | 'variantOf' | 'status' | 'case' | 'survey' | 'expires'>;

/** An attempt asks one question on trial for each ten that count, or part of ten. */
const countedPerTrial = 10;

/**
 * Ids of the questions that one attempt asks: `draw` that count, chosen by the seed, a few on trial beside them, and all
 * that ask for an opinion, behind the others where the quiz shuffles. `today`: YYYY-MM-DD, by which some may no longer hold.
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
	today: string,
): string[] {
	const traits = (id: string): Traits => pool[id] ?? {};
	const having = (status: QuestionEntry['status']) =>
		quiz.questions.filter((id) => traits(id).status === status && !traits(id).survey);
	const live = withoutExpired(having(undefined), { traits, draw: quiz.draw, today });
	const candidates = oneOfVariants(shuffle(live, seed), traits);
	const counted = stratify(candidates, quiz.draw, [
		(id) => traits(id).skill ?? '',
		(id) => traits(id).level ?? '',
	]);
	const trials = sample(having('trial'), trialsOf(counted.length, having('trial').length), `${seed}/trial`);
	return inOrder(quiz, pool, [...counted, ...trials], seed);
}

/** The questions of one of the parallel forms, with its share of those on trial, in the order of this attempt. */
export function drawForm(
	quiz: Pick<QuizEntry, 'questions' | 'draw' | 'shuffle'> & { forms: number },
	pool: Pool,
	{ form, seed }: { form: FormName; seed: string },
): string[] {
	const { counted, trials } = formOf(parallelForms(quiz, pool), form);
	return inOrder(
		quiz,
		pool,
		[...counted, ...sample(trials, trialsOf(counted.length, trials.length), `${seed}/trial`)],
		seed,
	);
}

/**
 * What one attempt asks, and which of the parallel forms that is; null: the quiz has none.
 * Opinions are asked in each form; forms keep what they have, expired or not.
 * @param earlier the questions of each earlier attempt of this learner, by their ids of now: see `nextForm`.
 */
export function drawAttempt(
	quiz: Pick<QuizEntry, 'questions' | 'draw' | 'shuffle' | 'forms'>,
	pool: Pool,
	{ seed, today, earlier }: { seed: string; today: string; earlier: readonly (readonly string[])[] },
): { form: FormName | null; questions: string[] } {
	const { forms } = quiz;
	if (forms === undefined) return { form: null, questions: drawQuestions(quiz, pool, seed, today) };
	const form = nextForm(parallelForms({ ...quiz, forms }, pool), earlier, seed);
	return { form, questions: drawForm({ ...quiz, forms }, pool, { form, seed }) };
}

/** With the questions of opinion, as the seed or the author has it; questions about one case follow one another. */
function inOrder(
	quiz: Pick<QuizEntry, 'questions' | 'shuffle'>,
	pool: Pool,
	drawn: readonly string[],
	seed: string,
): string[] {
	const opinions = quiz.questions.filter((id) => pool[id]?.survey && pool[id].status === undefined);
	const chosen = new Set([...drawn, ...opinions]);
	const ordered = quiz.shuffle
		? [...shuffle(drawn, `${seed}/order`), ...opinions]
		: quiz.questions.filter((id) => chosen.has(id));
	return togetherBy(ordered, (id) => pool[id]?.case);
}

/**
 * Without those that hold no longer, as long as the others are enough: an attempt never asks fewer questions for that,
 * and a competence keeps its last question.
 */
function withoutExpired(
	ids: string[],
	{ traits, draw, today }: { traits: (id: string) => Traits; draw: number; today: string },
): string[] {
	const holds = (id: string) => (traits(id).expires ?? today) >= today;
	const skills = new Set(ids.filter(holds).map((id) => traits(id).skill));
	const kept = ids.filter((id) => holds(id) || !skills.has(traits(id).skill));
	const size = (of: string[]) => drawable(of.map(traits));
	return size(kept) >= Math.min(draw, size(ids)) ? kept : ids;
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

/** How many questions an attempt asks: those that count, out of how many, those on trial, and those of opinion. */
export function attemptSize(
	quiz: Pick<QuizEntry, 'questions' | 'draw' | 'forms'>,
	pool: Pool,
): { questions: number; pool: number; trials: number; surveys: number } {
	const { questions, draw, forms } = quiz;
	const traits = questions.map((id): Traits => pool[id] ?? {});
	const surveys = traits.filter(({ status, survey }) => survey && status === undefined).length;
	if (forms !== undefined) {
		const all = parallelForms({ ...quiz, forms }, pool);
		const { counted, trials } = formOf(all, 'A');
		return {
			questions: counted.length,
			pool: fullForms({ ...quiz, forms }, pool) * forms,
			trials: trialsOf(counted.length, trials.length),
			surveys,
		};
	}
	const there = drawable(traits);
	const counted = Math.min(draw, there);
	const trials = traits.filter(({ status, survey }) => status === 'trial' && !survey).length;
	return { questions: counted, pool: there, trials: trialsOf(counted, trials), surveys };
}

const trialsOf = (counted: number, there: number) => Math.min(there, Math.ceil(counted / countedPerTrial));

/** How many questions of a pool one attempt can ask at most, those on trial and those of opinion left aside. */
export function drawable(pool: readonly Pick<Traits, 'variantOf' | 'status' | 'survey'>[]): number {
	const live = pool.filter(({ status, survey }) => status === undefined && !survey);
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
