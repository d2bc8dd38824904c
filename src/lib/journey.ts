/** A course as a way, for pages: see `domain/journey.ts`. */
export { journeyOf, leftOf, type Landing, type Left, type Step } from '#domain/journey.ts';

/** A petal for each thing that a course asks for, those that are done first. */
export function petalsOf({ done, total }: { done: number; total: number }): boolean[] {
	return Array.from({ length: total }, (_, index) => index < done);
}
