/** A course as parsed: all its files, before they are checked against each other. */
import { setImmediate } from 'node:timers/promises';
import type { RecordingEntry } from '#schemas/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import { defaultLocale, locales } from '#schemas/names.ts';
import { unnamedFramework, type Competences, type Naming } from './competences.ts';
import { readCourseFile, type ParsedCourse } from './course-file.ts';
import type { CourseFolder } from './layout.ts';
import { readLesson, type ParsedLesson } from './lesson.ts';
import { MediaFolder } from './media/media.ts';
import type { Problems } from './problems.ts';
import { Text } from './source.ts';
import { readQuiz, type ParsedQuiz } from './quiz/quiz.ts';

export interface Contents {
	locale: Locale;
	lessons: ParsedLesson[];
	quizzes: ParsedQuiz[];
}

export interface Draft {
	folder: CourseFolder;
	/** The course's id, or its folder's name where that cannot be read. */
	name: string;
	course: ParsedCourse | null;
	/** What its names of competences mean. */
	naming: Naming;
	sourceLocale: Locale;
	source: Contents;
	translations: Contents[];
	media: MediaFolder;
	/** By `lesson.locale`; known once the texts have said what they show. */
	recordings: Map<string, RecordingEntry>;
}

export async function readDraft(
	folder: CourseFolder,
	{ today, known, at }: { today: string; known: Competences; at: (file: string) => void },
	problems: Problems,
): Promise<Draft> {
	at(`${folder.path}course.yaml`);
	const course = readCourseFile(folder, today, problems);
	const media = await MediaFolder.read(folder.path, folder.media, at, problems);
	const sourceLocale = course?.value.source_locale ?? defaultLocale;
	const contents: Contents[] = [];
	for (const locale of locales) {
		if (locale === sourceLocale || folder.content.has(locale)) {
			contents.push(await readContents(folder, locale, at, problems));
		}
	}
	const source = contents.find(({ locale }) => locale === sourceLocale) ?? emptyContents(sourceLocale);
	if (course?.ok && source.lessons.length === 0) {
		const place = course.places.get('source_locale') ?? course.text.place(0);
		problems.add('no-lessons', place, { locale: sourceLocale });
	}
	const name = course?.value.id ?? folder.name ?? '';
	const translations = contents.filter((each) => each !== source);
	const naming = namingOf(folder, course, known);
	return { folder, name, course, naming, sourceLocale, source, translations, media, recordings: new Map() };
}

/** That it cannot be told which framework is meant is said where the course names its skills, else at its head. */
function namingOf({ path }: CourseFolder, course: ParsedCourse | null, known: Competences): Naming {
	const start = new Text(`${path}course.yaml`, '').place(0);
	return {
		framework: course?.value.framework ?? unnamedFramework(known),
		place: course?.places.get('skills:key') ?? start,
		known,
	};
}

function emptyContents(locale: Locale): Contents {
	return { locale, lessons: [], quizzes: [] };
}

async function readContents(
	folder: CourseFolder,
	locale: Locale,
	at: (file: string) => void,
	problems: Problems,
): Promise<Contents> {
	const contents = emptyContents(locale);
	for (const file of folder.content.get(locale) ?? []) {
		// Others get their turn between files.
		await setImmediate();
		at(file.path);
		if (file.kind === 'lesson') {
			const lesson = readLesson(file, problems);
			if (lesson) contents.lessons.push(lesson);
		} else {
			const quiz = readQuiz(file, locale, problems);
			if (quiz) contents.quizzes.push(quiz);
		}
	}
	return contents;
}

/** Lessons and counted quizzes in the order to show. */
export function outlineFiles({ lessons, quizzes }: Contents): (ParsedLesson | ParsedQuiz)[] {
	const counted = quizzes.filter(({ settings }) => settings.kind !== 'practice');
	return [...lessons, ...counted].sort(
		(a, b) => a.file.order - b.file.order || (a.file.kind === 'lesson' ? -1 : 1),
	);
}

export function questionsOf(contents: Contents) {
	return contents.quizzes.flatMap((quiz) => quiz.questions.map((question) => ({ quiz, question })));
}
