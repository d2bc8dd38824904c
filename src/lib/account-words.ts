import { formatDate } from '#lib/format.ts';
import { formatTime } from '#lib/time.ts';
import type { Messages } from '#messages/index.ts';
import type { CodeMade } from '#schemas/account.ts';
import type { Locale } from '#schemas/names.ts';

/** Who made a code for an account, and when, in words. */
export function codeMadeLine(t: Pick<Messages, 'account'>, locale: Locale, { at, by }: CodeMade): string {
	const { line, operator } = t.account.codeMade;
	return line({ by: by ?? operator, time: formatTime(at), date: formatDate(locale, at) });
}
