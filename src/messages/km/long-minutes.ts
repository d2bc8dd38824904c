/** Minutes as people say them: from an hour on in hours, rounded to five minutes. */
export function longMinutes(n: number): string {
	if (n < 60) return `${n} នាទី`;
	const rounded = Math.round(n / 5) * 5;
	const [hours, minutes] = [Math.floor(rounded / 60), rounded % 60];
	return minutes === 0 ? `${hours} ម៉ោង` : `${hours} ម៉ោង ${minutes} នាទី`;
}
