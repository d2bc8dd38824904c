import { withoutInvisible } from './fold.ts';

/** Why a new password is too easy to guess: many use it, it is the owner's own name, or it is a run, a date, a number. */
export type Weakness = 'common' | 'own' | 'pattern';

/** What anybody may know of the owner. */
export interface Owner {
	username?: string | null | undefined;
	displayName?: string | null | undefined;
}

/**
 * What a new password is refused for beside its length; null: nothing. `common`: words that many people use, as
 * `foldPassword` gives them. No kind of character is asked for: words of one's own are easier to keep and harder to guess.
 */
export function weaknessOf(password: string, owner: Owner, common: ReadonlySet<string>): Weakness | null {
	if (new Set(foldCase(password)).size < fewestSigns) return 'pattern';
	for (const folded of spellings(password)) {
		if (isPattern(folded) || isNumberOfSomebody(folded)) return 'pattern';
		if (isOwn(folded, owner)) return 'own';
		if (isCommon(folded, common)) return 'common';
	}
	return null;
}

/** Fewer different signs than this are no secret, however often they come. */
const fewestSigns = 5;
const foldCase = (password: string) => withoutInvisible(password).normalize('NFC').toLowerCase();

/** A password as it is compared: small letters without marks of tone, no signs, no spaces. */
export function foldPassword(password: string): string {
	return withoutInvisible(password)
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase()
		.replaceAll('đ', 'd')
		.normalize('NFC')
		.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** Signs that stand for letters. */
const disguise: Record<string, string> = {
	'@': 'a',
	'4': 'a',
	'3': 'e',
	'1': 'i',
	'!': 'i',
	'0': 'o',
	$: 's',
	'5': 's',
	'7': 't',
};

/** As written, and as it reads where signs stand for letters. What is signs and pictures alone is judged as it is. */
function spellings(password: string): string[] {
	const plain = foldPassword(password) || password.normalize('NFC');
	const words = password.replace(/[@4310!$57]/g, (sign) => disguise[sign] ?? sign);
	return [...new Set([plain, foldPassword(words) || plain])];
}

const withoutOuterDigits = (text: string) => text.replace(/^\p{N}+|\p{N}+$/gu, '');

/** A common word, alone, with figures around it, or several times. */
function isCommon(folded: string, common: ReadonlySet<string>): boolean {
	return [folded, withoutOuterDigits(folded), repeatedPart(folded)].some((word) => common.has(word));
}

/** The shortest part of which the whole is a repetition; the whole, where it is none. */
function repeatedPart(text: string): string {
	const at = (text + text).indexOf(text, 1);
	return text.slice(0, at);
}

/** Fewer letters than this beside the owner's names are no secret. */
const lettersOfOnesOwn = 4;

/** The owner's names, in any order and number, with little else. */
function isOwn(folded: string, { username, displayName }: Owner): boolean {
	const names = [username ?? '', ...(displayName ?? '').split(/\s+/)]
		.flatMap((name) => [foldPassword(name), withoutOuterDigits(foldPassword(name))])
		.filter((name) => name.length >= 2)
		.sort((a, b) => b.length - a.length);
	const rest = names.reduce((left, name) => left.replaceAll(name, ''), folded);
	return rest !== folded && rest.replace(/\P{L}/gu, '').length < lettersOfOnesOwn;
}

/** Keys and letters that stand beside each other. */
const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz'].flatMap(
	(row) => [row, [...row].reverse().join('')],
);
const shortestRun = 3;

/** Runs of neighbours or of one character and nothing else, or a few characters again and again. */
function isPattern(folded: string): boolean {
	if (repeatedPart(folded).length <= Math.min(4, folded.length / 2)) return true;
	for (let at = 0; at < folded.length;) {
		const length = runAt(folded, at);
		if (length < shortestRun) return false;
		at += length;
	}
	return true;
}

function runAt(text: string, from: number): number {
	let longest = 1;
	while (text[from + longest] === text[from]) longest++;
	for (const row of rows) {
		const start = row.indexOf(text[from] ?? '');
		if (start < 0) continue;
		let length = 1;
		while (start + length < row.length && row[start + length] === text[from + length]) length++;
		longest = Math.max(longest, length);
	}
	return longest;
}

/** A day such as a birthday, or a telephone number of Vietnam or Cambodia. */
function isNumberOfSomebody(folded: string): boolean {
	if (/^(0|84|855)\d{8,9}$/.test(folded)) return true;
	const [, a = '', b = '', c = '', d = ''] = /^(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(folded) ?? [];
	return isDay(a, b, c + d) || isDay(b, a, c + d) || isDay(d, c, a + b);
}

function isDay(day: string, month: string, year: string): boolean {
	return +day >= 1 && +day <= 31 && +month >= 1 && +month <= 12 && /^(19|20)\d\d$/.test(year);
}
