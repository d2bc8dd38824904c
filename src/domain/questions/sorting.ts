import type { KeyOf } from '#schemas/question.ts';
import { partner, readPairs, type Pairs } from './pairs.ts';
import { shareOfPoints, type QuestionRule } from './rule.ts';

/**
 * Things to sort under headings, into groups or into the columns of a matrix: the answer says for each thing under which
 * it goes; those left out are not sorted yet. Score: points x `sortedShare`.
 */
export const sorting = {
	read: readPairs,
	grade(key, answer, question) {
		return shareOfPoints(answer ? sortedShare(key.right, answer) : 0, question);
	},
	feedback() {
		return undefined;
	},
	solution(key) {
		return key.right;
	},
} satisfies QuestionRule<'group'> & QuestionRule<'matrix'>;

/**
 * How well things are sorted, 0 to 1. A thing sorted rightly counts 1, a wrong one -1 / (headings - 1), one left out
 * nothing (formula scoring: L. L. Thurstone, "A scoring method for mental tests", Psychological Bulletin 16, 1919);
 * headings are those that something belongs under. Each of them counts by the mean of what belongs under it, all alike,
 * and their mean is the share, never below 0: everything under one heading comes to 0, however many belong there.
 */
function sortedShare(right: KeyOf<'group'>['right'], answer: Pairs): number {
	const wanted = Object.entries(right);
	const headings = [...new Set(wanted.map(([, heading]) => heading))];
	if (headings.length === 0) return 0;
	const wrong = -1 / Math.max(1, headings.length - 1);
	const means = headings.map((heading) => {
		const things = wanted.filter(([, each]) => each === heading);
		const counts = things.map(([thing]) => {
			const given = partner(answer, thing);
			return given === undefined ? 0 : given === heading ? 1 : wrong;
		});
		return sum(counts) / counts.length;
	});
	return Math.max(0, sum(means) / means.length);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}
