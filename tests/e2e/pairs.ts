export type Dimensions = Record<string, readonly unknown[]>;
export type Row<D extends Dimensions> = { [Name in keyof D]: D[Name][number] };

/** Every combination of the values of all dimensions. */
export function product<D extends Dimensions>(dimensions: D): Row<D>[] {
	let rows: Record<string, unknown>[] = [{}];
	for (const [name, values] of Object.entries(dimensions))
		rows = rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value })));
	return rows as Row<D>[];
}

/**
 * Few rows in which every two values of two dimensions meet at least once: each time the combination is taken that
 * brings the most pairs not seen yet.
 */
export function pairwise<D extends Dimensions>(dimensions: D): Row<D>[] {
	const all = product(dimensions);
	const open = new Set(all.flatMap(pairsOf));
	const rows: Row<D>[] = [];
	while (open.size > 0) {
		const fresh = (row: Row<D>) => pairsOf(row).filter((pair) => open.has(pair)).length;
		const best = all.reduce((a, b) => (fresh(b) > fresh(a) ? b : a));
		for (const pair of pairsOf(best)) open.delete(pair);
		rows.push(best);
	}
	return rows;
}

/** Each two of a row's values, as text to compare by. */
export function pairsOf(row: Record<string, unknown>): string[] {
	const cells = Object.entries(row).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
	return cells.flatMap((a, index) => cells.slice(index + 1).map((b) => `${a} ${b}`));
}
