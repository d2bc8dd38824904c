/**
 * Which corrections of a name their holder makes at once, and which somebody looks at first. A certificate is worth
 * something because it cannot be handed on: a slip of the pen is mended freely, another person's name is not.
 */
import type { CorrectedBy } from '#schemas/certificate.ts';
import { foldText } from './fold.ts';
import { isSyllable } from './syllables.ts';

/** How many corrections of one certificate its holder makes without asking. */
export const freeCorrections = 2;

export type CorrectionVerdict =
	/** It is made at once. */
	| 'now'
	/** It asks: it may be another person's name. */
	| 'other-name'
	/** It asks: it is small, and the holder has made all that they make by themselves. */
	| 'used-up';

/** A name on a certificate, and how it came to stand there; null: it was issued so. */
export interface NameGiven {
	holder: string;
	correctedBy: CorrectedBy | null;
}

/**
 * Judges a wish, by all names that this certificate has had, the first one first. It is compared with the last name that
 * was issued or that somebody has looked at, never with one that the holder made of it: no walk in small steps leads to
 * another name.
 */
export function judgeCorrection(given: readonly NameGiven[], wanted: string): CorrectionVerdict {
	const known = given.filter(({ correctedBy }) => correctedBy !== 'holder').at(-1);
	if (!known || !isSmallChange(known.holder, wanted)) return 'other-name';
	return freeLeft(given) > 0 ? 'now' : 'used-up';
}

/** How many the holder may still make without asking. */
export function freeLeft(given: readonly Pick<NameGiven, 'correctedBy'>[]): number {
	const own = given.filter(({ correctedBy }) => correctedBy === 'holder').length;
	return Math.max(0, freeCorrections - own);
}

/** Letters that may differ in a whole name: one, and two in a long one. */
const longName = 16;

/**
 * Whether two names differ in nothing but case, diacritics, punctuation, spaces and the order of words, and in no more
 * than a letter or two that somebody has mistyped.
 */
export function isSmallChange(one: string, other: string): boolean {
	if (bringsOtherScript(one, other)) return false;
	const [a, b] = [wordsOf(one), wordsOf(other)];
	if (isRespaced(one, other)) return true;
	const [left, right] = [without(a, b), without(b, a)];
	if (left.length !== right.length || left.length > 2) return false;
	const all = Math.min(...[a, b].map((words) => lettersOf(words.join('')).length));
	return slips(left, right) <= (all < longName ? 1 : 2);
}

/** Letters that look like others and are none, such as a Cyrillic `у`. */
function bringsOtherScript(one: string, other: string): boolean {
	const strange = other.match(/[^\p{Script=Latin}\p{Script=Khmer}\P{L}]/gu) ?? [];
	return strange.some((letter) => !one.includes(letter));
}

/** The same letters and marks in other words; or all of it run together, as an address of e-mail has it. */
function isRespaced(one: string, other: string): boolean {
	const plain = (name: string) => wordsOf(name).join('');
	if (plain(one) !== plain(other)) return false;
	const marked = (name: string) => foldText(name).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
	return marked(one) === marked(other) || [one, other].some((name) => wordsOf(name).length === 1);
}

/** Marks of Latin letters; those of Khmer that are no vowels, such as the bantoc. */
const diacritics = /[\u0300-\u036f\u17c9-\u17d1\u17dd]/g;
const apostrophes = /'/g;
const notWritten = /[^\p{L}\p{M}\p{N}]+/u;
/** Final `i` and `y` are one sound after a consonant, and both are written: Lí and Lý. */
const finalY = /(?<=^qu|^[^aeou]*[bcdghklmnprstvx])y$/;

/** The words of a name as they are compared, without what may change freely. */
function wordsOf(name: string): string[] {
	return name
		.split(/\s+/u)
		.flatMap((word) => foldText(word).replace(apostrophes, '').split(notWritten))
		.map((word) => word.normalize('NFD').replace(diacritics, '').normalize('NFC'))
		.map((word) => word.replaceAll('đ', 'd').replace(finalY, 'i'))
		.filter((word) => word !== '');
}

/** The words of the first that the second does not have, each as often as it is missing there. */
function without(words: readonly string[], others: readonly string[]): string[] {
	const rest = [...others];
	return words.filter((word) => {
		const index = rest.indexOf(word);
		if (index >= 0) rest.splice(index, 1);
		return index < 0;
	});
}

/** How many letters were mistyped, word for word in the better order; infinite where a word is another one. */
function slips(left: readonly string[], right: readonly string[]): number {
	const inOrder = (words: readonly string[]) =>
		left.reduce((sum, word, n) => sum + slipsInWord(word, words[n]!), 0);
	return Math.min(inOrder(right), inOrder([...right].reverse()));
}

/**
 * Letters by which two words differ, where one can be the other mistyped. In Vietnamese a letter makes another name (Lan
 * and Lam, Trang and Trung, Nguyệt and Nguyên), so one of the two must be what cannot be written. Of other languages in
 * Latin letters nothing is known: there only long words are taken for one another. In Khmer, names are written without
 * spaces, and their last vowel tells a son from a daughter; figures are no slip either.
 */
function slipsInWord(one: string, other: string): number {
	if (/[^\p{Script=Latin}]/u.test(one + other)) return one === other ? 0 : Infinity;
	const long = Math.max(lettersOf(one).length, lettersOf(other).length);
	const written = [one, other].filter(isSyllable).length;
	const most = written === 2 ? 0 : written === 1 ? (long >= 4 ? 1 : 0) : long >= 12 ? 2 : long >= 7 ? 1 : 0;
	const distance = editDistance(lettersOf(one), lettersOf(other));
	return distance <= most ? distance : Infinity;
}

/** Code points; in Khmer a consonant below the line, which is typed as two, is one. */
function lettersOf(word: string): string[] {
	return word.match(/\u17d2[\u1780-\u17a2]|./gsu) ?? [];
}

/**
 * Letters put in, left out, exchanged or changed over with their neighbour (F. J. Damerau, "A technique for computer
 * detection and correction of spelling errors", Communications of the ACM 7(3), 1964; no letter is touched twice).
 */
export function editDistance(one: readonly string[], other: readonly string[]): number {
	const row = (n: number) =>
		Array.from({ length: other.length + 1 }, (_, m) => (n === 0 ? m : m === 0 ? n : 0));
	const table = Array.from({ length: one.length + 1 }, (_, n) => row(n));
	for (let n = 1; n <= one.length; n++)
		for (let m = 1; m <= other.length; m++) {
			const [a, b] = [one[n - 1], other[m - 1]];
			const changed = table[n - 1]![m - 1]! + (a === b ? 0 : 1);
			const best = Math.min(table[n - 1]![m]! + 1, table[n]![m - 1]! + 1, changed);
			const isTurned = n > 1 && m > 1 && a === other[m - 2] && b === one[n - 2];
			table[n]![m] = isTurned ? Math.min(best, table[n - 2]![m - 2]! + 1) : best;
		}
	return table[one.length]![other.length]!;
}
