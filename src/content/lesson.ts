/** Parse: a lesson file by itself. */
import { componentAttributes, type ComponentName, type Node } from '#schemas/node.ts';
import { LessonHead } from '#schemas/author.ts';
import { readReferences, type References } from './content-tree.ts';
import type { ContentFile } from './layout.ts';
import { readMarkdown } from './markdown/markdown.ts';
import type { TitleFound } from './markdown/tree-input.ts';
import type { Problems } from './problems.ts';
import { decode, Text, type Place } from './source.ts';
import { readFrontMatter, stringOf, type FrontMatter } from './yaml/front-matter.ts';

/** What lesson and quiz files have in common. */
export interface ParsedFile {
	file: ContentFile;
	text: Text;
	/** Null: not written, or not usable. */
	id: string | null;
	idPlace: Place;
	title: string;
	head: FrontMatter;
	/** The `source:` mark of a translation. */
	mark: string | null;
}

export interface ParsedLesson extends ParsedFile {
	summary: string | null;
	skills: { code: string; place: Place }[];
	nodes: Node[];
	references: References;
}

const allComponents = new Set(Object.keys(componentAttributes) as ComponentName[]);

export function readLesson(file: ContentFile, problems: Problems): ParsedLesson | null {
	const text = decodeOrReport(file, problems);
	if (!text) return null;
	const head = readFrontMatter(text, LessonHead, 'lesson', problems);
	const slices = [{ start: head.bodyStart, end: text.raw.length }];
	const tree = readMarkdown(
		text,
		slices,
		{ components: allComponents, takesTitle: true, takesFootnotes: true },
		problems,
	);
	const references = readReferences(tree, text, problems);
	if (text.raw.slice(head.bodyStart).trim() === '')
		problems.add('lesson-empty', text.place(head.bodyStart), {});
	const skills = (Array.isArray(head.value?.skills) ? head.value.skills : []).flatMap(
		(code: unknown, index) => {
			const place = head.places.get(`skills.${index}`);
			return typeof code === 'string' && place ? [{ code, place }] : [];
		},
	);
	const summary = stringOf(head.value?.summary) ?? null;
	return {
		...readIdentity(file, text, head, tree.title, problems),
		summary,
		skills,
		nodes: tree.nodes,
		references,
	};
}

export function decodeOrReport(file: ContentFile, problems: Problems): Text | null {
	const text = decode(file.path, file.bytes);
	if (!text) problems.add('not-utf8', new Text(file.path, '').place(0), {});
	return text;
}

/** `found`: a first heading of level 1, which is the title where the front matter names none. */
export function readIdentity(
	file: ContentFile,
	text: Text,
	head: FrontMatter,
	found: TitleFound | null,
	problems: Problems,
): ParsedFile {
	const title = readTitle(text, head, found, problems);
	const id = stringOf(head.value?.id);
	const usable = id !== undefined && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id !== 'constructor';
	return {
		file,
		text,
		head,
		id: usable ? id : null,
		idPlace: head.places.get('id') ?? text.place(0),
		title,
		mark: stringOf(head.value?.source) ?? null,
	};
}

const mostOfTitle = 200;

function readTitle(text: Text, head: FrontMatter, found: TitleFound | null, problems: Problems): string {
	const kind = text.file.endsWith('.quiz.md') ? 'quiz' : 'lesson';
	const named = stringOf(head.value?.title);
	const words = found?.words.replace(/\s+/g, ' ').trim() ?? '';
	if (named === undefined && words === '' && head.value !== null && !head.places.has('title')) {
		const place = head.places.get('') ?? text.place(0);
		problems.add('missing-field', place, { field: 'title', about: `${kind}.title` });
	}
	if (!found) return named ?? '';
	const isOther = named !== undefined && words !== '' && words.toLowerCase() !== named.toLowerCase();
	// In a quiz it is more likely a question with one # too few.
	if (isOther && kind === 'quiz') problems.add('heading-level', found.place, { level: 1 });
	else if (isOther) problems.add('title-twice', found.place, { title: named, heading: words });
	if (named === undefined && words.length > mostOfTitle)
		problems.add('too-long', found.place, { field: 'title', limit: mostOfTitle });
	return named ?? words;
}
