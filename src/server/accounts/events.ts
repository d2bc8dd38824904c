import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { v7 as uuidv7 } from 'uuid';
import type { Static } from 'typebox';
import { deviceOf, networkOf, readDevice, writeDevice } from '#domain/devices.ts';
import type { AccountEvent, EventKind, EventsQuery, SecurityEvent } from '#schemas/security.ts';
import { atMost } from '../bounded.ts';
import type { Db, Sql } from '../db/connect.ts';
import { deleteEvents, forgetProvenance, nobodyId, selectEvents, selectOwnEvents } from './events-store.ts';
import type { EventRow } from './events-store.ts';
import { commandLine, insertAudit } from './store.ts';

/** Where a request came from, as far as it is kept: a network and a kind of device, never a whole address. */
export interface Provenance {
	network: string | null;
	device: string;
}

export function provenanceOf({
	visitor,
	visitorAgent,
}: Pick<FastifyRequest, 'visitor' | 'visitorAgent'>): Provenance {
	return { network: networkOf(visitor) || null, device: writeDevice(deviceOf(visitorAgent)) };
}

/** Keeps what a person did to their own account. */
export async function recordOwn(db: Sql, learner: string, action: EventKind, from: Provenance, at: Date) {
	await insertAudit(db, { learnerId: learner, id: uuidv7(), actor: learner, action, ...from, at });
}

type Refusal = Extract<EventKind, `${string}.refused`>;
/** By database: one entry a minute for an account and a network, so that whoever tries a thousand times fills no table. */
const toldIn = new WeakMap<Db, LRUCache<string, true>>();
function toldOf(db: Db) {
	const known = toldIn.get(db) ?? new LRUCache<string, true>({ ...atMost(10_000), ttl: 60_000 });
	toldIn.set(db, known);
	return known;
}

/** Keeps that a secret was wrong. `learner` null: for a name that nobody has, which is not kept: it may be a password. */
export async function recordRefusal(
	db: Db,
	learner: string | null,
	action: Refusal,
	from: Provenance,
	at: Date,
): Promise<void> {
	const learnerId = learner ?? nobodyId;
	const key = `${action} ${learnerId} ${from.network}`;
	const told = toldOf(db);
	if (told.has(key)) return;
	told.set(key, true);
	await insertAudit(db, { learnerId, id: uuidv7(), actor: learnerId, action, ...from, at });
}

/** What concerned one's own account, newest first. */
export async function listOwnEvents(db: Db, learner: string): Promise<SecurityEvent[]> {
	return (await selectOwnEvents(db, learner, 100)).map(describe);
}

const perPage = 50;

/** What concerned anybody's account: a page of it. */
export async function listEvents(
	db: Db,
	{ kind, before }: Static<typeof EventsQuery>,
): Promise<{ events: AccountEvent[]; next: string | null }> {
	const rows = await selectEvents(db, { kind, before: before ? readPlace(before) : null }, perPage + 1);
	const last = rows.length > perPage ? rows[perPage - 1] : undefined;
	const events = rows.slice(0, perPage).map((row) => ({
		...describe(row),
		account:
			row.learnerId === nobodyId
				? null
				: { id: row.learnerId, username: row.username, displayName: row.displayName },
		subject: row.subject,
	}));
	return { events, next: last ? `${last.at.toISOString()}_${last.id}` : null };
}

/** A day that is none, or that no database knows, is before all. */
function readPlace(place: string): { at: Date; id: string } {
	const [at = '', id = ''] = place.split('_');
	return { at: new Date(Math.max(0, Date.parse(at) || 0)), id };
}

function describe({ id, kind, at, learnerId, actor, byName, device, network }: EventRow): SecurityEvent {
	const by = actor === commandLine ? 'operator' : actor === learnerId ? 'self' : 'other';
	return {
		id,
		kind: kind as EventKind,
		at: at.toISOString(),
		by,
		byName: by === 'other' ? byName : null,
		device: device === null ? null : readDevice(device),
		network,
	};
}

const day = 24 * 3_600_000;
const everyday: EventKind[] = [
	'session.start',
	'session.refused',
	'session.end',
	'password.refused',
	'second-step.asked',
	'second-step.refused',
];

/** What is no longer needed goes: from where people came, and everyday entries, after 180 days. */
export async function forgetOldEvents(db: Db, now: Date): Promise<void> {
	const before = new Date(now.getTime() - 180 * day);
	await deleteEvents(db, everyday, before);
	await forgetProvenance(db, before);
}
