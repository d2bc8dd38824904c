import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import { LRUCache } from 'lru-cache';
import type { FastifyRequest } from 'fastify';
import { blockOf } from '#domain/devices.ts';
import { foldUsername } from '#domain/usernames.ts';
import type { App } from '../app-types.ts';
import { atMost } from '../bounded.ts';
import { fail, unwrap } from '../failure.ts';
import type { Limit } from '../limits/limits.ts';

/** Limits that a route has beside the usual one, which are kept (`limits/limits.ts`). */
export type LimitsOf = (request: FastifyRequest) => Limit[];

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/**
 * How many requests one caller may make: by account, never by address alone, since a whole office or village hall shares
 * one. Callers without an account are told apart by address and browser together; a browser may call itself anything, so
 * all those of a block of addresses have a limit together too, which no hall comes near. These are in memory: they keep
 * the server from being busy with one caller, and guard no secret.
 */
export async function rateLimits(app: App) {
	await app.register(rateLimit, {
		global: true,
		hook: 'preValidation',
		max: 1200,
		timeWindow: '1 minute',
		cache: 20_000,
		keyGenerator: callerKey,
		errorResponseBuilder: (_request, context) =>
			Object.assign(new Error(String(Math.ceil(context.ttl / 1000))), { statusCode: 429 }),
	});
	const blocks = new Counts(12_000, minute);
	const guests = new Counts(10_000, day);
	app.addHook('onRequest', async ({ principal, visitor, routeOptions }) => {
		if (!principal && routeOptions.config.rateLimit !== false) blocks.add(blockOf(visitor));
	});
	app.addHook('preValidation', async ({ principal, method, body }) => {
		// What a guest writes is kept for a month, whoever they are.
		if (principal?.username === null && method !== 'GET' && method !== 'HEAD')
			guests.add(principal.learner, amountOf(body));
	});
}

function callerKey(request: FastifyRequest): string {
	if (request.principal) return request.principal.actor;
	return createHash('sha256').update(`${request.visitor} ${request.visitorAgent}`).digest('base64url');
}

/** How many rows a request may write: events come many at a time. */
function amountOf(body: unknown): number {
	const events = typeof body === 'object' && body !== null && 'events' in body ? body.events : null;
	return Array.isArray(events) ? events.length : 1;
}

/** How much of something each key has had since it was first seen, for so long. */
class Counts {
	readonly #known: LRUCache<string, { n: number; until: number }>;
	constructor(
		private readonly most: number,
		private readonly span: number,
	) {
		this.#known = new LRUCache({ ...atMost(50_000), ttl: span });
	}

	add(key: string, amount = 1): void {
		const now = Date.now();
		const known = this.#known.get(key) ?? { n: 0, until: now + this.span };
		if (known.n === 0) this.#known.set(key, known);
		known.n += amount;
		if (known.n > this.most)
			unwrap(fail('too-many', { values: { seconds: Math.max(1, Math.ceil((known.until - now) / second)) } }));
	}
}

/** Beyond what a village hall full of people makes in an evening, a pause of a few seconds each. */
export const guestLimit: LimitsOf = ({ visitor }) => [
	{ of: 'guests', who: blockOf(visitor), burst: 300, every: 2 * second },
];
export const accountLimit: LimitsOf = ({ visitor }) => [
	{ of: 'accounts', who: blockOf(visitor), burst: 300, every: 2 * second },
];

/**
 * For routes that try a secret of a name: few tries for one name from one block of addresses, more from all of them
 * together, and so many for all names from one block. Who comes from a device on which the name has signed in before has
 * tries of their own there and no others, so that strangers lock nobody out of their own phone, not in the same hall either.
 */
export const secretLimit: LimitsOf = (request) => {
	const { username } = request.body as { username: string };
	const name = foldUsername(username);
	const block = blockOf(request.visitor);
	const route = request.routeOptions.url ?? '';
	const known = request.knownAs(name);
	if (known) return [{ of: 'secret-known', who: `${route} ${known}`, burst: 10, every: minute / 2 }];
	return [
		{ of: 'secrets', who: block, burst: 300, every: second },
		{ of: 'secret', who: `${route} ${name} ${block}`, burst: 10, every: minute / 2 },
		{ of: 'secret-name', who: `${route} ${name}`, burst: 100, every: minute / 2 },
	];
};

/** For trying one's own password while signed in: whoever took a phone may not go on guessing. */
export const ownSecretLimit: LimitsOf = ({ principal }) => [
	{ of: 'own-secret', who: principal!.actor, burst: 10, every: minute / 2 },
];

/** For making codes that open other people's accounts: what a helper needs in a day at a village hall. */
export const codeLimit: LimitsOf = ({ principal }) => [
	{ of: 'codes', who: principal!.actor, burst: 40, every: day / 40 },
];

/** For asking for another name: each wish stays for half a year, and somebody is to look at it. */
export const correctionLimit: LimitsOf = ({ principal }) => [
	{ of: 'corrections', who: principal!.learner, burst: 30, every: day / 30 },
];

/** For bringing a guest's learning into an account, and taking it back: each rewrites much. */
export const mergeLimit: LimitsOf = ({ principal }) => [
	{ of: 'merges', who: principal!.actor, burst: 30, every: day / 30 },
];

/** For opening rooms: each takes a code that nobody else can have. */
export const roomLimit: LimitsOf = ({ principal }) => [
	{ of: 'rooms', who: principal!.actor, burst: 40, every: day / 40 },
];

/** For what reads everything of a learner. */
export const exportLimit: LimitsOf = ({ principal }) => [
	{ of: 'exports', who: principal!.actor, burst: 30, every: 2 * minute },
];
