import type { Feedback, PlainAnswer, Remark } from '#schemas/question.ts';
import { feedbackOf, readAs, shareOfPoints, unreadable, type QuestionRule } from './rule.ts';

/**
 * Several right options: the answer is a list of option ids, `["a", "c"]`; an empty list is an answer.
 * Score: points x max(0, right ticked - wrong ticked) / number of right options.
 */
export const multiple: QuestionRule<'multiple'> = {
	read(answer, { options }) {
		if (answer === null) return readAs(null);
		if (!isIds(answer)) return unreadable('wrong-type');
		if (options && !answer.every((id) => options.includes(id))) return unreadable('unknown-option');
		if (options && answer.length > options.length) return unreadable('too-many');
		return readAs([...new Set(answer)]);
	},
	grade(key, answer, question) {
		return shareOfPoints(answer ? shareOf(key.right, answer) : 0, question);
	},
	feedback(feedback, answer) {
		const said = remarksOn(feedback, answer).map(({ text }) => text);
		return said.length > 0 ? said.join('\n') : undefined;
	},
	remarks: remarksOn,
	solution(key) {
		return key.right;
	},
};

function remarksOn(feedback: Feedback, answer: readonly string[] | null): Remark[] {
	const ticked = Object.keys(feedback.options).filter((id) => answer?.includes(id));
	return ticked.flatMap((option) => {
		const text = feedbackOf(feedback, option);
		return text ? [{ option, text }] : [];
	});
}

function isIds(answer: PlainAnswer): answer is string[] {
	return Array.isArray(answer) && answer.every((id) => id !== null);
}

/** Share of the points, 0 to 1. Where no option is right, leaving all of them is. */
function shareOf(right: readonly string[], answer: readonly string[]): number {
	const ticked = new Set(answer);
	if (right.length === 0) return ticked.size === 0 ? 1 : 0;
	const hits = right.filter((id) => ticked.has(id)).length;
	const misses = ticked.size - hits;
	return Math.max(0, hits - misses) / right.length;
}
