/** Compile: a checked draft becomes an immutable manifest and its parts. */
import { readCompetence } from '#domain/frameworks.ts';
import type { CompiledCourse, LessonText, Manifest } from '#schemas/catalog.ts';
import { type Locale, type Localised } from '#schemas/common.ts';
import { locales } from '#schemas/names.ts';
import type { CourseFile } from '#schemas/author.ts';
import { buildQuizzes } from './build-quizzes.ts';
import { competenceName } from './competences.ts';
import { partsOf } from './course-parts.ts';
import { outlineFiles, type Contents, type Draft } from './draft.ts';
import { canonical, versionOf } from './hash.ts';
import { keepTranslations } from './kept.ts';
import type { ParsedLesson } from './lesson.ts';
import type { ParsedCourse } from './course-file.ts';
import { Parts } from './parts.ts';
import { everGone, type PublishedIds } from './published-ids.ts';
import { readingMinutes } from './words.ts';

/**
 * `served`: languages whose files are without an error, the source first; `held`: those with one; `before`: what was
 * published so far.
 */
export function buildCourse(
	draft: Draft,
	course: ParsedCourse,
	served: Contents[],
	secret: string,
	{ before, held }: { before: PublishedIds | undefined; held: Locale[] },
): CompiledCourse {
	const value = course.value as CourseFile;
	const parts = new Parts(secret);
	const lessons = Object.fromEntries(
		draft.source.lessons.map((lesson) => [lesson.id ?? '', buildLesson(draft, lesson, served, parts)]),
	);
	const { quizzes, questions } = buildQuizzes(draft, served, parts);
	const media = buildMedia(draft);
	const manifest: Manifest = {
		course: value.id,
		sourceLocale: draft.sourceLocale,
		locales: [],
		title: wordsIn(value.title, served),
		summary: wordsIn(value.summary, served),
		groups: value.groups,
		framework: draft.naming.framework,
		frameworks: {},
		skills: skillsOf(value, draft),
		requires: {
			lessons: value.requires?.lessons ?? Object.keys(lessons),
			quizzes: value.requires?.quizzes ?? [],
			...(value.requires?.supervised && { supervised: true as const }),
		},
		certificate: value.certificate ? { title: value.certificate.title, validFor: course.validFor } : null,
		reviewBy: value.review_by ?? null,
		licence: value.licence ?? null,
		authors: value.authors ?? [],
		...(value.picture !== undefined && { picture: value.picture }),
		outline: outlineFiles(draft.source).map(({ id, file }) => ({ kind: file.kind, id: id ?? '' })),
		...(value.parts?.length && { parts: partsOf(draft) }),
		lessons,
		quizzes,
		questions,
		media: media.entries,
		...everGone(value, before),
	};
	keepTranslations(manifest, held, before, parts);
	manifest.frameworks = frameworksIn(manifest, draft);
	manifest.locales = locales.filter((locale) => isWhole(manifest, locale));
	return { version: versionOf(manifest, secret), manifest, parts: parts.all, media: media.files };
}

/** The course file may name languages that have no folder, or one that is withheld; the words stand all the same. */
function wordsIn(words: Localised, served: Contents[]): Localised {
	return served.length > 0 ? words : {};
}

function skillsOf({ skills = {} }: CourseFile, { naming }: Draft): Manifest['skills'] {
	const named = Object.entries(skills).map(([written, level]) => [competenceName(written, naming), level]);
	return Object.fromEntries(named) as Manifest['skills'];
}

/** Every framework that a competence of the course belongs to. */
function frameworksIn({ skills, lessons, questions }: Manifest, { naming }: Draft): Manifest['frameworks'] {
	const names = [
		...Object.keys(skills),
		...Object.values(lessons).flatMap((lesson) => lesson.skills),
		...Object.values(questions).flatMap(({ skill }) => skill ?? []),
	];
	const ids = new Set(names.map((name) => readCompetence(name, '').framework));
	const version = (id: string) => naming.known.frameworks.get(id)?.version ?? null;
	return Object.fromEntries([...ids].sort().map((id) => [id, version(id)]));
}

function buildLesson(draft: Draft, original: ParsedLesson, served: Contents[], parts: Parts) {
	const entry: Manifest['lessons'][string] = {
		locales: {},
		checks: original.references.checks.flatMap(({ id }) => id ?? []),
		tries: original.references.tries.flatMap(({ id }) => id ?? []),
		skills: original.skills.map(({ code }) => competenceName(code, draft.naming)),
	};
	for (const { locale, lessons } of served) {
		const lesson = lessons.find(({ id }) => id === original.id);
		if (!lesson) continue;
		entry.locales[locale] = {
			title: lesson.title,
			...(lesson.summary === null ? {} : { summary: lesson.summary }),
			minutes: readingMinutes(lesson.nodes, locale),
			bytes: Buffer.byteLength(canonical(lesson.nodes)),
			mediaBytes: mediaBytes(draft, lesson),
			part: parts.add(lesson.nodes),
			...soundOf(draft, lesson, locale),
		};
	}
	return entry;
}

type Heard = Pick<LessonText, 'recording' | 'soundBytes'>;

/** The recording with its cues, and sounds that the lesson shows, each once. */
function soundOf({ media, recordings }: Draft, { id, references }: ParsedLesson, locale: Locale): Heard {
	const recording = recordings.get(`${id}.${locale}`);
	const shown = references.media.map(({ path }) => path).filter((path) => media.get(path)?.sound);
	const paths = new Set([...shown, ...(recording ? [recording.audio, recording.cues ?? ''] : [])]);
	const soundBytes = [...paths].reduce((sum, path) => sum + (media.get(path)?.bytes.length ?? 0), 0);
	return { ...(soundBytes > 0 && { soundBytes }), ...(recording && { recording }) };
}

/** Pictures, each once; a film only by its still; what is heard is fetched when it is asked for. */
function mediaBytes({ media }: Draft, { references }: ParsedLesson): number {
	const paths = new Set(references.media.map(({ path }) => path));
	return [...paths].reduce((sum, path) => {
		const file = media.get(path);
		return sum + (file?.family === 'picture' ? file.bytes.length : 0);
	}, 0);
}

function buildMedia({ media, folder }: Draft) {
	const entries: Manifest['media'] = {};
	const files: CompiledCourse['media'] = {};
	for (const path of [...folder.media.keys()].sort()) {
		const file = media.get(path);
		if (!file?.used) continue;
		entries[path] = { hash: file.hash, bytes: file.bytes.length, type: file.type };
		files[file.hash] = { bytes: file.bytes, type: file.type };
	}
	return { entries, files };
}

/** Whether everything of the course is there in this language. */
function isWhole(manifest: Manifest, locale: Locale): boolean {
	const entries = [manifest.lessons, manifest.quizzes, manifest.questions].flatMap((each) =>
		Object.values(each as Record<string, { locales: object }>),
	);
	const titles = [
		manifest.title,
		manifest.summary,
		...(manifest.certificate ? [manifest.certificate.title] : []),
		...(manifest.parts ?? []).map(({ title }) => title),
	];
	return (
		entries.every(({ locales: there }) => locale in there) && titles.every((words) => Boolean(words[locale]))
	);
}
