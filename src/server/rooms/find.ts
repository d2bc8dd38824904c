import { may } from '#domain/access.ts';
import { isUuid } from '#schemas/names.ts';
import type { Principal } from '../app-types.ts';
import type { RoomRow } from '../attempts/room-store.ts';
import type { Deps } from '../deps.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { selectOptionalRoom } from './store.ts';

export type RoomDeps = Pick<Deps, 'catalog' | 'database' | 'now'>;

/** A room that this person may look after: their own while their right lasts, and those that they oversee. */
export async function findRoom(
	{ database: { db }, now }: Pick<RoomDeps, 'database' | 'now'>,
	who: Principal,
	typed: string,
): Promise<RoomRow | Failure> {
	const row = isUuid(typed) ? await selectOptionalRoom(db, typed.toLowerCase()) : null;
	if (!row) return fail('room-unknown');
	return maySee(who, row, now()) ? row : fail('not-allowed');
}

export function maySee(
	{ actor, grants }: Pick<Principal, 'actor' | 'grants'>,
	{ openedBy, courseId: course }: RoomRow,
	now: Date,
): boolean {
	const at = now.getTime();
	const isOwn = openedBy === actor && may(grants, 'room.open', { course }, at);
	return isOwn || may(grants, 'room.oversee', { course }, at);
}

/** The same, as long as something in it can be changed: until it is closed. */
export async function findOpenRoom(
	deps: Pick<RoomDeps, 'database' | 'now'>,
	who: Principal,
	typed: string,
): Promise<RoomRow | Failure> {
	const row = await findRoom(deps, who, typed);
	if (isFailure(row)) return row;
	return row.closedAt === null && row.until > deps.now() ? row : fail('room-closed');
}
