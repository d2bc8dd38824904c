/** Frameworks and tracks: read, and checked against each other and the courses. */
import { FrameworkFile, TrackFile } from '#schemas/framework.ts';
import { defaultLocale } from '#schemas/names.ts';
import type { Problems } from './problems.ts';
import { contentStart, decode, Text, type Place, type SourceFile } from './source.ts';
import { nearest } from './suggest.ts';
import { readYaml } from './yaml/document.ts';
import { shape, type Shape, type Shaped } from './yaml/shape.ts';

export interface Competences {
	codes: ReadonlySet<string>;
	/** False when there is no framework, or one could not be read: then no code is called unknown. */
	complete: boolean;
}

interface Read<T> extends Shaped {
	value: Partial<T>;
	start: Place;
}

function readFile<T>(
	path: string,
	file: SourceFile,
	schema: Shape,
	about: string,
	problems: Problems,
): Read<T> | null {
	const text = decode(path, file.bytes);
	const start = new Text(path, '').place(0);
	if (!text) {
		problems.add('not-utf8', start, {});
		return null;
	}
	const yaml = readYaml(text, contentStart(text), text.raw.length, problems);
	if (!yaml) return null;
	const read = shape(schema, yaml, about, text, problems);
	const isRecord = typeof read.value === 'object' && read.value !== null;
	return isRecord ? { ...read, value: read.value as Partial<T>, start } : null;
}

export function readFrameworks(files: Map<string, SourceFile>, problems: Problems) {
	const frameworks: Record<string, FrameworkFile> = {};
	const codes = new Set<string>();
	let complete = files.size > 0;
	for (const [path, file] of files) {
		const read = readFile<FrameworkFile>(path, file, FrameworkFile, 'framework', problems);
		const id = read?.value.id;
		if (!read?.ok || id === undefined) {
			complete = false;
			continue;
		}
		const framework = read.value as FrameworkFile;
		if (!checkFramework(framework, read, problems)) complete = false;
		else if (Object.hasOwn(frameworks, id)) reportTwice(read, id, problems);
		else frameworks[id] = framework;
		for (const { competences } of framework.domains) for (const each of competences) codes.add(each.id);
	}
	const competences: Competences = { codes, complete };
	return { frameworks, competences };
}

function checkFramework(framework: FrameworkFile, read: Read<FrameworkFile>, problems: Problems): boolean {
	const seen = new Set<string>();
	let good = hasWords(read, ['title', 'description'], problems);
	for (const [d, domain] of framework.domains.entries()) {
		for (const [c, { id }] of domain.competences.entries()) {
			const place = read.places.get(`domains.${d}.competences.${c}.id`) ?? read.start;
			if (seen.has(id)) problems.add('competence-twice', place, { code: id });
			good &&= !seen.has(id);
			seen.add(id);
		}
	}
	return good;
}

function reportTwice(read: Shaped & { start: Place }, id: string, problems: Problems): void {
	problems.add('id-twice', read.places.get('id') ?? read.start, { id });
}

function hasWords(
	read: Read<{ title: object; summary: object }>,
	fields: string[],
	problems: Problems,
): boolean {
	let good = true;
	for (const field of fields) {
		const words = (read.value as Record<string, Record<string, string>>)[field];
		if (words?.[defaultLocale]) continue;
		good = false;
		problems.add('words-missing', read.places.get(field) ?? read.start, { field, locale: defaultLocale });
	}
	return good;
}

export function readTracks(
	files: Map<string, SourceFile>,
	known: { frameworks: Record<string, FrameworkFile>; competences: Competences; courses: string[] },
	problems: Problems,
): Record<string, TrackFile> {
	const tracks: Record<string, TrackFile> = {};
	for (const [path, file] of files) {
		const read = readFile<TrackFile>(path, file, TrackFile, 'track', problems);
		const id = read?.value.id;
		if (!read?.ok || id === undefined) continue;
		const track = read.value as TrackFile;
		const good = checkTrack(track, read, known, problems);
		if (Object.hasOwn(tracks, id)) reportTwice(read, id, problems);
		else if (good) tracks[id] = track;
	}
	return tracks;
}

function checkTrack(
	track: TrackFile,
	read: Read<TrackFile>,
	known: { frameworks: Record<string, FrameworkFile>; competences: Competences; courses: string[] },
	problems: Problems,
): boolean {
	const at = (path: string) => read.places.get(path) ?? read.start;
	let good = hasWords(read, ['title', 'summary'], problems);
	const { competences } = known;
	if (competences.complete && !Object.hasOwn(known.frameworks, track.framework)) {
		good = false;
		const suggestion = nearest(track.framework, Object.keys(known.frameworks));
		problems.add('framework-unknown', at('framework'), { id: track.framework, suggestion });
	}
	for (const code of Object.keys(track.goals)) {
		good = checkCompetence(code, at(`goals.${code}:key`), competences, problems) && good;
	}
	for (const [index, course] of track.courses.entries()) {
		if (known.courses.includes(course)) continue;
		good = false;
		const suggestion = nearest(course, known.courses);
		problems.add('track-course-unknown', at(`courses.${index}`), { id: course, suggestion });
	}
	return good;
}

export function checkCompetence(code: string, place: Place, known: Competences, problems: Problems): boolean {
	if (!known.complete || known.codes.has(code)) return true;
	problems.add('competence-unknown', place, { code, suggestion: nearest(code, known.codes) });
	return false;
}
