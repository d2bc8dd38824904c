/** Words that learners type, as keys hold them by language. */
import type { Locale } from '#schemas/common.ts';
import type { Accept } from '#schemas/kinds.ts';
import type { Key, QuestionKind } from '#schemas/question.ts';

/** Kinds whose keys hold words by language. */
export function takesWords(kind: QuestionKind): boolean {
	return kind === 'text' || kind === 'blanks' || kind === 'number';
}

/** The key with the words of a language as an older one has them; null: it lacks some. */
export function withWordsOf(key: Key, older: Key | undefined, locale: Locale): Key | null {
	if (!takesWords(key.kind)) return key;
	if (key.kind === 'number') {
		if (!key.units) return key;
		const units = older?.kind === 'number' && older.units && withLanguage(key.units, older.units, locale);
		return units ? { ...key, units } : null;
	}
	if (key.kind === 'text' && older?.kind === 'text') {
		const accept = withLanguage(key.accept, older.accept, locale);
		return accept && { ...key, accept };
	}
	if (key.kind !== 'blanks' || older?.kind !== 'blanks') return null;
	const blanks = { ...key.blanks };
	for (const [id, blank] of Object.entries(key.blanks)) {
		if ('right' in blank) continue;
		const was = Object.hasOwn(older.blanks, id) ? older.blanks[id] : undefined;
		const accept = was && 'accept' in was ? withLanguage(blank.accept, was.accept, locale) : null;
		if (!accept) return null;
		blanks[id] = { accept };
	}
	return { ...key, blanks };
}

function withLanguage(accept: Accept, older: Accept, locale: Locale): Accept | null {
	const words = older[locale];
	return words ? { ...accept, [locale]: words } : null;
}
