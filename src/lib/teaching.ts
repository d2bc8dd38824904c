import { error, type RequestEvent } from '@sveltejs/kit';
import type { Act } from '#schemas/access.ts';
import { messagesFor } from '#messages/index.ts';
import type { Someone } from '#lib/frame.ts';
import { secondStepFirst } from '#lib/own-account.ts';

/** What those who teach do, each on a page of its own, and the act that opens it. */
export const teachPages = [
	{ path: '/teach/grading', act: 'answer.grade' },
	{ path: '/teach/analysis', act: 'analysis.read' },
	{ path: '/rooms', act: 'room.oversee' },
] as const satisfies { path: string; act: Act }[];

/** Whether they teach or administer by any role: then the page for teachers is theirs, and leads to the rest. */
export function isTeacher(me: Pick<Someone, 'may'> | null): boolean {
	return teachPages.some(({ act }) => me?.may?.includes(act));
}

type Visit = Pick<RequestEvent, 'locals'> & { parent(): Promise<{ me: Someone | null }> };

/** Whoever may do this on something, or anything that teachers do; nobody else opens the page. */
export async function teacherOf(visit: Visit, act?: Act): Promise<Someone> {
	const { me } = await visit.parent();
	const { teacherOnly } = messagesFor(visit.locals.locale).teach;
	if (!me) error(401, { message: teacherOnly });
	secondStepFirst(visit, me);
	if (!(act ? me.may?.includes(act) : isTeacher(me))) error(403, { message: teacherOnly });
	return me;
}
