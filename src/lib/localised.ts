import { type Locale, locales, type Localised } from '#schemas/names.ts';

/** Words in the reader's language, else in the first that has them; `lang` is set where it is another. */
export function inWords(
	words: Localised,
	locale: Locale,
	otherwise = '',
): { text: string; lang: Locale | undefined } {
	const found = [locale, ...locales].find((each) => (words[each] ?? '').trim() !== '');
	return { text: (found && words[found]) ?? otherwise, lang: found === locale ? undefined : found };
}

/** Language of what people write themselves, a name above all, as far as its letters tell. */
export function langOfLetters(text: string): Locale | undefined {
	return /\p{Script=Khmer}/u.test(text) ? 'km' : undefined;
}
