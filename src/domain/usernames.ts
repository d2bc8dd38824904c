import { foldText, withoutInvisible } from './fold.ts';

/**
 * A user name as user names are compared: as words are (`foldText`), so that people find their account however their
 * phone spells them. No two accounts have names that are the same by it.
 */
export function foldUsername(name: string): string {
	return foldText(name);
}

/** As user names were compared until November 2026. Names that the fold of now takes as one are told apart by it. */
export function foldUsernameAsBefore(name: string): string {
	return name.normalize('NFC').toLowerCase().normalize('NFC').trim();
}

/** A user name as it is shown: as typed, without characters that are not seen. */
export function normaliseUsername(name: string): string {
	return withoutInvisible(name).normalize('NFC').trim();
}

/**
 * Alphabets that are read in Viet Nam and among its neighbours, none of which has letters that look like those of
 * another of them, decomposed. Cyrillic, Greek and others have; so have the letters of phonetics within Latin.
 */
const alphabets = [
	/^[a-zđæœøßł\u0300-\u0304\u0306-\u030c\u031b\u0323\u0327\u0328]+$/u,
	/^\p{Script=Khmer}+$/u,
	/^\p{Script=Cham}+$/u,
	/^\p{Script=Lao}+$/u,
	/^\p{Script=Thai}+$/u,
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u,
	/^\p{Script=Hangul}+$/u,
];
/** More marks on one letter than any of these writes in Latin, which run into one another. */
const heaped = /[\u0300-\u036f]{3}/u;

/**
 * Whether a user name cannot be taken for another: it has a letter or digit and three characters at least, its letters are of one alphabet that does
 * not look like another, and there is nothing in it that is not seen, but for the U+200B that parts Khmer words.
 */
export function isClearUsername(name: string): boolean {
	const seen = name.replaceAll('\u200b', '');
	if (withoutInvisible(seen) !== seen || seen.length < 3) return false;
	const letters = foldUsername(seen)
		.normalize('NFD')
		.replace(/[0-9._-]/g, '');
	if (letters === '') return /[0-9]/.test(foldUsername(seen));
	return !heaped.test(letters) && alphabets.some((alphabet) => alphabet.test(letters));
}

/** A name written as names are, as a user name: `Lê Văn Tám` is `le-van-tam`. Null where none can be made of it. */
export function joinUsername(name: string): string | null {
	const joined = normaliseUsername(name)
		.toLowerCase()
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replaceAll('đ', 'd')
		.normalize('NFC')
		.replace(/[^\p{L}\p{M}\p{N}._\s-]/gu, '')
		.trim()
		.replace(/\s+/g, '-')
		.slice(0, 40);
	return isClearUsername(joined) ? joined : null;
}

/**
 * A user name for somebody who has none, easy to say and to type on any keyboard: the last word of the name (the given
 * name in Vietnamese and Khmer) in plain Latin letters, and a number; `hoc` where no Latin letter is in it.
 */
export function suggestUsername(displayName: string, number: number): string {
	const given = displayName.trim().split(/\s+/).at(-1) ?? '';
	const plain = foldText(given)
		.normalize('NFD')
		.replaceAll('đ', 'd')
		.replace(/[^a-z0-9]/g, '')
		.slice(0, 20);
	return `${plain || 'hoc'}${String(number).padStart(4, '0')}`;
}
