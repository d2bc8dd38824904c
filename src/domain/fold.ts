import type { Locale } from '#schemas/names.ts';

/**
 * Characters that are not seen: zero-width spaces and joiners, soft hyphens, direction marks, variation selectors,
 * fillers, tags (Unicode: Default_Ignorable_Code_Point). Keyboards and copying leave them, and Khmer parts words with
 * U+200B.
 */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const control = /(?!\s)\p{Cc}/gu;

/** Text without invisible characters. */
export function withoutInvisible(text: string): string {
	return text.replace(invisible, '');
}

/** Khmer digits (U+17E0 to U+17E9) as 0-9; the rest as it is. */
export function westernDigits(text: string): string {
	return text.replace(/[\u17e0-\u17e9]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0));
}

/** The full-width forms of ASCII (U+FF01 to U+FF5E) and the wide space as ASCII; the rest as it is. */
export function narrow(text: string): string {
	return text.replace(/[\uff01-\uff5e\u3000]/g, (wide) => wide.normalize('NFKC'));
}

/** Every kind of hyphen, dash and minus as `-`. */
export function plainDashes(text: string): string {
	return text.replace(/[\p{Dash_Punctuation}\u2212\u2043\u02d7]/gu, '-');
}

// Before compatibility forms are resolved: that makes a space and an accent of U+00B4, and two primes of U+2033.
const singleQuotes =
	/[\u2018-\u201b\u2032\u2035\u00b4\u0060\u02bb-\u02bd\u02c8\u02b9\u2039\u203a\uff07\uff40]/g;
const doubleQuotes = /[\u201c-\u201f\u2033\u2036\u02ba\u00ab\u00bb\uff02]/g;

function plainMarks(text: string): string {
	return plainDashes(text).replace(singleQuotes, "'").replace(doubleQuotes, '"');
}

/** Small letters that look like đ and stand in its place: Icelandic ð (its capital is Đ to the eye), African ɖ. */
const crossedD = /[\u00f0\u0256]/g;

/** Grave, acute, tilde, hook above, dot below: the five written tones of Vietnamese, decomposed. */
const tone = '[\\u0300\\u0301\\u0303\\u0309\\u0323]';

/** A tone typed before the circumflex or breve of its letter. */
const toneBeforeShape = /([\u0300\u0301\u0303\u0309])([\u0302\u0306])/g;

/** A tone on the `u` of `qu` or the `i` of `gi`, which belong to the consonant. */
const consonantTone = new RegExp(`((?<=q)u|(?<=g)i)(${tone})([aeiouy])`, 'gu');

/** A tone on the first of `oa`, `oe`, `uy`. People place it here or one letter on, and mean the same word. */
const earlyTone = new RegExp(`(o(?=.[ae])|u(?=.y))(${tone})([aey])`, 'gu');

const khmerLetter = '[\\u1780-\\u17d3\\u17dc\\u17dd]';
const khmerSpace = new RegExp(`(?<=${khmerLetter}) (?=${khmerLetter})`, 'g');

/** What may end an answer and is not part of it. */
const finalMarks = /[\s.,;:!?…、。។៕]+$/u;

/**
 * Text as typed answers and user names are compared: compatibility forms as what they stand for (NFKC), lower case, one
 * đ, one space for white space, no invisible or control characters, one kind of quote and of dash, no final
 * punctuation, Vietnamese tone marks in one place (hòa = hoà), and Khmer without spaces between letters, with one
 * spelling for what looks the same, and with the digits 0-9. Marks count otherwise: `ma` is not `má`. The rules go by
 * the letters themselves, so they hold in every locale. Not for display.
 */
export function foldText(text: string, _locale?: Locale): string {
	const seen = withoutInvisible(plainMarks(text)).replace(control, '');
	const composed = plainMarks(seen.normalize('NFKC'));
	const lower = composed.toLowerCase().normalize('NFKD').replace(crossedD, 'đ');
	const shaped = withoutInvisible(lower).replace(toneBeforeShape, '$2$1');
	const toned = shaped.replace(consonantTone, '$1$3$2').replace(earlyTone, '$1$3$2');
	const spaced = toned.normalize('NFC').replace(/\s+/g, ' ').trim();
	const folded = foldKhmer(spaced);
	// An answer that is nothing but punctuation ("?") keeps it.
	return folded.replace(finalMarks, '') || folded;
}

/**
 * What looks the same on screen and is typed in more than one way: two-part vowels as their halves,
 * subscript DA for subscript TA (W3C, Character Model: String Matching, 2.3), and subscript RO before
 * another subscript.
 */
function foldKhmer(text: string): string {
	return westernDigits(text)
		.replace(khmerSpace, '')
		.replaceAll('\u17c1\u17b8', '\u17be')
		.replaceAll('\u17c1\u17b6', '\u17c4')
		.replaceAll('\u17d2\u178a', '\u17d2\u178f')
		.replace(/(\u17d2\u179a)((?:\u17d2[\u1780-\u1799\u179b-\u17a2])+)/g, '$2$1');
}

/** Folded text without the marks of Latin letters: `hà nội` is `ha noi`, đ is d. Other scripts keep theirs. */
export function withoutDiacritics(folded: string): string {
	return folded
		.normalize('NFD')
		.replace(/([a-z])[\u0300-\u036f]+/g, '$1')
		.replaceAll('đ', 'd')
		.normalize('NFC');
}
