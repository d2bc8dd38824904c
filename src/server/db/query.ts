/**
 * Statements of hot paths: written out once as text, with `$1`, `$2` … for what changes, so that the database prepares
 * each once and nothing puts it together anew. Parameters are text, numbers or null, cast in the text (`$1::uuid`); many
 * rows travel as one JSON text and become rows by `jsonb_to_recordset`. Results hold text, numbers, truth values and
 * JSON, which both databases give back alike; times come within JSON, as text.
 */
import { sql, type SQL } from 'drizzle-orm';
import { rowsOf } from './rows.ts';

export type Param = string | number | null;
export type Query = <Row>(text: string, params: readonly Param[]) => Promise<Row[]>;

/** The same statements within a transaction. */
export function within(tx: { execute(query: SQL): PromiseLike<unknown> }): Query {
	return async <Row>(text: string, params: readonly Param[]) =>
		rowsOf<Row>(await tx.execute(toSql(text, params)));
}

function toSql(text: string, params: readonly Param[]): SQL {
	const chunks = text.split(/\$(\d+)/).map((chunk, index) =>
		// Every other chunk is the number of a parameter.
		index % 2 === 0 ? sql.raw(chunk) : sql`${params[Number(chunk) - 1]}`,
	);
	return sql.join(chunks);
}
