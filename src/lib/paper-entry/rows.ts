/** The table in which results of tests on paper are typed, a row a person, as a form holds it. */
import { textOf } from '#lib/forms.ts';
import { freshId } from '#lib/fresh-id.ts';
import type { Problem } from '#schemas/problem.ts';

/** A row as typed. */
export interface EntryRow {
	/** Id of the attempt that it becomes. */
	id: string;
	/** User name, or `*` and a label. */
	who: string;
	answers: string[];
}
/** A row that was not saved, with what is wrong. */
export interface RefusedRow extends EntryRow {
	problem: Problem;
}

export const fewestRows = 10;
export const mostRows = 60;

export const emptyRow = (questions: number): EntryRow => ({
	id: freshId,
	who: '',
	answers: Array.from({ length: questions }, () => ''),
});

export const isEmpty = ({ who, answers }: EntryRow) => who === '' && answers.every((answer) => answer === '');

/** The rows of the form, empty ones left out. */
export function rowsIn(form: FormData, questions: number): EntryRow[] {
	const rows = Array.from({ length: mostRows }, (_, row) => ({
		id: textOf(form, `id-${row}`) || crypto.randomUUID(),
		who: textOf(form, `who-${row}`),
		answers: Array.from({ length: questions }, (_each, at) => textOf(form, `a-${row}-${at}`)),
	}));
	return rows.filter((row) => !isEmpty(row));
}

/** What was copied from a spreadsheet: a line a person, cells parted by tabs or bars; what is beyond the questions joins the last. */
export function rowsPasted(text: string, questions: number): EntryRow[] {
	const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
	return lines.slice(0, mostRows).map((line) => {
		const [who = '', ...answers] = line.split(/\t|\|/).map((cell) => cell.trim());
		const missing = Array.from({ length: Math.max(0, questions - answers.length) }, () => '');
		return { id: freshId, who, answers: [...answers, ...missing] };
	});
}

/** As many rows as there are, and empty ones to go on in. */
export function filled(rows: readonly EntryRow[], questions: number): EntryRow[] {
	const more = Math.min(Math.max(fewestRows - rows.length, 3), mostRows - rows.length);
	return [...rows, ...Array.from({ length: Math.max(0, more) }, () => emptyRow(questions))];
}

/** Whom a row is about, as the API takes it. */
export function whoIn({ who }: EntryRow): { username?: string; label?: string } {
	if (!who.startsWith('*')) return who === '' ? {} : { username: who };
	const label = who.slice(1).trim();
	return label === '' ? {} : { label };
}

/** What is wrong with a row's answers, by their places from 0. */
export function answerErrors({ problem }: RefusedRow): Map<number, string> {
	return new Map(
		(problem.errors ?? []).flatMap(({ path, message }) => {
			const [, at] = /\/answers\/(\d+)$/.exec(path) ?? [];
			return at === undefined ? [] : [[Number(at), message] as const];
		}),
	);
}
