import type { FailureCode } from '#schemas/failures.ts';

export type Values = Record<string, string | number>;
export interface FailureText {
	title: string;
	detail: (v: Values) => string;
}
/** Words for every code: one without words does not compile. */
export type FailureTexts = Record<FailureCode, FailureText>;

export const plain = (title: string, detail: string): FailureText => ({ title, detail: () => detail });
