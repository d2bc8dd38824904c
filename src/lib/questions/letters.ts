/** A, B, C … for what is told apart by letters; after Z they begin again, doubled. */
export function letter(index: number): string {
	return String.fromCharCode(65 + (index % 26)).repeat(Math.floor(index / 26) + 1);
}
