import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The database was brought up to date by a later version of this program. */
export class NewerDatabase extends Error {
	constructor() {
		super(
			'The database was made by a later version of Cùng Học than this one. ' +
				'Start that version, or go back to a copy of the database from before.',
		);
	}
}

/**
 * Refuses a database that knows migrations which this build does not: it would write what the later version cannot read.
 * `query` runs one statement.
 * @throws {NewerDatabase}
 */
export async function refuseNewer(
	migrationsFolder: string,
	query: (text: string) => Promise<{ rows: unknown[] }>,
): Promise<void> {
	const { rows: tables } = await query(
		"select to_regclass('drizzle.__drizzle_migrations') is not null as there",
	);
	if (!(tables[0] as { there: boolean }).there) return;
	const { rows } = await query('select max(created_at)::float8 as latest from drizzle.__drizzle_migrations');
	const { latest } = rows[0] as { latest: number | null };
	const journal = readFileSync(path.join(migrationsFolder, 'meta/_journal.json'), 'utf8');
	const { entries } = JSON.parse(journal) as { entries: { when: number }[] };
	if (latest !== null && latest > Math.max(...entries.map(({ when }) => when))) throw new NewerDatabase();
}
