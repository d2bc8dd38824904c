import { and, asc, desc, eq, inArray, isNull, min, sql } from 'drizzle-orm';
import { isLatestGrading } from '../attempts/grading-store.ts';
import type { Sql } from '../db/connect.ts';
import {
	attempt,
	certificate,
	checkResponse,
	courseCompletion,
	courseVersion,
	enrolment,
	grading,
	learningEvent,
	lessonCompletion,
	person,
} from '../db/tables/index.ts';

/** What a learner did, as far as progress asks; under the ids of the version it was done on. */
export interface Facts {
	lessons: { courseId: string; lessonId: string; doneAt: Date }[];
	/** Practice questions answered, each with its first answer's time. */
	checks: { courseId: string; questionId: string; at: Date }[];
	/** Oldest first. */
	attempts: AttemptFact[];
}
export interface AttemptFact {
	courseId: string;
	quizId: string;
	id: string;
	startedAt: Date;
	submittedAt: Date | null;
	/** By the latest gradings; null before submission. */
	score: number | null;
	maxScore: number | null;
	/** What the version of the attempt asks for. */
	pass: number | null;
}

/** In one course, or in all. The queries go out together, so that they cost one round trip. */
export async function selectFacts(db: Sql, learner: string, course?: string): Promise<Facts> {
	const [lessons, checks, attempts] = await Promise.all([
		selectLessonsDone(db, learner, course),
		selectChecksAnswered(db, learner, course),
		selectAttempts(db, learner, course),
	]);
	return { lessons, checks, attempts };
}

function selectLessonsDone(db: Sql, learner: string, course?: string) {
	const { courseId, lessonId, doneAt, learnerId } = lessonCompletion;
	return db
		.select({ courseId, lessonId, doneAt })
		.from(lessonCompletion)
		.where(and(eq(learnerId, learner), course ? eq(courseId, course) : undefined));
}

/** Each practice question that was answered, with its first time. */
export async function selectChecksAnswered(db: Sql, learner: string, course?: string) {
	const { courseId, questionId, at, learnerId } = checkResponse;
	const rows = await db
		.select({ courseId, questionId, at: min(at) })
		.from(checkResponse)
		.where(and(eq(learnerId, learner), course ? eq(courseId, course) : undefined))
		.groupBy(courseId, questionId);
	return rows.map((row) => ({ ...row, at: row.at as Date }));
}

function selectAttempts(db: Sql, learner: string, course?: string): Promise<AttemptFact[]> {
	const { courseId, quizId, id, startedAt, submittedAt, learnerId, version } = attempt;
	const latest = db
		.select({
			score: sql<number | null>`sum(${grading.score})`.as('score'),
			maxScore: sql<number | null>`sum(${grading.maxScore})`.as('max_score'),
		})
		.from(grading)
		.where(and(eq(grading.learnerId, learnerId), eq(grading.attemptId, id), isLatestGrading))
		.as('latest');
	return db
		.select({
			courseId,
			quizId,
			id,
			startedAt,
			submittedAt,
			score: latest.score,
			maxScore: latest.maxScore,
			pass: sql<number | null>`(${courseVersion.manifest} #>> array['quizzes', ${quizId}, 'pass'])::float8`,
		})
		.from(attempt)
		.leftJoin(courseVersion, and(eq(courseVersion.courseId, courseId), eq(courseVersion.version, version)))
		.leftJoinLateral(latest, sql`${submittedAt} is not null`)
		.where(and(eq(learnerId, learner), course ? eq(courseId, course) : undefined))
		.orderBy(asc(startedAt), asc(attempt.number));
}

/**
 * One at a time for one learner, until the transaction ends: two that each finish half of what is left would otherwise
 * both find the course incomplete.
 */
export async function lockLearner(tx: Sql, learner: string) {
	await tx.select({ id: person.id }).from(person).where(eq(person.id, learner)).for('no key update');
}

/** A completion, and how its certificate stands where one was asked for. */
export interface Completion {
	courseId: string;
	cycle: number;
	version: string;
	completedAt: Date;
	serial: string | null;
	validUntil: Date | null;
	revokedAt: Date | null;
}

/** Latest cycle first. */
export function selectCompletions(db: Sql, learner: string, course?: string): Promise<Completion[]> {
	const { courseId, cycle, version, completedAt, learnerId } = courseCompletion;
	const { serial, validUntil, revokedAt, supersededBy } = certificate;
	return db
		.select({ courseId, cycle, version, completedAt, serial, validUntil, revokedAt })
		.from(courseCompletion)
		.leftJoin(
			certificate,
			and(
				eq(certificate.learnerId, learnerId),
				eq(certificate.courseId, courseId),
				eq(certificate.cycle, cycle),
				isNull(supersededBy),
			),
		)
		.where(and(eq(learnerId, learner), course ? eq(courseId, course) : undefined))
		.orderBy(asc(courseId), desc(cycle));
}

export async function insertCompletion(db: Sql, row: typeof courseCompletion.$inferInsert) {
	await db.insert(courseCompletion).values(row).onConflictDoNothing();
}

export async function insertLessonDone(db: Sql, row: typeof lessonCompletion.$inferInsert) {
	await db.insert(lessonCompletion).values(row).onConflictDoNothing();
}

/** Returns when the learner enrolled, and whether that was now. */
export async function insertEnrolment(db: Sql, learnerId: string, courseId: string, now: Date) {
	const [made] = await db
		.insert(enrolment)
		.values({ learnerId, courseId, enrolledAt: now })
		.onConflictDoNothing()
		.returning({ enrolledAt: enrolment.enrolledAt });
	if (made) return { ...made, fresh: true };
	const [found] = await selectEnrolments(db, learnerId, courseId);
	return { enrolledAt: found?.enrolledAt ?? now, fresh: false };
}

/** Latest first. */
export function selectEnrolments(db: Sql, learner: string, course?: string) {
	const { courseId, enrolledAt, learnerId } = enrolment;
	return db
		.select({ courseId, enrolledAt })
		.from(enrolment)
		.where(and(eq(learnerId, learner), course ? eq(courseId, course) : undefined))
		.orderBy(desc(enrolledAt), asc(courseId));
}

/** Every tick of a `<Try>` and every taking back, in the order in which they happened on the device. */
export function selectTries(db: Sql, learner: string, course?: string) {
	const { courseId, lessonId, item, type, learnerId, deviceTime, at } = learningEvent;
	return db
		.select({ courseId, lessonId, item, type })
		.from(learningEvent)
		.where(
			and(
				eq(learnerId, learner),
				course ? eq(courseId, course) : undefined,
				inArray(type, ['try.done', 'try.undone']),
			),
		)
		.orderBy(asc(deviceTime), asc(at));
}
