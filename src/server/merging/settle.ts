import type { Change } from '#domain/merging/tables.ts';
import type { CourseVersion } from '../courses/catalog.ts';
import type { Query } from '../db/query.ts';
import type { Sql } from '../db/connect.ts';
import { selectStanding, type Standing } from '../learning/facts-store.ts';
import { earnedIn } from '../learning/settle.ts';
import { insertCompletion } from '../learning/store.ts';
import { selectKept } from './rows-store.ts';

/**
 * Writes down the courses that a learner has completed by what is theirs now, as of when the last of it was done. The
 * caller holds the learner. Returns what was written.
 */
export async function settleAll(
	{ tx, query }: { tx: Sql; query: Query },
	learner: string,
	courses: Iterable<CourseVersion>,
): Promise<Change[]> {
	const earned = new Set<string>();
	for (const course of courses) {
		const courseId = course.manifest.course;
		const standing = await selectStanding(query, learner, courseId);
		const found = earnedIn(course, standing, lastAct(standing));
		if (!found) continue;
		await insertCompletion(tx, { learnerId: learner, courseId, version: course.version, ...found });
		earned.add(`${courseId} ${found.cycle}`);
	}
	if (earned.size === 0) return [];
	const { course_completion: rows } = await selectKept(query, learner, ['course_completion']);
	return rows
		.filter((row) => earned.has(`${String(row['course_id'])} ${String(row['cycle'])}`))
		.map((after) => ({ table: 'course_completion', gone: null, before: null, after }));
}

function lastAct({ facts }: Standing): Date {
	const times = [
		...facts.lessons.map(({ doneAt }) => doneAt),
		...facts.checks.map(({ at }) => at),
		...facts.attempts.flatMap(({ submittedAt }) => (submittedAt ? [submittedAt] : [])),
	];
	return new Date(Math.max(0, ...times.map((time) => time.getTime())));
}
