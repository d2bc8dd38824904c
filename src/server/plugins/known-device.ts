import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { parse, serialize } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { foldUsername } from '#domain/usernames.ts';
import type { App } from '../app-types.ts';
import type { Database } from '../db/connect.ts';
import { selectOrInsertSecret } from '../db/setting-store.ts';
import { comesByHttps } from './https.ts';

declare module 'fastify' {
	interface FastifyRequest {
		/** A name for this device, where this user name has signed in on it before; else null. */
		knownAs(username: string): string | null;
	}
	interface FastifyInstance {
		/** This user name has signed in on this device. */
		knowDevice(request: FastifyRequest, reply: FastifyReply, username: string): void;
	}
}

/** People whom one device knows; the one who was here longest ago is forgotten. */
const most = 6;
const year = 365 * 24 * 3600;
const markPattern = /^[\w-]{16}\.[\w-]{43}$/;

/**
 * Devices on which somebody has signed in, as OWASP's "device cookies" have it: a cookie that only the server can make,
 * for one user name each, and that does not say which. It lets nobody in; it gives its bearer tries at the password that
 * strangers cannot use up.
 */
export async function knownDevices(app: App, database: Database, publicOrigin: string | null): Promise<void> {
	const secret = await selectOrInsertSecret(database.db, 'device-secret');
	const isOf = (mark: string, username: string) => {
		const [nonce = ''] = mark.split('.');
		return timingSafeEqual(Buffer.from(mark), Buffer.from(markOf(nonce, username)));
	};
	const markOf = (nonce: string, username: string) =>
		`${nonce}.${createHmac('sha256', secret)
			.update(`${nonce} ${foldUsername(username)}`)
			.digest('base64url')}`;
	const nameOf = (request: FastifyRequest) =>
		comesByHttps(request, publicOrigin) ? '__Host-cung_hoc_device' : 'cung_hoc_device';
	const marksOf = (request: FastifyRequest) =>
		(parse(request.headers.cookie ?? '')[nameOf(request)] ?? '')
			.split('~')
			.filter((mark) => markPattern.test(mark))
			.slice(0, most);

	app.decorateRequest('knownAs', function (username) {
		return marksOf(this).find((mark) => isOf(mark, username)) ?? null;
	});
	app.decorate('knowDevice', (request, reply, username) => {
		const others = marksOf(request).filter((mark) => !isOf(mark, username));
		const mark = markOf(randomBytes(12).toString('base64url'), username);
		const value = [mark, ...others].slice(0, most).join('~');
		const secure = comesByHttps(request, publicOrigin);
		const lasting = { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: year } as const;
		reply.header('set-cookie', serialize(nameOf(request), value, lasting));
	});
}
