import { createHash } from 'node:crypto';
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { parse, serialize } from 'cookie';
import { Lucia, TimeSpan, type Adapter, type RegisteredDatabaseUserAttributes } from 'lucia';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale, TargetGroup } from '#schemas/common.ts';
import type { App, Principal } from '../app-types.ts';
import type { Database } from '../db/connect.ts';
import { person, session } from '../db/tables.ts';

export const sessionCookie = 'cung_hoc_session';
/** Ids of sessions on a shared phone begin so; such a session ends 30 minutes after it was last used. */
const sharedPrefix = 'shared-';

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<Record<never, never>, PersonAttributes>;
		UserId: string;
		DatabaseUserAttributes: PersonAttributes;
		DatabaseSessionAttributes: { shared: boolean };
	}
}
interface PersonAttributes {
	locale: Locale;
	targetGroup: TargetGroup | null;
	place: string | null;
}

const hash = (id: string) => createHash('sha256').update(id).digest('hex');

/** The adapter around the adapter: the database sees only the hash of a session id. */
function hashing(inner: Adapter): Adapter {
	return {
		getSessionAndUser: async (id) => {
			const [found, user] = await inner.getSessionAndUser(hash(id));
			return found && user ? [{ ...found, id }, user] : [null, null];
		},
		getUserSessions: (userId) => inner.getUserSessions(userId),
		setSession: (value) => inner.setSession({ ...value, id: hash(value.id) }),
		updateSessionExpiration: (id, expiresAt) => inner.updateSessionExpiration(hash(id), expiresAt),
		deleteSession: (id) => inner.deleteSession(hash(id)),
		deleteUserSessions: (userId) => inner.deleteUserSessions(userId),
		deleteExpiredSessions: () => inner.deleteExpiredSessions(),
	};
}

export type Sessions = ReturnType<typeof createSessions>;

/** Sessions by Lucia, kept behind this file: nothing else knows of it. */
export function createSessions(database: Database) {
	const adapter = hashing(new DrizzlePostgreSQLAdapter(database.db as never, session, person));
	const make = (span: TimeSpan) =>
		new Lucia<Record<never, never>, PersonAttributes>(adapter, {
			sessionExpiresIn: span,
			getUserAttributes: (row: RegisteredDatabaseUserAttributes) => ({
				locale: row.locale,
				targetGroup: row.targetGroup,
				place: row.place,
			}),
		});
	const own = make(new TimeSpan(30, 'd'));
	const shared = make(new TimeSpan(30, 'm'));
	const keeperOf = (id: string) => (id.startsWith(sharedPrefix) ? shared : own);

	return {
		/** Signs a learner in on this device; the cookie goes with the reply. */
		async start(request: FastifyRequest, reply: FastifyReply, learner: string, isShared = false) {
			const created = isShared
				? await shared.createSession(
						learner,
						{ shared: true },
						{ sessionId: sharedPrefix + hash(crypto.randomUUID() + crypto.randomUUID()) },
					)
				: await own.createSession(learner, { shared: false });
			setCookie(request, reply, created.id, isShared ? null : created.expiresAt);
		},
		/** Signs out here, or on every device. */
		async end(request: FastifyRequest, reply: FastifyReply, everywhere: boolean) {
			const id = readCookie(request);
			if (everywhere && request.principal) await own.invalidateUserSessions(request.principal.actor);
			else if (id) await keeperOf(id).invalidateSession(id);
			setCookie(request, reply, '', new Date(0));
		},
		endAllOf: (learner: string) => own.invalidateUserSessions(learner),
		deleteExpired: () => own.deleteExpiredSessions(),
		/** Who sends this request. Half-way through its life a session is prolonged and its cookie sent again. */
		async read(request: FastifyRequest, reply: FastifyReply): Promise<Principal | null> {
			const id = readCookie(request);
			if (!id) return null;
			const found = await keeperOf(id).validateSession(id);
			if (!found.session) return null;
			const isShared = id.startsWith(sharedPrefix);
			if (found.session.fresh) setCookie(request, reply, id, isShared ? null : found.session.expiresAt);
			const { id: learner, ...attributes } = found.user;
			return { actor: learner, learner, shared: isShared, ...attributes };
		},
	};
}

function readCookie(request: FastifyRequest): string | null {
	const id = parse(request.headers.cookie ?? '')[sessionCookie];
	return id && /^[a-z0-9-]{20,80}$/.test(id) ? id : null;
}

/** `expires` null: until the browser closes. */
function setCookie(request: FastifyRequest, reply: FastifyReply, id: string, expires: Date | null) {
	reply.header(
		'set-cookie',
		serialize(sessionCookie, id, {
			httpOnly: true,
			sameSite: 'lax',
			secure: request.protocol === 'https',
			path: '/',
			...(expires && { expires }),
		}),
	);
}

/** Puts `request.principal` on every API request. */
export function sessionHook(app: App, sessions: Sessions) {
	app.decorateRequest('principal', null);
	app.addHook('onRequest', async (request, reply) => {
		request.principal = await sessions.read(request, reply);
	});
}
