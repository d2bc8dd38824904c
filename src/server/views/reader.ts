import { nextStep } from '#domain/next-step.ts';
import type { Locale } from '#schemas/common.ts';
import type { Course } from '#schemas/course.ts';
import type { CourseProgress } from '#schemas/progress.ts';
import type { Reader } from '#schemas/views/reader.ts';
import type { NextStep, Place } from '#schemas/views/step.ts';
import { codesMadeFor } from '../accounts/me.ts';
import type { Principal } from '../app-types.ts';
import type { CourseVersion } from '../courses/catalog.ts';
import { describeCourse } from '../courses/describe.ts';
import type { Deps } from '../deps.ts';
import { learnings, type Learning } from '../learning/facts-store.ts';
import { progressIn } from '../progress/describe.ts';

/** Who asks for a view, and in which language. */
export interface Asker {
	who: Principal | null;
	locale: Locale;
}

export function readerOf(who: Principal): Reader;
export function readerOf(who: Principal | null): Reader | null;
export function readerOf(who: Principal | null): Reader | null {
	if (!who) return null;
	const { learner: id, username, shared, guests, targetGroup } = who;
	return { id, guest: username === null, shared, guests, targetGroup, codesMade: codesMadeFor(who) };
}

/** How whoever asks stands in a course, in one round trip; null for a visitor. */
export async function standingIn(
	deps: Deps,
	{ who, locale }: Asker,
	course: CourseVersion,
): Promise<{ learning: Learning; progress: CourseProgress } | null> {
	if (!who) return null;
	const asked = { learner: who.learner, course: course.manifest.course };
	const learning = await deps.database.together(learnings, asked);
	return { learning, progress: progressIn(course, learning, locale, deps.now()) };
}

/** A course as it is today, or as it was last, beside how the learner stands in it. */
export interface Stood {
	course: Course;
	progress: CourseProgress;
	next: NextStep | null;
}

/** The courses that stand in a list of progress; one that was withdrawn offers no step but its certificate. */
export async function stoodIn(deps: Deps, progress: CourseProgress[], locale: Locale): Promise<Stood[]> {
	const stood = await Promise.all(
		progress.map(async (one) => {
			const version = await deps.catalog.lastVersion(one.course);
			if (!version) return [];
			const course = describeCourse(version, locale);
			const next = nextStep(course, one);
			return [{ course, progress: one, next: !version.withdrawn || isOfCertificate(next) ? next : null }];
		}),
	);
	return stood.flat();
}

function isOfCertificate(next: NextStep | null): boolean {
	return next?.kind === 'certificate' || next?.kind === 'ask-certificate';
}

/** Where a learner is: the quiz that they began, and the step that comes next, by their titles. */
export function placeIn({ course, progress, next }: Stood): Place {
	const steps = { lesson: course.lessons, quiz: course.quizzes };
	const named = (kind: 'lesson' | 'quiz', id: string) => {
		const found = steps[kind].find((each) => each.id === id);
		return found ? { title: found.title, locale: found.locale } : null;
	};
	const begun = progress.quizzes.find(({ open }) => open !== null);
	const quiz = begun && named('quiz', begun.id);
	return {
		next,
		step: next && 'id' in next ? named(next.kind === 'quiz' ? 'quiz' : 'lesson', next.id) : null,
		open: begun?.open && quiz ? { id: begun.open, ...quiz } : null,
	};
}
