/**
 * Recordings of whole lessons: `media/<lesson>.<locale>.mp3` (or opus, m4a), and beside it `.vtt`, which says when each
 * block is read. Which lesson each belongs to, and what is wrong with it.
 */
import { spokenBlocks, type SpokenBlock } from '#domain/spoken.ts';
import type { RecordingEntry } from '#schemas/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import { isLocale, locales } from '#schemas/names.ts';
import type { Draft } from '../draft.ts';
import type { ParsedLesson } from '../lesson.ts';
import type { MediaFile } from '../media/media.ts';
import type { Problems } from '../problems.ts';
import { decode } from '../source.ts';
import { nearest } from '../suggest.ts';
import type { Insertion } from '../fix.ts';
import { checkCues, type Read } from './check-cues.ts';
import { readCues } from './webvtt.ts';

/** The lesson as it is read aloud. */
export function spokenOf({ title, nodes }: Pick<ParsedLesson, 'title' | 'nodes'>): SpokenBlock[] {
	return spokenBlocks(title, nodes);
}

/** What a file of the media folder would be a recording of, by its name; null where it is named otherwise. */
export function recordingName(path: string): { lesson: string; locale: string } | null {
	const [, lesson, locale] = /^media\/([^/.]+)\.([A-Za-z-]+)\.(?:opus|mp3|m4a|vtt)$/i.exec(path) ?? [];
	return lesson !== undefined && locale !== undefined ? { lesson, locale } : null;
}

/** Finds the recordings of a course. Films, captions and sounds that a text shows are known by then. */
export function matchRecordings(draft: Draft, problems: Problems, fixes: Insertion[]): Draft['recordings'] {
	const recordings: Draft['recordings'] = new Map();
	const { media } = draft;
	const free = media.all().filter(({ used }) => !used);
	const cueFiles = new Map<string, MediaFile>();
	for (const file of free.filter(({ family }) => family === 'captions')) {
		const name = recordingName(file.path);
		if (name) cueFiles.set(`${name.lesson}.${name.locale}`, file);
	}
	for (const file of free.filter(({ family }) => family === 'audio')) {
		const found = lessonOf(draft, file.path);
		if (!found) {
			media.explain('recording-unknown', file.path, unknown(draft, file.path));
			const name = recordingName(file.path);
			if (name) cueFiles.delete(`${name.lesson}.${name.locale}`);
			continue;
		}
		const { lesson, locale } = found;
		const key = `${lesson.id}.${locale}`;
		const other = recordings.get(key);
		if (other) {
			media.explain('recording-twice', file.path, { path: file.path, other: other.audio });
			continue;
		}
		const cues = cueFiles.get(key);
		cueFiles.delete(key);
		if (file.sound) recordings.set(key, entryOf(draft, { lesson, locale, file, cues }, problems, fixes));
	}
	for (const { path } of cueFiles.values()) media.explain('cues-alone', path, { path });
	return recordings;
}

interface Found {
	lesson: ParsedLesson;
	locale: Locale;
}

function lessonOf({ source, translations }: Draft, path: string): Found | null {
	const name = recordingName(path);
	const contents = [source, ...translations].find(({ locale }) => locale === name?.locale);
	const lesson = contents?.lessons.find(({ id }) => id !== null && id === name?.lesson);
	return contents && lesson ? { lesson, locale: contents.locale } : null;
}

/** Why it is a recording of nothing: its name is of another form, or names no lesson or language. */
function unknown({ source }: Draft, path: string) {
	const name = recordingName(path);
	const lessons = source.lessons.flatMap(({ id }) => id ?? []);
	const isLesson = name !== null && lessons.includes(name.lesson);
	const what: 'name' | 'lesson' | 'locale' = !name ? 'name' : isLesson ? 'locale' : 'lesson';
	const suggestion = what === 'lesson' ? nearest(name?.lesson ?? '', lessons) : undefined;
	const isKnown = isLocale(name?.locale ?? '');
	return {
		path,
		what,
		lesson: name?.lesson ?? '',
		locale: name?.locale ?? '',
		isKnown,
		known: [...locales],
		suggestion,
	};
}

function entryOf(
	draft: Draft,
	{ lesson, file, cues }: Found & { file: MediaFile; cues: MediaFile | undefined },
	problems: Problems,
	fixes: Insertion[],
): RecordingEntry {
	const { media, folder } = draft;
	const { seconds, isMachine } = file.sound ?? { seconds: 0, isMachine: false };
	media.use(file.path);
	const entry = { audio: file.path, seconds, isMachine, isStale: false };
	const text = cues && decode(folder.path + cues.path, cues.bytes);
	if (!cues || !text) {
		media.explain('recording-no-cues', file.path, { path: file.path, lesson: lesson.id ?? '' });
		return entry;
	}
	media.use(cues.path);
	const read: Read = { text, file: readCues(text.raw), spoken: spokenOf(lesson), lesson, seconds };
	const isOf = isMachine || read.file.isMachine;
	const isStale = checkCues(read, isOf, problems, fixes);
	return { ...entry, isMachine: isOf, isStale, cues: cues.path };
}
