/** Small parts of the Markdown parser's tree, read. */
import type { Code, Nodes, PhrasingContent, RootContent } from 'mdast';
import { restore } from './marks.ts';
import type { Attribute, Tag } from './tag.ts';
import type { TreeInput } from './tree-input.ts';

interface HtmlTag {
	name: string;
	/** Among the lexer's tags; -1 of a closing one. */
	number: number;
	closing: boolean;
	selfClosing: boolean;
}

const lexersTag = /\uE004?<(\/?)([A-Za-z]+)(?: n="(\d+)")?( \/)?>/g;

/** Only the lexer writes tags: everything else in pointed brackets is text. */
export function readHtml(value: string): HtmlTag[] {
	return [...value.matchAll(lexersTag)].map(([, slash, name = '', number, end]) => ({
		name,
		number: number === undefined ? -1 : Number(number),
		closing: slash === '/',
		selfClosing: end !== undefined,
	}));
}

/** Where a tag turns out to stand in code or in an address, it is what the author wrote. */
export function withoutTags(value: string, { tags, source }: Pick<TreeInput, 'tags' | 'source'>): string {
	if (!value.includes('<')) return value;
	return value.replace(lexersTag, (_, slash: string, name: string, number?: string) => {
		const tag = number === undefined ? undefined : tags[Number(number)];
		return tag ? source.slice(tag.start, tag.end) : `<${slash}${name}>`;
	});
}

/** Whether a picture is all there is. */
export function isAlone(nodes: readonly Nodes[]): boolean {
	const [only, ...more] = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '');
	return (only?.type === 'image' || only?.type === 'imageReference') && more.length === 0;
}

/** `## Words {#id}`: the name that other pages link to, and the words. */
export function readHeadingId(nodes: PhrasingContent[]): { id: string | null; content: PhrasingContent[] } {
	const last = nodes.at(-1);
	const written =
		last?.type === 'text' ? /[ \t]*\{#([\p{L}\p{M}\p{N}\p{Co}_-]+)\}[ \t]*$/u.exec(last.value) : null;
	if (last?.type !== 'text' || !written) return { id: null, content: nodes };
	const words = last.value.slice(0, written.index);
	const before = nodes.slice(0, -1);
	return { id: written[1] ?? null, content: words === '' ? before : [...before, { ...last, value: words }] };
}

/** The fence of code that nothing closes, so that it goes on to the end; null where one does. */
export function unclosedFence({ position }: Code, code: string): string | null {
	const written = code.slice(position?.start.offset, position?.end.offset);
	const [, fence = '```', sign = '`'] = /^((`|~)\2+)/.exec(written) ?? [];
	return new RegExp(`\\n[ \\t>]*${sign}{${fence.length},}[ \\t]*$`).test(written) ? null : fence;
}

interface Image {
	node: RootContent;
	url: string;
	title?: string | null | undefined;
	alt: string;
}

/** `![alt](src "caption")` as the tag that it stands for. */
export function imageTag({ node, url, title, alt }: Image, { origin, source }: TreeInput): Tag {
	const { start, end } = node.position ?? {};
	const from = origin(start?.offset ?? 0);
	const to = origin(end?.offset ?? 0);
	const at = (words: string) => {
		const found = source.indexOf(restore(words), from);
		return found === -1 || found > to ? from : found;
	};
	const attributes = new Map<string, Attribute>([
		['src', { value: decoded(url), at: at(url) }],
		['alt', { value: alt.replace(/\s+/g, ' ').trim(), at: at(alt) }],
	]);
	if (title) attributes.set('caption', { value: title.replace(/\s+/g, ' ').trim(), at: at(title) });
	return {
		name: 'Figure',
		start: from,
		nameEnd: from,
		end: to,
		block: false,
		closing: false,
		selfClosing: true,
		attributes,
	};
}

/** `chi%20sau.jpg` as the file is called. */
function decoded(url: string): string {
	try {
		return decodeURIComponent(url).normalize('NFC');
	} catch {
		return url;
	}
}
