/** A course as a way, for pages: see `domain/journey.ts`. */
export { journeyOf, leftOf, type Landing, type Left, type Step } from '#domain/journey.ts';
