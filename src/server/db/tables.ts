/**
 * Every table. What grows with learners has `learner_id` first in its primary key, so that the database can be
 * sharded by learner; small look-up tables map another key (session, user name, serial, code) to a learner.
 * Names and other personal data stand in `person` alone; all else holds opaque ids.
 */
import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	customType,
	doublePrecision,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	uniqueIndex,
	uuid,
} from 'drizzle-orm/pg-core';
import type { Preferences } from '#schemas/account.ts';
import type { Manifest, Part } from '#schemas/catalog.ts';
import type { CertificateRecord } from '#schemas/certificate.ts';
import type { FrameworkFile, TrackFile } from '#schemas/framework.ts';
import type { Locale, TargetGroup } from '#schemas/common.ts';
import type { PlainAnswer } from '#schemas/question.ts';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const id = (name: string) => uuid(name);

/** Where and how an act happened. */
const context = {
	locale: text('locale').$type<Locale>().notNull(),
	targetGroup: text('target_group').$type<TargetGroup>(),
	place: text('place'),
	assistedBy: text('assisted_by'),
	channel: text('channel').notNull().default('web'),
	deviceTime: at('device_time'),
};

// ---- people ----

/** `id` is the learner's (Lucia's adapter wants that name). */
export const person = pgTable('person', {
	id: id('learner_id').primaryKey(),
	displayName: text('display_name'),
	locale: text('locale').$type<Locale>().notNull(),
	targetGroup: text('target_group').$type<TargetGroup>(),
	place: text('place'),
	birthYear: integer('birth_year'),
	preferences: jsonb('preferences').$type<Preferences>().notNull().default({}),
	createdAt: at('created_at').notNull().defaultNow(),
});

/** Look-up: a way to log in, to its learner. `subject` is the folded user name. */
export const login = pgTable(
	'login',
	{
		kind: text('kind').notNull(),
		subject: text('subject').notNull(),
		learnerId: id('learner_id').notNull(),
		shown: text('shown').notNull(),
		secret: text('secret').notNull(),
		createdAt: at('created_at').notNull().defaultNow(),
	},
	(t) => [primaryKey({ columns: [t.kind, t.subject] }), index('login_learner').on(t.learnerId)],
);

/** Look-up: the hash of a session id, to its learner. */
export const session = pgTable(
	'session',
	{
		id: text('id').primaryKey(),
		userId: id('learner_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		expiresAt: at('expires_at').notNull(),
		shared: boolean('shared').notNull().default(false),
		createdAt: at('created_at').notNull().defaultNow(),
	},
	(t) => [index('session_learner').on(t.userId)],
);

/** A role, for a scope (course, team, place; null: everywhere), between dates. */
export const roleGrant = pgTable(
	'role_grant',
	{
		learnerId: id('learner_id').notNull(),
		id: id('id').notNull(),
		role: text('role').notNull(),
		scope: text('scope'),
		validFrom: at('valid_from').notNull().defaultNow(),
		validUntil: at('valid_until'),
		grantedBy: text('granted_by').notNull(),
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.id] }), index('role_grant_role').on(t.role)],
);

/** Look-up: one-time codes with which an account is taken over by its owner. */
export const recoveryCode = pgTable(
	'recovery_code',
	{
		subject: text('subject').notNull(),
		codeHash: text('code_hash').notNull(),
		learnerId: id('learner_id').notNull(),
		createdBy: text('created_by').notNull(),
		expiresAt: at('expires_at').notNull(),
		usedAt: at('used_at'),
	},
	(t) => [primaryKey({ columns: [t.subject, t.codeHash] })],
);

/** Every act on another person's record. `actor` is a learner id, or `command-line`. */
export const audit = pgTable(
	'audit',
	{
		learnerId: id('learner_id').notNull(),
		id: id('id').notNull(),
		actor: text('actor').notNull(),
		action: text('action').notNull(),
		subject: text('subject'),
		reason: text('reason'),
		at: at('at').notNull().defaultNow(),
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.id] })],
);

// ---- published courses ----

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
	(t) => [primaryKey({ columns: [t.courseId, t.version] })],
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

// ---- learning ----

export const enrolment = pgTable(
	'enrolment',
	{
		learnerId: id('learner_id').notNull(),
		courseId: text('course_id').notNull(),
		enrolledAt: at('enrolled_at').notNull().defaultNow(),
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.courseId] })],
);

export const attempt = pgTable(
	'attempt',
	{
		learnerId: id('learner_id').notNull(),
		id: id('id').notNull(),
		courseId: text('course_id').notNull(),
		quizId: text('quiz_id').notNull(),
		version: text('version').notNull(),
		number: integer('number').notNull(),
		seed: text('seed').notNull(),
		questions: jsonb('questions').$type<string[]>().notNull(),
		startedAt: at('started_at').notNull(),
		deadline: at('deadline'),
		submittedAt: at('submitted_at'),
		...context,
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		uniqueIndex('attempt_number').on(t.learnerId, t.courseId, t.quizId, t.number),
		uniqueIndex('attempt_open')
			.on(t.learnerId, t.courseId, t.quizId)
			.where(sql`submitted_at is null`),
	],
);

/** One row per question of an attempt: the answer with the highest revision. */
export const response = pgTable(
	'response',
	{
		learnerId: id('learner_id').notNull(),
		attemptId: id('attempt_id').notNull(),
		questionId: text('question_id').notNull(),
		keyHash: text('key_hash').notNull(),
		answer: jsonb('answer').$type<{ answer: PlainAnswer; confidence?: 1 | 2 | 3 }>().notNull(),
		revision: bigint('revision', { mode: 'number' }).notNull(),
		firstExposure: boolean('first_exposure').notNull(),
		firstSavedAt: at('first_saved_at').notNull(),
		savedAt: at('saved_at').notNull(),
		...context,
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.attemptId, t.questionId] })],
);

/** Appended, never overwritten: the latest grading of a response is its score. */
export const grading = pgTable(
	'grading',
	{
		learnerId: id('learner_id').notNull(),
		attemptId: id('attempt_id').notNull(),
		questionId: text('question_id').notNull(),
		number: integer('number').notNull(),
		keyHash: text('key_hash').notNull(),
		score: doublePrecision('score').notNull(),
		maxScore: doublePrecision('max_score').notNull(),
		/** `true`, `false` or `partially`. */
		correct: text('correct').$type<'true' | 'false' | 'partially'>().notNull(),
		gradedBy: text('graded_by').notNull().default('rule'),
		reason: text('reason').notNull().default('submission'),
		gradedAt: at('graded_at').notNull(),
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.attemptId, t.questionId, t.number] })],
);

/** Answers to uncounted questions in lessons. */
export const checkResponse = pgTable(
	'check_response',
	{
		learnerId: id('learner_id').notNull(),
		id: id('id').notNull(),
		courseId: text('course_id').notNull(),
		version: text('version').notNull(),
		lessonId: text('lesson_id'),
		questionId: text('question_id').notNull(),
		keyHash: text('key_hash').notNull(),
		answer: jsonb('answer').$type<{ answer: PlainAnswer; confidence?: 1 | 2 | 3 }>().notNull(),
		score: doublePrecision('score').notNull(),
		maxScore: doublePrecision('max_score').notNull(),
		firstExposure: boolean('first_exposure').notNull(),
		at: at('at').notNull(),
		...context,
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		index('check_response_question').on(t.learnerId, t.courseId, t.questionId),
	],
);

export const learningEvent = pgTable(
	'learning_event',
	{
		learnerId: id('learner_id').notNull(),
		id: id('id').notNull(),
		type: text('type').notNull(),
		courseId: text('course_id').notNull(),
		lessonId: text('lesson_id').notNull(),
		item: text('item'),
		version: text('version').notNull(),
		at: at('at').notNull(),
		...context,
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		index('learning_event_course').on(t.learnerId, t.courseId, t.type),
	],
);

/** Dated facts of the version they happened on, never taken back. */
export const lessonCompletion = pgTable(
	'lesson_completion',
	{
		learnerId: id('learner_id').notNull(),
		courseId: text('course_id').notNull(),
		lessonId: text('lesson_id').notNull(),
		version: text('version').notNull(),
		doneAt: at('done_at').notNull(),
		/** `marked`: by "Done"; `checks`: all its checks answered. */
		by: text('by').notNull(),
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.courseId, t.lessonId] })],
);

export const courseCompletion = pgTable(
	'course_completion',
	{
		learnerId: id('learner_id').notNull(),
		courseId: text('course_id').notNull(),
		cycle: integer('cycle').notNull().default(1),
		version: text('version').notNull(),
		completedAt: at('completed_at').notNull(),
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.courseId, t.cycle] })],
);

// ---- certificates ----

export const certificate = pgTable(
	'certificate',
	{
		learnerId: id('learner_id').notNull(),
		serial: text('serial').notNull(),
		courseId: text('course_id').notNull(),
		cycle: integer('cycle').notNull(),
		record: jsonb('record').$type<CertificateRecord>().notNull(),
		hash: text('hash').notNull(),
		issuedAt: at('issued_at').notNull(),
		validUntil: at('valid_until'),
		clientId: id('client_id'),
		supersededBy: text('superseded_by'),
		revokedAt: at('revoked_at'),
		revocationReason: text('revocation_reason'),
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.serial] }),
		uniqueIndex('certificate_in_force')
			.on(t.learnerId, t.courseId, t.cycle)
			.where(sql`superseded_by is null`),
		uniqueIndex('certificate_client').on(t.learnerId, t.clientId),
	],
);

/** Look-up: a serial, to its learner. */
export const certificateSerial = pgTable('certificate_serial', {
	serial: text('serial').primaryKey(),
	learnerId: id('learner_id').notNull(),
});
