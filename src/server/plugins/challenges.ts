import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hostChallengeCookie, plainChallengeCookie } from '#schemas/session.ts';
import type { Sealing } from '../accounts/sealing.ts';
import { sealedCookie } from './sealed-cookie.ts';

/** What a passkey is asked to sign. */
export interface Challenge {
	/** In base64url. */
	challenge: string;
	/** In milliseconds. */
	askedAt: number;
	/** For whom a passkey is added; null: it is to sign somebody in. */
	learner: string | null;
}

export type Challenges = ReturnType<typeof createChallenges>;

/** Questions to passkeys, each kept by the browser that asked for it, for five minutes. */
export function createChallenges(sealing: Sealing, publicOrigin: string | null) {
	const cookie = sealedCookie<Challenge>(sealing, publicOrigin, {
		plainName: plainChallengeCookie,
		hostName: hostChallengeCookie,
		purpose: 'passkey challenge',
		minutes: 5,
	});
	return {
		put(request: FastifyRequest, reply: FastifyReply, learner: string | null, now: Date): string {
			const challenge = randomBytes(32).toString('base64url');
			cookie.give(request, reply, { challenge, askedAt: now.getTime(), learner }, now);
			return challenge;
		},
		/** The one that this browser was put for that; null: none, or it is over. */
		take(request: FastifyRequest, learner: string | null, now: Date): Challenge | null {
			const asked = cookie.read(request, now);
			return asked?.learner === learner ? asked : null;
		},
		end: cookie.end,
	};
}
