import { partner, readPairs, type Pairs } from './pairs.ts';
import { shareOfPoints, type QuestionRule } from './rule.ts';

/**
 * Things to match: the answer says for an option what it is matched with, `{"left": "right"}`. Those left out are not
 * matched yet, and several may be matched with the same. Score: points x options matched rightly / all options.
 */
export const match: QuestionRule<'match'> = {
	read: readPairs,
	grade(key, answer, question) {
		return shareOfPoints(answer ? matchedShare(key.right, answer) : 0, question);
	},
	feedback() {
		return undefined;
	},
	solution(key) {
		return key.right;
	},
};

/** Share of the options that are matched as the key says, 0 to 1. */
function matchedShare(right: Pairs, answer: Pairs): number {
	const wanted = Object.entries(right);
	const hits = wanted.filter(([option, target]) => partner(answer, option) === target);
	return wanted.length === 0 ? 0 : hits.length / wanted.length;
}
