import { namesOf } from '#domain/renames.ts';
import type { CourseVersion } from '../courses/catalog.ts';
import type { Query } from '../db/query.ts';

/** By the latest grading of each attempt. */
const keys = `
	select distinct g.key_hash as key
	from attempt a
	cross join jsonb_array_elements_text($2::text::jsonb) as n (name)
	cross join lateral (
		select key_hash from grading
		where learner_id = a.learner_id and attempt_id = a.id and question_id = n.name order by number desc limit 1
	) g
	where a.course_id = $1 and a.submitted_at is not null`;

/** The keys that answers to a question were graded by last, as far as it has them no longer. */
export async function selectOlderKeys(
	query: Query,
	{ manifest }: CourseVersion,
	question: string,
): Promise<string[]> {
	const names = namesOf(question, manifest.formerly, manifest.questions);
	const found = await query<{ key: string }>(keys, [manifest.course, JSON.stringify(names)]);
	return found.map(({ key }) => key).filter((key) => key !== manifest.questions[question]?.key);
}
