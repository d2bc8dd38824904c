import type { MatrixItem, ScoreMatrix } from '#domain/analysis/analyse.ts';
import type { AnalysingMessages } from '#messages/analysing.ts';
import type { Table } from './table.ts';

/** What a file of results says, ready to be counted. */
export interface Results {
	matrix: ScoreMatrix;
	items: MatrixItem[];
	/** Name of the column that holds people and is no item; null: there is none. */
	names: string | null;
}

export type First = 'names' | 'item' | undefined;

const namesOfPeople =
	/^(?:id|stt|no\.?|nr\.?|#|name|full ?name|user ?name|student(?: ?(?:id|name|number))?|person|people|candidate|learner|email|tên|họ tên|họ và tên|mã|mã số|mã học viên|mã số sinh viên|mssv|học viên|học sinh|sinh viên|người|người học|thí sinh|số báo danh|sbd)$/iu;
/** How people say that somebody was not asked. */
const notAsked = /^(?:na|n\/a|-)$/iu;
/** So many different whole numbers, and nobody's score is another's: numbers of people. */
const enoughToBeNumbers = 8;

/**
 * Points as they stand in the file; an empty cell, `NA` or `-`: not asked. The most points of an item are `max`, else 1,
 * or what the best had where that is more.
 */
export function readScores(
	table: Table,
	{ max, first }: { max: number | null; first: First },
	text: AnalysingMessages,
): Results {
	const names = firstIsNames(table, first, (cell) => !isEmpty(cell) && numberIn(cell) === null);
	const columns = itemColumns(table, names, text);
	const matrix = table.rows.map(({ line, cells }) =>
		columns.map(({ index, item }) => {
			const cell = cells[index]!;
			if (isEmpty(cell)) return null;
			const at = { file: table.file, line, item, text: cell };
			const score = numberIn(cell);
			if (score === null) throw new Error(text.notNumber(at));
			if (score < 0) throw new Error(text.negative(at));
			if (max !== null && score > max) throw new Error(text.aboveMax({ ...at, max }));
			return score;
		}),
	);
	const items = columns.map(({ item }, index) => {
		const highest = matrix.reduce((most, row) => Math.max(most, row[index] ?? 0), 1);
		return { item, maxScore: max ?? highest };
	});
	return { matrix, items, names: names ? (table.header[0] ?? '') : null };
}

/**
 * Raw answers, right where they are one of the key's (`A`, or `A | B` where both are), whatever the case; an empty cell
 * was left empty, `NA` or `-` was not asked. The key: a line an item, its name and its key; or one line under the names of
 * the items. Columns that the key does not name hold people, if it is the first, else the key lacks them.
 */
export function readAnswers(
	table: Table,
	key: Table,
	{ first }: { first: First },
	text: AnalysingMessages,
): Results {
	const keys = keysIn(key, table.header);
	const names = firstIsNames(table, first, () => !keys.has(table.header[0] ?? ''));
	const columns = itemColumns(table, names, text);
	const items = columns.map(({ index, item }) => {
		const right = keys.get(item);
		if (!right?.length) throw new Error(text.noKey({ file: key.file, item }));
		const chosen = table.rows.map(({ cells }) => chosenIn(cells[index]!));
		return { item, maxScore: 1, right, chosen };
	});
	const matrix = table.rows.map((_, person) =>
		items.map(({ right, chosen }) => {
			const answer = chosen[person]!;
			if (answer === null) return null;
			return answer.some((one) => right.includes(one)) ? 1 : 0;
		}),
	);
	return { matrix, items, names: names ? (table.header[0] ?? '') : null };
}

function chosenIn(cell: string): string[] | null {
	if (notAsked.test(cell)) return null;
	return cell === '' ? [] : [folded(cell)];
}

function keysIn({ header, rows }: Table, items: readonly string[]): Map<string, string[]> {
	const pairs =
		rows.length === 1 && (header.length === 1 || header.filter((name) => items.includes(name)).length > 1)
			? header.map((name, index) => [name, rows[0]!.cells[index]!] as const)
			: [header, ...rows.map(({ cells }) => cells)].map(
					([name = '', key = '']) => [name.normalize('NFC'), key] as const,
				);
	return new Map(
		pairs.map(([name, key]) => [
			name,
			key
				.split('|')
				.map((one) => folded(one.trim()))
				.filter((one) => one !== ''),
		]),
	);
}

const folded = (answer: string) => answer.normalize('NFC').toUpperCase();
const isEmpty = (cell: string) => cell === '' || notAsked.test(cell);

/** A number with a decimal point or comma; null: none. */
function numberIn(cell: string): number | null {
	return /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/.test(cell) ? Number(cell.replace(',', '.')) : null;
}

/**
 * Whether the first column holds people: it is called so (id, stt, tên, name …) or not at all, or one of its cells cannot
 * be an item's, or it numbers at least eight people with whole numbers that all differ.
 */
function firstIsNames({ header, rows }: Table, first: First, cannotBe: (cell: string) => boolean): boolean {
	if (first) return first === 'names';
	const name = header[0] ?? '';
	if (name === '' || namesOfPeople.test(name)) return true;
	const cells = rows.map((row) => row.cells[0]!);
	if (cells.some(cannotBe)) return header.length > 1;
	const isNumbered = cells.length >= enoughToBeNumbers && cells.every((cell) => /^\d+$/.test(cell));
	return isNumbered && header.length > 1 && new Set(cells).size === cells.length;
}

function itemColumns({ file, header, rows }: Table, names: boolean, text: AnalysingMessages) {
	const columns = header.map((item, index) => ({ item, index })).slice(names ? 1 : 0);
	if (columns.length === 0) throw new Error(text.noItems({ file }));
	const seen = new Set<string>();
	for (const { item, index } of columns) {
		if (item === '') throw new Error(text.noName({ file, column: index + 1 }));
		if (seen.has(item)) throw new Error(text.twice({ file, item }));
		seen.add(item);
	}
	if (rows.length === 0) throw new Error(text.noPeople({ file }));
	return columns;
}
