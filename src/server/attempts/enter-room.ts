import { may } from '#domain/access.ts';
import { isOpenRoom, readRoomCode } from '#domain/rooms.ts';
import { namesOf } from '#domain/renames.ts';
import { selectGrants } from '../accounts/grant-store.ts';
import type { Principal } from '../app-types.ts';
import type { Db } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import type { Limit } from '../limits/limits.ts';
import type { WorkDeps } from './deps.ts';
import type { CourseQuiz } from './quiz.ts';
import { selectOptionalByCode, type RoomRow } from './room-store.ts';

const second = 1000;
const path = '/code';

/** Tries at a code: a hall full of people mistypes a few, and nobody finds one by trying them. */
const triesOf = (learner: string, block: string): Limit[] => [
	{ of: 'room-code-person', who: learner, burst: 10, every: 30 * second },
	{ of: 'room-code', who: block, burst: 120, every: 10 * second },
];

/**
 * The room in which an attempt begins, by the code that was typed; null: in none. A quiz that asks for a code begins
 * nowhere else. Nobody supervises themselves.
 */
export async function roomFor(
	{ database: { db }, limits }: Pick<WorkDeps, 'database' | 'limits'>,
	who: Principal,
	{ course: { manifest }, id, quiz }: CourseQuiz,
	{ typed, block, now }: { typed: string | undefined; block: string; now: Date },
): Promise<RoomRow | Failure | null> {
	if (typed === undefined || typed.trim() === '')
		return quiz.access === 'code' ? fail('code-needed', { path }) : null;
	const code = readRoomCode(typed);
	if (code === null) return fail('code-wrong', { path });
	const tries = triesOf(who.learner, block);
	const refused = await limits.take(tries);
	if (refused) return refused;
	const quizzes = namesOf(id, manifest.formerly, manifest.quizzes);
	const room = await selectOptionalByCode(db, { code, course: manifest.course, quizzes });
	if (!room) return fail('code-wrong', { path });
	if (!isOpenRoom(room, now) || !(await isSupervised(db, room, now))) return fail('code-over', { path });
	await limits.giveBack(tries);
	return room.openedBy === who.actor ? fail('own-room') : room;
}

/** Whoever opened it may still look after it: a room whose supervisor has gone, or has no right any more, has no one. */
async function isSupervised(db: Db, { openedBy, courseId: course }: RoomRow, now: Date): Promise<boolean> {
	return may(await selectGrants(db, openedBy), 'room.open', { course }, now.getTime());
}
