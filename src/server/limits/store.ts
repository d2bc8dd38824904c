import type { Query } from '../db/query.ts';

/** One use of a counter, in milliseconds: how long a use takes to be free again, and how much may be in use at once. */
interface Use {
	key: string;
	every: number;
	span: number;
}

/** Until when what was used is in use. Later than all uses together could be was written by a clock that ran ahead. */
const inUseUntil = `
	case when r.free_at between $2::timestamptz and $2::timestamptz + $4::float8 * interval '1 millisecond'
		then r.free_at else $2::timestamptz end`;

/** Takes one use if it is free, and writes nothing if not: refused tries make no work and change nothing. */
const take = `
	with taken as (
		insert into rate_limit as r (key, free_at)
		values ($1, $2::timestamptz + $3::float8 * interval '1 millisecond')
		on conflict (key) do update set free_at = ${inUseUntil} + $3::float8 * interval '1 millisecond'
		where ${inUseUntil} <= $2::timestamptz + ($4::float8 - $3::float8) * interval '1 millisecond'
		returning 1
	)
	select (select count(*) from taken)::int as taken, (
		select (extract(epoch from free_at - $2::timestamptz) * 1000)::float8 from rate_limit where key = $1
	) as "inUse"`;

/** Null: taken; else how many milliseconds are in use, of which none is free. */
export async function takeUse(
	query: Query,
	{ key, every, span }: Use,
	now: Date,
): Promise<{ inUse: number } | null> {
	const [row] = await query<{ taken: number; inUse: number | null }>(take, [
		key,
		now.toISOString(),
		every,
		span,
	]);
	return row!.taken ? null : { inUse: Math.min(row!.inUse ?? 0, span) };
}

const giveBack = `
	update rate_limit set free_at = free_at - $2::float8 * interval '1 millisecond' where key = $1`;

export async function giveUseBack(query: Query, { key, every }: Pick<Use, 'key' | 'every'>): Promise<void> {
	await query(giveBack, [key, every]);
}

/** Those that are wholly free again. */
export async function deleteFree(query: Query, now: Date): Promise<void> {
	await query(`delete from rate_limit where free_at < $1::timestamptz`, [now.toISOString()]);
}
