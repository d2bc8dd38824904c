/** "Did you mean …?" where a name is near. */
export function maybe(suggestion: string | undefined): string {
	return suggestion === undefined || suggestion === '' ? '' : ` Did you mean “${suggestion}”?`;
}

export function list(names: readonly string[]): string {
	return names.length === 0 ? 'none' : names.join(', ');
}
