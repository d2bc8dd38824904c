/** What an answer chose, and what would have been right, as options that can be counted. */
import type { AnswerOf, Key, KeyOf, PlainAnswer, QuestionKind } from '#schemas/question.ts';

interface Choosing<K extends QuestionKind> {
	chosen(answer: AnswerOf<K>): string[];
	right(key: KeyOf<K>): string[];
}

/** Null: of a kind where nothing is chosen, or too many different things are. */
const choosing: { [K in QuestionKind]: Choosing<K> | null } = {
	single: { chosen: (answer) => [answer], right: ({ right }) => [right] },
	multiple: { chosen: (answer) => [...answer].sort(), right: ({ right }) => right },
	truefalse: { chosen: (answer) => [String(answer)], right: ({ right }) => [String(right)] },
	number: null,
	text: null,
	order: null,
	match: null,
	group: null,
	matrix: null,
	blanks: null,
	hotspot: { chosen: (answer) => [answer], right: ({ right }) => right },
	essay: null,
	file: null,
};

const of = (kind: QuestionKind) => choosing[kind] as Choosing<QuestionKind> | null;

/** Empty: left empty. Null: answered, by nothing that could be counted. */
export function chosenIn(kind: QuestionKind, answer: PlainAnswer): string[] | null {
	if (isEmpty(answer)) return [];
	return of(kind)?.chosen(answer as AnswerOf<QuestionKind>) ?? null;
}

/** Between a row of a table and what was ticked in it. */
export const rowEnd = '=';

/** Of a table: each row with the column that was ticked in it. */
export function rowsChosen(answer: PlainAnswer): string[] {
	if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return [];
	return Object.entries(answer).map(([row, column]) => `${row}${rowEnd}${column}`);
}

/** Null: of a kind where nothing is chosen. */
export function rightIn(key: Key): string[] | null {
	return of(key.kind)?.right(key) ?? null;
}

/** Nothing was given: nothing typed, ticked or put anywhere. */
function isEmpty(answer: PlainAnswer): boolean {
	if (answer === null || answer === '') return true;
	if (typeof answer !== 'object') return false;
	return Object.values(answer).every((part) => part === null);
}
