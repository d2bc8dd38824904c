import { readPaperAnswer } from '#domain/paper.ts';
import { messagesFor } from '#messages/index.ts';
import type { Locale } from '#schemas/common.ts';
import { keptAnswer, type KeptAnswer } from '../attempts/answers.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import type { WholeForm } from './form.ts';

/**
 * What was typed, by question, or every text that is no answer, each with what is expected there. Questions without an
 * answer are left out.
 * @param api the language of what is said.
 */
export function readTyped(
	{ row, asked }: WholeForm,
	typed: readonly string[],
	api: Locale,
): Map<string, KeptAnswer> | Failure {
	const words = messagesFor(api).examPaper;
	const errors: NonNullable<Failure['errors']> = [];
	const read = new Map<string, KeptAnswer>();
	for (const [at, text] of typed.entries()) {
		const path = `/answers/${at}`;
		const question = asked[at]?.question;
		if (!question) {
			if (text.trim() !== '') errors.push({ path, message: words.tooMany({ n: asked.length }) });
			continue;
		}
		const answer = readPaperAnswer(question, text);
		if (!answer.ok) {
			const said = words.mistakes[answer.why];
			errors.push({ path, message: typeof said === 'string' ? said : said({ n: answer.n }) });
			continue;
		}
		const kept = keptAnswer(question, answer.answer, { answer: row.locale, api }, path);
		if (isFailure(kept)) errors.push(...(kept.errors ?? []));
		else if (kept.answer !== null) read.set(question.id, kept);
	}
	return errors.length > 0 ? fail('answer-unreadable', { errors }) : read;
}
