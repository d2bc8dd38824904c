import { and, asc, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import { date } from '../learning/facts-store.ts';
import type { RoomRow } from '../attempts/room-store.ts';
import type { Sql } from '../db/connect.ts';
import type { Query } from '../db/query.ts';
import { attempt, incident, room, roomExtension } from '../db/tables/index.ts';

export type ExtensionRow = typeof roomExtension.$inferSelect;

export async function selectOptionalRoom(db: Sql, id: string): Promise<RoomRow | null> {
	const [row] = await db.select().from(room).where(eq(room.id, id));
	return row ?? null;
}

/** The row of a room, held until the transaction ends: what changes a room comes one after another. */
export async function lockRoom(tx: Sql, id: string): Promise<RoomRow | null> {
	const [row] = await tx.select().from(room).where(eq(room.id, id)).for('update');
	return row ?? null;
}

/** False where the code is in use, or the id is. */
export async function insertRoom(db: Sql, row: RoomRow): Promise<boolean> {
	const made = await db.insert(room).values(row).onConflictDoNothing().returning({ id: room.id });
	return made.length > 0;
}

export async function updateRoom(
	db: Sql,
	id: string,
	change: Partial<Pick<RoomRow, 'until' | 'closedAt'>>,
): Promise<void> {
	await db.update(room).set(change).where(eq(room.id, id));
}

/** Rooms whose time is over are closed as of then, so that their codes are free. */
export async function closeOver(db: Sql, now: Date): Promise<void> {
	await db
		.update(room)
		.set({ closedAt: sql`${room.until}` })
		.where(and(isNull(room.closedAt), lte(room.until, now)));
}

export interface CountedRoom {
	row: RoomRow;
	started: number;
	handedIn: number;
}

/** Rooms that somebody opened, the latest first. */
export async function selectRoomsOf(db: Sql, openedBy: string, most: number): Promise<CountedRoom[]> {
	const counted = await db
		.select({
			row: room,
			started: sql<number>`(select count(*) from attempt a where a.room_id = ${room.id})::int`,
			handedIn: sql<number>`(select count(*) from attempt a where a.room_id = ${room.id} and a.submitted_at is not null)::int`,
		})
		.from(room)
		.where(eq(room.openedBy, openedBy))
		.orderBy(desc(room.openedAt), asc(room.id))
		.limit(most);
	return counted;
}

/** An attempt in a room, as its supervisor sees it. */
export interface SitterRow {
	learner: string;
	attempt: string;
	name: string | null;
	username: string | null;
	startedAt: Date;
	questions: number;
	answered: number;
	savedAt: Date | null;
	deadline: Date | null;
	submittedAt: Date | null;
	supervised: boolean;
	incidents: { text: string; unseen: boolean; at: string }[];
}

type WrittenSitter = Omit<SitterRow, 'startedAt' | 'savedAt' | 'deadline' | 'submittedAt'> & {
	startedAt: string;
	savedAt: string | null;
	deadline: string | null;
	submittedAt: string | null;
};

/** Who sits in rooms, of many rooms at once: one statement for all whom somebody watches. */
const sittersIn = `
	select w.room, coalesce(json_agg(json_build_object(
			'learner', a.learner_id, 'attempt', a.id, 'name', p.display_name,
			'username', (select shown from login l where l.learner_id = a.learner_id and l.kind = 'password' limit 1),
			'startedAt', a.started_at, 'questions', jsonb_array_length(a.questions), 'answered', r.answered,
			'savedAt', r.saved_at, 'deadline', a.deadline, 'submittedAt', a.submitted_at, 'supervised', a.supervised,
			'incidents', coalesce((select json_agg(json_build_object('text', i.text, 'unseen', i.unseen, 'at', i.at)
				order by i.at, i.id) from incident i
				where i.learner_id = a.learner_id and i.attempt_id = a.id), '[]'::json)
		) order by a.started_at, a.id) filter (where a.id is not null), '[]'::json) as sitters
	from jsonb_array_elements_text($1::text::jsonb) as w (room)
	left join attempt a on a.room_id = w.room::uuid
	left join person p on p.learner_id = a.learner_id
	left join lateral (
		select (count(*) filter (where answer -> 'answer' <> 'null'::jsonb))::int as answered,
			max(saved_at) as saved_at
		from response where learner_id = a.learner_id and attempt_id = a.id
	) r on true
	group by w.room`;

export async function selectSitters(
	query: Query,
	rooms: readonly string[],
): Promise<Map<string, SitterRow[]>> {
	const rows = await query<{ room: string; sitters: WrittenSitter[] }>(sittersIn, [JSON.stringify(rooms)]);
	return new Map(rows.map((one) => [one.room, one.sitters.map(toSitter)]));
}

function toSitter(written: WrittenSitter): SitterRow {
	return {
		...written,
		startedAt: new Date(written.startedAt),
		savedAt: date(written.savedAt),
		deadline: date(written.deadline),
		submittedAt: date(written.submittedAt),
	};
}

const roomsBy = `
	select r.id::text as id, to_json(r.until) as until, to_json(r.closed_at) as "closedAt",
		(select count(*) from room_extension x where x.room_id = r.id)::int as extensions
	from room r where r.id in (select w.room::uuid from jsonb_array_elements_text($1::text::jsonb) as w (room))`;

/** What changes of rooms beside who sits in them. */
export interface WatchedRoom {
	id: string;
	until: Date;
	closedAt: Date | null;
	extensions: number;
}

export async function selectWatched(query: Query, rooms: readonly string[]): Promise<WatchedRoom[]> {
	type Written = { id: string; until: string; closedAt: string | null; extensions: number };
	const rows = await query<Written>(roomsBy, [JSON.stringify(rooms)]);
	return rows.map(({ until, closedAt, ...rest }) => ({
		...rest,
		until: new Date(until),
		closedAt: date(closedAt),
	}));
}

export function selectExtensions(db: Sql, roomId: string): Promise<ExtensionRow[]> {
	return db
		.select()
		.from(roomExtension)
		.where(eq(roomExtension.roomId, roomId))
		.orderBy(asc(roomExtension.at), asc(roomExtension.id));
}

/** False where it is there already. */
export async function insertExtension(tx: Sql, row: ExtensionRow): Promise<boolean> {
	const made = await tx
		.insert(roomExtension)
		.values(row)
		.onConflictDoNothing()
		.returning({ id: roomExtension.id });
	return made.length > 0;
}

/** Attempts begun in a room, held until the transaction ends, in the order in which everybody holds them. */
export function lockAttemptsIn(tx: Sql, roomId: string) {
	const { learnerId, id, deadline, submittedAt } = attempt;
	return tx
		.select({ learnerId, id, deadline, submittedAt })
		.from(attempt)
		.where(eq(attempt.roomId, roomId))
		.orderBy(asc(learnerId), asc(id))
		.for('update');
}

/** False where it is there already. */
export async function insertIncident(tx: Sql, row: typeof incident.$inferInsert): Promise<boolean> {
	const made = await tx.insert(incident).values(row).onConflictDoNothing().returning({ id: incident.id });
	return made.length > 0;
}

export async function updateUnsupervised(tx: Sql, learner: string, id: string): Promise<void> {
	await tx
		.update(attempt)
		.set({ supervised: false })
		.where(and(eq(attempt.learnerId, learner), eq(attempt.id, id)));
}
