import { narrow, westernDigits } from '#domain/fold.ts';

/** From so many points on they are typed: there would be more choices than a screen shows. */
const mostChoices = 9;

/**
 * The points that a criterion of `most` points offers to be chosen, rising: quarters below one, halves up to five, whole
 * points above; `given` too, whatever it is. Null: they are typed.
 */
export function pointsOffered(most: number, given?: number): number[] | null {
	if (most > mostChoices) return null;
	const step = most < 1 ? 0.25 : most <= 5 ? 0.5 : 1;
	const steps = Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, n) => n * step);
	const whole = Number.isInteger(most * 4) ? [most] : [];
	return [...new Set([...steps, ...whole, ...(given === undefined ? [] : [given])])].sort((a, b) => a - b);
}

/** Points as people type them, `2,5` or `2.5`, in Khmer digits too; null for what is none. */
export function pointsIn(text: string): number | null {
	const typed = westernDigits(narrow(text)).trim().replace(',', '.');
	return /^\d{1,4}(\.\d{1,4})?$/.test(typed) ? Number(typed) : null;
}
