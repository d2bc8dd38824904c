/** The second step of signing in: what was typed, and how long to wait after wrong codes. */
import { millisOf, type Moment } from './time.ts';

const khmerNought = 0x17e0;

/** A code as it was typed, of the app or one of those that stand in for it. */
export function readCode(typed: string): { of: 'app' | 'backup'; code: string } {
	const code = typed
		.normalize('NFKC')
		.replace(/[០-៩]/g, (digit) => String(digit.charCodeAt(0) - khmerNought))
		.toUpperCase()
		.replace(/[^A-Z0-9]/g, '');
	return { of: /^\d{6}$/.test(code) ? 'app' : 'backup', code };
}

/** Wrong codes that cost nothing but the typing. */
const free = 5;
const minute = 60_000;
const longest = 60 * minute;
/** After so long the count begins anew. */
const forgotten = 24 * 60 * minute;

/** Wrong codes in a row, and when the first of them was tried. */
export interface Tries {
	count: number;
	/** Null: none. */
	since: Moment | null;
}

/** What counts still at a moment. */
export function triesAt({ count, since }: Tries, now: Moment): Tries {
	const isOver = since === null || millisOf(now) - millisOf(since) >= forgotten;
	return isOver ? { count: 0, since: null } : { count, since };
}

/**
 * Milliseconds until the next try: none after the first few, then a minute, two, four, up to an hour each. They begin
 * once the password was right: a stranger without it makes nobody wait.
 */
export function waitBefore(tries: Tries, now: Moment): number {
	const { count, since } = triesAt(tries, now);
	// Of two tries at the same time the one that was asked for first may come after the other.
	if (since === null || count < free) return 0;
	let pauses = 0;
	for (let n = free; n <= count; n++) pauses += Math.min(minute * 2 ** (n - free), longest);
	return Math.max(0, millisOf(since) + pauses - millisOf(now));
}
