import type { Locale } from '#schemas/common.ts';
import type { Answer, PlainAnswer, Question, QuestionKind } from '#schemas/question.ts';
import { formatNumber } from '#lib/format.ts';
import { plainOf } from '#lib/questions/read.ts';
import { textOf } from '#lib/questions/solution.ts';
import type { Messages } from '#messages/index.ts';

/**
 * An answer as the question's own inputs would give it again, so that sending a page that nobody touched changes
 * nothing: ticks in the order shown, numbers with the decimal mark of the language that the answer is read in.
 */
export function asInput(answer: Answer | undefined, question: Question, locale: Locale): PlainAnswer {
	const plain = plainOf(answer);
	if (Array.isArray(plain)) {
		const ticked = (question.options ?? []).map(({ id }) => id).filter((id) => plain.includes(id));
		return ticked.length > 0 ? ticked : null;
	}
	if (typeof plain === 'number') return locale === 'en' ? String(plain) : String(plain).replace('.', ',');
	return plain === '' ? null : plain;
}

/** “True” and numbers are in the reader's language, whatever the question's. */
export function isSaidByUs(kind: QuestionKind): boolean {
	return kind === 'truefalse' || kind === 'number';
}

/** An answer in words, one line a part of it; none where nothing was answered. */
export function answerLines(
	answer: Answer | undefined,
	question: Question,
	locale: Locale,
	t: Messages,
): string[] {
	const plain = plainOf(answer);
	if (plain === null || plain === '') return [];
	if (typeof plain === 'boolean') return [plain ? t.question.true : t.question.false];
	if (typeof plain === 'number') return [formatNumber(locale, plain, 6)];
	const parts = Array.isArray(plain) ? plain : [plain];
	return parts.map((part) => {
		const option = question.options?.find(({ id }) => id === part);
		return option ? textOf(option.content) : part;
	});
}
