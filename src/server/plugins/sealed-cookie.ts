import { parse, serialize } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Sealing } from '../accounts/sealing.ts';
import { comesByHttps } from './https.ts';

interface Kind {
	/** By https the name that begins with `__Host-`. */
	plainName: string;
	hostName: string;
	purpose: string;
	minutes: number;
}

/** A cookie that the server alone can make or read, and that is void after some minutes. */
export function sealedCookie<T extends object>(
	sealing: Sealing,
	publicOrigin: string | null,
	{ plainName, hostName, purpose, minutes }: Kind,
) {
	const set = (request: FastifyRequest, reply: FastifyReply, value: string, maxAge: number) => {
		const secure = comesByHttps(request, publicOrigin);
		const name = secure ? hostName : plainName;
		const cookie = serialize(name, value, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge });
		reply.header('set-cookie', cookie);
	};
	return {
		/** Returns until when it counts. */
		give(request: FastifyRequest, reply: FastifyReply, told: T, now: Date): Date {
			const until = new Date(now.getTime() + minutes * 60_000);
			const sealed = sealing.seal(purpose, JSON.stringify({ told, until: until.getTime() }));
			set(request, reply, sealed, minutes * 60);
			return until;
		},
		/** Null: there is none, it is over, or it is not ours. */
		read(request: FastifyRequest, now: Date): T | null {
			const name = comesByHttps(request, publicOrigin) ? hostName : plainName;
			const value = parse(request.headers.cookie ?? '')[name];
			const opened = value && sealing.open(purpose, value);
			if (!opened) return null;
			const { told, until } = JSON.parse(opened.plain.toString()) as { told: T; until: number };
			return now.getTime() < until ? told : null;
		},
		end: (request: FastifyRequest, reply: FastifyReply) => set(request, reply, '', 0),
	};
}
