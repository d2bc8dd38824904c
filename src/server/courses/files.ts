import { downloadBytes } from '#domain/download.ts';
import type { Locale } from '#schemas/common.ts';
import type { CourseFiles } from '#schemas/course-files.ts';
import { isFailure } from '../failure.ts';
import type { Catalog, CourseVersion } from './catalog.ts';
import { describeCourse } from './describe.ts';
import { describeLesson } from './lesson.ts';

/** Said once a version and language: it reads every lesson. */
const said = new WeakMap<CourseVersion, Map<Locale, Promise<CourseFiles>>>();

export function listFiles(catalog: Catalog, course: CourseVersion, locale: Locale): Promise<CourseFiles> {
	const known = said.get(course) ?? new Map<Locale, Promise<CourseFiles>>();
	said.set(course, known);
	const found = known.get(locale) ?? list(catalog, course, locale);
	known.set(locale, found);
	found.catch(() => known.delete(locale));
	return found;
}

async function list(catalog: Catalog, version: CourseVersion, locale: Locale): Promise<CourseFiles> {
	const course = describeCourse(version, locale);
	const titled = ({ id, title }: { id: string; title: string }) => ({ id, title });
	const counted = course.outline.filter(({ kind }) => kind === 'quiz');
	return {
		course: course.id,
		version: course.version,
		locale,
		title: course.title,
		bytes: downloadBytes(
			course.lessons.map(({ bytes }) => bytes),
			counted.length,
		),
		lessons: course.lessons.map(titled),
		quizzes: counted.map(({ id }) => ({
			id,
			title: course.quizzes.find((quiz) => quiz.id === id)?.title ?? id,
		})),
		...(await mediaOf(catalog, version, locale)),
	};
}

/** What lessons show, and the practice questions in them. Of counted questions nothing is told. */
async function mediaOf(
	catalog: Catalog,
	version: CourseVersion,
	locale: Locale,
): Promise<Pick<CourseFiles, 'media' | 'sound'>> {
	const lessons = await Promise.all(
		Object.keys(version.manifest.lessons).map((id) => describeLesson(catalog, version, id, locale)),
	);
	const texts = lessons.map((lesson) =>
		isFailure(lesson) ? '' : JSON.stringify([lesson.nodes, lesson.questions, lesson.recording]),
	);
	const stored = Object.values(version.manifest.media);
	const addresses = new Set(
		texts.flatMap((text) => text.match(/\/[\w/]+\/media\/[0-9a-f]{32}\/[^"\\]+/g) ?? []),
	);
	const cues = new Set(lessons.map((lesson) => (isFailure(lesson) ? null : lesson.recording?.cues)));
	const all = [...addresses].flatMap((address) => {
		const file = stored.find(({ hash }) => address.includes(`/${hash}/`));
		return file ? [{ address, bytes: file.bytes, type: file.type }] : [];
	});
	const of = (isWanted: (file: (typeof all)[number]) => boolean) =>
		all.filter(isWanted).map(({ address, bytes }) => ({ address, bytes }));
	return {
		media: of(({ type }) => !/^(video|audio|text)\//.test(type)),
		sound: of(({ type, address }) => type.startsWith('audio/') || cues.has(address)),
	};
}
