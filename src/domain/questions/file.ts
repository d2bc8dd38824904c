import { isUuid } from '#schemas/names.ts';
import { waits } from './by-person.ts';
import { readAs, unreadable, type QuestionRule } from './rule.ts';

/** A file that was uploaded, which a person grades. Whether there is such a file, and whose, the server knows. */
export const file: QuestionRule<'file'> = {
	read(answer) {
		if (answer === null) return readAs(null);
		if (typeof answer !== 'object' || Array.isArray(answer)) return unreadable('wrong-type');
		const { upload, ...others } = answer as { upload?: unknown };
		if (!isUuid(upload) || Object.keys(others).length > 0) return unreadable('wrong-type');
		return readAs({ upload: upload.toLowerCase() });
	},
	grade: (_key, answer, question) => waits(answer, question),
	feedback: () => undefined,
	solution: () => null,
};
