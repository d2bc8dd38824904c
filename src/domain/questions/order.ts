import type { AnswerOf } from '#schemas/question.ts';
import { readAs, shareOfPoints, unreadable, type QuestionRule } from './rule.ts';

type Places = AnswerOf<'order'>;

/**
 * Things to put in order: the answer is a list of option ids, the first first, `["c", "a", "b"]`; null where nothing
 * stands yet, `["c", null, "b"]`, and those left out have no place yet. Score: points x pairs in the right order / all
 * pairs, the pairs that Kendall's tau counts as concordant (M. Kendall, "A new measure of rank correlation", Biometrika
 * 30, 1938). What has no place scores nothing for its pairs.
 */
export const order: QuestionRule<'order'> = {
	read(answer, { options }) {
		if (answer === null) return readAs(null);
		if (!Array.isArray(answer)) return unreadable('wrong-type');
		const places: Places = answer;
		const placed = places.filter((id) => id !== null);
		if (options && !placed.every((id) => options.includes(id))) return unreadable('unknown-option');
		if (new Set(placed).size < placed.length) return unreadable('repeated');
		const read = withoutOpenEnd(places);
		if (options && read.length > options.length) return unreadable('too-many');
		return readAs(read.length > 0 ? read : null);
	},
	grade(key, answer, question) {
		return shareOfPoints(answer ? orderedShare(key.right, answer) : 0, question);
	},
	feedback() {
		return undefined;
	},
	solution(key) {
		return key.right;
	},
};

/** Open places at the end say nothing. */
function withoutOpenEnd(answer: Places): Places {
	return answer.slice(0, answer.findLastIndex((id) => id !== null) + 1);
}

/** Share of the pairs that stand in the right order, 0 to 1. */
function orderedShare(right: readonly string[], answer: Places): number {
	const places = right.map((id) => answer.indexOf(id));
	const pairs = (right.length * (right.length - 1)) / 2;
	let ordered = 0;
	for (const [index, place] of places.entries()) {
		if (place === -1) continue;
		ordered += places.slice(index + 1).filter((later) => later > place).length;
	}
	return pairs === 0 ? 0 : ordered / pairs;
}
