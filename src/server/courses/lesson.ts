import type { LessonEntry, Manifest, QuestionEntry } from '#schemas/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import type { Lesson } from '#schemas/course.ts';
import { locales } from '#schemas/names.ts';
import type { Node } from '#schemas/node.ts';
import type { Question, QuestionText } from '#schemas/question.ts';
import { localised } from '#domain/frameworks.ts';
import { fail, type Failure } from '../failure.ts';
import type { Catalog, CourseVersion } from './catalog.ts';
import { describeRecording, summariseLesson, textIn } from './describe.ts';

export async function describeLesson(
	catalog: Catalog,
	{ version, manifest }: CourseVersion,
	id: string,
	wanted: Locale,
): Promise<Lesson | Failure> {
	const lesson = Object.hasOwn(manifest.lessons, id) && manifest.lessons[id];
	if (!lesson) return fail('lesson-unknown');
	const text = textIn(lesson.locales, wanted, manifest.sourceLocale);
	const title = localised(manifest.title, wanted, manifest.sourceLocale);
	const lessons = manifest.outline.filter((item) => item.kind === 'lesson').map((item) => item.id);
	const place = manifest.outline.findIndex((item) => item.kind === 'lesson' && item.id === id);
	return {
		course: manifest.course,
		courseTitle: title.text,
		version,
		...summariseLesson(manifest, id, wanted),
		locales: locales.filter((locale) => locale in lesson.locales),
		skills: lesson.skills,
		recording: describeRecording(manifest, text),
		nodes: await catalog.part<Node[]>(text.part),
		questions: await selectQuestions(catalog, manifest, lesson.checks, text.locale),
		position: lessons.indexOf(id) + 1,
		of: lessons.length,
		previous: neighbour(manifest, place - 1, wanted),
		next: neighbour(manifest, place + 1, wanted),
	};
}

/** Questions as a learner sees them, options as they are stored. Reads no key and no feedback. */
export async function selectQuestions(
	catalog: Catalog,
	manifest: Manifest,
	ids: string[],
	wanted: Locale,
): Promise<Question[]> {
	const entries = ids.map((id) => {
		const entry = manifest.questions[id] as QuestionEntry;
		return { id, entry, text: textIn(entry.locales, wanted, manifest.sourceLocale) };
	});
	const texts = await catalog.parts<QuestionText>(entries.map(({ text }) => text.text));
	// A text is stored under its question's kind, which stands in the manifest.
	return entries.map(({ id, entry, text }, index) => {
		const known = {
			id,
			kind: entry.kind,
			points: entry.points,
			...(entry.skill && { skill: entry.skill }),
			...(entry.survey && { survey: entry.survey }),
			...(entry.confidence && { confidence: entry.confidence }),
			locale: text.locale,
		};
		return { ...known, ...texts[index] } as Question;
	});
}

function neighbour(manifest: Manifest, place: number, wanted: Locale): Lesson['next'] {
	const item = manifest.outline[place];
	if (!item) return null;
	const entry = item.kind === 'lesson' ? manifest.lessons[item.id] : manifest.quizzes[item.id];
	const texts = (entry as LessonEntry).locales as Partial<Record<Locale, { title: string }>>;
	return { ...item, title: textIn(texts, wanted, manifest.sourceLocale).title };
}
