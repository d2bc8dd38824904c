/** How far a learner is in a course, by what their device has seen and what they did on it: no more is known without a network. */
import { lessonEnd, wayThrough } from '#domain/way.ts';
import { doneItems, nextStep } from '#domain/next-step.ts';
import type { Course } from '#schemas/course.ts';
import type { CourseProgress } from '#schemas/progress.ts';
import type { CourseView, HomeView } from '#schemas/views/courses.ts';
import type { LessonEnd, LessonWay } from '#schemas/views/lesson.ts';

export interface KnownHere {
	/** As `lesson/id` and `quiz/id`, in the order in which they were done or seen to be. */
	done: readonly string[];
	/** Serial of the certificate; null: none was seen. */
	issued: string | null;
}

/** A lesson on whose page the reader is. */
export interface LessonHere {
	id: string;
	/** It was done just now, the last of all. */
	isNew: boolean;
	allTried: boolean;
}

/** Says it in the words of one language, as the parts of a page (`routes/(plain)/on-device`). */
export interface Renderer {
	/** `kept`: the course that was learned in last. */
	home(kept: CourseView, known: KnownHere): string;
	course(kept: CourseView, known: KnownHere): string;
	lesson(kept: CourseView, known: KnownHere, lesson: LessonHere): string;
}

export function progressHere(course: Course, { done, issued }: KnownHere): CourseProgress {
	const isDone = (name: string) => done.includes(name);
	const lessons = course.lessons.map(({ id, required }) => {
		const place = done.indexOf(`lesson/${id}`);
		return { id, required, doneAt: place < 0 ? null : new Date(place).toISOString(), tries: [] };
	});
	const inOrder = course.outline.flatMap(({ kind, id }) =>
		kind === 'quiz' ? course.quizzes.filter((quiz) => quiz.id === id) : [],
	);
	const quizzes = inOrder.map(({ id, required }) => ({
		id,
		required,
		attempts: 0,
		attemptsLeft: null,
		againFrom: null,
		open: null,
		bestScore: null,
		maxScore: null,
		passed: isDone(`quiz/${id}`),
		waiting: 0,
	}));
	const required = [...lessons.map(named('lesson')), ...quizzes.map(named('quiz'))].filter(
		(each) => each.required,
	);
	const left = required.filter(({ name }) => !isDone(name));
	const idsOf = (kind: string) => left.filter((each) => each.kind === kind).map(({ id }) => id);
	const isComplete = required.length > 0 && left.length === 0;
	return {
		course: course.id,
		title: course.title,
		version: course.version,
		done: required.length - left.length,
		total: required.length,
		lessons,
		quizzes,
		missing: { lessons: idsOf('lesson'), quizzes: idsOf('quiz') },
		completedAt: isComplete ? new Date(0).toISOString() : null,
		certificate: issued,
		issued,
		withdrawn: false,
		enrolledAt: new Date(0).toISOString(),
	};
}

const named =
	(kind: 'lesson' | 'quiz') =>
	({ id, required }: { id: string; required: boolean }) => ({ id, required, kind, name: `${kind}/${id}` });

/** The view of a course that was kept as a visitor sees it, with what is known of its reader. */
export function courseHere(kept: CourseView, known: KnownHere): CourseView {
	const progress = progressHere(kept.course, known);
	return { ...kept, progress, done: [...doneItems(progress)], next: nextStep(kept.course, progress) };
}

/** The same for the start page. */
export function currentHere(kept: CourseView, known: KnownHere): HomeView['current'] {
	const { course, progress, next } = courseHere(kept, known);
	const { id, title, locale } = course;
	const { done = 0, total = 0 } = progress ?? {};
	const steps = next?.kind === 'quiz' ? course.quizzes : course.lessons;
	const found = next && 'id' in next ? steps.find((each) => each.id === next.id) : undefined;
	const step = found ? { title: found.title, locale: found.locale } : null;
	return { course: { id, title, locale }, done, total, next, step, open: null };
}

/** The same of a lesson: the way around it, and what is said at its end; null unless it was done just now. */
export function lessonHere(
	{ course, frameworks }: CourseView,
	known: KnownHere,
	lesson: LessonHere,
): { way: LessonWay; end: LessonEnd | null } {
	const progress = progressHere(course, known);
	const end = lessonEnd({
		course,
		progress,
		lesson: lesson.id,
		// Whether each answer was right at once is for the server to say.
		allRight: false,
		allTried: lesson.allTried,
		skills: () => skillsOf(course, frameworks),
		after: () => null,
	});
	return { way: wayThrough(course, progress), end: lesson.isNew ? end : null };
}

function skillsOf(course: Course, frameworks: CourseView['frameworks']): string[] {
	return course.skills.flatMap(({ framework, competence }) => {
		const domains = frameworks.find(({ id }) => id === framework)?.domains ?? [];
		const found = domains.flatMap(({ competences }) => competences).find(({ id }) => id === competence);
		return found ? [found.canDo ?? found.title] : [];
	});
}
