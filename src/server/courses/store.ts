import { and, asc, desc, eq, inArray, not, sql } from 'drizzle-orm';
import type { CompiledCourse, Manifest } from '#schemas/catalog.ts';
import type { FrameworkFile, TrackFile } from '#schemas/framework.ts';
import type { Db, Sql } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import {
	catalogFile,
	courseActive,
	courseMedia,
	coursePart,
	courseVersion,
	publication,
	publicationSource,
} from '../db/tables/index.ts';

export function selectActive(db: Sql) {
	return db.select().from(courseActive).orderBy(asc(courseActive.courseId));
}

/** Who publishes while an author drafts: see `npm run dev`. */
export const drafting = 'dev';

/** That of a version nothing was published but drafts, by the row `course_version` of a statement. */
const isDraft = sql<boolean>`coalesce((
	select bool_and(p.by = ${drafting}) from publication p
	where p.courses ->> ${courseVersion.courseId} = ${courseVersion.version}), false)`;

/** Active courses whose version is a draft. */
export async function selectDrafts(db: Sql): Promise<string[]> {
	const { courseId, version } = courseVersion;
	const rows = await db
		.select({ courseId })
		.from(courseVersion)
		.innerJoin(courseActive, and(eq(courseActive.courseId, courseId), eq(courseActive.version, version)))
		.where(isDraft);
	return rows.map((row) => row.courseId);
}

/** Of every course that was ever published, the active version, else (it was withdrawn) the newest; no drafts. */
export function selectLatestManifests(db: Db): Promise<{ courseId: string; manifest: Manifest }[]> {
	const { courseId, version, manifest, createdAt } = courseVersion;
	return db
		.selectDistinctOn([courseId], { courseId, manifest })
		.from(courseVersion)
		.leftJoin(courseActive, and(eq(courseActive.courseId, courseId), eq(courseActive.version, version)))
		.where(not(isDraft))
		.orderBy(courseId, sql`${courseActive.version} is null`, desc(createdAt));
}

export async function selectManifest(db: Sql, course: string, version: string): Promise<Manifest | null> {
	return (await selectOptionalVersion(db, course, version))?.manifest ?? null;
}

/** Active courses whose last publication came from a folder. */
export async function selectActiveFrom(db: Sql, folder: string): Promise<string[]> {
	const rows = rowsOf<{ course: string }>(
		await db.execute(sql`
			select a.course_id as course from course_active a where ${folder} = (
				select p.source from publication p where p.courses ->> a.course_id is not null
				order by p.at desc, p.id desc limit 1)
			order by a.course_id`),
	);
	return rows.map((row) => row.course);
}

export async function deleteActive(tx: Sql, course: string): Promise<boolean> {
	const rows = await tx
		.delete(courseActive)
		.where(eq(courseActive.courseId, course))
		.returning({ version: courseActive.version });
	return rows.length === 1;
}

export async function selectOptionalVersion(db: Sql, course: string, version: string) {
	const [row] = await db
		.select({ manifest: courseVersion.manifest, createdAt: courseVersion.createdAt })
		.from(courseVersion)
		.where(and(eq(courseVersion.courseId, course), eq(courseVersion.version, version)));
	return row ?? null;
}

/** The version of a course that was published last, whether or not it is active. */
export async function selectOptionalNewestVersion(db: Sql, course: string) {
	const { version, manifest, createdAt } = courseVersion;
	const [row] = await db
		.select({ version, manifest, createdAt })
		.from(courseVersion)
		.where(eq(courseVersion.courseId, course))
		.orderBy(desc(createdAt), desc(version))
		.limit(1);
	return row ?? null;
}

export function selectParts(db: Sql, hashes: string[]) {
	return db.select().from(coursePart).where(inArray(coursePart.hash, hashes));
}

export async function selectOptionalMedia(db: Sql, hash: string) {
	const [row] = await db
		.select({ type: courseMedia.type, bytes: courseMedia.bytes })
		.from(courseMedia)
		.where(eq(courseMedia.hash, hash));
	return row ?? null;
}

export async function selectCatalogFiles(db: Sql) {
	const rows = await db.select().from(catalogFile).orderBy(asc(catalogFile.kind), asc(catalogFile.id));
	return {
		frameworks: rows.filter((row) => row.kind === 'framework').map((row) => row.body as FrameworkFile),
		tracks: rows.filter((row) => row.kind === 'track').map((row) => row.body as TrackFile),
	};
}

export async function selectFingerprint(db: Sql, folder: string): Promise<string | null> {
	const [row] = await db
		.select({ fingerprint: publicationSource.fingerprint })
		.from(publicationSource)
		.where(eq(publicationSource.folder, folder));
	return row?.fingerprint ?? null;
}

/** One publication at a time, over all processes; the lock ends with the transaction. */
export async function lockPublication(tx: Sql) {
	// The one before may take as long as a statement may; who waits for it is no learner.
	await tx.execute(sql`set local lock_timeout = 0`);
	await tx.execute(sql`select pg_advisory_xact_lock(7283002)`);
}

export async function insertCourse(tx: Sql, course: CompiledCourse) {
	const parts = Object.entries(course.parts).map(([hash, part]) => ({ hash, body: { part } }));
	if (parts.length) await tx.insert(coursePart).values(parts).onConflictDoNothing();
	for (const [hash, media] of Object.entries(course.media))
		await tx
			.insert(courseMedia)
			.values({ hash, ...media })
			.onConflictDoNothing();
	await tx
		.insert(courseVersion)
		.values({ courseId: course.manifest.course, version: course.version, manifest: course.manifest })
		.onConflictDoNothing();
}

export async function upsertActive(tx: Sql, row: typeof courseActive.$inferInsert) {
	const { courseId: _key, ...set } = row;
	await tx.insert(courseActive).values(row).onConflictDoUpdate({ target: courseActive.courseId, set });
}

/** A publication changes every active row's publication id, so that processes reread tracks and frameworks too. */
export async function touchActive(tx: Sql, publicationId: string) {
	await tx.update(courseActive).set({ publicationId });
}

/** Frameworks or tracks of a folder. With `replace`, those published from it before that are no longer there go. */
export async function upsertCatalogFiles(
	tx: Sql,
	from: { source: string; kind: 'framework' | 'track'; replace: boolean },
	files: Record<string, FrameworkFile | TrackFile>,
) {
	const { source, kind } = from;
	if (from.replace)
		await tx.delete(catalogFile).where(and(eq(catalogFile.source, source), eq(catalogFile.kind, kind)));
	for (const [id, body] of Object.entries(files))
		await tx
			.insert(catalogFile)
			.values({ kind, id, body, source })
			.onConflictDoUpdate({ target: [catalogFile.kind, catalogFile.id], set: { body, source } });
}

export async function insertPublication(tx: Sql, row: typeof publication.$inferInsert) {
	await tx.insert(publication).values(row);
}

export async function upsertFingerprint(tx: Sql, row: typeof publicationSource.$inferInsert) {
	const { folder: _key, ...set } = row;
	await tx
		.insert(publicationSource)
		.values(row)
		.onConflictDoUpdate({ target: publicationSource.folder, set });
}
