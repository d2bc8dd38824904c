import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Entered } from '#schemas/merging.ts';
import type { Deps } from '../deps.ts';
import { describeMe } from './me.ts';
import { insertOffer } from './offer-store.ts';

const offeredFor = 30 * 60_000;

/**
 * Signs somebody in on this device, by whatever way. Where its guest has learned something, that is offered to the
 * session that begins: the request itself shows that the device held the guest's session until now.
 */
export async function enter(
	{ config, database: { db, query }, sessions, now }: Deps,
	request: FastifyRequest,
	reply: FastifyReply,
	{ learner, shared }: { learner: string; shared: boolean },
): Promise<Entered> {
	const before = request.principal;
	const session = await sessions.start(request, reply, learner, shared);
	const at = now();
	const hasOffer =
		before?.username === null &&
		(await insertOffer(query, {
			learner,
			session,
			guest: before.learner,
			shared: before.shared || shared,
			until: new Date(at.getTime() + offeredFor),
		}));
	return { ...(await describeMe(db, learner, { ...config, shared }, at)), hasOffer };
}
