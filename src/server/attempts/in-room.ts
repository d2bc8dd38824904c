import type { Attempt } from '#schemas/attempt.ts';
import type { AttemptDeps } from './deps.ts';
import { selectRoomOf } from './room-store.ts';
import type { AttemptRow } from './store.ts';

/** The room that an attempt was begun in, and what was noted there; null, as most are: in none. */
export async function describeRoomOf(
	{ database: { db } }: Pick<AttemptDeps, 'database'>,
	{ learnerId, id, roomId, supervised }: AttemptRow,
): Promise<Attempt['room']> {
	if (roomId === null) return null;
	const { name, incidents } = await selectRoomOf(db, { learnerId, id, roomId });
	return {
		name,
		supervised,
		incidents: incidents.map(({ text, unseen, at }) => ({ text, unseen, at: at.toISOString() })),
	};
}
