/** What a supervisor does in a room that is open. All of it is audited. */
import { v7 as uuidv7 } from 'uuid';
import type { Static } from 'typebox';
import { extension, isOpenRoom } from '#domain/rooms.ts';
import type { IncidentRequest, MoreTime } from '#schemas/room.ts';
import { insertAudit } from '../accounts/store.ts';
import type { Principal } from '../app-types.ts';
import { endAttemptsIn, type RoomRow } from '../attempts/room-store.ts';
import { updateDeadline } from '../attempts/store.ts';
import type { Sql } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import type { RoomDeps } from './find.ts';
import {
	insertExtension,
	insertIncident,
	lockAttemptsIn,
	lockRoom,
	updateRoom,
	updateUnsupervised,
} from './store.ts';

/** Adds time to one attempt, or to all that are open and to the room. Sent again under its id it adds nothing. */
export async function addTime(
	{ database: { db }, now }: RoomDeps,
	{ actor }: Principal,
	{ id: roomId }: RoomRow,
	{ id = uuidv7(), minutes, attempt }: Static<typeof MoreTime>,
): Promise<Failure | null> {
	const at = now();
	return db
		.transaction(async (tx) => {
			const row = await lockRoom(tx, roomId);
			if (!row || !isOpenRoom(row, at)) return fail('room-closed');
			const attemptId = attempt?.toLowerCase() ?? null;
			const all = await lockAttemptsIn(tx, roomId);
			const meant = attemptId === null ? all : all.filter((one) => one.id === attemptId);
			if (attemptId !== null && meant.length === 0) return fail('attempt-unknown', { path: '/attempt' });
			const added = { roomId, id, minutes, attemptId, givenBy: actor, at };
			if (!(await insertExtension(tx, added))) return null;
			const { until, deadlines } = extension(meant, row, { minutes, isForAll: attemptId === null, now: at });
			if (attemptId !== null && deadlines.length === 0) throw new NothingOpen();
			await updateRoom(tx, roomId, { until: until > row.until ? until : row.until });
			for (const { of, deadline } of deadlines) {
				await updateDeadline(tx, of.learnerId, of.id, deadline);
				await audit(tx, row, {
					learner: of.learnerId,
					actor,
					at,
					action: 'room.extend',
					reason: `+${minutes}`,
				});
			}
			return null;
		})
		.catch((error: unknown) => {
			if (error instanceof NothingOpen) return fail('attempt-submitted');
			throw error;
		});
}

/** Undoes a transaction in which there turned out to be nothing to extend. */
class NothingOpen extends Error {}

/** Keeps what happened during an attempt, also once it is handed in. Sent again under its id it is kept once. */
export async function noteIncident(
	{ database: { db }, now }: RoomDeps,
	{ actor }: Principal,
	row: RoomRow,
	request: Static<typeof IncidentRequest>,
): Promise<Failure | null> {
	const { id = uuidv7(), text, unseen = false } = request;
	const attemptId = request.attempt.toLowerCase();
	const at = now();
	return db.transaction(async (tx) => {
		const found = (await lockAttemptsIn(tx, row.id)).find((one) => one.id === attemptId);
		if (!found) return fail('attempt-unknown', { path: '/attempt' });
		const { learnerId } = found;
		const noted = { learnerId, id, attemptId, roomId: row.id, notedBy: actor, text: text.trim(), unseen, at };
		if (!(await insertIncident(tx, noted))) return null;
		if (unseen) await updateUnsupervised(tx, learnerId, attemptId);
		await audit(tx, row, { learner: learnerId, actor, at, action: 'room.incident' });
		return null;
	});
}

/**
 * Closes a room: its code ends at once, and the time of what is open in it is up. What learners' devices still send is
 * taken for the minute of grace, then all of it is handed in. A room that is closed stays as it is.
 */
export async function closeRoom(
	{ database: { db }, now }: RoomDeps,
	{ actor }: Principal,
	{ id }: RoomRow,
): Promise<void> {
	const at = now();
	await db.transaction(async (tx) => {
		const row = await lockRoom(tx, id);
		if (!row || row.closedAt) return;
		const closedAt = row.until < at ? row.until : at;
		await updateRoom(tx, id, { closedAt });
		const ended = await endAttemptsIn(tx, id, closedAt);
		const learners = new Set([actor, ...ended.map(({ learnerId }) => learnerId)]);
		for (const learner of learners) await audit(tx, row, { learner, actor, at, action: 'room.close' });
	});
}

interface Audited {
	learner: string;
	actor: string;
	at: Date;
	action: 'room.extend' | 'room.incident' | 'room.close';
	reason?: string;
}

async function audit(tx: Sql, { courseId, quizId }: RoomRow, { learner, ...rest }: Audited): Promise<void> {
	await insertAudit(tx, { learnerId: learner, id: uuidv7(), subject: `${courseId}/${quizId}`, ...rest });
}
