/**
 * A language that is held back for an error keeps what was last published of it, as far as that still fits the source:
 * a typo of today does not take away what people read yesterday.
 */
import type { Manifest } from '#schemas/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import type { Key, QuestionText } from '#schemas/question.ts';
import type { Parts } from './parts.ts';
import { optionIds, type PublishedIds } from './published-ids.ts';
import { withWordsOf } from './typed-words.ts';

/** Fills in the languages of `held` where `manifest` lacks them; the parts that it names were stored before. */
export function keepTranslations(
	manifest: Manifest,
	held: readonly Locale[],
	before: PublishedIds | undefined,
	parts: Parts,
): void {
	const old = before?.manifest;
	if (!old || old.sourceLocale !== manifest.sourceLocale) return;
	for (const locale of held) {
		for (const [id, lesson] of Object.entries(manifest.lessons)) {
			const was = own(old.lessons, id);
			const text = was?.locales[locale];
			if (text && isSame(was.checks, lesson.checks) && isSame(was.tries, lesson.tries))
				lesson.locales[locale] = text;
		}
		for (const [id, quiz] of Object.entries(manifest.quizzes)) {
			const text = own(old.quizzes, id)?.locales[locale];
			if (text) quiz.locales[locale] = text;
		}
		for (const id of Object.keys(manifest.questions)) keepQuestion(manifest, id, locale, before, parts);
	}
}

function keepQuestion(
	manifest: Manifest,
	id: string,
	locale: Locale,
	{ manifest: old, options = {}, words = {} }: PublishedIds,
	parts: Parts,
): void {
	const question = manifest.questions[id];
	const was = old && own(old.questions, id);
	const text = was?.locales[locale];
	if (!question || !old || !text || was.kind !== question.kind) return;
	// In a quiz that keeps the author's order, a text holds that order.
	if (own(old.quizzes, was.quiz)?.shuffle !== manifest.quizzes[question.quiz]?.shuffle) return;
	const now = parts.all[question.locales[manifest.sourceLocale]?.text ?? ''] as QuestionText | undefined;
	const ids = optionIds(now);
	if (!isSame([...ids].sort(), [...(options[id] ?? [])].sort())) return;
	const key = withWordsOf(parts.all[question.key] as Key, own(words, id), locale);
	if (!key) return;
	question.key = parts.addSecret(key);
	question.locales[locale] = text;
}

function own<T>(record: Record<string, T>, id: string): T | undefined {
	return Object.hasOwn(record, id) ? record[id] : undefined;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((each, index) => each === b[index]);
}
