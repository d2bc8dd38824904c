/**
 * A course version as the compiler makes it and the server keeps it: an immutable manifest that names its parts
 * by hash. A typo in a lesson changes that lesson's part alone; a question's statistics pool by text and key hash.
 */
import type { Locale, Localised, TargetGroup } from './common.ts';
import type { ItemLevel, ItemStatus, QuizKind, ResultPart, Review, TellingTime } from './names.ts';
import type { Node } from './node.ts';
import type { Feedback, Key, QuestionKind, QuestionText } from './question.ts';

/** Hex SHA-256 of a part's canonical JSON (of a file's bytes for media); keys and feedback: HMAC under the installation's secret, so that it says nothing of them. */
export type Hash = string;
type PerLocale<T> = Partial<Record<Locale, T>>;

export interface LessonEntry {
	locales: PerLocale<LessonText>;
	/** Ids of practice questions shown in it. */
	checks: string[];
	/** Ids of its `<Try>` tasks. */
	tries: string[];
	/** Competences as `framework:code`. */
	skills: string[];
}

export interface LessonText {
	title: string;
	summary?: string;
	/** Reading time at 150 words a minute, at least 1. */
	minutes: number;
	/** Weight of the compiled text in bytes, and of its pictures together (films and sound apart). */
	bytes: number;
	mediaBytes: number;
	/** Part: `Node[]`. */
	part: Hash;
	/** Weight in bytes of all that can be heard: the recording and single sounds; absent: there is nothing. */
	soundBytes?: number;
	/** The whole lesson, read aloud; absent: there is none. */
	recording?: RecordingEntry;
}

export interface RecordingEntry {
	/** Path of the audio file inside the course folder, and of the file that says when which block is read. */
	audio: string;
	cues?: string;
	seconds: number;
	/** The voice is not a person's. */
	isMachine: boolean;
	/** The text has changed since it was read. */
	isStale: boolean;
}

export interface QuizEntry {
	kind: QuizKind;
	/** Share of the points that passes, 0 to 1. */
	pass: number;
	/** Attempts allowed; null: as many as one likes. */
	attempts: number | null;
	/** Questions that count, which an attempt draws from the pool. */
	draw: number;
	/** How many parallel forms the pool is parted into, `draw` questions each; absent: each attempt draws its own. */
	forms?: number;
	/** Hours after which another attempt is given, once all are used up; null: never, or there is no limit. */
	retryHours: number | null;
	minutes: number | null;
	shuffle: boolean;
	/** Whether hints are offered. */
	hints: boolean;
	review: Review;
	/** How many people grade an answer that no rule can grade; absent: one. */
	graders?: number;
	/** How far apart they may be, as a share of the question's points, 0 to 1; absent: 0.2. */
	agreeWithin?: number;
	/** Share of the points of each competence that passes; absent: it is not asked for. */
	passEach?: number;
	/** Minutes from handing one attempt in to starting the next; absent: none. */
	waitMinutes?: number;
	/** By the clocks of the platform's time zone, `2026-12-01T08:00`; absent: without limit. */
	opens?: string;
	closes?: string;
	/** An attempt begins with the code of a room. */
	access?: 'code';
	order?: 'sequential';
	/** What of a result is told when, before `review`. */
	show?: Partial<Record<ResultPart, TellingTime>>;
	questions: string[];
	/** `intro` is a part: `Node[]`. */
	locales: PerLocale<{ title: string; intro: Hash }>;
}

export interface QuestionEntry {
	quiz: string;
	kind: QuestionKind;
	/** 0 of one on trial. */
	points: number;
	/** Competence as `framework:code`. */
	skill?: string;
	level?: ItemLevel;
	/** Of questions with the same name here an attempt asks at most one. */
	variantOf?: string;
	/** Absent: it is asked and counted. */
	status?: ItemStatus;
	/** Id of the case that it is about, which stands in its text; of such questions an attempt asks one after another. */
	case?: string;
	/** An opinion is asked for: it gives no points, and every answer is right. */
	survey?: true;
	/** It is asked how sure the learner is of the answer. */
	confidence?: true;
	/** The author's estimate of the share of people who get it wrong, 0 to 1. */
	difficulty?: number;
	/** The last day on which what it says holds, YYYY-MM-DD by the platform's time zone. */
	expires?: string;
	/** Where its author has it from: a web address, or the number of a law. */
	source?: string;
	/** Which lessons teach what it asks, the best first; absent: none is known. */
	teaches?: Teaching[];
	/** Part: `Key`. */
	key: Hash;
	/** Parts: `QuestionText` and `Feedback`. */
	locales: PerLocale<{ text: Hash; feedback: Hash }>;
}

/** A stretch of the outline that has a name. */
export interface PartEntry {
	id: string;
	title: Localised;
	/** Path of its picture inside the course folder. */
	picture?: string;
	/** Its lessons and counted quizzes: the outline from one part's first to the next one's. */
	items: OutlineEntry[];
}
export interface OutlineEntry {
	kind: 'lesson' | 'quiz';
	id: string;
}

/** A lesson that teaches something, and the heading in it, by language; absent: the whole lesson. */
export interface Teaching {
	lesson: string;
	at?: PerLocale<{ anchor: string; title: string }>;
}

export interface Manifest {
	course: string;
	sourceLocale: Locale;
	/** Languages in which every lesson and question is there. */
	locales: Locale[];
	title: Localised;
	summary: Localised;
	groups: TargetGroup[];
	/** The framework that codes written alone belong to; null where there are several and none is written so. */
	framework: string | null;
	/** Each framework in use, to its version when the course was compiled; null where that was not at hand. */
	frameworks: Record<string, string | null>;
	/** Competence as `framework:code`, to level (1 to 8). */
	skills: Record<string, number>;
	/** `supervised`: for the certificate, its quizzes are passed in a supervised room; absent: anywhere. */
	requires: { lessons: string[]; quizzes: string[]; supervised?: true };
	/** `validFor`: ISO 8601 duration such as `P2Y`, or null. */
	certificate: { title: Localised; validFor: string | null } | null;
	reviewBy: string | null;
	licence: string | null;
	authors: string[];
	/** Path of its picture inside the course folder; absent: none, as in what was published before there were any. */
	picture?: string;
	/** Lessons and counted quizzes in the order to show. */
	outline: OutlineEntry[];
	/** Its parts, which hold the whole outline; absent: the course is one whole. */
	parts?: PartEntry[];
	lessons: Record<string, LessonEntry>;
	quizzes: Record<string, QuizEntry>;
	questions: Record<string, QuestionEntry>;
	/** Path inside the course folder to what is stored. */
	media: Record<string, { hash: Hash; bytes: number; type: string }>;
	/** Ids once published that are gone, by `formerly:` (old to new) and `removed:`. */
	formerly: Record<string, string>;
	removed: string[];
}

export type Part = Node[] | QuestionText | Feedback | Key;

export interface CompiledCourse {
	/** First 16 hex characters of the HMAC of the manifest. */
	version: string;
	manifest: Manifest;
	parts: Record<Hash, Part>;
	media: Record<Hash, { bytes: Uint8Array; type: string }>;
}
