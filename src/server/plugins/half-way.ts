import { createHash, timingSafeEqual } from 'node:crypto';
import { parse, serialize } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hostHalfWayCookie, plainHalfWayCookie } from '#schemas/session.ts';
import type { Sealing } from '../accounts/sealing.ts';
import { selectOptionalAsked, type Asked } from '../accounts/second-step-store.ts';
import type { Database } from '../db/connect.ts';
import { comesByHttps } from './https.ts';

/** Somebody whose password was right, and of whom a code is asked. */
export interface HalfWay {
	learner: string;
	shared: boolean;
}
interface Told extends HalfWay {
	/** In milliseconds. */
	until: number;
	/** Of the password and the second step as they were then. */
	mark: string;
}

const minutes = 5;
const purpose = 'half-way';

export type HalfWays = ReturnType<typeof createHalfWays>;

/**
 * Sign-ins of which the second half is missing. A cookie that the server alone can make or read says whose, for five
 * minutes; it opens nothing, and is void once the password or the second step is another.
 */
export function createHalfWays({ db }: Database, sealing: Sealing, publicOrigin: string | null) {
	const nameOf = (request: FastifyRequest) =>
		comesByHttps(request, publicOrigin) ? hostHalfWayCookie : plainHalfWayCookie;
	const setCookie = (request: FastifyRequest, reply: FastifyReply, value: string, maxAge: number) => {
		const secure = comesByHttps(request, publicOrigin);
		const cookie = serialize(nameOf(request), value, {
			httpOnly: true,
			sameSite: 'lax',
			secure,
			path: '/',
			maxAge,
		});
		reply.header('set-cookie', cookie);
	};
	return {
		/** Returns until when a code is waited for. */
		begin(
			request: FastifyRequest,
			reply: FastifyReply,
			{ asked, now, ...who }: HalfWay & { asked: Asked; now: Date },
		): Date {
			const until = new Date(now.getTime() + minutes * 60_000);
			const told: Told = { ...who, until: until.getTime(), mark: markOf(asked) };
			setCookie(request, reply, sealing.seal(purpose, JSON.stringify(told)), minutes * 60);
			return until;
		},
		/** Who is half-way, and the user name they have; null: nobody, or no longer. */
		async read(request: FastifyRequest, now: Date): Promise<(HalfWay & { username: string }) | null> {
			const value = parse(request.headers.cookie ?? '')[nameOf(request)];
			const opened = value && sealing.open(purpose, value);
			if (!opened) return null;
			const { learner, shared, until, mark } = JSON.parse(opened.plain.toString()) as Told;
			if (now.getTime() >= until) return null;
			const asked = await selectOptionalAsked(db, learner);
			if (!asked || !timingSafeEqual(Buffer.from(mark), Buffer.from(markOf(asked)))) return null;
			return { learner, shared, username: asked.username };
		},
		end: (request: FastifyRequest, reply: FastifyReply) => setCookie(request, reply, '', 0),
	};
}

function markOf({ secret, begunAt }: Asked): string {
	return createHash('sha256').update(`${secret} ${begunAt.getTime()}`).digest('base64url');
}
