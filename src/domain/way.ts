/** The course around a lesson: the way through it, and what is said where a lesson ends. */
import type { Course, OutlineItem } from '#schemas/course.ts';
import type { CourseProgress } from '#schemas/progress.ts';
import type { LessonEnd, LessonWay, WayItem } from '#schemas/views/lesson.ts';
import { doneItems, nextStep } from './next-step.ts';
import { praiseFor } from './praise.ts';

export function wayThrough(course: Course, progress: CourseProgress | null): LessonWay {
	const done = doneItems(progress);
	const itemOf = ({ kind, id }: OutlineItem): WayItem[] => {
		const found = (kind === 'lesson' ? course.lessons : course.quizzes).find((one) => one.id === id);
		if (!found) return [];
		const { title, locale, required } = found;
		return [{ kind, id, title, locale, done: done.has(`${kind}/${id}`), required }];
	};
	const whole = { title: null, locale: course.locale, items: course.outline };
	const parts = course.parts.length > 0 ? course.parts : [whole];
	return {
		parts: parts.map(({ title, locale, items }) => ({ title, locale, items: items.flatMap(itemOf) })),
		certificate: certificateIn(course, progress),
	};
}

function certificateIn(course: Course, progress: CourseProgress | null): LessonWay['certificate'] {
	if (!course.certificate) return null;
	const next = nextStep(course, progress)?.kind;
	if (next === 'certificate') return 'issued';
	return next === 'ask-certificate' ? 'ready' : 'open';
}

/** What the end of a lesson rests on. */
export interface Ended {
	course: Course;
	progress: CourseProgress;
	lesson: string;
	/** It has questions, and each was answered rightly the first time. */
	allRight: boolean;
	/** It has tasks to try out, and each is ticked. */
	allTried: boolean;
	/** What the course teaches, in words, once no lesson is left. */
	skills(): string[];
	/** The course to go on with once nothing is left. */
	after(): LessonEnd['course'];
}

export function lessonEnd(ended: Ended): LessonEnd {
	const { course, progress, lesson } = ended;
	const items = wayThrough(course, progress).parts.flatMap((part) => part.items);
	const place = items.findIndex(({ kind, id }) => kind === 'lesson' && id === lesson);
	const left = items.filter(({ kind, done }) => kind === 'lesson' && !done).length;
	const onward =
		items.slice(place + 1).find(({ done }) => !done) ??
		items.find(({ kind, done, required }) => !done && (kind === 'lesson' || required)) ??
		null;
	const part = partDoneWith(ended);
	return {
		praise: praiseFor({
			id: lesson,
			done: progress.lessons.flatMap(({ id, doneAt }) => (doneAt === null ? [] : [{ id, at: doneAt }])),
			of: progress.lessons.length,
			allRight: ended.allRight,
			allTried: ended.allTried,
			partDone: part !== null,
		}),
		left,
		part,
		onward,
		skills: left === 0 ? ended.skills() : [],
		course: onward === null ? ended.after() : null,
	};
}

/** The part that the lesson belongs to, where nothing is left in it but quizzes. */
function partDoneWith({ course, progress, lesson }: Ended): LessonEnd['part'] {
	const isIt = ({ kind, id }: OutlineItem) => kind === 'lesson' && id === lesson;
	const part = course.parts.find(({ items }) => items.some(isIt));
	const done = doneItems(progress);
	const isDone = part?.items.every(({ kind, id }) => kind === 'quiz' || done.has(`lesson/${id}`));
	return part && isDone ? { title: part.title, locale: part.locale, picture: part.picture } : null;
}
