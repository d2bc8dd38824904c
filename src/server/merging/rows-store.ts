/** Rows of learners as JSON, whatever their table: read, and written from one learner to another. */
import { getTableColumns } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import {
	keyColumns,
	learningTables,
	type Change,
	type Kept,
	type LearningTable,
	type Row,
	type Writing,
} from '#domain/merging/tables.ts';
import type { Query } from '../db/query.ts';
import * as tables from '../db/tables/index.ts';

const tableOf = {
	enrolment: tables.enrolment,
	learning_event: tables.learningEvent,
	lesson_completion: tables.lessonCompletion,
	course_completion: tables.courseCompletion,
	check_response: tables.checkResponse,
	attempt: tables.attempt,
	response: tables.response,
	grading: tables.grading,
	mark: tables.mark,
	grading_task: tables.gradingTask,
	incident: tables.incident,
	upload: tables.upload,
	regrade_change: tables.regradeChange,
	attempt_grant: tables.attemptGrant,
	review_item: tables.reviewItem,
	certificate: tables.certificate,
	certificate_serial: tables.certificateSerial,
	name_correction: tables.nameCorrection,
	voucher: tables.voucher,
} satisfies Record<LearningTable, PgTable>;
/** The tables whose rows go along with a learner. */
export const movedTables: PgTable[] = Object.values(tableOf);

/** Without what statistics keep beside an attempt: that is told anew, and no change of the attempt. */
const asJson = (row: string) => `to_jsonb(${row}) - '{items,item_seconds,rushed}'::text[]`;

/** All that one learner has done, in all tables or some. */
export async function selectKept(
	query: Query,
	learner: string,
	wanted: readonly LearningTable[] = learningTables,
): Promise<Kept> {
	const kept = Object.fromEntries(learningTables.map((table) => [table, []])) as unknown as Kept;
	for (const table of wanted) {
		const rows = await query<{ row: Row }>(
			`select ${asJson('t')} as row from "${table}" t where learner_id = $1::uuid`,
			[learner],
		);
		kept[table] = rows.map(({ row }) => row);
	}
	return kept;
}

/** Whoever saves or hands in meanwhile waits, and then finds the attempt where it is. */
export async function lockAttempts(query: Query, learners: [string, string]): Promise<void> {
	await query(
		`select id from attempt where learner_id in ($1::uuid, $2::uuid) order by learner_id, id for update`,
		learners,
	);
}

const opened = `
	select id::text as id from room
	where opened_by = $1::uuid and id in (select (n #>> '{}')::uuid from jsonb_array_elements($2::text::jsonb) as n)`;

/** Rooms that this person opened, of those in which these attempts were begun. */
export async function selectOwnRooms(
	query: Query,
	person: string,
	attempts: readonly Row[],
): Promise<Set<string>> {
	const rooms = attempts.map((attempt) => attempt['room_id']).filter((room) => typeof room === 'string');
	if (rooms.length === 0) return new Set();
	const found = await query<{ id: string }>(opened, [person, JSON.stringify(rooms)]);
	return new Set(found.map(({ id }) => id));
}

/** Deletes, changes and adds rows. Each statement is of one table; rows of one learner each, so that it may be sharded. */
export async function write(query: Query, writings: readonly Writing[]): Promise<void> {
	for (const { table, remove } of writings) await deleteRows(query, table, remove);
	for (const { table, update } of writings) await updateRows(query, table, update);
	for (const { table, insert } of writings) await insertRows(query, table, insert);
}

const given = (table: LearningTable) => `jsonb_populate_recordset(null::"${table}", $1::text::jsonb) as k`;
const sameKey = (table: LearningTable) =>
	keyColumns[table].map((column) => `t."${column}" = k."${column}"`).join(' and ');
const columnsOf = (table: LearningTable) =>
	Object.values(getTableColumns(tableOf[table])).map(({ name }) => name);

async function deleteRows(query: Query, table: LearningTable, rows: Row[]): Promise<void> {
	if (rows.length === 0) return;
	const statement = `delete from "${table}" t using ${given(table)} where ${sameKey(table)}`;
	await query(statement, [JSON.stringify(rows)]);
}

async function updateRows(query: Query, table: LearningTable, rows: Row[]): Promise<void> {
	if (rows.length === 0) return;
	const isKey = (column: string) => (keyColumns[table] as readonly string[]).includes(column);
	const values = columnsOf(table)
		.filter((column) => !isKey(column))
		.map((column) => `"${column}" = k."${column}"`);
	const statement = `update "${table}" t set ${values.join(', ')} from ${given(table)} where ${sameKey(table)}`;
	await query(statement, [JSON.stringify(rows)]);
}

async function insertRows(query: Query, table: LearningTable, rows: Row[]): Promise<void> {
	if (rows.length === 0) return;
	const names = columnsOf(table).map((column) => `"${column}"`);
	const values = names.map((column) => `k.${column}`);
	const statement = `insert into "${table}" (${names.join(', ')}) select ${values.join(', ')} from ${given(table)}`;
	await query(statement, [JSON.stringify(rows)]);
}

/** Keeps what was changed, so that it can be taken back. */
export async function insertChanges(
	query: Query,
	of: { learner: string; merge: string },
	changes: readonly Change[],
): Promise<void> {
	const rows = changes.map((change, n) => ({ n, ...change }));
	const statement = `
		insert into merge_row (learner_id, merge_id, n, "table", gone, before, after)
		select $2::uuid, $3::uuid, r.n, r."table", r.gone, r.before, r.after
		from jsonb_to_recordset($1::text::jsonb) as r (n int, "table" text, gone jsonb, before jsonb, after jsonb)`;
	await query(statement, [JSON.stringify(rows), of.learner, of.merge]);
}

/** As it was kept, in the words of today: columns that were added since are there, and times are written alike. */
export async function selectChanges(query: Query, of: { learner: string; merge: string }): Promise<Change[]> {
	const changes: Change[] = [];
	for (const table of learningTables) {
		const cell = (name: string) =>
			`case when r.${name} is null or jsonb_typeof(r.${name}) = 'null' then null
				else ${asJson(`jsonb_populate_record(null::"${table}", r.${name})`)} end as ${name}`;
		const rows = await query<Omit<Change, 'table'>>(
			`select ${cell('gone')}, ${cell('before')}, ${cell('after')} from merge_row r
			where learner_id = $1::uuid and merge_id = $2::uuid and "table" = '${table}' order by n`,
			[of.learner, of.merge],
		);
		changes.push(...rows.map((row) => ({ table, ...row })));
	}
	return changes;
}
