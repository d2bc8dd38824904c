import type { Act } from '#schemas/access.ts';
import type { Someone } from '#lib/frame.ts';

/** What a helper does, each on a page of its own, and the act that opens it. */
export const helperPages = [
	{ path: '/helper/corrections', act: 'certificate.correct' },
	{ path: '/helper/attempts', act: 'attempt.grant' },
	{ path: '/helper/vouchers', act: 'learning.vouch' },
	{ path: '/rooms', act: 'room.open' },
	{ path: '/helper/recovery-codes', act: 'recovery-code.make' },
] as const satisfies { path: string; act: Act }[];

const acts: readonly Act[] = ['care.keep', 'care.give', ...helperPages.map(({ act }) => act)];

/** Whether they help others by any role: then the page of the people whom they help is theirs, and leads to the rest. */
export function isHelper(me: Pick<Someone, 'may'> | null): boolean {
	return me?.may?.some((act) => acts.includes(act)) ?? false;
}
