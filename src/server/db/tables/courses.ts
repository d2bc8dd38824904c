import { sql } from 'drizzle-orm';
import { check, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Manifest, Part } from '#schemas/catalog.ts';
import type { FrameworkFile, TrackFile } from '#schemas/framework.ts';
import { at, bytea, id } from './columns.ts';

export const coursePart = pgTable('course_part', {
	hash: text('hash').primaryKey(),
	body: jsonb('body').$type<{ part: Part }>().notNull(),
});

export const courseMedia = pgTable('course_media', {
	hash: text('hash').primaryKey(),
	type: text('type').notNull(),
	bytes: bytea('bytes').notNull(),
});

export const courseVersion = pgTable(
	'course_version',
	{
		courseId: text('course_id').notNull(),
		version: text('version').notNull(),
		manifest: jsonb('manifest').$type<Manifest>().notNull(),
		createdAt: at('created_at').notNull().defaultNow(),
	},
	(t) => [
		primaryKey({ columns: [t.courseId, t.version] }),
		check('course_version_frameworks', sql`(manifest -> 'frameworks') is not null`),
	],
);

/** The version that learners get; every process rereads it within two seconds. */
export const courseActive = pgTable('course_active', {
	courseId: text('course_id').primaryKey(),
	version: text('version').notNull(),
	publicationId: id('publication_id').notNull(),
	publishedAt: at('published_at').notNull(),
});

/** Who published or withdrew what, when and why. `courses`: course to version, null where it was withdrawn. */
export const publication = pgTable('publication', {
	id: id('id').primaryKey(),
	courses: jsonb('courses').$type<Record<string, string | null>>().notNull(),
	by: text('by').notNull(),
	note: text('note'),
	source: text('source').notNull(),
	at: at('at').notNull().defaultNow(),
});

/** The fingerprint of a folder when it was last published from. */
export const publicationSource = pgTable('publication_source', {
	folder: text('folder').primaryKey(),
	fingerprint: text('fingerprint').notNull(),
	at: at('at').notNull(),
});

/** Frameworks and tracks, as last published. */
export const catalogFile = pgTable(
	'catalog_file',
	{
		kind: text('kind').$type<'framework' | 'track'>().notNull(),
		id: text('id').notNull(),
		body: jsonb('body').$type<FrameworkFile | TrackFile>().notNull(),
		/** The folder it was published from. */
		source: text('source').notNull().default(''),
	},
	(t) => [primaryKey({ columns: [t.kind, t.id] })],
);

/** Installation-wide values, such as the secret under which keys are hashed. */
export const setting = pgTable('setting', {
	name: text('name').primaryKey(),
	value: text('value').notNull(),
});
