/**
 * The id that something has now: its own while it is in `known`, else the one it was renamed to, over as many
 * renames as there were. Null when it is gone.
 */
export function currentId(
	id: string,
	formerly: Readonly<Record<string, string>>,
	known: Readonly<Record<string, unknown>>,
): string | null {
	const seen = new Set<string>();
	let current = id;
	while (!Object.hasOwn(known, current)) {
		const next = Object.hasOwn(formerly, current) ? formerly[current] : undefined;
		if (next === undefined || seen.has(current)) return null;
		seen.add(current);
		current = next;
	}
	return current;
}

/** All names that something has had, the present one first. */
export function namesOf(
	id: string,
	formerly: Readonly<Record<string, string>>,
	known: Readonly<Record<string, unknown>>,
): string[] {
	const old = Object.keys(formerly).filter((name) => name !== id && currentId(name, formerly, known) === id);
	return [id, ...old];
}
