import { endOf } from '#domain/cycles.ts';
import { isPass, mayYetPass, type AttemptFact, type Completion, type Facts } from '#domain/facts.ts';
import { localised } from '#domain/frameworks.ts';
import { progressOn, type Progress } from '#domain/progress.ts';
import { quizAllowance, type Allowance } from '#domain/quiz-allowance.ts';
import { isScoreTold } from '#domain/result-told.ts';
import { currentId } from '#domain/renames.ts';
import type { Manifest } from '#schemas/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import type { CourseProgress } from '#schemas/progress.ts';
import type { CourseVersion } from '../courses/catalog.ts';
import type { Learning } from '../learning/facts-store.ts';

/** `learning` is of this course alone. */
export function progressIn(
	course: CourseVersion,
	learning: Learning,
	locale: Locale,
	now: Date,
): CourseProgress {
	const { manifest, version, timeZone } = course;
	const { facts, completions, enrolments } = learning;
	const progress = progressOn(manifest, facts);
	const tries = triesDone(manifest, learning.tries);
	const latest = completions[0];
	return {
		course: manifest.course,
		title: localised(manifest.title, locale, manifest.sourceLocale).text,
		version,
		done: progress.done,
		total: progress.total,
		lessons: progress.lessons.map(({ id, required, done, doneAt }) => ({
			id,
			required,
			doneAt: done ? (doneAt ?? checksDoneAt(manifest, id, facts)) : null,
			tries: (manifest.lessons[id]?.tries ?? []).filter((item) => tries.has(`${id}/${item}`)),
		})),
		quizzes: progress.quizzes.map((quiz) =>
			quizProgress(
				manifest,
				quiz,
				facts.attempts,
				quizAllowance(manifest, quiz.id, learning, { now, timeZone }),
				now,
			),
		),
		missing: progress.missing,
		completedAt: latest?.completedAt.toISOString() ?? null,
		certificate: latest && isInForce(manifest, latest, { now, timeZone }) ? latest.serial : null,
		issued: latest?.serial ?? null,
		withdrawn: course.withdrawn ?? false,
		enrolledAt: enrolments[0]?.enrolledAt.toISOString() ?? null,
	};
}

/** A lesson done by its checks alone was done when the last of them was first answered. */
function checksDoneAt(manifest: Manifest, lesson: string, { checks }: Facts): string | null {
	const wanted = new Set(manifest.lessons[lesson]?.checks);
	const times = new Map<string, number>();
	for (const { questionId, at } of checks) {
		const id = currentId(questionId, manifest.formerly, manifest.questions);
		if (id !== null && wanted.has(id)) times.set(id, Math.min(times.get(id) ?? Infinity, at.getTime()));
	}
	return times.size ? new Date(Math.max(...times.values())).toISOString() : null;
}

/** `lesson/item` of every `<Try>` whose last word is "done". */
function triesDone(manifest: Manifest, rows: Learning['tries']): Set<string> {
	const done = new Set<string>();
	for (const { lessonId, item, type } of rows) {
		const key = `${currentId(lessonId, manifest.formerly, manifest.lessons)}/${item}`;
		if (type === 'try.done') done.add(key);
		else done.delete(key);
	}
	return done;
}

function quizProgress(
	manifest: Manifest,
	{ id, required, passed }: Progress['quizzes'][number],
	attempts: AttemptFact[],
	{ mayStart, againFrom, closesAt }: Allowance,
	now: Date,
): CourseProgress['quizzes'][number] {
	const isIt = (attempt: AttemptFact) =>
		currentId(attempt.quizId, manifest.formerly, manifest.quizzes) === id;
	const mine = attempts.filter(isIt);
	const best = mine.filter((attempt) => attempt.submittedAt).reduce<AttemptFact | null>(better, null);
	return {
		id,
		required,
		attempts: mine.length,
		attemptsLeft: mayStart,
		againFrom: againFrom?.toISOString() ?? null,
		open: mine.find((attempt) => !attempt.submittedAt)?.id ?? null,
		bestScore: best && isScoreTold(best, { passed, closesAt, now }) ? best.score : null,
		maxScore: best?.maxScore ?? null,
		passed,
		waiting: passed ? 0 : (mine.filter(mayYetPass).at(-1)?.waiting ?? 0),
	};
}

/** A passed attempt before one that is not, then the greater share of the points. */
function better(best: AttemptFact | null, next: AttemptFact): AttemptFact {
	if (!best) return next;
	const rank = (attempt: AttemptFact) =>
		Number(isPass(attempt)) * 2 + (attempt.score ?? 0) / (attempt.maxScore || 1);
	return rank(next) > rank(best) ? next : best;
}

function isInForce(
	manifest: Manifest,
	completion: Completion,
	{ now, timeZone }: { now: Date; timeZone: string },
): boolean {
	if (completion.serial === null || completion.revokedAt) return false;
	const end = endOf(manifest, completion, timeZone);
	return end === null || end >= now;
}
