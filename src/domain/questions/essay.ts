import { waits } from './by-person.ts';
import { readAs, unreadable, type QuestionRule } from './rule.ts';

/** A text of one's own, which a person grades. Blanks alone are no answer. */
export const essay: QuestionRule<'essay'> = {
	read(answer) {
		if (answer === null) return readAs(null);
		if (typeof answer !== 'object' || Array.isArray(answer)) return unreadable('wrong-type');
		const { text, ...others } = answer as { text?: unknown };
		if (typeof text !== 'string' || Object.keys(others).length > 0) return unreadable('wrong-type');
		return readAs(text.trim() === '' ? null : { text: text.normalize('NFC').trimEnd() });
	},
	grade: (_key, answer, question) => waits(answer, question),
	feedback: () => undefined,
	solution: () => null,
};
