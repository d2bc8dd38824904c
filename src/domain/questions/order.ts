import { readAs, shareOfPoints, unreadable, type QuestionRule } from './rule.ts';

/**
 * Things to put in order: the answer is a list of option ids, the first first, `["c", "a", "b"]`. Those left out have
 * no place yet. Score: points x pairs in the right order / all pairs, the pairs that Kendall's tau counts as
 * concordant (M. Kendall, "A new measure of rank correlation", Biometrika 30, 1938).
 */
export const order: QuestionRule<'order'> = {
	read(answer, { options }) {
		if (answer === null) return readAs(null);
		if (!Array.isArray(answer)) return unreadable('wrong-type');
		if (options && !answer.every((id) => options.includes(id))) return unreadable('unknown-option');
		if (new Set(answer).size < answer.length) return unreadable('repeated');
		return readAs(answer.length > 0 ? answer : null);
	},
	grade(key, answer, question) {
		return shareOfPoints(Array.isArray(answer) ? orderedShare(key.right, answer) : 0, question);
	},
	feedback() {
		return undefined;
	},
	solution(key) {
		return key.right;
	},
};

/** Share of the pairs that stand in the right order, 0 to 1. */
function orderedShare(right: readonly string[], answer: readonly string[]): number {
	const places = right.map((id) => answer.indexOf(id));
	const pairs = (right.length * (right.length - 1)) / 2;
	let ordered = 0;
	for (const [index, place] of places.entries()) {
		if (place === -1) continue;
		ordered += places.slice(index + 1).filter((later) => later > place).length;
	}
	return pairs === 0 ? 0 : ordered / pairs;
}
