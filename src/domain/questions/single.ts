import { allOrNothing, feedbackOf, readAs, unreadable, type QuestionRule } from './rule.ts';

/** One right option: the answer is an option id, `"b"`. */
export const single: QuestionRule<'single'> = {
	read(answer, { options }) {
		if (answer === null || answer === '') return readAs(null);
		if (typeof answer !== 'string') return unreadable('wrong-type');
		return !options || options.includes(answer) ? readAs(answer) : unreadable('unknown-option');
	},
	grade(key, answer, question) {
		return allOrNothing(answer === key.right, question);
	},
	feedback(feedback, answer) {
		return typeof answer === 'string' ? feedbackOf(feedback, answer) : undefined;
	},
	solution(key) {
		return key.right;
	},
};
