import type { AnswerOf, PlainAnswer } from '#schemas/question.ts';
import {
	readAs,
	shareOfPoints,
	unreadable,
	type AskedIds,
	type QuestionRule,
	type ReadResult,
} from './rule.ts';

type Pairs = AnswerOf<'match'>;

/**
 * Things to match: the answer says for an option what it is matched with, `{"left": "right"}`. Those left out are not
 * matched yet, and several may be matched with the same. Score: points x options matched rightly / all options.
 */
export const match: QuestionRule<'match'> = {
	read(answer, question) {
		if (answer === null) return readAs(null);
		return isPairs(answer) ? readPairs(answer, question) : unreadable('wrong-type');
	},
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

function isPairs(answer: PlainAnswer): answer is Pairs {
	return typeof answer === 'object' && answer !== null && !Array.isArray(answer);
}

function readPairs(answer: Pairs, { options, targets }: AskedIds): ReadResult<'match'> {
	const pairs = Object.entries(answer);
	const isKnown = ([option, target]: [string, string]) =>
		(options?.includes(option) ?? true) && (targets?.includes(target) ?? true);
	if (!pairs.every(isKnown)) return unreadable('unknown-option');
	return readAs(pairs.length > 0 ? answer : null);
}

/** Share of the options that are matched as the key says, 0 to 1. Ids are an author's words, so one may be `constructor`. */
function matchedShare(right: Pairs, answer: Pairs): number {
	const wanted = Object.entries(right);
	const hits = wanted.filter(
		([option, target]) => Object.hasOwn(answer, option) && answer[option] === target,
	);
	return wanted.length === 0 ? 0 : hits.length / wanted.length;
}
