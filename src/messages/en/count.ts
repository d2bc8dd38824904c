/** A number with its noun. A placeholder that a script fills in counts as several. */
export function count(n: number | string, one: string, several: string): string {
	return `${n} ${String(n) === '1' ? one : several}`;
}
