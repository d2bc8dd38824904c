/** Of the server alone: what has words of all languages must not come near a browser. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { messagesFor } from '#messages/index.ts';
import type { Someone } from '#lib/frame.ts';
import { secondStepFirst } from '#lib/own-account.ts';

type Visit = Pick<RequestEvent, 'locals'> & { parent(): Promise<{ me: Someone | null }> };

/** Whoever may open rooms; nobody else opens these pages. */
export async function supervisorOf(visit: Visit): Promise<Someone> {
	const { me } = await visit.parent();
	const { supervisorOnly } = messagesFor(visit.locals.locale).room;
	if (!me) error(401, { message: supervisorOnly });
	secondStepFirst(visit, me);
	if (!me.may?.includes('room.open')) error(403, { message: supervisorOnly });
	return me;
}
