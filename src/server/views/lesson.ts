/** The view of a lesson: the lesson, the course around it, and what is said once it is done. */
import { findCompetence, localised } from '#domain/frameworks.ts';
import { doneItems, nextStep } from '#domain/next-step.ts';
import { praiseFor } from '#domain/praise.ts';
import { currentId } from '#domain/renames.ts';
import type { Locale } from '#schemas/common.ts';
import type { Course, Lesson, OutlineItem } from '#schemas/course.ts';
import { defaultLocale } from '#schemas/names.ts';
import type { CourseProgress } from '#schemas/progress.ts';
import type { LessonEnd, LessonPaperView, LessonView, LessonWay, WayItem } from '#schemas/views/lesson.ts';
import type { Catalog, CourseVersion } from '../courses/catalog.ts';
import { describeCourse } from '../courses/describe.ts';
import { describeLesson } from '../courses/lesson.ts';
import type { Deps } from '../deps.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import type { Learning } from '../learning/facts-store.ts';
import { readerOf, standingIn, type Asker } from './reader.ts';

/** `version`: as the lesson stood then; how far the learner is, is told by the course of today. */
export async function lessonView(
	deps: Deps,
	asker: Asker,
	asked: { course: string; lesson: string; version?: string | undefined },
): Promise<LessonView | Failure> {
	const active = await deps.catalog.version(asked.course);
	const version = await deps.catalog.version(asked.course, asked.version);
	if (!version) return fail(active ? 'version-unknown' : 'course-unknown');
	const [lesson, standing] = await Promise.all([
		describeLesson(deps.catalog, version, asked.lesson, asker.locale),
		active && standingIn(deps, asker, active),
	]);
	if (isFailure(lesson)) return lesson;
	const mine = standing?.progress.lessons.find(({ id }) => id === lesson.id);
	const way = active && wayThrough(describeCourse(active, asker.locale), standing?.progress ?? null);
	const isDone = Boolean(mine?.doneAt);
	return {
		me: readerOf(asker.who),
		lesson,
		done: isDone,
		tried: mine?.tries ?? [],
		way,
		end:
			active && way && standing && isDone
				? endOf(deps.catalog, active, { lesson, way, ...standing, locale: asker.locale })
				: null,
	};
}

/** The same lesson for paper, as it is today. */
export async function lessonPaperView(
	{ catalog }: Deps,
	{ who, locale }: Asker,
	asked: { course: string; lesson: string },
): Promise<LessonPaperView | Failure> {
	const course = await catalog.version(asked.course);
	if (!course) return fail('course-unknown');
	const lesson = await describeLesson(catalog, course, asked.lesson, locale);
	if (isFailure(lesson)) return lesson;
	const skills = lesson.skills.flatMap((name) => {
		const [framework = '', competence = ''] = name.split(':');
		return inWords(catalog, { framework, competence }, locale);
	});
	return { me: readerOf(who), lesson, skills };
}

function wayThrough(course: Course, progress: CourseProgress | null): LessonWay {
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

interface Ended {
	lesson: Lesson;
	way: LessonWay;
	progress: CourseProgress;
	learning: Learning;
	locale: Locale;
}

function endOf(catalog: Catalog, course: CourseVersion, ended: Ended): LessonEnd {
	const { lesson, way, progress, learning, locale } = ended;
	const items = way.parts.flatMap((part) => part.items);
	const place = items.findIndex(({ kind, id }) => kind === 'lesson' && id === lesson.id);
	const left = items.filter(({ kind, done }) => kind === 'lesson' && !done).length;
	const onward =
		items.slice(place + 1).find(({ done }) => !done) ??
		items.find(({ kind, done, required }) => !done && (kind === 'lesson' || required)) ??
		null;
	const tries = progress.lessons.find(({ id }) => id === lesson.id)?.tries ?? [];
	const part = partDoneWith(course, ended);
	return {
		praise: praiseFor({
			id: lesson.id,
			done: progress.lessons.flatMap(({ id, doneAt }) => (doneAt === null ? [] : [{ id, at: doneAt }])),
			of: progress.lessons.length,
			allRight:
				lesson.checks.length > 0 && lesson.checks.every((id) => rightAtFirst(course, learning).has(id)),
			allTried: lesson.tries.length > 0 && lesson.tries.every((id) => tries.includes(id)),
			partDone: part !== null,
		}),
		left,
		part,
		onward,
		skills: left === 0 ? skillsIn(catalog, course, locale) : [],
		course: onward === null ? courseAfter(catalog, course, locale) : null,
	};
}

/** The part that the lesson belongs to, where nothing is left in it but quizzes. */
function partDoneWith(course: CourseVersion, { lesson, progress, locale }: Ended): LessonEnd['part'] {
	const isIt = ({ kind, id }: OutlineItem) => kind === 'lesson' && id === lesson.id;
	const part = describeCourse(course, locale).parts.find(({ items }) => items.some(isIt));
	const done = doneItems(progress);
	const isDone = part?.items.every(({ kind, id }) => kind === 'quiz' || done.has(`lesson/${id}`));
	return part && isDone ? { title: part.title, locale: part.locale, picture: part.picture } : null;
}

function rightAtFirst({ manifest }: CourseVersion, learning: Learning): Set<string | null> {
	return new Set(
		learning.rightAtFirst.map(({ questionId }) =>
			currentId(questionId, manifest.formerly, manifest.questions),
		),
	);
}

function skillsIn(catalog: Catalog, course: CourseVersion, locale: Locale): string[] {
	return describeCourse(course, locale).skills.flatMap((skill) =>
		inWords(catalog, skill, locale).map(({ title }) => title),
	);
}

/** A competence in a learner's words, else by its name; none where its framework is not installed. */
function inWords(
	catalog: Catalog,
	{ framework, competence }: { framework: string; competence: string },
	locale: Locale,
): { title: string; locale: Locale }[] {
	const file = catalog.frameworks().find(({ id }) => id === framework);
	const found = file && findCompetence(file, competence);
	if (!found) return [];
	const said = localised(found.competence.can_do ?? found.competence.title, locale, defaultLocale);
	return [{ title: said.text, locale: said.locale }];
}

/** The course that a track names after this one. */
function courseAfter(catalog: Catalog, { manifest }: CourseVersion, locale: Locale): LessonEnd['course'] {
	const track = catalog.tracks().find(({ courses }) => courses.includes(manifest.course));
	const after = track?.courses.slice(track.courses.indexOf(manifest.course) + 1) ?? [];
	const next = after.map((id) => catalog.courses().find((one) => one.manifest.course === id)).find(Boolean);
	return next ? { id: next.manifest.course, title: describeCourse(next, locale).title } : null;
}
