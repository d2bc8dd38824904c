/** Frameworks and tracks: read, and checked against each other and the courses. */
import { FrameworkFile, TrackFile } from '#schemas/framework.ts';
import { defaultLocale } from '#schemas/names.ts';
import { noteOnce } from './checks/ids.ts';
import type { Problems } from './problems.ts';
import { contentStart, decode, Text, type Place, type SourceFile } from './source.ts';
import {
	checkCompetence,
	checkFrameworkId,
	competencesOf,
	type Competences,
	type Naming,
} from './competences.ts';
import { nearest } from './suggest.ts';
import { readYaml } from './yaml/document.ts';
import { shape, type Shape, type Shaped } from './yaml/shape.ts';

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
	const broken: string[] = [];
	const seen = new Map<string, Place>();
	for (const [path, file] of files) {
		const read = readFile<FrameworkFile>(path, file, FrameworkFile, 'framework', problems);
		const id = read?.value.id;
		const framework = read?.ok ? (read.value as FrameworkFile) : null;
		if (!read || !framework || id === undefined) broken.push(id ?? nameOfFile(path));
		else if (!checkFramework(framework, read, problems)) broken.push(id);
		else {
			noteOnce(seen, id, read.places.get('id') ?? read.start, problems);
			frameworks[id] ??= framework;
		}
	}
	const good = competencesOf(Object.values(frameworks));
	const unread = broken.map((id) => [id, { version: null, codes: new Set<string>() }] as const);
	const competences: Competences = {
		frameworks: new Map([...unread, ...good.frameworks]),
		complete: good.complete && broken.length === 0,
	};
	return { frameworks, competences };
}

/** `frameworks/khung.yaml` is most likely the framework `khung`. */
function nameOfFile(path: string): string {
	return /([^/]*?)(?:\.[^./]*)?$/.exec(path)?.[1] ?? path;
}

function checkFramework(framework: FrameworkFile, read: Read<FrameworkFile>, problems: Problems): boolean {
	const seen = new Set<string>();
	let good = hasWords(read, ['title', 'description'], problems);
	for (const [d, domain] of framework.domains.entries()) {
		for (const [c, { id, can_do }] of domain.competences.entries()) {
			const where = read.places.get(`domains.${d}.competences.${c}.id`) ?? read.start;
			if (seen.has(id)) problems.add('competence-twice', where, { code: id });
			good &&= !seen.has(id);
			seen.add(id);
			const words = `domains.${d}.competences.${c}.can_do`;
			if (can_do === undefined || can_do[defaultLocale]) continue;
			const place = read.places.get(words) ?? read.start;
			problems.add('words-missing', place, { field: 'can_do', locale: defaultLocale });
			good = false;
		}
	}
	return good;
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
	known: { competences: Competences; courses: string[] },
	problems: Problems,
): Record<string, TrackFile> {
	const tracks: Record<string, TrackFile> = {};
	const seen = new Map<string, Place>();
	for (const [path, file] of files) {
		const read = readFile<TrackFile>(path, file, TrackFile, 'track', problems);
		const id = read?.value.id;
		if (!read?.ok || id === undefined) continue;
		const track = read.value as TrackFile;
		const good = checkTrack(track, read, known, problems);
		if (!good && !seen.has(id)) continue;
		noteOnce(seen, id, read.places.get('id') ?? read.start, problems);
		tracks[id] ??= track;
	}
	return tracks;
}

function checkTrack(
	track: TrackFile,
	read: Read<TrackFile>,
	known: { competences: Competences; courses: string[] },
	problems: Problems,
): boolean {
	const at = (path: string) => read.places.get(path) ?? read.start;
	let good = hasWords(read, ['title', 'summary'], problems);
	const { competences } = known;
	const naming: Naming = { framework: track.framework, place: at('framework'), known: competences };
	good = checkFrameworkId(track.framework, at('framework'), competences, problems) && good;
	for (const written of Object.keys(track.goals)) {
		good = checkCompetence(written, at(`goals.${written}:key`), naming, problems) && good;
	}
	for (const [index, course] of track.courses.entries()) {
		if (known.courses.includes(course)) continue;
		good = false;
		const suggestion = nearest(course, known.courses);
		problems.add('track-course-unknown', at(`courses.${index}`), { id: course, suggestion });
	}
	return good;
}
