import { getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from './connect.ts';
import * as tables from './tables/index.ts';

/** Rows a statement; files one at a time, since one may weigh megabytes. */
const rowsAtOnce = (table: PgTable) => (table === tables.courseMedia ? 1 : 200);

/** Every table; `person` first, since sessions refer to it. */
const allTables = Object.values<unknown>(tables)
	.filter((value): value is PgTable => is(value, PgTable))
	.sort((a, b) => Number(b === tables.person) - Number(a === tables.person));

/**
 * Copies everything from one database to another that is migrated and empty, in one transaction of the target. The
 * source must be at rest. Returns how many rows each table had.
 * @throws when the target holds people or publications already.
 */
export async function moveDatabase(source: Db, target: Db): Promise<Record<string, number>> {
	return target.transaction(async (tx) => {
		for (const table of [tables.person, tables.publication])
			if (
				(
					await tx
						.select({ one: sql`1` })
						.from(table)
						.limit(1)
				).length
			)
				throw new Error(`The target database is not empty: ${getTableName(table)} has rows.`);
		const counts: Record<string, number> = {};
		for (const table of allTables) counts[getTableName(table)] = await copyTable(source, tx, table);
		return counts;
	});
}

async function copyTable(source: Db, target: Pick<Db, 'insert'>, table: PgTable): Promise<number> {
	const batch = rowsAtOnce(table);
	for (let done = 0; ;) {
		const rows = await source
			.select()
			.from(table)
			.orderBy(sql`ctid`)
			.limit(batch)
			.offset(done);
		if (rows.length) await target.insert(table).values(rows);
		done += rows.length;
		if (rows.length < batch) return done;
	}
}
