import { createHash } from 'node:crypto';
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { parse, serialize } from 'cookie';
import { Lucia, TimeSpan, type Adapter, type RegisteredDatabaseUserAttributes } from 'lucia';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { grantsThatCount } from '#domain/access.ts';
import { deviceOf, writeDevice } from '#domain/devices.ts';
import { hostSessionCookie, plainSessionCookie, sessionCookies } from '#schemas/session.ts';
import { knownSessions, type KnownSession } from '../accounts/known-store.ts';
import { updateSeen } from '../accounts/session-store.ts';
import type { App, Principal } from '../app-types.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/connect.ts';
import { person, session } from '../db/tables/index.ts';
import { comesByHttps } from './https.ts';
import { SessionCache } from './session-cache.ts';

/** Ids of sessions on a shared phone begin so; such a session ends 30 minutes after it was last used. */
const sharedPrefix = 'shared-';
const sharedSpan = new TimeSpan(30, 'm');
const ownSpan = new TimeSpan(30, 'd');

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<{ seenAt: Date }, PersonAttributes>;
		UserId: string;
		DatabaseUserAttributes: PersonAttributes;
		DatabaseSessionAttributes: SessionAttributes;
	}
}
type PersonAttributes = KnownSession['person'];
interface SessionAttributes {
	shared: boolean;
	device: string | null;
	seenAt: Date;
}

/** How often it is written that a session is used, in milliseconds. */
const seenEvery = 15 * 60_000;

const hash = (id: string) => createHash('sha256').update(id).digest('hex');

/**
 * The adapter around the adapter: the database sees only the hash of a session id, is asked now and then, and once for
 * all that are wanted at the same time.
 */
function hashing(inner: Adapter, { together }: Database, cache: SessionCache<KnownSession>): Adapter {
	return {
		getSessionAndUser: async (id) => {
			const hashed = hash(id);
			const found = await cache.read(hashed, () => together(knownSessions, hashed));
			// Lucia would delete one that is over: once the clock is right, it may not be.
			if (!found || found.expiresAt.getTime() <= Date.now()) return [null, null];
			const { learner, expiresAt, shared, device, seenAt, person } = found;
			return [
				{ id, userId: learner, expiresAt, attributes: { shared, device, seenAt } },
				{ id: learner, attributes: person },
			];
		},
		getUserSessions: (userId) => inner.getUserSessions(userId),
		setSession: (value) => inner.setSession({ ...value, id: hash(value.id) }),
		async updateSessionExpiration(id, expiresAt) {
			await inner.updateSessionExpiration(hash(id), expiresAt);
			cache.forgetOne(hash(id));
		},
		async deleteSession(id) {
			await inner.deleteSession(hash(id));
			cache.forgetOne(hash(id));
		},
		async deleteUserSessions(userId) {
			await inner.deleteUserSessions(userId);
			cache.forget(userId);
		},
		deleteExpiredSessions: () => inner.deleteExpiredSessions(),
	};
}

export type Sessions = ReturnType<typeof createSessions>;

/**
 * Sessions by Lucia, kept behind this file: nothing else knows of it. The public address tells that people come by https,
 * also where the proxy in between is not trusted.
 */
export function createSessions(
	database: Database,
	{ origin: publicOrigin, requireMfa }: Pick<Config, 'origin' | 'requireMfa'>,
) {
	const cache = new SessionCache<KnownSession>(({ learner }) => learner);
	const adapter = hashing(
		new DrizzlePostgreSQLAdapter(database.db as never, session, person),
		database,
		cache,
	);
	const make = (span: TimeSpan) =>
		new Lucia<{ seenAt: Date }, PersonAttributes>(adapter, {
			sessionExpiresIn: span,
			getSessionAttributes: ({ seenAt }) => ({ seenAt }),
			getUserAttributes: (person: RegisteredDatabaseUserAttributes) => person,
		});
	const own = make(ownSpan);
	const shared = make(sharedSpan);
	const keeperOf = (id: string) => (id.startsWith(sharedPrefix) ? shared : own);

	/**
	 * No session lasts longer than one that begins now, though it was begun while the clock was ahead; on a shared phone
	 * it is prolonged at each use. Writes at most once a minute.
	 */
	const keepSpan = async (id: string, expiresAt: Date, isShared: boolean) => {
		const wanted = Date.now() + (isShared ? sharedSpan : ownSpan).milliseconds();
		const late = expiresAt.getTime() - wanted;
		if (late > 60_000 || (isShared && late < -60_000))
			await adapter.updateSessionExpiration(id, new Date(wanted));
	};
	const keepSeen = async (hashed: string) => {
		await updateSeen(database.db, hashed, new Date());
		cache.forgetOne(hashed);
	};
	const setCookie = (request: FastifyRequest, reply: FastifyReply, id: string, expires: Date | null) => {
		const isHttps = comesByHttps(request, publicOrigin);
		reply.header('set-cookie', sessionCookieOf(id, isHttps, expires));
		if (isHttps && plainSessionCookie in cookiesOf(request)) reply.header('set-cookie', endOfPlainCookie);
	};

	const principalOf = (user: { id: string } & PersonAttributes, isShared: boolean): Principal => {
		const { id: learner, ...attributes } = user;
		const grants = grantsThatCount(attributes.grants, { ...attributes, requireMfa });
		return { actor: learner, learner, shared: isShared, ...attributes, ...grants };
	};

	return {
		/** Hears of what other processes change; returns how to stop. Until it is called nothing is kept in memory. */
		follow: () => cache.follow(database),
		/** The person or what they may do has changed: what was read of their sessions is out of date. */
		forget: (learner: string) => cache.forget(learner),
		/**
		 * Signs a learner in on this device, whose earlier session ends; the cookie goes with the reply. Returns the hash
		 * of the new session.
		 */
		async start(
			request: FastifyRequest,
			reply: FastifyReply,
			learner: string,
			isShared = false,
		): Promise<string> {
			const earlier = readCookie(request);
			if (earlier) await keeperOf(earlier).invalidateSession(earlier);
			const device = writeDevice(deviceOf(request.visitorAgent));
			const attributes = { shared: isShared, device, seenAt: new Date() };
			const created = isShared
				? await shared.createSession(learner, attributes, {
						sessionId: sharedPrefix + hash(crypto.randomUUID() + crypto.randomUUID()),
					})
				: await own.createSession(learner, attributes);
			setCookie(request, reply, created.id, isShared ? null : created.expiresAt);
			return hash(created.id);
		},
		/** Signs out here, or on every device. */
		async end(request: FastifyRequest, reply: FastifyReply, everywhere: boolean) {
			const id = readCookie(request);
			if (everywhere && request.principal) await own.invalidateUserSessions(request.principal.actor);
			else if (id) await keeperOf(id).invalidateSession(id);
			setCookie(request, reply, '', new Date(0));
		},
		/** The hash of the session that sends this request. */
		hashOf: (request: FastifyRequest) => hash(readCookie(request) ?? ''),
		endAllOf: (learner: string) => own.invalidateUserSessions(learner),
		/**
		 * Who sends this request. Half-way through its life a session is prolonged and its cookie sent again; on a shared
		 * phone it is prolonged at each use.
		 */
		async read(request: FastifyRequest, reply: FastifyReply): Promise<Principal | null> {
			const id = readCookie(request);
			if (!id) return null;
			const found = await keeperOf(id).validateSession(id);
			if (!found.session) return null;
			const isShared = id.startsWith(sharedPrefix);
			if (Math.abs(Date.now() - found.session.seenAt.getTime()) > seenEvery) await keepSeen(hash(id));
			if (!found.session.fresh) await keepSpan(id, found.session.expiresAt, isShared);
			const hasEarlierName = comesByHttps(request, publicOrigin) && plainSessionCookie in cookiesOf(request);
			if (found.session.fresh || hasEarlierName)
				setCookie(request, reply, id, isShared ? null : found.session.expiresAt);
			return principalOf(found.user, isShared);
		},
		/** The same, of a request that has been answered: nothing is prolonged by it, and no cookie sent. */
		async look(request: FastifyRequest): Promise<Principal | null> {
			const id = readCookie(request);
			const [session, user] = id ? await adapter.getSessionAndUser(id) : [null, null];
			return id && session && user
				? principalOf({ id: user.id, ...user.attributes }, id.startsWith(sharedPrefix))
				: null;
		},
	};
}

function cookiesOf(request: FastifyRequest) {
	return parse(request.headers.cookie ?? '');
}

function readCookie(request: FastifyRequest): string | null {
	const given = cookiesOf(request);
	const isId = (id: string | undefined) => id !== undefined && /^[a-z0-9-]{20,80}$/.test(id);
	return sessionCookies.map((name) => given[name]).find(isId) ?? null;
}

/** `expires` null: until the browser closes. */
function sessionCookieOf(
	id: string,
	secure: boolean,
	expires: Date | null,
	name: string = secure ? hostSessionCookie : plainSessionCookie,
): string {
	const lasting = expires ? { expires } : {};
	return serialize(name, id, { httpOnly: true, sameSite: 'lax', secure, path: '/', ...lasting });
}

/** Of the name that the cookie had under https before 2026-11-26. */
const endOfPlainCookie = sessionCookieOf('', true, new Date(0), plainSessionCookie);

/** Puts `request.principal` on every API request; what somebody signed in is told is kept in no cache. */
export function sessionHook(app: App, sessions: Sessions) {
	app.decorateRequest('principal', null);
	app.addHook('onRequest', async (request, reply) => {
		request.principal = await sessions.read(request, reply);
		if (request.principal) reply.header('cache-control', 'no-store');
	});
}
