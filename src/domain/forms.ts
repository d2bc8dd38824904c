/** Parallel forms of a quiz: no question in two of them, and as many of each competence, level and difficulty in each. */
import type { Manifest, QuestionEntry, QuizEntry } from '#schemas/catalog.ts';
import { formNames, type FormName } from '#schemas/names.ts';
import { randomFrom } from './random.ts';
import { stratify } from './strata.ts';

export type { FormName };
type Pool = Pick<Manifest, 'questions'>['questions'];
type Traits = Pick<QuestionEntry, 'skill' | 'level' | 'variantOf' | 'status' | 'survey'> & {
	difficulty?: string | number;
};
type Quiz = Pick<QuizEntry, 'questions' | 'draw'> & { forms: number };

/** Ids of the questions of a form: those that count, and those on trial that it may ask beside them. */
export interface Form {
	counted: string[];
	trials: string[];
}

/** Questions of one stratum, one for each form: what stands in the same place of each is alike. */
type Row = string[];

const strataBy = [
	({ skill }: Traits) => skill ?? '',
	({ level }: Traits) => level ?? '',
	({ difficulty }: Traits) => String(difficulty ?? ''),
];

/**
 * The forms of a quiz, in the order of `formNames`. It is the pool alone that decides: within a stratum (competence, level
 * and difficulty the same) questions stand in an order by a hash of their ids and are dealt out in rows, one to each form;
 * of the variants of one question a form has at most one. Of the rows `draw` are taken, with the shares of strata as in
 * a draw. So every form has the same make-up, the same question is always in the same form, and a question that is
 * added moves few others.
 */
export function parallelForms({ questions, draw, forms }: Quiz, pool: Pool): Form[] {
	const traits = traitsIn(pool);
	const rows = rowsOf(questions, forms, traits);
	const chosen = stratify(
		rows,
		draw,
		strataBy.map((stratumOf) => (row: Row) => stratumOf(traits(row[0]!))),
	);
	const trials = ranked(questions.filter((id) => traits(id).status === 'trial' && !traits(id).survey));
	return Array.from({ length: forms }, (_, form) => ({
		counted: chosen.map((row) => row[form]!),
		trials: trials.filter((_id, place) => place % forms === form),
	}));
}

/** How many questions each form can have at most. */
export function fullForms({ questions, forms }: Omit<Quiz, 'draw'>, pool: Pool): number {
	return rowsOf(questions, forms, traitsIn(pool)).length;
}

export function formOf(forms: readonly Form[], name: FormName): Form {
	return forms[formNames.indexOf(name)]!;
}

/**
 * Which form somebody gets: the one of whose questions they have been asked fewest, earlier attempts all taken together;
 * where that is even, as at the first attempt, the seed decides. So the second attempt asks the other form, also where
 * the pool has changed between.
 * @param earlier the questions of each earlier attempt, by their ids of now.
 */
export function nextForm(
	forms: readonly Form[],
	earlier: readonly (readonly string[])[],
	seed: string,
): FormName {
	const met = forms.map(({ counted }) => {
		const own = new Set(counted);
		return earlier.flat().filter((id) => own.has(id)).length;
	});
	const least = Math.min(...met);
	const even = formNames.filter((_name, place) => met[place] === least);
	return even[Math.floor(randomFrom(`${seed}/form`)() * even.length)]!;
}

/** A stratum that cannot be in each form as often as its questions would allow. */
export interface FormGap {
	/** Empty: its questions name none. */
	skill: string;
	level: string;
	difficulty: string;
	/** Questions of it that count. */
	there: number;
	/** Rows that they give. */
	rows: number;
	/** How many more would make one more row. */
	lacks: number;
}

/** Strata with questions left over that stand in no form. */
export function formGaps({ questions, forms }: Omit<Quiz, 'draw'>, pool: Pool): FormGap[] {
	const traits = traitsIn(pool);
	const rows = rowsOf(questions, forms, traits);
	return [...strataOf(questions, traits)].flatMap(([name, ids]) => {
		const full = rows.filter((row) => ids.includes(row[0]!)).length;
		const left = ids.length - full * forms;
		if (left <= 0) return [];
		const [skill, level, difficulty] = JSON.parse(name) as [string, string, string];
		const lacks = Math.max(1, forms - left);
		return [{ skill, level, difficulty, there: ids.length, rows: full, lacks }];
	});
}

const traitsIn =
	(pool: Pool) =>
	(id: string): Traits =>
		pool[id] ?? {};

function strataOf(questions: readonly string[], traits: (id: string) => Traits): Map<string, string[]> {
	const strata = new Map<string, string[]>();
	for (const id of ranked(
		questions.filter((one) => traits(one).status === undefined && !traits(one).survey),
	)) {
		const name = JSON.stringify(strataBy.map((stratumOf) => stratumOf(traits(id))));
		strata.set(name, [...(strata.get(name) ?? []), id]);
	}
	return new Map([...strata].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** In an order that each question's own id decides. */
function ranked(ids: readonly string[]): string[] {
	const placed = ids.map((id) => ({ id, at: randomFrom(`forms/${id}`)() }));
	return placed.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

function rowsOf(questions: readonly string[], forms: number, traits: (id: string) => Traits): Row[] {
	/** In which forms a question of each group of variants stands. */
	const taken = new Map<string, Set<number>>();
	const isFree = (id: string, form: number) => !taken.get(traits(id).variantOf ?? '')?.has(form);
	/** What has few places left goes first, so that it finds one; a variant that has all of them takes none yet. */
	const turn = (id: string) => {
		if (traits(id).variantOf === undefined) return forms;
		const free = Array.from({ length: forms }, (_, form) => form).filter((form) => isFree(id, form)).length;
		return free < forms ? free : forms + 1;
	};
	const rows: Row[] = [];
	for (const ids of strataOf(questions, traits).values()) {
		const left = new Set(ids);
		for (;;) {
			const row: Row = [];
			for (let form = 0; form < forms; form += 1) {
				const [next] = [...left]
					.filter((id) => !row.includes(id) && isFree(id, form))
					.sort((a, b) => turn(a) - turn(b));
				if (next !== undefined) row.push(next);
			}
			if (row.length < forms) break;
			row.forEach((id, form) => {
				left.delete(id);
				const group = traits(id).variantOf;
				if (group !== undefined) taken.set(group, (taken.get(group) ?? new Set()).add(form));
			});
			rows.push(row);
		}
	}
	return rows;
}
