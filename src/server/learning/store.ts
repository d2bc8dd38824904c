import { and, eq } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import { courseCompletion, enrolment, lessonCompletion } from '../db/tables/index.ts';

export async function insertCompletion(db: Sql, row: typeof courseCompletion.$inferInsert) {
	await db.insert(courseCompletion).values(row).onConflictDoNothing();
}

export async function deleteCompletion(
	tx: Sql,
	{
		learnerId,
		courseId,
		cycle,
	}: Pick<typeof courseCompletion.$inferSelect, 'learnerId' | 'courseId' | 'cycle'>,
): Promise<void> {
	await tx
		.delete(courseCompletion)
		.where(
			and(
				eq(courseCompletion.learnerId, learnerId),
				eq(courseCompletion.courseId, courseId),
				eq(courseCompletion.cycle, cycle),
			),
		);
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
	const [found] = await db
		.select({ enrolledAt: enrolment.enrolledAt })
		.from(enrolment)
		.where(and(eq(enrolment.learnerId, learnerId), eq(enrolment.courseId, courseId)));
	return { enrolledAt: found?.enrolledAt ?? now, fresh: false };
}
