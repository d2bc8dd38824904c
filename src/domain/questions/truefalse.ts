import { allOrNothing, feedbackOf, readAs, unreadable, type QuestionRule } from './rule.ts';

/** A statement that is right or wrong: the answer is `true` or `false`. */
export const truefalse: QuestionRule<'truefalse'> = {
	read(answer) {
		return answer === null || typeof answer === 'boolean' ? readAs(answer) : unreadable('wrong-type');
	},
	grade(key, answer, question) {
		return allOrNothing(answer === key.right, question);
	},
	feedback(feedback, answer) {
		return typeof answer === 'boolean' ? feedbackOf(feedback, String(answer)) : undefined;
	},
	solution(key) {
		return key.right;
	},
};
