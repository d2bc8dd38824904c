import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Static } from 'typebox';
import { may } from '#domain/access.ts';
import { roomCodeFrom } from '#domain/rooms.ts';
import type { RoomRequest } from '#schemas/room.ts';
import { insertAudit } from '../accounts/store.ts';
import type { Principal } from '../app-types.ts';
import { quizNamed } from '../attempts/quiz.ts';
import type { RoomRow } from '../attempts/room-store.ts';
import { fail, type Failure } from '../failure.ts';
import type { RoomDeps } from './find.ts';
import { closeOver, insertRoom, selectOptionalRoom } from './store.ts';

const minute = 60_000;
const draws = 30;

/** Opens a room for a quiz that counts, or finds the one that was opened under this id. Audited. */
export async function openRoom(
	{ catalog, database: { db }, now }: RoomDeps,
	{ actor, grants }: Principal,
	request: Static<typeof RoomRequest>,
): Promise<{ row: RoomRow; fresh: boolean } | Failure> {
	const at = now();
	const { course } = request;
	const id = request.id?.toLowerCase() ?? uuidv7();
	if (!may(grants, 'room.open', { course }, at.getTime())) return fail('not-allowed');
	const known = await selectOptionalRoom(db, id);
	if (known) return known.openedBy === actor ? { row: known, fresh: false } : fail('id-in-use');
	const version = await catalog.version(course);
	if (!version) return fail('course-unknown', { path: '/course' });
	const quiz = quizNamed(version, request.quiz);
	if (!quiz || quiz.quiz.kind === 'practice') return fail('quiz-unknown', { path: '/quiz' });
	await closeOver(db, at);
	for (let draw = 0; draw < draws; draw += 1) {
		const row: RoomRow = {
			id,
			code: roomCodeFrom(randomBytes(4)),
			courseId: course,
			quizId: quiz.id,
			name: request.name.trim(),
			openedBy: actor,
			openedAt: at,
			until: new Date(at.getTime() + request.minutes * minute),
			closedAt: null,
		};
		const isMade = await db.transaction(async (tx) => {
			if (!(await insertRoom(tx, row))) return false;
			const audited = { learnerId: actor, id: uuidv7(), at, actor };
			await insertAudit(tx, { ...audited, action: 'room.open', subject: `${course}/${quiz.id}` });
			return true;
		});
		if (isMade) return { row, fresh: true };
		const other = await selectOptionalRoom(db, id);
		if (other) return other.openedBy === actor ? { row: other, fresh: false } : fail('id-in-use');
	}
	throw new Error('No free code was found.');
}
