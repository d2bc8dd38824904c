/** Formatted text of other systems, without anything that a browser would run or fetch. */
import type { Element, Nodes as HtmlNodes, Root as HtmlRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Link, Nodes, Parents, RootContent } from 'mdast';
import { parseMarkdown, visit } from '../markdown/parse.ts';
import { clean } from '../markdown/marks.ts';
import type { Change, Rich } from './item.ts';

/** An inline element that Markdown has no signs for. */
export const tagNames = ['sup', 'sub', 'kbd', 'u', 'mark'] as const;

/** Stands for a blank in HTML: `<x-blank n="0"></x-blank>`; in formatted text it is a node `blank` with its `index`. */
export const blankTag = 'x-blank';
export const blankMark = (index: number) => `<${blankTag} n="${index}">_</${blankTag}>`;

/** The same as an element. It holds a sign: blanks on either side of an empty one would become one. */
export function blankElement(index: number): Element {
	const children = [{ type: 'text' as const, value: '_' }];
	return { type: 'element', tagName: blankTag, properties: { n: String(index) }, children };
}

/** HTML with something in place of each blank, by its index. */
export function putBlanks(html: string, put: (index: number) => string): string {
	return html.replace(/<x-blank n="(\d+)"><\/x-blank>/g, (_, index: string) => put(Number(index)));
}

/** Gone with all that is in them. */
const dropped = /^(?:script|style|iframe|object|embed|applet|template|noscript|link|meta|base|title|head)$/;
const media = /^(?:audio|video|canvas|map|svg)$/;
const known =
	/^<(?:!--|\/?(?:a|abbr|acronym|address|applet|area|article|aside|audio|b|base|bdi|bdo|big|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|math|meta|nav|noscript|object|ol|optgroup|option|p|param|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video|wbr|x-blank)(?=[\s/>]))/i;

/** How a text is written in its source; `moodle`: HTML in which blank lines part paragraphs. */
export type TextFormat = 'html' | 'markdown' | 'plain' | 'moodle';

/** The path under which a picture of the source is kept, `media/…`; null: it is not. */
export type FindPicture = (source: string) => string | null;
const noPicture: FindPicture = () => null;

export function fromText(words: string, format: TextFormat, changes: Set<Change>, find?: FindPicture): Rich {
	if (format === 'plain') return fromPlain(words);
	if (format === 'markdown') return safe(parseMarkdown(words), changes, find);
	const html =
		format === 'moodle'
			? words
					.split(/\n[ \t]*\n/)
					.map((each) => `<p>${each}</p>`)
					.join('')
			: words;
	return fromHtmlText(html, changes, find);
}

/** Text as it stands: a paragraph for what blank lines part. */
export function fromPlain(words: string): Rich {
	const paragraphs = words
		.split(/\n[ \t]*\n/)
		.map((each) => tidy(each))
		.filter((each) => each !== '');
	return paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
}

/** HTML; a `<` that opens nothing that HTML knows is itself. */
export function fromHtmlText(html: string, changes: Set<Change>, find?: FindPicture): Rich {
	const marked = html.replace(/<[^<]?/g, (_, at: number) => {
		const rest = html.slice(at, at + 30);
		return known.test(rest) ? html.slice(at, at + 2) : `&lt;${_.slice(1)}`;
	});
	return fromHast(fromHtml(marked, { fragment: true }), changes, find);
}

export function fromHast(root: HtmlRoot, changes: Set<Change>, find?: FindPicture): Rich {
	sweep(root, changes);
	const blank = (_: unknown, { properties }: Element) => ({
		type: 'inlineCode',
		value: '',
		data: { blank: Number(properties.n) },
	});
	const tags = Object.fromEntries(
		tagNames.map((name) => [
			name,
			(state: { all: (node: Element) => unknown[] }, node: Element) => ({
				type: 'emphasis',
				data: { tag: name },
				children: state.all(node),
			}),
		]),
	);
	const tree = toMdast(root, { handlers: { ...tags, [blankTag]: blank } as never, document: true });
	// As a kind of emphasis until here, so that it counts as a part of its line.
	visit(tree as Nodes, (node) => {
		const { tag, blank: index } = (node.data ?? {}) as { tag?: string; blank?: number };
		if (tag !== undefined) Object.assign(node, { type: 'tag', name: tag });
		if (index !== undefined) Object.assign(node, { type: 'blank', index });
	});
	return safe(tree as Nodes, changes, find);
}

/** Plain words of HTML, in one line. */
export function plainFromHtml(html: string, changes: Set<Change>): string {
	return plainText(fromHtmlText(html, changes));
}

export function plainText(nodes: readonly RootContent[]): string {
	return tidy(nodes.map(wordsOf).join(' '));
}

/** Whether its plain words are all there is to it. */
export function isPlain(nodes: readonly RootContent[]): boolean {
	return nodes.every((node) => {
		if (node.type === 'paragraph') return isPlain(node.children);
		return node.type === 'text' || (node.type === 'link' && isBareLink(node));
	});
}

/** An address that is written out becomes a link by itself. */
export function isBareLink({ url, children }: Link): boolean {
	const words = plainText(children);
	return ['', 'http://', 'mailto:'].some((start) => start + words === url);
}

function wordsOf(node: Nodes): string {
	if ('value' in node) return node.value;
	if (node.type === 'break') return ' ';
	if (!('children' in node)) return '';
	const block = /^(?:list|listItem|table|tableRow|blockquote|root)$/.test(node.type);
	return (node.children as Nodes[]).map(wordsOf).join(block ? ' ' : '');
}

function tidy(words: string): string {
	return clean(words.normalize('NFC')).replace(/\s+/g, ' ').trim();
}

function sweep(node: HtmlNodes, changes: Set<Change>): void {
	if (!('children' in node)) return;
	const kept = [];
	for (const child of node.children) {
		if (child.type === 'comment') continue;
		if (child.type === 'element') {
			if (dropped.test(child.tagName)) {
				changes.add('executable');
				continue;
			}
			if (child.tagName === 'math') {
				changes.add('formula');
				kept.push({ type: 'text' as const, value: formulaOf(child) });
				continue;
			}
			if (media.test(child.tagName)) {
				changes.add('picture');
				const alt = String(child.properties.alt ?? '');
				if (alt !== '') kept.push({ type: 'text' as const, value: alt });
				continue;
			}
			if (Object.keys(child.properties).some((name) => /^on/i.test(name))) changes.add('executable');
			sweep(child, changes);
		}
		kept.push(child);
	}
	node.children = kept as typeof node.children;
}

/** As its author wrote it in TeX, where that is there; else its signs in a line. */
function formulaOf(math: Element): string {
	let tex = '';
	const wordsIn = (node: HtmlNodes): string => {
		if (node.type === 'text') return node.value.trim();
		if (!('children' in node)) return '';
		const isNote = node.type === 'element' && /^annotation(?:-xml)?$/i.test(node.tagName);
		const words = node.children.map(wordsIn).join(isNote ? '' : ' ');
		if (isNote) tex ||= words;
		return isNote ? '' : words;
	};
	const signs = wordsIn(math);
	return tex || signs;
}

/** Links lead to the web or to mail, or are their words; raw HTML in Markdown is read as HTML or left out. */
function safe(root: Nodes, changes: Set<Change>, find: FindPicture = noPicture): Rich {
	visit(root, (node) => {
		if ('children' in node) unwrap(node, changes, find);
		if (node.type === 'text') node.value = clean(node.value.normalize('NFC'));
	});
	if (root.type !== 'root') return [root as RootContent];
	return root.children;
}

function unwrap(parent: Parents, changes: Set<Change>, find: FindPicture): void {
	const children = (parent.children as Nodes[]).flatMap(beside).flatMap((node): Nodes[] => {
		if (node.type === 'link' && !/^(?:https?:\/\/|mailto:)/i.test(node.url)) {
			changes.add('link');
			return node.children;
		}
		if (node.type === 'image' || node.type === 'imageReference') {
			const url = node.type === 'image' ? find(node.url) : null;
			if (url !== null) return [{ type: 'image', url, alt: node.alt ?? '' }];
			changes.add('picture');
			return node.alt ? [{ type: 'text', value: node.alt }] : [];
		}
		if (node.type === 'html') {
			const words = plainFromHtml(node.value, changes);
			return words === '' ? [] : [{ type: 'text', value: words }];
		}
		if (node.type === 'definition' || node.type === 'footnoteDefinition') return [];
		return [node];
	});
	(parent as { children: Nodes[] }).children = children;
}

/** A picture stands beside what it was a part of: bold print or a link holds none. */
function beside(node: Nodes): Nodes[] {
	if (!/^(?:strong|emphasis|delete|link)$/.test(node.type) || !('children' in node)) return [node];
	const parts = (node.children as Nodes[]).flatMap(beside);
	const pictures = parts.filter(({ type }) => type === 'image');
	if (pictures.length === 0) return [node];
	const words = parts.filter(({ type }) => type !== 'image');
	return [...(words.length > 0 ? [{ ...node, children: words } as Nodes] : []), ...pictures];
}
