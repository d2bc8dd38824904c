import type { Locale } from '#schemas/names.ts';
import type { Answer, Question, QuestionKind } from '#schemas/question.ts';
import { formatNumber } from '#lib/format.ts';
import { plainOf } from '#lib/questions/answer.ts';
import { textOf } from '#lib/questions/solution.ts';
import type { Messages } from '#messages/index.ts';

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
