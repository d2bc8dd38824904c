import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hostHalfWayCookie, plainHalfWayCookie } from '#schemas/session.ts';
import type { Sealing } from '../accounts/sealing.ts';
import { selectOptionalAsked, type Asked } from '../accounts/second-step-store.ts';
import type { Database } from '../db/connect.ts';
import { sealedCookie } from './sealed-cookie.ts';

/** Somebody whose password was right, and of whom a code is asked. */
export interface HalfWay {
	learner: string;
	shared: boolean;
}
interface Told extends HalfWay {
	/** Of the password and the second step as they were then. */
	mark: string;
}

export type HalfWays = ReturnType<typeof createHalfWays>;

/**
 * Sign-ins of which the second half is missing. A cookie says whose, for five minutes; it opens nothing, and is void once
 * the password or the second step is another.
 */
export function createHalfWays({ db }: Database, sealing: Sealing, publicOrigin: string | null) {
	const cookie = sealedCookie<Told>(sealing, publicOrigin, {
		plainName: plainHalfWayCookie,
		hostName: hostHalfWayCookie,
		purpose: 'half-way',
		minutes: 5,
	});
	return {
		/** Returns until when a code is waited for. */
		begin(
			request: FastifyRequest,
			reply: FastifyReply,
			{ asked, now, ...who }: HalfWay & { asked: Asked; now: Date },
		): Date {
			return cookie.give(request, reply, { ...who, mark: markOf(asked) }, now);
		},
		/** Who is half-way, and the user name they have; null: nobody, or no longer. */
		async read(request: FastifyRequest, now: Date): Promise<(HalfWay & { username: string }) | null> {
			const told = cookie.read(request, now);
			const asked = told && (await selectOptionalAsked(db, told.learner));
			if (!asked || !timingSafeEqual(Buffer.from(told.mark), Buffer.from(markOf(asked)))) return null;
			return { learner: told.learner, shared: told.shared, username: asked.username };
		},
		end: cookie.end,
	};
}

function markOf({ secret, begunAt }: Asked): string {
	return createHash('sha256').update(`${secret} ${begunAt.getTime()}`).digest('base64url');
}
