import { quizMinutes } from '#domain/minutes.ts';
import { currentId } from '#domain/renames.ts';
import { isInWeekOf } from '#domain/week.ts';
import type { AttemptSummary } from '#schemas/attempt.ts';
import type { Week } from '#schemas/views/learning.ts';
import type { Deps } from '../deps.ts';
import type { Stood } from './reader.ts';

type Clocked = Pick<Deps, 'catalog' | 'now'>;

/** What was done in the week that it is, by how long each lesson and quiz takes. */
export async function weekOf(deps: Clocked, stood: Stood[], attempts: AttemptSummary[]): Promise<Week> {
	const now = deps.now().getTime();
	const isNow = (at: string | null) => at !== null && isInWeekOf(at, now, deps.catalog.timeZone);
	const lessons = stood.flatMap(({ course, progress }) =>
		progress.lessons
			.filter(({ doneAt }) => isNow(doneAt))
			.map(({ id }) => course.lessons.find((lesson) => lesson.id === id)?.takes ?? 0),
	);
	const quizzes = await Promise.all(
		attempts.filter(({ submittedAt }) => isNow(submittedAt)).map((attempt) => minutesOf(deps, attempt)),
	);
	const minutes = [...lessons, ...quizzes].reduce((sum, each) => sum + each, 0);
	return { lessons: lessons.length, quizzes: quizzes.length, minutes };
}

/** Of a quiz that is gone from its course nothing is known. */
async function minutesOf({ catalog }: Clocked, { course, quiz }: AttemptSummary): Promise<number> {
	const version = await catalog.lastVersion(course);
	if (!version) return 0;
	const { formerly, quizzes } = version.manifest;
	const id = currentId(quiz, formerly, quizzes);
	const entry = id === null ? undefined : quizzes[id];
	return entry ? quizMinutes(entry) : 0;
}
