import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import { attempt, incident, room } from '../db/tables/index.ts';

export type RoomRow = typeof room.$inferSelect;

/** The room that last had a code at a quiz, under any of the names that it has had. */
export async function selectOptionalByCode(
	db: Sql,
	{ code, course, quizzes }: { code: string; course: string; quizzes: string[] },
): Promise<RoomRow | null> {
	const [row] = await db
		.select()
		.from(room)
		.where(and(eq(room.code, code), eq(room.courseId, course), inArray(room.quizId, quizzes)))
		.orderBy(desc(room.openedAt))
		.limit(1);
	return row ?? null;
}

/** The name of the room of an attempt, and what was noted about the attempt, the first first. */
export async function selectRoomOf(
	db: Sql,
	{ learnerId, id, roomId }: { learnerId: string; id: string; roomId: string },
) {
	const [found] = await db.select({ name: room.name }).from(room).where(eq(room.id, roomId));
	const incidents = await db
		.select({ text: incident.text, unseen: incident.unseen, at: incident.at })
		.from(incident)
		.where(and(eq(incident.learnerId, learnerId), eq(incident.attemptId, id)))
		.orderBy(asc(incident.at), asc(incident.id));
	return { name: found?.name ?? '', incidents };
}

/** Open attempts in a room end now, where they would end later: answers on their way are still taken for a minute. */
export async function endAttemptsIn(db: Sql, roomId: string, now: Date): Promise<{ learnerId: string }[]> {
	return db
		.update(attempt)
		.set({ deadline: sql`least(${attempt.deadline}, ${now.toISOString()}::timestamptz)` })
		.where(and(eq(attempt.roomId, roomId), isNull(attempt.submittedAt)))
		.returning({ learnerId: attempt.learnerId });
}
