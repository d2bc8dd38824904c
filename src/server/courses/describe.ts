import { attemptSize } from '#domain/draw.ts';
import { localised, skillsOf } from '#domain/frameworks.ts';
import { pickLocale } from '#domain/locales.ts';
import { momentOf } from '#domain/days.ts';
import { lessonMinutes, quizMinutes } from '#domain/minutes.ts';
import { certifies } from '#domain/quiz-policy.ts';
import { tellingTimesOf } from '#domain/result-told.ts';
import { servedName } from '#content/media/types.ts';
import { pathTo } from '#schemas/address.ts';
import type {
	LessonEntry,
	LessonText,
	Manifest,
	OutlineEntry,
	PartEntry,
	QuizEntry,
} from '#schemas/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import type {
	Course,
	CoursePart,
	CourseSummary,
	LessonSummary,
	QuizSummary,
	Recording,
} from '#schemas/course.ts';
import * as paths from '#schemas/paths.ts';
import type { CourseVersion } from './catalog.ts';

/** The entry's text in the locale wanted, else in the source locale, which a published version always has. */
export function textIn<T>(locales: Partial<Record<Locale, T>>, wanted: Locale, source: Locale) {
	const locale = pickLocale(Object.keys(locales) as Locale[], wanted, source);
	return { locale, ...(locales[locale] as T) };
}

/** What is said of a version is worked out once a language, for as long as the version is at hand; it is never changed. */
function once<T>(describe: (course: CourseVersion, wanted: Locale) => T) {
	const said = new WeakMap<CourseVersion, Map<Locale, T>>();
	return (course: CourseVersion, wanted: Locale): T => {
		const known = said.get(course) ?? new Map<Locale, T>();
		said.set(course, known);
		const found = known.get(wanted) ?? describe(course, wanted);
		known.set(wanted, found);
		return found;
	};
}

export const summariseCourse = once(({ version, manifest }, wanted): Readonly<CourseSummary> => {
	const title = localised(manifest.title, wanted, manifest.sourceLocale);
	const lessons = Object.values(manifest.lessons);
	const minutes = lessons.map((lesson) => textIn(lesson.locales, wanted, manifest.sourceLocale).minutes);
	const takes = manifest.outline.map((item) => takesOf(manifest, item, wanted));
	return {
		id: manifest.course,
		version,
		title: title.text,
		summary: localised(manifest.summary, wanted, manifest.sourceLocale).text,
		locale: title.locale,
		locales: manifest.locales,
		groups: manifest.groups,
		skills: skillsOf(manifest),
		lessonCount: lessons.length,
		quizCount: countedQuizzes(manifest).length,
		minutes: sum(minutes),
		takes: sum(takes),
		certificate: manifest.certificate !== null,
		picture: addressOf(manifest, manifest.picture),
	};
});

export const describeCourse = once((course, wanted): Readonly<Course> => {
	const { manifest, publishedAt } = course;
	const { certificate } = manifest;
	const inOrder = manifest.outline.filter((item) => item.kind === 'lesson').map((item) => item.id);
	return {
		...summariseCourse(course, wanted),
		sourceLocale: manifest.sourceLocale,
		framework: manifest.framework,
		outline: manifest.outline,
		parts: (manifest.parts ?? []).map((part) => describePart(manifest, part, wanted)),
		lessons: inOrder.map((id) => summariseLesson(manifest, id, wanted)),
		quizzes: Object.keys(manifest.quizzes).map((id) => summariseQuiz(course, id, wanted)),
		certificateTitle: certificate && localised(certificate.title, wanted, manifest.sourceLocale).text,
		validFor: certificate && certificate.validFor,
		supervised: manifest.requires.supervised ?? false,
		licence: manifest.licence,
		authors: manifest.authors,
		reviewBy: manifest.reviewBy,
		publishedAt: publishedAt.toISOString(),
	};
});

function describePart(manifest: Manifest, part: PartEntry, wanted: Locale): CoursePart {
	const { text: title, locale } = localised(part.title, wanted, manifest.sourceLocale);
	const takes = sum(part.items.map((item) => takesOf(manifest, item, wanted)));
	return { id: part.id, title, locale, picture: addressOf(manifest, part.picture), takes, items: part.items };
}

/** About how many minutes a lesson or quiz takes. */
function takesOf(manifest: Manifest, { kind, id }: OutlineEntry, wanted: Locale): number {
	if (kind === 'quiz') return quizMinutes(manifest.quizzes[id] as QuizEntry);
	const lesson = manifest.lessons[id] as LessonEntry;
	return lessonMinutes(textIn(lesson.locales, wanted, manifest.sourceLocale).minutes, lesson);
}

function addressOf({ media }: Manifest, path: string | undefined): string | null {
	const file = path === undefined ? undefined : media[path];
	return path !== undefined && file ? pathTo(paths.media, file.hash, servedName(path, file.type)) : null;
}

/** Null where nobody has recorded it. */
export function describeRecording(manifest: Manifest, { recording }: LessonText): Recording | null {
	const address = addressOf(manifest, recording?.audio);
	if (!recording || address === null) return null;
	return {
		address,
		bytes: manifest.media[recording.audio]?.bytes ?? 0,
		seconds: recording.seconds,
		cues: addressOf(manifest, recording.cues),
		machineMade: recording.isMachine,
		outdated: recording.isStale,
	};
}

const sum = (numbers: number[]) => numbers.reduce((all, n) => all + n, 0);

export function summariseLesson(manifest: Manifest, id: string, wanted: Locale): LessonSummary {
	const lesson = manifest.lessons[id] as LessonEntry;
	const text = textIn(lesson.locales, wanted, manifest.sourceLocale);
	return {
		id,
		title: text.title,
		...(text.summary && { summary: text.summary }),
		locale: text.locale,
		minutes: text.minutes,
		takes: lessonMinutes(text.minutes, lesson),
		part: partOf(manifest, id, wanted),
		bytes: text.bytes + text.mediaBytes,
		soundBytes: text.soundBytes ?? 0,
		checks: lesson.checks,
		tries: lesson.tries,
		required: manifest.requires.lessons.includes(id),
	};
}

function partOf(manifest: Manifest, lesson: string, wanted: Locale): LessonSummary['part'] {
	const isIn = ({ items }: PartEntry) => items.some(({ kind, id }) => kind === 'lesson' && id === lesson);
	const part = manifest.parts?.find(isIn);
	return part ? { id: part.id, title: localised(part.title, wanted, manifest.sourceLocale).text } : null;
}

const momentIn = (shown: string | undefined, timeZone: string) =>
	shown === undefined ? null : new Date(momentOf(shown, timeZone)).toISOString();

export function summariseQuiz(
	{ manifest, timeZone }: Pick<CourseVersion, 'manifest' | 'timeZone'>,
	id: string,
	wanted: Locale,
): QuizSummary {
	const quiz = manifest.quizzes[id] as QuizEntry;
	const text = textIn(quiz.locales, wanted, manifest.sourceLocale);
	return {
		id,
		title: text.title,
		locale: text.locale,
		kind: quiz.kind,
		...attemptSize(quiz, manifest.questions),
		forms: quiz.forms ?? null,
		pass: quiz.pass,
		onePointEach: onePointEach(manifest, quiz),
		attempts: quiz.attempts,
		retryHours: quiz.retryHours,
		minutes: quiz.minutes,
		takes: quizMinutes(quiz),
		hints: quiz.hints,
		required: manifest.requires.quizzes.includes(id),
		passEach: quiz.passEach ?? null,
		waitMinutes: quiz.waitMinutes ?? null,
		opensAt: momentIn(quiz.opens, timeZone),
		closesAt: momentIn(quiz.closes, timeZone),
		access: quiz.access ?? 'open',
		order: quiz.order ?? 'free',
		show: tellingTimesOf(quiz, certifies(manifest, id)),
	};
}

export function onePointEach(manifest: Manifest, quiz: QuizEntry): boolean {
	const counted = quiz.questions.filter((id) => manifest.questions[id]?.status === undefined);
	return counted.every((id) => manifest.questions[id]?.points === 1);
}

function countedQuizzes(manifest: Manifest): QuizEntry[] {
	return Object.values(manifest.quizzes).filter((quiz) => quiz.kind !== 'practice');
}
