import type { Deps } from '../deps.ts';
import { fail } from '../failure.ts';
import { insertEnrolment } from './store.ts';

/** `fresh`: not enrolled before. */
export async function enrol({ catalog, database: { db }, now }: Deps, learner: string, course: string) {
	if (!(await catalog.version(course))) return fail('course-unknown');
	const { enrolledAt, fresh } = await insertEnrolment(db, learner, course, now());
	return { course, enrolledAt: enrolledAt.toISOString(), fresh };
}
