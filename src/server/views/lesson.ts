/** The view of a lesson: the lesson, the course around it, and what is said once it is done. */
import { findCompetence, localised } from '#domain/frameworks.ts';
import { currentId } from '#domain/renames.ts';
import { lessonEnd, wayThrough } from '#domain/way.ts';
import type { Locale } from '#schemas/common.ts';
import type { Course, Lesson } from '#schemas/course.ts';
import { defaultLocale } from '#schemas/names.ts';
import type { CourseProgress } from '#schemas/progress.ts';
import type { LessonEnd, LessonPaperView, LessonView } from '#schemas/views/lesson.ts';
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
	const course = active && describeCourse(active, asker.locale);
	return {
		me: readerOf(asker.who),
		lesson,
		done: Boolean(mine?.doneAt),
		tried: mine?.tries ?? [],
		way: course && wayThrough(course, standing?.progress ?? null),
		end:
			active && course && standing && mine?.doneAt
				? endOf(deps.catalog, active, course, { lesson, tried: mine.tries, ...standing, ...asker })
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

function endOf(
	catalog: Catalog,
	version: CourseVersion,
	course: Course,
	ended: { lesson: Lesson; tried: string[]; progress: CourseProgress; learning: Learning; locale: Locale },
): LessonEnd {
	const { lesson, tried, progress, learning, locale } = ended;
	const right = rightAtFirst(version, learning);
	return lessonEnd({
		course,
		progress,
		lesson: lesson.id,
		allRight: lesson.checks.length > 0 && lesson.checks.every((id) => right.has(id)),
		allTried: lesson.tries.length > 0 && lesson.tries.every((id) => tried.includes(id)),
		skills: () => skillsIn(catalog, version, locale),
		after: () => courseAfter(catalog, version, locale),
	});
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
