import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { passwordLogin } from '../accounts/known-store.ts';
import type { Sql } from '../db/connect.ts';
import { attempt, attemptGrant, login, person } from '../db/tables/index.ts';

/** In which courses these learners have handed in an attempt. */
export async function selectCoursesTried(
	db: Sql,
	learners: string[],
): Promise<{ learner: string; course: string }[]> {
	return db
		.selectDistinct({ learner: attempt.learnerId, course: attempt.courseId })
		.from(attempt)
		.where(and(inArray(attempt.learnerId, learners), isNotNull(attempt.submittedAt)));
}

/** What somebody granted to people who have a log-in, the latest first. */
export async function selectGrantedBy(db: Sql, actor: string, most: number) {
	return db
		.select({ grant: attemptGrant, displayName: person.displayName, username: login.shown })
		.from(attemptGrant)
		.innerJoin(person, eq(person.id, attemptGrant.learnerId))
		.innerJoin(login, passwordLogin)
		.where(eq(attemptGrant.givenBy, actor))
		.orderBy(desc(attemptGrant.at))
		.limit(most);
}
