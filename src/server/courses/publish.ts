import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { CompileResult } from '#content/compile.ts';
import { fingerprint } from '#content/fingerprint.ts';
import { publishedIds, type PublishedIds } from '#content/published-ids.ts';
import { readCourses } from '#content/read.ts';
import type { Manifest, Part } from '#schemas/catalog.ts';
import type { Db } from '../db/connect.ts';
import { selectOrInsertSecret } from '../db/setting-store.ts';
import { compileAside } from './compile-aside.ts';
import {
	drafting,
	insertCourse,
	insertPublication,
	lockPublication,
	selectActive,
	selectActiveFrom,
	selectCatalogFiles,
	selectDrafts,
	selectFingerprint,
	selectLatestManifests,
	selectParts,
	touchActive,
	upsertActive,
	upsertCatalogFiles,
	upsertFingerprint,
} from './store.ts';

export { drafting } from './store.ts';

export interface Publication {
	/** Course to version, for what changed. */
	published: Record<string, string>;
	/** Courses that were compiled and are as they were. */
	unchanged: string[];
	/** Active courses that came from this folder and are no longer in it: learners still get them. */
	left: string[];
	errors: CompileResult['errors'];
	warnings: CompileResult['warnings'];
	/** Languages with an error: they stay as they were last published. */
	withheld: CompileResult['withheld'];
}

export interface PublishOptions {
	folder: string;
	/** With `drafting` ids bind nobody: what only drafts had may still be renamed or go. */
	by: string;
	note?: string;
	now: Date;
	locale?: 'vi' | 'en';
	/** Do nothing when the folder is as it was when last published from. */
	onlyIfChanged?: boolean;
}

/**
 * Compiles a folder of courses and makes the good ones active, in one transaction. A course with an error keeps its
 * last good version. Returns null when `onlyIfChanged` and nothing did.
 */
export async function publish(db: Db, options: PublishOptions): Promise<Publication | null> {
	const folder = path.resolve(options.folder);
	const source = await readCourses(folder);
	const print = (options.by === drafting ? 'draft:' : '') + fingerprint(source);
	if (options.onlyIfChanged && (await selectFingerprint(db, folder)) === print) return null;

	const secret = await selectOrInsertSecret(db, 'content-secret');
	// Compiled before the transaction, which the embedded database would hold every learner up for; if another
	// publication came in between, compiled again on top of that.
	for (;;) {
		const { state, ...before } = await selectPublished(db);
		const result = await compileAside(source, {
			today: options.now.toISOString().slice(0, 10),
			locale: options.locale ?? 'vi',
			secret,
			...before,
		});
		// A wrong or emptied folder takes nothing away, and what came from it before stays.
		const isEmpty = [result.present, Object.keys(result.frameworks), Object.keys(result.tracks)].every(
			(each) => each.length === 0,
		);
		if (isEmpty && result.errors.length) return nothing(result, await selectActiveFrom(db, folder));
		const published = await activate(db, result, state, { ...options, folder, print });
		if (!published) continue;
		return {
			published,
			unchanged: Object.keys(result.courses).filter((course) => !(course in published)),
			left: (await selectActiveFrom(db, folder)).filter((course) => !result.present.includes(course)),
			errors: result.errors,
			warnings: result.warnings,
			withheld: result.withheld,
		};
	}
}

function nothing({ errors, warnings, withheld }: CompileResult, left: string[]): Publication {
	return { published: {}, unchanged: [], left, errors, warnings, withheld };
}

/** Makes compiled courses active, in one transaction; null when the active versions are no longer those of `state`. */
function activate(
	db: Db,
	result: CompileResult,
	state: string,
	{ folder, print, by, note, now, onlyIfChanged }: PublishOptions & { print: string },
): Promise<Record<string, string> | null> {
	return db.transaction(async (tx) => {
		await lockPublication(tx);
		// Of processes that start together, the first has published already.
		if (onlyIfChanged && (await selectFingerprint(tx, folder)) === print) return {};
		const active = await selectActive(tx);
		if (stateOf(active) !== state) return null;
		const versions = new Map(active.map((row) => [row.courseId, row.version]));
		// What was a draft so far is published by this.
		if (by !== drafting) for (const course of await selectDrafts(tx)) versions.delete(course);
		const changed = Object.values(result.courses).filter(
			(course) => versions.get(course.manifest.course) !== course.version,
		);
		const publicationId = uuidv7();
		for (const course of changed) {
			await insertCourse(tx, course);
			const courseId = course.manifest.course;
			await upsertActive(tx, { courseId, version: course.version, publicationId, publishedAt: now });
		}
		for (const kind of ['framework', 'track'] as const) {
			// A file with an error keeps its last good version, as a course does.
			const replace = !result.errors.some((error) => error.file.startsWith(`${kind}s/`));
			await upsertCatalogFiles(tx, { source: folder, kind, replace }, result[`${kind}s`]);
		}
		await touchActive(tx, publicationId);
		const courses = Object.fromEntries(changed.map((course) => [course.manifest.course, course.version]));
		await insertPublication(tx, {
			id: publicationId,
			courses,
			by,
			note: note ?? null,
			source: folder,
			at: now,
		});
		await upsertFingerprint(tx, { folder, fingerprint: print, at: now });
		return courses;
	});
}

const stateOf = (active: { courseId: string; version: string }[]) =>
	active.map((row) => `${row.courseId}@${row.version}`).join();

/**
 * What a folder is compiled against: the frameworks, and every id that learners' records may hold, those of withdrawn
 * courses too. `state`: what is active.
 */
export async function selectPublished(db: Db) {
	const state = stateOf(await selectActive(db));
	const published: Record<string, PublishedIds> = {};
	for (const { courseId, manifest } of await selectLatestManifests(db))
		published[courseId] = publishedIds(manifest, await selectTexts(db, manifest));
	const { frameworks: installed } = await selectCatalogFiles(db);
	return { state, published, installed };
}

/** The questions' texts in the source language, which name the options, and the words that text questions take. */
async function selectTexts(db: Db, manifest: Manifest): Promise<Record<string, Part>> {
	const hashes = Object.values(manifest.questions).flatMap(({ locales, kind, key }) => [
		...(locales[manifest.sourceLocale] ? [locales[manifest.sourceLocale]!.text] : []),
		...(kind === 'text' ? [key] : []),
	]);
	const rows = hashes.length ? await selectParts(db, hashes) : [];
	return Object.fromEntries(rows.map((row) => [row.hash, row.body.part]));
}
