import { askedOf } from '#domain/questions/asked.ts';
import { verdict } from '#domain/questions/grade.ts';
import type { PracticeKeys } from '#schemas/attempt.ts';
import type { Locale } from '#schemas/names.ts';
import type { Answer, Verdict } from '#schemas/question.ts';

/**
 * Judges an answer to a practice question by the rule that the server has, with the keys that lie at that address. Null:
 * the device has none of this lesson.
 * This module is heavy for a page, and is fetched when it is needed first.
 */
export async function judgeHere(keys: string, question: string, answer: Answer): Promise<Verdict | null> {
	const response = await fetch(keys);
	if (!response.ok) return null;
	const { checks } = (await response.json()) as PracticeKeys;
	const check = checks.find((one) => one.question.id === question);
	if (!check) return null;
	return verdict({
		question: askedOf(check.question),
		key: check.key,
		feedback: check.feedback,
		answer,
		locale: check.question.locale as Locale,
		show: 'all',
	});
}
