import type { AnswerOf, PlainAnswer } from '#schemas/question.ts';
import { readAs, unreadable, type AskedIds } from './rule.ts';

/** What several kinds share: an answer that says for an option what it goes with, `{"option": "target"}`. */
export type Pairs = AnswerOf<'match'>;

export function isPairs(answer: PlainAnswer): answer is Pairs {
	return typeof answer === 'object' && answer !== null && !Array.isArray(answer);
}

export function readPairs(answer: PlainAnswer, { options, targets }: AskedIds) {
	if (answer === null) return readAs(null);
	if (!isPairs(answer)) return unreadable('wrong-type');
	const pairs = Object.entries(answer);
	const isKnown = ([option, target]: [string, string]) =>
		(options?.includes(option) ?? true) && (targets?.includes(target) ?? true);
	if (!pairs.every(isKnown)) return unreadable('unknown-option');
	return readAs(pairs.length > 0 ? answer : null);
}

/** What an option goes with; undefined: it was left out. Ids are an author's words, so one may be `constructor`. */
export function partner(answer: Pairs, option: string): string | undefined {
	return Object.hasOwn(answer, option) ? answer[option] : undefined;
}
