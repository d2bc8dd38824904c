import type { Locale } from '#schemas/common.ts';
import type { CourseProgress } from '#schemas/progress.ts';
import { settleOverdue } from '../attempts/close.ts';
import type { Deps } from '../deps.ts';
import { fail, type Failure } from '../failure.ts';
import { progressIn, type Learning } from './describe.ts';
import { selectCompletions, selectEnrolments, selectFacts, selectTries } from './store.ts';

/** How far a learner is in one course, enrolled or not. */
export async function describeProgress(
	deps: Deps,
	learner: string,
	courseId: string,
	locale: Locale,
): Promise<CourseProgress | Failure> {
	const course = await deps.catalog.version(courseId);
	if (!course) return fail('course-unknown');
	return progressIn(course, await selectSettled(deps, learner, courseId), locale, deps.now());
}

/** In every course that the learner enrolled in, the latest first. */
export async function describeAllProgress(
	deps: Deps,
	learner: string,
	locale: Locale,
): Promise<CourseProgress[]> {
	const all = await selectSettled(deps, learner);
	const shown: CourseProgress[] = [];
	for (const { courseId } of all.enrolments) {
		const course = await deps.catalog.version(courseId);
		if (course) shown.push(progressIn(course, learningOf(all, courseId), locale, deps.now()));
	}
	return shown;
}

/** With every attempt submitted whose time is up. There seldom is one: it is looked for along with the rest. */
async function selectSettled(deps: Deps, learner: string, course?: string): Promise<Learning> {
	const { catalog, database, now } = deps;
	const [isAny, learning] = await Promise.all([
		settleOverdue({ db: database.db, catalog }, learner, now(), course),
		selectLearning(deps, learner, course),
	]);
	return isAny ? selectLearning(deps, learner, course) : learning;
}

async function selectLearning(
	{ database: { db } }: Deps,
	learner: string,
	course?: string,
): Promise<Learning> {
	const [facts, tries, completions, enrolments] = await Promise.all([
		selectFacts(db, learner, course),
		selectTries(db, learner, course),
		selectCompletions(db, learner, course),
		selectEnrolments(db, learner, course),
	]);
	return { facts, tries, completions, enrolments };
}

function learningOf(all: Learning, course: string): Learning {
	const here = <T extends { courseId: string }>(rows: T[]) => rows.filter((row) => row.courseId === course);
	const { lessons, checks, attempts } = all.facts;
	return {
		facts: { lessons: here(lessons), checks: here(checks), attempts: here(attempts) },
		tries: here(all.tries),
		completions: here(all.completions),
		enrolments: here(all.enrolments),
	};
}
