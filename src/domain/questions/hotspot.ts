import { allOrNothing, feedbackOf, readAs, unreadable, type QuestionRule } from './rule.ts';

/**
 * One region of a picture: the answer is its id, `"nut-goi"`. All the points for a region that is right, whichever it is
 * where several are; else none.
 */
export const hotspot: QuestionRule<'hotspot'> = {
	read(answer, { options }) {
		if (answer === null || answer === '') return readAs(null);
		if (typeof answer !== 'string') return unreadable('wrong-type');
		return !options || options.includes(answer) ? readAs(answer) : unreadable('unknown-option');
	},
	grade(key, answer, question) {
		return allOrNothing(answer !== null && key.right.includes(answer), question);
	},
	feedback(feedback, answer) {
		return answer === null ? undefined : feedbackOf(feedback, answer);
	},
	solution(key) {
		return key.right[0] ?? null;
	},
};
