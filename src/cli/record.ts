import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { spokenBlocks, type SpokenBlock } from '#domain/spoken.ts';
import { compileCourses } from '#content/compile.ts';
import { readCourses } from '#content/read.ts';
import { machineComment, spokenMark } from '#content/recordings/marks.ts';
import { roughTimes } from '#content/recordings/rough-times.ts';
import { writeCues } from '#content/recordings/webvtt.ts';
import { messagesForCommands } from '#messages/commands.ts';
import type { CompiledCourse, RecordingEntry } from '#schemas/catalog.ts';
import { isLocale, type Locale } from '#schemas/names.ts';
import type { Node } from '#schemas/node.ts';
import { encodeMp3 } from './record/mp3.ts';
import { join, NoSynthesiser, speak, synthesiserVersion, voicesFor } from './record/speak.ts';

const program = 'espeak-ng';
/** Seconds between two blocks. */
const pause = 0.45;
const languages: Record<Locale, string> = { vi: 'vie', km: 'khm', en: 'eng' };

interface Work {
	folder: string;
	course: CompiledCourse;
	/** Locales to read, each with the voice that reads it. */
	voices: Map<Locale, string>;
	lessons: string[];
	speed: number;
	replace: boolean;
	version: string;
}

/**
 * `record <course folder> [lesson …] [--locale vi] [--voice vi-vn-x-south] [--speed 140] [--replace]`: drafts of
 * recordings, spoken by the synthesiser of this machine and marked as such. What a person recorded stays, unless
 * `--replace` says otherwise, and gets a cue file with rough times where it has none.
 */
export async function record(args: string[]): Promise<number> {
	const text = messagesForCommands(process.env.LANG);
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			locale: { type: 'string' },
			voice: { type: 'string' },
			speed: { type: 'string', default: '140' },
			replace: { type: 'boolean', default: false },
		},
	});
	const [named, ...ids] = positionals;
	if (named === undefined) return fail(text.needCourseFolder);
	const folder = path.resolve(process.env.INIT_CWD ?? '.', named);
	if (!existsSync(folder)) return fail(text.noFolder({ folder }));
	if (!existsSync(path.join(folder, 'course.yaml'))) return fail(text.needCourseFolder);
	const speed = Number(values.speed);
	if (!(speed >= 80 && speed <= 300)) return fail(text.badSpeed);
	const { locale } = values;
	if (locale !== undefined && !isLocale(locale)) return fail(text.badLocale({ locale }));

	const today = new Date().toISOString().slice(0, 10);
	const { courses, errors } = await compileCourses(await readCourses(folder), { today, locale: 'en' });
	const course = Object.values(courses)[0];
	if (!course || errors.length > 0) return fail(text.errorsFirst({ n: errors.length }));
	const unknown = ids.find((id) => !Object.hasOwn(course.manifest.lessons, id));
	if (unknown !== undefined) return fail(text.unknownLesson({ lesson: unknown }));
	try {
		const version = await synthesiserVersion(program);
		const voices = await chooseVoices(course, locale, values.voice);
		if (typeof voices === 'string') return fail(voices);
		const lessons = ids.length > 0 ? ids : Object.keys(course.manifest.lessons);
		return await recordAll({ folder, course, voices, lessons, speed, replace: values.replace, version });
	} catch (error) {
		if (error instanceof NoSynthesiser) return fail(text.noSynthesiser({ program }));
		throw error;
	}
}

/** Or why there is none. A language without a voice is left out with a word, unless it was asked for. */
async function chooseVoices(
	{ manifest }: CompiledCourse,
	asked: Locale | undefined,
	voice: string | undefined,
): Promise<Map<Locale, string> | string> {
	const text = messagesForCommands(process.env.LANG);
	const there = Object.values(manifest.lessons).flatMap(({ locales }) => Object.keys(locales) as Locale[]);
	const chosen = new Map<Locale, string>();
	for (const locale of asked ? [asked] : new Set(there)) {
		const known = await voicesFor(program, locale);
		const [usual] = known;
		if (usual === undefined) {
			if (asked) return text.noVoice({ program, locale });
			say(text.noVoice({ program, locale }));
			continue;
		}
		// A voice of one language says nothing of the others.
		const isOf = voice !== undefined && voice.split('-')[0] === locale;
		if (isOf && !known.includes(voice)) return text.unknownVoice({ voice, known: known.join(', ') });
		chosen.set(locale, isOf ? voice : usual);
	}
	return chosen;
}

async function recordAll(work: Work): Promise<number> {
	await mkdir(path.join(work.folder, 'media'), { recursive: true });
	for (const id of work.lessons)
		for (const [locale, voice] of work.voices) {
			const entry = work.course.manifest.lessons[id]?.locales[locale];
			if (!entry) continue;
			const nodes = work.course.parts[entry.part] as Node[];
			const blocks = spokenBlocks(entry.title, nodes);
			await recordOne(work, { id, locale, voice, title: entry.title, blocks, was: entry.recording });
		}
	return 0;
}

interface ToRead {
	id: string;
	locale: Locale;
	voice: string;
	title: string;
	blocks: SpokenBlock[];
	was: RecordingEntry | undefined;
}

async function recordOne(work: Work, { id, locale, voice, title, blocks, was }: ToRead): Promise<void> {
	const text = messagesForCommands(process.env.LANG);
	const audio = `media/${id}.${locale}.mp3`;
	const cues = `media/${id}.${locale}.vtt`;
	const mark = spokenMark(blocks);
	if (was && !work.replace && !was.isMachine) {
		if (was.cues !== undefined) return say(text.keptPerson({ path: was.audio }));
		await write(work.folder, cues, writeCues(roughTimes(blocks, was.seconds), { mark, voice: null }));
		return say(text.roughCues({ path: cues }));
	}
	if (was && !work.replace && !was.isStale && was.cues !== undefined)
		return say(text.keptMachine({ path: was.audio }));
	const name = `${program} ${work.version}, ${voice}`;
	const pieces = [];
	for (const block of blocks) pieces.push(await speak(program, block.text, { voice, speed: work.speed }));
	const { speech, starts, ends } = join(pieces, pause);
	const comment = `${machineComment(name)}. Giọng đọc do máy tạo.`;
	const bytes = await encodeMp3(speech, { title, language: languages[locale], comment });
	const timed = blocks.map(({ cue, text: words }, n) => ({
		id: cue,
		start: starts[n]!,
		end: ends[n]!,
		text: words,
	}));
	await write(work.folder, audio, bytes);
	await write(work.folder, cues, writeCues(timed, { mark, voice: name }));
	if (was && was.audio !== audio) await rm(path.join(work.folder, was.audio), { force: true });
	say(
		text.recorded({
			path: audio,
			kilobytes: Math.ceil(bytes.length / 1024),
			seconds: Math.round(ends.at(-1) ?? 0),
		}),
	);
}

/** Whole or not at all. */
async function write(folder: string, inner: string, content: string | Uint8Array): Promise<void> {
	const file = path.join(folder, inner);
	const draft = path.join(path.dirname(file), `.${path.basename(file)}.tmp`);
	await writeFile(draft, content);
	await chmod(draft, 0o644);
	await rename(draft, file);
}

function say(words: string): void {
	process.stdout.write(`${words}\n`);
}

function fail(words: string): number {
	process.stderr.write(`${words}\n`);
	return 1;
}
