import { type Locale, locales } from '#schemas/names.ts';
import type { Accept } from '#schemas/kinds.ts';
import { foldText, withoutDiacritics } from '../fold.ts';

/** The words of the learner's language; of all languages, in their order, where it has none. */
export function acceptedWords(accept: Accept, locale: Locale): string[] {
	const own = accept[locale] ?? [];
	return own.length > 0 ? own : locales.flatMap((each) => accept[each] ?? []);
}

/**
 * Which of the words somebody typed, compared by `foldText`; undefined: none of them. What was typed wholly without
 * Vietnamese diacritics stands for words that have them (`ha noi` for `Hà Nội`) unless `marks` says that they count;
 * what has some must have all (`Ha Nội` is not `Hà Nội`). Words typed just so come first.
 */
export function typedOf(
	typed: string,
	words: readonly string[],
	{ locale, marks }: { locale: Locale; marks: boolean },
): string | undefined {
	const folded = foldText(typed, locale);
	const exact = words.find((each) => foldText(each, locale) === folded);
	if (exact !== undefined || marks || withoutDiacritics(folded) !== folded) return exact;
	return words.find((each) => withoutDiacritics(foldText(each, locale)) === folded);
}

/** How it is written, where it was typed without its diacritics; undefined where there is nothing to say. */
export function writtenAs(typed: string, word: string, locale: Locale): string | undefined {
	return foldText(typed, locale) === foldText(word, locale) ? undefined : word;
}
