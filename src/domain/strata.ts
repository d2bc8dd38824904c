/** Taking some of many, a fair share of each part. */

/**
 * `n` of the items, the first ones of each stratum as it comes to them: stratified sampling with proportional allocation
 * by largest remainders (Cochran, Sampling Techniques, 1977, 5.5). The strata of the next rule are within those of this.
 */
export function stratify<Item>(
	ids: readonly Item[],
	n: number,
	[strataBy, ...rules]: ((id: Item) => string)[],
): Item[] {
	if (!strataBy) return ids.slice(0, Math.max(0, n));
	const strata = new Map<string, Item[]>();
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
