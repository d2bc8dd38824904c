/** Where an option is on the picture of its question: `{#nut-goi at=10,70,20,15}`. */
import type { Region } from '#schemas/question.ts';
import type { Problems } from '../problems.ts';
import type { Attributes } from './attributes.ts';

/** The key that says where, and the class of a round one. */
export const regionKey = 'at';
export const roundClass = 'round';

const number = /^\d{1,3}(?:\.\d{1,3})?%?$/;

/** Left edge, upper edge, width and height in per cent of the picture; null: nothing is said, or it was said what is wrong. */
export function readRegion({ values, classes }: Attributes, problems: Problems): Region | null {
	const written = values.get(regionKey);
	if (!written) return null;
	const { value, place } = written;
	const parts = value.split(/[,;]/);
	const [left = 0, top = 0, width = 0, height = 0] = parts.map((part) => Number(part.replace('%', '')));
	if (parts.length !== 4 || !parts.every((part) => number.test(part)) || width === 0 || height === 0) {
		problems.add('region-unreadable', place, { value });
		return null;
	}
	if (exceeds(left, width) || exceeds(top, height)) {
		problems.add('region-outside', place, { value });
		return null;
	}
	const round = classes.some(({ name }) => name === roundClass);
	return { left, top, width, height, ...(round && { round: true as const }) };
}

/** Thousandths may be written, and are added up wrongly by a little. */
const exceeds = (from: number, length: number) => from + length > 100 + 1e-9;

/** Whether a point could lie in both; edges may touch. Round ones count as their boxes. */
export function overlap(a: Region, b: Region): boolean {
	const beside = (from: number, length: number, other: number) => other >= from + length - 1e-9;
	return !(
		beside(a.left, a.width, b.left) ||
		beside(b.left, b.width, a.left) ||
		beside(a.top, a.height, b.top) ||
		beside(b.top, b.height, a.top)
	);
}
