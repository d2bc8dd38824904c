/** Of the server alone: what has words of all languages must not come near a browser. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Act } from '#schemas/access.ts';
import { messagesFor } from '#messages/index.ts';
import type { Someone } from '#lib/frame.ts';
import { secondStepFirst } from '#lib/own-account.ts';
import { isTeacher } from '#lib/teaching.ts';

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
