/** What a tree of content refers to: headings, links, media, questions, tasks. Checked here as far as one file can. */
import { componentAttributes, type ComponentName, type NodeElement } from '#schemas/node.ts';
import { inlineElements, type Tag } from './markdown/tag.ts';
import type { Tree } from './markdown/tree-input.ts';
import { allText } from './markdown/tree.ts';
import { isComponent, isInline } from './markdown/tags.ts';
import type { Problems } from './problems.ts';
import { headingSlug } from './slug.ts';
import type { Place, Text } from './source.ts';
import { nearest } from './suggest.ts';

export interface MediaUse {
	node: NodeElement;
	attribute: 'src' | 'captions' | 'poster';
	path: string;
	place: Place;
}
export interface LinkUse {
	node: NodeElement;
	href: string;
	place: Place;
}
export interface IdUse {
	node: NodeElement;
	/** Null: not written yet. */
	id: string | null;
	place: Place;
	/** Where `--fix` may write an id, in the file. */
	insertAt: number;
}
export interface References {
	/** What each heading says, by its slug, in the order of the text. */
	headings: Map<string, string>;
	links: LinkUse[];
	media: MediaUse[];
	checks: IdUse[];
	tries: IdUse[];
}

interface Context {
	text: Text;
	/** Offset in the file of a character of the fragment. */
	origin: (at: number) => number;
	problems: Problems;
	references: References;
}

/** Headings on a page have this before their slug, so that they never meet the page's own ids. */
export const headingPrefix = 'h-';

export function readReferences(
	tree: Tree,
	text: Text,
	problems: Problems,
	where: 'lesson' | 'question' | 'inline' = 'lesson',
): References {
	const references: References = { headings: new Map(), links: [], media: [], checks: [], tries: [] };
	const context: Context = { text, origin: tree.origin, problems, references };
	let level = 1;
	for (const { node, place, tag } of tree.found) {
		if (tag) readComponent(node, place, tag, context);
		if (tag?.name === 'a' && !tag.attributes.has('href')) continue;
		if (node.name === 'a') references.links.push({ node, href: node.attrs?.href ?? '', place });
		else if (!tag && where === 'lesson') level = readHeading(node, place, level, context);
	}
	return references;
}

function readHeading(
	node: NodeElement,
	place: Place,
	before: number,
	{ problems, references }: Context,
): number {
	const level = Number(node.name[1]);
	if (level > before + 1) problems.add('heading-skipped', place, { level, expected: before + 1 });
	const words = allText(node.children ?? []);
	const slug = headingSlug(node.attrs?.id ?? words) || 'muc';
	let unique = slug;
	for (let count = 2; references.headings.has(unique); count += 1) unique = `${slug}-${count}`;
	references.headings.set(unique, words.replace(/\s+/g, ' ').trim());
	node.attrs = { id: `${headingPrefix}${unique}` };
	return level;
}

function readComponent(node: NodeElement, place: Place, tag: Tag, context: Context): void {
	checkAttributes(node, tag, context);
	const { references, problems } = context;
	if (isInline(tag.name)) return;
	const at = (attribute: string) =>
		context.text.place(context.origin(tag.attributes.get(attribute)?.at ?? tag.start));
	const insertAt = context.origin(tag.nameEnd - 1) + 1;
	const idUse = (attribute: string): IdUse => ({
		node,
		id: node.attrs?.[attribute] || null,
		place: at(attribute),
		insertAt: tag.attributes.has(attribute) ? -1 : insertAt,
	});
	if (tag.name === 'Check') references.checks.push(idUse('question'));
	if (tag.name === 'Try') references.tries.push(idUse('id'));
	for (const attribute of ['src', 'captions', 'poster'] as const) {
		const path = node.attrs?.[attribute];
		if (path) references.media.push({ node, attribute, path, place: at(attribute) });
	}
	checkContent(node, place, problems);
}

function checkAttributes(node: NodeElement, tag: Tag, { text, origin, problems }: Context): void {
	const known: Record<string, string> = isComponent(tag.name)
		? componentAttributes[tag.name]
		: Object.fromEntries(
				inlineElements[tag.name as keyof typeof inlineElements].map((name) => [
					name,
					name === 'href' ? 'required' : 'optional',
				]),
			);
	const names = Object.keys(known);
	for (const [attribute, { at }] of tag.attributes) {
		if (names.includes(attribute)) continue;
		const place = text.place(origin(at - attribute.length - 2));
		const suggestion = nearest(
			attribute,
			names.filter((name) => !tag.attributes.has(name)),
		);
		problems.add('attribute-unknown', place, { name: tag.name, attribute, suggestion, known: names });
		delete node.attrs?.[attribute];
	}
	for (const [attribute, need] of Object.entries(known)) {
		if (need !== 'required' || node.attrs?.[attribute]) continue;
		const place = text.place(origin(tag.start));
		if (tag.name === 'Try' && !tag.attributes.has('id')) continue; // `--fix` writes it.
		if (tag.name === 'Figure' && attribute === 'alt') problems.add('figure-no-alt', place, {});
		else problems.add('attribute-missing', place, { name: tag.name, attribute });
	}
	if (Object.keys(node.attrs ?? {}).length === 0) delete node.attrs;
}

const empty: readonly ComponentName[] = ['Figure', 'Check'];

function checkContent(node: NodeElement, place: Place, problems: Problems): void {
	const children = node.children ?? [];
	const name = node.name as ComponentName;
	if (empty.includes(name)) {
		if (children.length > 0) problems.add('component-content', place, { name });
		delete node.children;
	} else if (children.length === 0) {
		problems.add('component-empty', place, { name });
	} else if (name === 'Steps') {
		const isList = children.length === 1 && typeof children[0] === 'object' && children[0].name === 'ol';
		if (!isList) problems.add('steps-not-list', place, {});
	}
}
