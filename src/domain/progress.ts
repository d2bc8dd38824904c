import type { LessonEntry, Manifest } from '#schemas/catalog.ts';
import { isPass, type Facts } from './facts.ts';
import { currentId } from './renames.ts';

/** What a learner has done in a course, under the ids of any version. Times are ISO strings. */
export interface ProgressFacts {
	/** Lesson id to when it was first marked as done. */
	lessonsDone: Record<string, string>;
	/** Quiz id to when it was first passed. */
	quizzesPassed: Record<string, string>;
	/** Ids of the practice questions that were answered. */
	checksAnswered: readonly string[];
}

export interface Progress {
	/** Required lessons and quizzes that are done, at most `total`. */
	done: number;
	total: number;
	complete: boolean;
	missing: { lessons: string[]; quizzes: string[] };
	/**
	 * All lessons in order. `doneAt` is null for one that is not done, and for one done by its checks
	 * alone.
	 */
	lessons: { id: string; required: boolean; done: boolean; doneAt: string | null }[];
	/** Counted quizzes in order, and any other that is required. */
	quizzes: { id: string; required: boolean; passed: boolean; passedAt: string | null }[];
}

type Plan = Pick<Manifest, 'requires' | 'outline' | 'lessons' | 'quizzes' | 'questions' | 'formerly'>;

/** What a learner did in one course, held against one version of it. */
export function progressOn(manifest: Plan, facts: Facts): Progress {
	const quizzesPassed: Record<string, string> = {};
	for (const attempt of facts.attempts)
		if (isPass(attempt)) quizzesPassed[attempt.quizId] ??= attempt.submittedAt!.toISOString();
	return courseProgress(manifest, {
		lessonsDone: Object.fromEntries(
			facts.lessons.map((lesson) => [lesson.lessonId, lesson.doneAt.toISOString()]),
		),
		quizzesPassed,
		checksAnswered: facts.checks.map((check) => check.questionId),
	});
}

/**
 * How far a learner is, on this version of the course. What was done under an id since renamed counts. A
 * course that requires nothing is complete when all its lessons are done; one without lessons as well never
 * is.
 */
export function courseProgress(manifest: Plan, facts: ProgressFacts): Progress {
	const { requires, formerly } = manifest;
	const required = {
		lessons: idsNow(requires.lessons, formerly, manifest.lessons),
		quizzes: idsNow(requires.quizzes, formerly, manifest.quizzes),
	};
	if (required.lessons.size + required.quizzes.size === 0) {
		required.lessons = new Set(Object.keys(manifest.lessons));
	}
	const doneAt = timesNow(facts.lessonsDone, formerly, manifest.lessons);
	const passedAt = timesNow(facts.quizzesPassed, formerly, manifest.quizzes);
	const answered = idsNow(facts.checksAnswered, formerly, manifest.questions);

	const lessons = inOrder(manifest, 'lesson', Object.keys(manifest.lessons)).map((id) => {
		const entry = manifest.lessons[id];
		const done = doneAt.has(id) || (entry !== undefined && lessonDoneByChecks(entry, answered));
		return { id, required: required.lessons.has(id), done, doneAt: doneAt.get(id) ?? null };
	});
	const quizzes = inOrder(manifest, 'quiz', [...required.quizzes]).map((id) => ({
		id,
		required: required.quizzes.has(id),
		passed: passedAt.has(id),
		passedAt: passedAt.get(id) ?? null,
	}));
	const missing = {
		lessons: lessons.filter((lesson) => lesson.required && !lesson.done).map(({ id }) => id),
		quizzes: quizzes.filter((quiz) => quiz.required && !quiz.passed).map(({ id }) => id),
	};
	const total = required.lessons.size + required.quizzes.size;
	const done = total - missing.lessons.length - missing.quizzes.length;
	return { done, total, complete: total > 0 && done === total, missing, lessons, quizzes };
}

/** Whether a lesson counts as done by its checks: it has some, and each was answered, rightly or not. */
export function lessonDoneByChecks(
	lesson: Pick<LessonEntry, 'checks'>,
	answered: ReadonlySet<string>,
): boolean {
	return lesson.checks.length > 0 && lesson.checks.every((id) => answered.has(id));
}

function idsNow(
	ids: readonly string[],
	formerly: Record<string, string>,
	known: Record<string, unknown>,
): Set<string> {
	const current = ids.map((id) => currentId(id, formerly, known));
	return new Set(current.filter((id) => id !== null));
}

/** Times by present id; of several, the earliest. */
function timesNow(
	times: Record<string, string>,
	formerly: Record<string, string>,
	known: Record<string, unknown>,
): Map<string, string> {
	const now = new Map<string, string>();
	for (const [id, at] of Object.entries(times)) {
		const current = currentId(id, formerly, known);
		if (current === null) continue;
		const other = now.get(current);
		if (other === undefined || Date.parse(at) < Date.parse(other)) now.set(current, at);
	}
	return now;
}

/** Ids of a kind as the outline orders them, then those of `ids` that it leaves out. */
function inOrder(manifest: Plan, kind: 'lesson' | 'quiz', ids: readonly string[]): string[] {
	const known = kind === 'lesson' ? manifest.lessons : manifest.quizzes;
	const shown = manifest.outline.filter((item) => item.kind === kind && Object.hasOwn(known, item.id));
	return [...new Set([...shown.map(({ id }) => id), ...ids])];
}
