/** Every example of the CommonMark specification that is not about what lessons read in a way of their own. */
import { tests as examples } from 'commonmark-spec';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '#content/markdown/markdown.ts';
import { Problems } from '#content/problems.ts';
import { Text } from '#content/source.ts';
import type { Node } from '#schemas/node.ts';

/** What lessons read otherwise, on purpose. */
const ownWays: readonly [string, RegExp][] = [
	['tags are ours, and other pointed brackets are text', /<(?!https?:|[^>\n]*\.md>)/],
	['entities are text', /&/],
	['code stands between fences', /^(?: {4}|[ >\d.)*+-]*\t| {1,3}\t|[ >\d.)*+-]+ {5})/m],
	['pictures are figures', /!\[/],
	['level 1 is the title, 5 and 6 are too deep', /^[ >-]*(?:#|#{5,6})(?:[ \t]|$)|^ *=+ *$/m],
	['blanks to fill in, and sums, are text', /_{4}|5\*6\*/],
	['stars close before a letter too', /^a\*\*"foo"/],
	['an address may have blanks in it', /\]\((?:\/my uri|not a link)\)/],
	[
		'bare addresses are links, as on GitHub',
		/^(?:<https:\/\/foo\.bar\/baz bim>|https:\/\/example\.com|foo@bar\.example\.com)$/m,
	],
];
const sections = new Set([
	'Precedence', 'Backslash escapes', 'Thematic breaks', 'ATX headings', 'Setext headings', 'Fenced code blocks',
	'Link reference definitions', 'Paragraphs', 'Blank lines', 'Block quotes', 'List items', 'Lists', 'Code spans',
	'Emphasis and strong emphasis', 'Links', 'Autolinks', 'Hard line breaks', 'Soft line breaks', 'Textual content',
	'Tabs', 'Inlines',
]); // prettier-ignore

function htmlOf(nodes: readonly Node[]): string {
	return nodes
		.map((node) => {
			if (typeof node === 'string') return node;
			const attributes = Object.entries(node.attrs ?? {}).map(([name, value]) => ` ${name}="${value}"`);
			const open = `<${node.name}${attributes.join('')}>`;
			return node.name === 'br' || node.name === 'hr'
				? open
				: `${open}${htmlOf(node.children ?? [])}</${node.name}>`;
		})
		.join('');
}

/** The specification's own writing of HTML, without what says nothing here: blanks between blocks, code's language. */
function plainHtml(html: string): string {
	return html
		.replace(/ class="language-[^"]*"/g, '')
		.replace(/ \/>/g, '>')
		.replace(/href="([^"]*)"/g, (_, href: string) => `href="${decode(href)}"`)
		.replace(
			/\n+(?=<\/?(?:p|h\d|ul|ol|li|blockquote|hr|pre))|(<\/?(?:p|h\d|ul|ol|li|blockquote|pre)>|<(?:hr|br|ol start="\d+")>)\n+/g,
			'$1',
		)
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, '&')
		.replace(/(?<!<code>[^<]*)\n/g, ' ')
		.trim();
}

function decode(href: string): string {
	try {
		return decodeURI(href);
	} catch {
		return href;
	}
}

const chosen = examples
	.map((each) => ({
		...each,
		markdown: each.markdown.replaceAll('→', '\t'),
		html: each.html.replaceAll('→', '\t'),
	}))
	.filter(
		({ section, markdown }) =>
			sections.has(section) && !ownWays.some(([, pattern]) => pattern.test(markdown)),
	);

describe('CommonMark', () => {
	it('is tried by most of its examples', () => {
		expect(chosen.length).toBeGreaterThan(350);
	});

	it.each(chosen.map((each) => [each.number, each.section, each] as const))(
		'example %d, %s',
		(_, _section, { markdown, html }) => {
			const text = new Text('a.md', markdown);
			const options = { components: new Set<never>() };
			const { nodes } = readMarkdown(text, [{ start: 0, end: markdown.length }], options, new Problems());
			expect(plainHtml(htmlOf(nodes))).toBe(plainHtml(html));
		},
	);
});
