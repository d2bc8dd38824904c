import type { FailureCode } from '#schemas/failures.ts';

export type Values = Record<string, string | number>;
export interface FailureText {
	title: string;
	detail: (v: Values) => string;
}
/** Words for every code: one without words does not compile. */
export type FailureTexts = Record<FailureCode, FailureText>;

/** A wait as people say it: in whole minutes once it is a long one. */
export function waitIn(seconds: Values[string] | undefined): { n: number; of: 'second' | 'minute' } {
	const n = Number(seconds ?? 0);
	return n < 120 ? { n, of: 'second' } : { n: Math.ceil(n / 60), of: 'minute' };
}

export const plain = (title: string, detail: string): FailureText => ({ title, detail: () => detail });
