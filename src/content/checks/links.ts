/** Where links lead: other lessons and quizzes, of this course and of others, headings, and files to take along. */
import { headingPrefix, type LinkUse, type References } from '../content-tree.ts';
import type { Contents, Draft } from '../draft.ts';
import { readLink } from '../links.ts';
import { mediaUrl } from '../media/media.ts';
import { servedName } from '../media/types.ts';
import type { Problems } from '../problems.ts';
import { headingSlug } from '../slug.ts';
import { nearest } from '../suggest.ts';

export interface Around {
	draft: Draft;
	/** The language that the link stands in. */
	contents: Contents;
	/** All courses of the folder. */
	others: readonly Draft[];
}

/** What a link of a page has: its address, and of a file its weight in bytes and the name to keep it under. */
type LinkAttributes = Record<string, string> & { href: string };

/** Null where it leads nowhere, and it was said why. */
export function resolveLink(
	around: Around,
	references: References,
	use: LinkUse,
	problems: Problems,
): LinkAttributes | null {
	const target = readLink(use.href);
	if (target.kind === 'outside') return { href: target.href };
	if (target.kind === 'heading') return addressOf(heading(references, target.slug, use, problems));
	const refuse = () => {
		problems.add('link-refused', use.place, { href: use.href });
		return null;
	};
	if (target.kind === 'refused') return refuse();
	const [course, ...inner] = pathOf(around, target.path) ?? [];
	if (course === undefined) return refuse();
	const own = course === nameOfFolder(around.draft);
	const draft = own ? around.draft : around.others.find((each) => nameOfFolder(each) === course);
	if (!draft) return noCourse(around, course, use, problems);
	const [top = '', ...rest] = inner;
	if (top === '' || top === 'course.yaml') return { href: `/courses/${draft.name}` };
	if (top === 'media' && own) return fileToTake(draft, inner.join('/'), use, problems);
	if (rest.length !== 1 || !/\.md$/i.test(rest[0] ?? '')) return refuse();
	return addressOf(page(around, draft, rest[0] ?? '', target.slug, use, problems));
}

function addressOf(href: string | null): LinkAttributes | null {
	return href === null ? null : { href };
}

function nameOfFolder({ folder, name }: Draft): string {
	return folder.name ?? name;
}

/** From the folder of all courses down; null beyond it. Media are named from the course's folder, as in figures. */
function pathOf({ draft, contents }: Around, path: string): string[] | null {
	const course = nameOfFolder(draft);
	const found = path.startsWith('media/') ? [course] : [course, contents.locale];
	for (const part of path.split('/')) {
		if (part === '' || part === '.') continue;
		if (part !== '..') found.push(part);
		else if (found.pop() === undefined) return null;
	}
	return found;
}

function noCourse({ others }: Around, course: string, { href, place }: LinkUse, problems: Problems): null {
	problems.add('link-no-course', place, { href, suggestion: nearest(course, others.map(nameOfFolder)) });
	return null;
}

function fileToTake(
	{ media }: Draft,
	path: string,
	{ href, place }: LinkUse,
	problems: Problems,
): LinkAttributes | null {
	const file = media.use(path);
	if (!file) {
		if (!media.isRefused(path))
			problems.add('media-missing', place, { path: href, suggestion: media.suggestion(path) });
		return null;
	}
	const attrs = { href: mediaUrl(file), bytes: String(file.bytes.length) };
	return file.family === 'download' ? { ...attrs, download: servedName(path, file.type) } : attrs;
}

/** The page of a lesson or quiz, without the language's prefix. */
function page(
	{ contents, draft: own }: Around,
	draft: Draft,
	file: string,
	slug: string | null,
	use: LinkUse,
	problems: Problems,
): string | null {
	// A translation that lacks the lesson still links to it: the reader gets it in the source language.
	const translated =
		draft === own ? contents : draft.translations.find(({ locale }) => locale === contents.locale);
	const all = [translated, draft.source, ...draft.translations].flatMap((each) => each ?? []);
	const isIt = (each: { file: { path: string } }) => fileName(each.file.path) === file;
	const lesson = all.flatMap(({ lessons }) => lessons).find(isIt);
	const quiz = all.flatMap(({ quizzes }) => quizzes).find(isIt);
	const { href, place } = use;
	if (quiz?.settings.kind === 'practice') {
		problems.add('link-practice', place, { href });
		return null;
	}
	if (quiz) return `/courses/${draft.name}/quizzes/${quiz.id ?? ''}`;
	if (!lesson) {
		const names = all
			.flatMap(({ lessons, quizzes }) => [...lessons, ...quizzes])
			.map((each) => fileName(each.file.path));
		problems.add('link-no-lesson', place, { href, suggestion: nearest(file, names) });
		return null;
	}
	const address = `/courses/${draft.name}/lessons/${lesson.id ?? ''}`;
	if (slug === null) return address;
	const anchor = heading(lesson.references, slug, use, problems);
	return anchor === null ? null : address + anchor;
}

function fileName(path: string): string {
	return path.split('/').at(-1) ?? '';
}

function heading(
	{ headings }: References,
	slug: string,
	{ href, place }: LinkUse,
	problems: Problems,
): string | null {
	const wanted = headingSlug(slug);
	if (headings.has(wanted)) return `#${headingPrefix}${wanted}`;
	const suggestion = nearest(wanted, headings.keys());
	problems.add('link-no-heading', place, {
		href,
		suggestion: suggestion === undefined ? undefined : `#${suggestion}`,
	});
	return null;
}
