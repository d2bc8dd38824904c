import { and, count, eq, inArray, isNotNull, isNull, lt, notExists, or, sql } from 'drizzle-orm';
import type { Db, Sql } from '../db/connect.ts';
import type { Query } from '../db/query.ts';
import { attempt, response, storedFile, upload } from '../db/tables/index.ts';

export type UploadRow = typeof upload.$inferSelect;

export async function selectOptionalUpload(db: Sql, learner: string, id: string): Promise<UploadRow | null> {
	const [row] = await db
		.select()
		.from(upload)
		.where(and(eq(upload.learnerId, learner), eq(upload.id, id)));
	return row ?? null;
}

/** Of one attempt, by their ids. */
export async function selectUploads(
	db: Sql,
	{ learnerId, id }: { learnerId: string; id: string },
): Promise<Map<string, UploadRow>> {
	const rows = await db
		.select()
		.from(upload)
		.where(and(eq(upload.learnerId, learnerId), eq(upload.attemptId, id)));
	return new Map(rows.map((row) => [row.id, row]));
}

export async function countUploads(db: Sql, learner: string, attemptId: string): Promise<number> {
	const [row] = await db
		.select({ n: count() })
		.from(upload)
		.where(and(eq(upload.learnerId, learner), eq(upload.attemptId, attemptId)));
	return row?.n ?? 0;
}

/** Before the bytes are put there; waits while the same file is being removed. */
export async function upsertStored(db: Sql, hashes: readonly string[], storedAt: Date): Promise<void> {
	const rows = [...hashes].sort().map((hash) => ({ hash, storedAt }));
	await db.insert(storedFile).values(rows).onConflictDoUpdate({ target: storedFile.hash, set: { storedAt } });
}

const insertWhereStored = `
	with given as (
		select * from jsonb_to_record($1::text::jsonb) as g (
			"learnerId" uuid, id uuid, "attemptId" uuid, "questionId" text, type text, hash text, "smallHash" text,
			bytes int, width int, height int, "uploadedAt" timestamptz
		)
	), kept as materialized (
		select s.hash from stored_file s join given g on s.hash in (g.hash, g."smallHash") for share of s
	)
	insert into upload (
		learner_id, id, attempt_id, question_id, type, hash, small_hash, bytes, width, height, uploaded_at
	)
	select "learnerId", id, "attemptId", "questionId", type, hash, "smallHash", bytes, width, height, "uploadedAt"
	from given g
	where g.hash in (select hash from kept) and (g."smallHash" is null or g."smallHash" in (select hash from kept))
	on conflict (learner_id, id) do nothing
	returning id`;

/** @returns false where its bytes were removed meanwhile, or the same id was there already */
export async function insertUpload(query: Query, row: UploadRow): Promise<boolean> {
	const rows = await query(insertWhereStored, [JSON.stringify(row)]);
	return rows.length > 0;
}

/** What of a learner's files lies in the store. */
export async function selectHashes(db: Sql, learner: string): Promise<string[]> {
	const rows = await db
		.select({ hash: upload.hash, small: upload.smallHash })
		.from(upload)
		.where(eq(upload.learnerId, learner));
	return [...new Set(rows.flatMap(({ hash, small }) => (small ? [hash, small] : [hash])))];
}

const answers = sql`${response.answer} -> 'answer' ->> 'upload' = ${upload.id}::text`;

/** Rows that no answer refers to: what was replaced, or sent and never saved. */
export async function deleteUnreferenced(db: Db, before: Date): Promise<void> {
	const refers = db
		.select({ one: sql`1` })
		.from(response)
		.where(
			and(
				eq(response.learnerId, upload.learnerId),
				eq(response.attemptId, upload.attemptId),
				eq(response.questionId, upload.questionId),
				answers,
			),
		);
	await db.delete(upload).where(and(lt(upload.uploadedAt, before), notExists(refers)));
}

/** Files of attempts that are still open, sent before a time: the answers are taken back, and the files are gone. */
export async function deleteForgotten(db: Db, before: Date): Promise<void> {
	await db.transaction(async (tx) => {
		const old = await tx
			.select({ learnerId: upload.learnerId, id: upload.id, attemptId: upload.attemptId })
			.from(upload)
			.innerJoin(attempt, and(eq(attempt.learnerId, upload.learnerId), eq(attempt.id, upload.attemptId)))
			.where(and(lt(upload.uploadedAt, before), isNull(attempt.submittedAt)))
			.limit(500);
		for (const { learnerId, id, attemptId } of old) {
			await tx
				.delete(response)
				.where(
					and(
						eq(response.learnerId, learnerId),
						eq(response.attemptId, attemptId),
						sql`${response.answer} -> 'answer' ->> 'upload' = ${id}`,
					),
				);
			await tx.delete(upload).where(and(eq(upload.learnerId, learnerId), eq(upload.id, id)));
		}
	});
}

const isUsed = (db: Sql) =>
	db
		.select({ one: sql`1` })
		.from(upload)
		.where(
			or(
				eq(upload.hash, storedFile.hash),
				and(isNotNull(upload.smallHash), eq(upload.smallHash, storedFile.hash)),
			),
		);

/** Files to which no row refers, stored before a time. */
export async function selectUnused(db: Db, before: Date, limit: number): Promise<string[]> {
	const rows = await db
		.select({ hash: storedFile.hash })
		.from(storedFile)
		.where(and(lt(storedFile.storedAt, before), notExists(isUsed(db))))
		.limit(limit);
	return rows.map(({ hash }) => hash);
}

/**
 * Forgets a file where nobody refers to it, and removes its bytes before anybody can store the same again. What is
 * deleted by id alone stays where somebody has come to refer to it meanwhile.
 */
export async function deleteUnused(
	db: Db,
	hash: string,
	remove: (hash: string) => Promise<void>,
): Promise<boolean> {
	return db.transaction(async (tx) => {
		const rows = await tx
			.delete(storedFile)
			.where(and(inArray(storedFile.hash, [hash]), notExists(isUsed(tx))))
			.returning({ hash: storedFile.hash });
		if (rows.length === 0) return false;
		await remove(hash);
		return true;
	});
}
