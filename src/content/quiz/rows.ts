/** Rows of a table in a question `.matrix`. */
import type { Slice } from '../markdown/fragment.ts';
import type { Problems } from '../problems.ts';
import type { Text } from '../source.ts';

export function isRow(words: string): boolean {
	return /^[ \t]{0,3}\|/.test(words);
}

/** `|---|:-:|` between the head and the rows. */
export function isRule(text: Text, line: Slice): boolean {
	return /^[\s|:-]*-[\s|:-]*$/.test(text.raw.slice(line.start, line.end));
}

/** The cells between the bars; `\|` is no bar. */
export function cellsOf(text: Text, line: Slice): Slice[] {
	const words = text.raw.slice(line.start, line.end);
	const bars = [...words.matchAll(/\\.|\|/g)].filter(([sign]) => sign === '|').map(({ index }) => index);
	const ends =
		words.slice((bars.at(-1) ?? 0) + 1).trim() === '' ? bars.slice(1) : [...bars.slice(1), words.length];
	return ends.map((end, index) => {
		const start = (bars[index] ?? 0) + 1;
		const blanks = words.slice(start, end).length - words.slice(start, end).trimStart().length;
		return { start: line.start + start + Math.min(blanks, end - start), end: line.start + end };
	});
}

/** The index of the cell that has the `x`; null: none has, or it was said what is wrong. */
export function tickedCell(
	text: Text,
	cells: readonly Slice[],
	columns: number,
	problems: Problems,
): number | null {
	let ticked: number | null = null;
	for (const [index, { start, end }] of cells.entries()) {
		const sign = text.raw.slice(start, end).trim();
		if (sign === '' || sign === '[ ]') continue;
		const place = text.place(start);
		if (!/^(?:[xX✓✔]|\[[xX]\])$/u.test(sign)) problems.add('matrix-cell', place, { written: sign });
		else if (index >= columns) problems.add('matrix-no-column', place, {});
		else if (ticked !== null) problems.add('matrix-row-twice', place, {});
		else ticked = index;
	}
	return ticked;
}
