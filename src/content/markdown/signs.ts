/** Where Markdown's rules and what people mean part: blanks to fill in, sums, emphasis beside Khmer letters. */
import { mark } from './marks.ts';

const letter = /[\p{L}\p{M}\p{N}]/u;
/** What stands around a blank such as `__/__/____`. */
const aroundBlank = /^[\s/.,;:|–—-]?$/u;
const run = /([_*])\1*/y;

/** A run of `_` or `*` at `at` as the parser is to see it: marked where it is nothing but signs. */
export function readRun(source: string, at: number): string {
	run.lastIndex = at;
	const signs = run.exec(source)?.[0] ?? '';
	const before = source[at - 1] ?? '';
	const after = source[at + signs.length] ?? '';
	const means = signs.startsWith('_')
		? !isBlank(signs.length, before, after) || isRule(source, at)
		: !(signs.length === 1 && /[\d)]/.test(before) && /[\d(]/.test(after));
	return means ? signs : [...signs].map(mark).join('');
}

/** `____` is a place to write in: to Markdown it would open or close bold type. */
function isBlank(length: number, before: string, after: string): boolean {
	if (length > 3) return true;
	if (length === 3) return !letter.test(before) && !letter.test(after);
	return aroundBlank.test(before) && aroundBlank.test(after);
}

/** `___` alone on its line draws a line. */
function isRule(source: string, at: number): boolean {
	const start = source.lastIndexOf('\n', at - 1) + 1;
	const line = source.slice(start).split('\n', 1)[0] ?? '';
	return /^[ \t]*_[_ \t]*$/.test(line);
}

const neighbours = '.,:;!?"\'%«»“”‘’…។៕៖';
const closing = /[*]+/y;

/**
 * A sign between stars and a letter, as in `**«ខ្មែរ»**ខ្មែរ`: to Markdown the stars would not close there, since it
 * takes words to be parted by blanks. Two stars are always meant; one only where the script has no blanks.
 */
export function readNeighbour(source: string, at: number): string {
	const sign = source[at] ?? '';
	if (!neighbours.includes(sign)) return sign;
	closing.lastIndex = at + 1;
	const stars = closing.exec(source)?.[0] ?? '';
	if (stars !== '' && meant(stars, source.slice(at + 1 + stars.length, at + 3 + stars.length)))
		return mark(sign);
	const opening = /[*]+$/.exec(source.slice(Math.max(0, at - 3), at))?.[0] ?? '';
	const before = source.slice(Math.max(0, at - opening.length - 2), at - opening.length);
	return opening !== '' && meant(opening, before.slice(-1)) ? mark(sign) : sign;
}

function meant(stars: string, neighbour: string): boolean {
	const [first = ''] = neighbour;
	return stars.length === 1 ? /\p{Script=Khmer}/u.test(first) : letter.test(first);
}
