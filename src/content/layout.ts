/** Sorts the files of a folder by what they are: frameworks, tracks, and each course's parts. */
import type { Locale } from '#schemas/common.ts';
import { isLocale } from '#schemas/names.ts';
import type { Problems } from './problems.ts';
import { idFrom } from './slug.ts';
import { Text, type SourceFile, type SourceFolder } from './source.ts';

export interface ContentFile {
	/** Path in the source folder. */
	path: string;
	bytes: Uint8Array;
	/** `NN` of the name. */
	order: number;
	slug: string;
	kind: 'lesson' | 'quiz';
}

export interface CourseFolder {
	/** Path in the source folder with a slash at the end; empty when the folder is the course itself. */
	path: string;
	name: string | null;
	courseFile: SourceFile | null;
	content: Map<Locale, ContentFile[]>;
	media: Map<string, SourceFile>;
}

export interface Layout {
	frameworks: Map<string, SourceFile>;
	tracks: Map<string, SourceFile>;
	courses: CourseFolder[];
}

const leftAlone = /^(?:README|LICEN[CS]E|CHANGELOG|CONTRIBUTING|AUTHORS)(?:\.[a-z]+)*$/i;

export function sortFiles(folder: SourceFolder, problems: Problems): Layout {
	const layout: Layout = { frameworks: new Map(), tracks: new Map(), courses: [] };
	const single = Object.hasOwn(folder.files, 'course.yaml');
	const courses = new Map<string, CourseFolder>();
	for (const path of Object.keys(folder.files).sort()) {
		const file = folder.files[path];
		if (!file) continue;
		const [top = '', ...rest] = path.split('/');
		if (single) placeInCourse(courseOf(courses, '', null), path, file, problems);
		else if (rest.length === 0) reportUnknown(path, problems);
		else if (top === 'frameworks' || top === 'tracks') placeCatalog(layout[top], path, file, problems);
		else placeInCourse(courseOf(courses, `${top}/`, top), rest.join('/'), file, problems);
	}
	layout.courses = [...courses.values()];
	return layout;
}

function courseOf(courses: Map<string, CourseFolder>, path: string, name: string | null): CourseFolder {
	const course = courses.get(path) ?? { path, name, courseFile: null, content: new Map(), media: new Map() };
	courses.set(path, course);
	return course;
}

function placeCatalog(
	files: Map<string, SourceFile>,
	path: string,
	file: SourceFile,
	problems: Problems,
): void {
	if (/^[^/]+\/[^/]+\.ya?ml$/.test(path)) files.set(path, file);
	else reportUnknown(path, problems);
}

function placeInCourse(course: CourseFolder, inner: string, file: SourceFile, problems: Problems): void {
	const path = course.path + inner;
	const [top = '', ...rest] = inner.split('/');
	if (inner === 'course.yaml') course.courseFile = file;
	else if (top === 'media' && rest.length > 0) course.media.set(inner, file);
	else if (isLocale(top) && rest.length > 0) placeContent(course, top, path, rest, file, problems);
	else reportUnknown(path, problems);
}

function placeContent(
	course: CourseFolder,
	locale: Locale,
	path: string,
	rest: string[],
	file: SourceFile,
	problems: Problems,
): void {
	const name = rest.at(-1) ?? '';
	const found = /^(\d{2,3})-([A-Za-z0-9][A-Za-z0-9-]*)(\.quiz)?\.md$/.exec(name);
	if (!found || rest.length > 1) {
		if (/\.md$/i.test(name) && !leftAlone.test(name))
			problems.add('content-file-name', start(path), { name, proposed: proposedName(name) });
		else reportUnknown(path, problems);
		return;
	}
	const [, order = '', slug = '', quiz] = found;
	const files = course.content.get(locale) ?? [];
	files.push({ path, bytes: file.bytes, order: Number(order), slug, kind: quiz ? 'quiz' : 'lesson' });
	course.content.set(locale, files);
	const same = files.find((each) => each !== files.at(-1) && sameTurn(each, files.at(-1)));
	if (same) problems.add('order-twice', start(path), { order, other: same.path.split('/').at(-1) ?? '' });
	files.sort(byTurn);
}

/** `Bài 3: Gọi điện.md` becomes `03-bai-goi-dien.md`. */
function proposedName(name: string): string {
	const [, words = '', quiz = ''] = /^(.*?)(\.quiz)?\.md$/i.exec(name) ?? [];
	const number = /\d{1,3}/.exec(words)?.[0] ?? '1';
	const slug = idFrom(words.replace(number, ''), 'ten-bai', new Set());
	return `${number.padStart(2, '0')}-${slug}${quiz.toLowerCase()}.md`;
}

function sameTurn(a: ContentFile, b: ContentFile | undefined): boolean {
	return a.order === b?.order && a.kind === b.kind;
}

/** By number; a quiz after the lesson of the same number. */
function byTurn(a: ContentFile, b: ContentFile): number {
	const kinds = Number(a.kind === 'quiz') - Number(b.kind === 'quiz');
	return a.order - b.order || kinds || (a.path < b.path ? -1 : 1);
}

function reportUnknown(path: string, problems: Problems): void {
	if (!leftAlone.test(path.split('/').at(-1) ?? '')) problems.add('unknown-file', start(path), { path });
}

function start(path: string) {
	return new Text(path, '').place(0);
}
