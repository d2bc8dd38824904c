/** Links and media of every text: what they name must be there. Fills in the addresses that pages use. */
import { headingPrefix, type LinkUse, type MediaUse, type References } from '../content-tree.ts';
import type { Contents, Draft } from '../draft.ts';
import { readLink, type LinkTarget } from '../links.ts';
import { mediaUrl } from '../media/media.ts';
import { mediaType } from '../media/types.ts';
import type { Problems } from '../problems.ts';
import { headingSlug } from '../slug.ts';
import { nearest } from '../suggest.ts';

/** The page of a lesson, without the language's prefix. */
export function lessonPath(course: string, lesson: string): string {
	return `/courses/${course}/lessons/${lesson}`;
}

export function checkReferences(draft: Draft, problems: Problems): void {
	for (const contents of [draft.source, ...draft.translations]) {
		for (const lesson of contents.lessons) {
			checkText(draft, contents, lesson.references, problems);
		}
		for (const quiz of contents.quizzes) {
			const all = [quiz.references, ...quiz.questions.flatMap((question) => question.references)];
			for (const references of all) checkText(draft, contents, references, problems);
		}
	}
	// What a lesson that could not be read shows is not known.
	const isText = (file: string) => file.startsWith(draft.folder.path) && file.endsWith('.md');
	if (![...problems.filesInError()].some(isText)) draft.media.reportUnused();
}

function checkText(draft: Draft, contents: Contents, references: References, problems: Problems): void {
	for (const use of references.media) checkMedia(draft, use, problems);
	for (const use of references.links) {
		const href = resolve(draft, contents, references, use, problems);
		use.node.attrs = { ...use.node.attrs, href: href ?? '#' };
	}
}

function checkMedia({ media }: Draft, { node, attribute, path, place }: MediaUse, problems: Problems): void {
	const file = media.use(path);
	if (!file && media.isRefused(path)) return;
	if (!file) {
		const suggestion = media.suggestion(path);
		const inside = path.startsWith('media/') && !path.includes('..');
		problems.add(inside ? 'media-missing' : 'media-path', place, { path, suggestion });
		return;
	}
	const wanted =
		attribute === 'captions'
			? 'captions'
			: node.name === 'Video' && attribute === 'src'
				? 'video'
				: 'picture';
	if (mediaType(path)?.family !== wanted) problems.add('media-wrong-type', place, { path, wanted });
	const attrs: Record<string, string> = { ...node.attrs, [attribute]: mediaUrl(file) };
	if (attribute === 'src') {
		attrs.bytes = String(file.bytes.length);
		if (file.size) Object.assign(attrs, { width: String(file.size.width), height: String(file.size.height) });
	}
	node.attrs = attrs;
}

function resolve(
	draft: Draft,
	contents: Contents,
	references: References,
	{ href, place }: LinkUse,
	problems: Problems,
): string | null {
	const target = readLink(href);
	if (target.kind === 'outside') return target.href;
	if (target.kind === 'refused') {
		problems.add('link-refused', place, { href });
		return null;
	}
	if (target.kind === 'heading') return heading(references, target.slug, { href, place }, problems);
	return otherLesson(draft, contents, target, { href, place }, problems);
}

interface Written {
	href: string;
	place: LinkUse['place'];
}

function heading(
	{ headings }: References,
	slug: string,
	written: Written,
	problems: Problems,
): string | null {
	const wanted = headingSlug(slug);
	if (headings.has(wanted)) return `#${headingPrefix}${wanted}`;
	const suggestion = nearest(wanted, headings);
	problems.add('link-no-heading', written.place, {
		href: written.href,
		suggestion: suggestion === undefined ? undefined : `#${suggestion}`,
	});
	return null;
}

function otherLesson(
	draft: Draft,
	contents: Contents,
	{ file, slug }: Extract<LinkTarget, { kind: 'file' }>,
	written: Written,
	problems: Problems,
): string | null {
	const nameOf = (path: string) => path.split('/').at(-1) ?? '';
	// A translation that lacks the lesson still links to it: the reader gets it in the source language.
	const all = [...contents.lessons, ...draft.source.lessons];
	const lesson = all.find((each) => nameOf(each.file.path) === file);
	if (!lesson) {
		const suggestion = nearest(
			file,
			all.map((each) => nameOf(each.file.path)),
		);
		problems.add('link-no-lesson', written.place, { href: written.href, suggestion });
		return null;
	}
	const page = lessonPath(draft.name, lesson.id ?? '');
	if (slug === null) return page;
	const anchor = heading(lesson.references, slug, written, problems);
	return anchor === null ? null : page + anchor;
}
