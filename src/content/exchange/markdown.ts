/** Formatted text as Markdown that our compiler reads as the very same. */
import type { Link, Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { isBareLink, plainText } from './rich.ts';

/** Addresses in running text; a sign at the end belongs to the sentence. */
const address = /((?:https?:\/\/|www\.)[^\s<>]*[\p{L}\p{N}/=&#%+-])/iu;
/** An address that Markdown takes for itself as it stands. */
const bareAddress = /^[\p{L}\p{N}.:/?&=%#+,;!@-]+$/u;

/** In a line of its own nothing opens a block; elsewhere see `block`. */
export function escapeWords(words: string): string {
	return words
		.split(address)
		.map((part, index) => (index % 2 === 1 ? addressed(part) : escapeSigns(part)))
		.join('');
}

/** No backslash helps within an address: where one would be needed it is written as a link. */
function addressed(words: string): string {
	if (bareAddress.test(words) && escapeSigns(words) === words) return words;
	return linked(escapeSigns(words), /^www\./i.test(words) ? `http://${words}` : words);
}

function linked(label: string, url: string): string {
	return `[${label}](<${url.replace(/[<>\s]/g, encodeURIComponent).replaceAll('\\', '\\\\')}>)`;
}

function escapeSigns(words: string): string {
	return words
		.replace(/[\\`*_~[\]<|]/g, '\\$&')
		.replace(/&(?=#?\w+;)/g, '\\&')
		.replace(/=(?=[=>])/g, '=\\')
		.replace(/\{(\s*)(?=[#.])/g, '{$1\\')
		.replace(/\{(\s*[a-z_]+)=/gi, '{$1\\=');
}

/** Whatever it is, in one line. */
export function inline(nodes: readonly Nodes[]): string {
	return nodes
		.map((node, index) => {
			const isBlock = /^(?:paragraph|list|listItem|heading|blockquote|table|code)$/.test(node.type);
			return (isBlock && index > 0 ? ' ' : '') + phrase(node);
		})
		.join('')
		.replace(/\s+/g, ' ')
		.trim();
}

type OwnNode =
	| { type: 'tag'; name: string; children: Nodes[] }
	/** `written` is put in by `write-quiz.ts`. */
	| { type: 'blank'; index: number; written?: string };

function phrase(node: Nodes | OwnNode): string {
	const around = (mark: string, children: readonly Nodes[]) => {
		const words = inline(children);
		const bare = children.map((each) => phrase(each)).join('');
		const [before, after] = [/^\s/.test(bare) ? ' ' : '', /\s$/.test(bare) ? ' ' : ''];
		return words === '' ? before : `${before}${mark}${words}${mark}${after}`;
	};
	switch (node.type) {
		case 'text':
			return escapeWords(node.value);
		case 'strong':
			return around('**', node.children);
		case 'emphasis':
			return around('*', node.children);
		case 'delete':
			return around('~~', node.children);
		case 'inlineCode':
		case 'code':
			return codeSpan(node.value);
		case 'link':
			return linkOf(node);
		case 'image':
			return `![${escapeWords(node.alt ?? '')}](${node.url})`;
		case 'break':
			return ' ';
		case 'blank':
			return node.written ?? '_____';
		case 'tag':
			return `<${node.name}>${inline(node.children)}</${node.name}>`;
		case 'table':
			return inline(
				node.children.flatMap((row): PhrasingContent[] => [{ type: 'text', value: `${plainText([row])} ` }]),
			);
		default:
			return 'children' in node ? inline(node.children as Nodes[]) : '';
	}
}

function linkOf(link: Link): string {
	const words = plainText(link.children);
	if (isBareLink(link)) return link.url.startsWith('mailto:') ? escapeSigns(words) : escapeWords(words);
	return linked(address.test(words) ? escapeSigns(words) : inline(link.children), link.url);
}

function codeSpan(value: string): string {
	const words = value.replace(/\s+/g, ' ').trim();
	if (words === '') return '';
	const most = Math.max(0, ...[...words.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = '`'.repeat(most + 1);
	const pad = /^`|`$/.test(words) ? ' ' : '';
	return fence + pad + words + pad + fence;
}

/** `numbered`: lists with bullets would mean something else there, and are numbered; or the other way round. */
export function blocks(nodes: readonly RootContent[], lists: 'as-is' | 'numbered' | 'bullets'): string {
	return nodes
		.map((node) => block(node, lists))
		.filter((each) => each !== '')
		.join('\n\n');
}

function block(node: RootContent, lists: 'as-is' | 'numbered' | 'bullets'): string {
	switch (node.type) {
		case 'list': {
			const numbered = lists === 'as-is' ? node.ordered : lists === 'numbered';
			return node.children
				.map((item, index) => {
					const mark = numbered ? `${index + 1}. ` : '- ';
					const pad = ' '.repeat(mark.length);
					return mark + blocks(item.children, lists).replace(/\n(?=[^\n])/g, `\n${pad}`);
				})
				.join('\n');
		}
		case 'blockquote':
			return blocks(node.children, lists).replace(/^/gm, '> ');
		case 'code': {
			const fence = '`'.repeat(
				Math.max(3, ...[...node.value.matchAll(/`+/g)].map(([run]) => run.length + 1)),
			);
			return `${fence}\n${node.value}\n${fence}`;
		}
		case 'heading':
			return `**${inline(node.children)}**`;
		case 'thematicBreak':
			return '***';
		case 'table':
			return table(node);
		default:
			return lineStart(inline([node]));
	}
}

/** Signs that would open a block, or a part of a question. */
function lineStart(words: string): string {
	return words
		.replace(/^(?:[#+=?>:•●▪◦‣-]|!(?!\[))/, (sign) => (/[•●▪◦‣]/.test(sign) ? `${sign}\u00A0` : `\\${sign}`))
		.replace(/^(\d+)([.)])/, '$1\\$2');
}

function table({ children }: Table): string {
	const rows = children.map((row) => `| ${row.children.map((cell) => inline(cell.children)).join(' | ')} |`);
	const [head = '', ...body] = rows;
	const columns = children[0]?.children.length ?? 1;
	return [head, `|${' --- |'.repeat(columns)}`, ...body].join('\n');
}
