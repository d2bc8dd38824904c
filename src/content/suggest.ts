/** "Did you mean": the nearest of the names that exist, if it is near. */
export function nearest(word: string, names: Iterable<string>): string | undefined {
	const wanted = word.toLowerCase();
	let best: string | undefined;
	let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
	for (const name of names) {
		const distance = editDistance(wanted, name.toLowerCase(), bestDistance);
		if (distance < bestDistance) [best, bestDistance] = [name, distance];
	}
	return best;
}

/** Letters to change, add, drop or swap with their neighbour; gives up at `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) >= limit || a.length > 200) return limit;
	let before: number[] = [];
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
			next.push(cost);
		}
		[before, row] = [row, next];
	}
	return Math.min(limit, row[b.length] ?? limit);
}
