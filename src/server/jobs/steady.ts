import type { Db } from '../db/connect.ts';
import { selectOptionalSetting, upsertSetting } from '../db/setting-store.ts';

const day = 24 * 3_600_000;

/** How long the clock must have been steady before anything is taken for old. */
const trustedAfter = 30 * day;
/** Between two daily turns; more is a clock that has jumped, or a server that was off. */
const mostBetween = 3 * day;

/**
 * The turn of a daily job that deletes what is old. It is skipped for thirty days after the clock has jumped or the
 * server was off: what seems old may be of yesterday, and who wanted to come back may not have been able to. Gives what
 * the work gives, null where it was skipped.
 */
export async function onSteadyClock<T>(
	db: Db,
	job: string,
	now: Date,
	work: () => Promise<T>,
): Promise<T | null> {
	const name = `turns:${job}`;
	const [last, since] = (await selectOptionalSetting(db, name))?.split(' ').map(Date.parse) ?? [];
	const between = now.getTime() - (last ?? 0);
	const isSteady = between >= 0 && between <= mostBetween;
	const steadySince = isSteady && since !== undefined ? new Date(since) : now;
	await upsertSetting(db, name, `${now.toISOString()} ${steadySince.toISOString()}`);
	return now.getTime() - steadySince.getTime() < trustedAfter ? null : work();
}
