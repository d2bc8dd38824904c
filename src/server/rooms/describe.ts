import { createHash } from 'node:crypto';
import { currentId } from '#domain/renames.ts';
import { isOpenRoom, sittingState } from '#domain/rooms.ts';
import type { Locale } from '#schemas/common.ts';
import type { Room, RoomSummary, Sitter } from '#schemas/room.ts';
import { selectPerson } from '../accounts/store.ts';
import type { RoomRow } from '../attempts/room-store.ts';
import { summariseCourse, summariseQuiz } from '../courses/describe.ts';
import type { RoomDeps } from './find.ts';
import {
	selectExtensions,
	selectOptionalRoom,
	selectRoomsOf,
	selectSitters,
	type CountedRoom,
	type SitterRow,
	type WatchedRoom,
} from './store.ts';

const mostRooms = 50;

/** Rooms that somebody opened, the latest first. */
export async function listRooms(deps: RoomDeps, openedBy: string, locale: Locale): Promise<RoomSummary[]> {
	const rooms = await selectRoomsOf(deps.database.db, openedBy, mostRooms);
	return Promise.all(rooms.map((one) => summariseRoom(deps, one, locale)));
}

async function summariseRoom(
	{ catalog, now }: RoomDeps,
	{ row, started, handedIn }: CountedRoom,
	locale: Locale,
): Promise<RoomSummary> {
	const version = await catalog.lastVersion(row.courseId);
	const { formerly, quizzes } = version?.manifest ?? {};
	const id = formerly && quizzes ? currentId(row.quizId, formerly, quizzes) : null;
	const quiz = version && id ? summariseQuiz(version, id, locale) : null;
	return {
		id: row.id,
		name: row.name,
		course: row.courseId,
		courseTitle: version ? summariseCourse(version, locale).title : row.courseId,
		quiz: id ?? row.quizId,
		quizTitle: quiz?.title ?? row.quizId,
		quizLocale: quiz?.locale ?? locale,
		openedAt: row.openedAt.toISOString(),
		until: row.until.toISOString(),
		closedAt: row.closedAt?.toISOString() ?? null,
		isOpen: isOpenRoom(row, now()),
		started,
		handedIn,
	};
}

/** A room with all who sit in it, as it stands now. */
export async function describeRoom(deps: RoomDeps, { id }: RoomRow, locale: Locale): Promise<Room> {
	const { database, now } = deps;
	const row = (await selectOptionalRoom(database.db, id))!;
	const [found, extensions, opener] = await Promise.all([
		selectSitters(database.query, [id]),
		selectExtensions(database.db, id),
		selectPerson(database.db, row.openedBy).catch(() => null),
	]);
	const sitters = found.get(id) ?? [];
	const at = now();
	const handedIn = sitters.filter(({ submittedAt }) => submittedAt !== null).length;
	return {
		...(await summariseRoom(deps, { row, started: sitters.length, handedIn }, locale)),
		code: isOpenRoom(row, at) ? row.code : null,
		openedBy: opener?.displayName ?? null,
		now: at.toISOString(),
		revision: revisionOf({ ...row, extensions: extensions.length }, sitters, at),
		people: sitters.map((sitter) => describeSitter(sitter, row, at)).sort(byName(locale)),
		extensions: extensions.map(({ minutes, attemptId, at: added }) => ({
			minutes,
			attempt: attemptId,
			at: added.toISOString(),
		})),
	};
}

function describeSitter(sitter: SitterRow, { until }: RoomRow, now: Date): Sitter {
	const { attempt, name, username, startedAt, savedAt, deadline, submittedAt } = sitter;
	return {
		attempt,
		name,
		username,
		state: sittingState(sitter, now),
		startedAt: startedAt.toISOString(),
		questions: sitter.questions,
		answered: sitter.answered,
		savedAt: savedAt?.toISOString() ?? null,
		deadline: (deadline ?? until).toISOString(),
		submittedAt: submittedAt?.toISOString() ?? null,
		supervised: sitter.supervised,
		incidents: sitter.incidents.map(({ text, unseen, at }) => ({
			text,
			unseen,
			at: new Date(at).toISOString(),
		})),
	};
}

/** By name, those without one behind, in the order in which they came. */
function byName(locale: Locale) {
	return (a: Sitter, b: Sitter) => {
		if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null);
		return a.name.localeCompare(b.name, locale) || a.startedAt.localeCompare(b.startedAt);
	};
}

const minute = 60_000;

/** Changes with whatever its page shows: while somebody works that is once a minute too. */
export function revisionOf(room: Omit<WatchedRoom, 'id'>, sitters: readonly SitterRow[], now: Date): string {
	const isUnderWay = sitters.some(({ submittedAt }) => submittedAt === null);
	const clock = isUnderWay ? Math.floor(now.getTime() / minute) : 0;
	const told = [room.until, room.closedAt, room.extensions, isOpenRoom(room, now), clock, sitters];
	return createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 22);
}
