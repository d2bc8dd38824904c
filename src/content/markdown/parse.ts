/** Markdown as CommonMark and GitHub read it (micromark): a tree whose every node knows where it stands. */
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Slice } from './fragment.ts';
import { guard, mark } from './marks.ts';

/** Lines set in by four blanks are text, as authors mean them: code stands between fences. */
const extensions = [gfm({ singleTilde: false }), { disable: { null: ['codeIndented'] } }];

export function parseMarkdown(code: string): Root {
	return fromMarkdown(code, { extensions, mdastExtensions: [gfmFromMarkdown()] });
}

/** Where code stands in a text, in order: there, nothing means anything but itself. */
export function findCode(source: string, inline: boolean): Slice[] {
	if (!/[`~]/.test(source)) return [];
	const before = inline ? guard : '';
	const found: Slice[] = [];
	visit(parseMarkdown(before + source.replaceAll('<', mark('<'))), (node) => {
		if (node.type !== 'code' && node.type !== 'inlineCode') return;
		const { start, end } = node.position ?? {};
		if (start?.offset === undefined || end?.offset === undefined) return;
		found.push({ start: start.offset - before.length, end: end.offset - before.length });
	});
	return found;
}

export function visit(node: Nodes, each: (node: Nodes) => void): void {
	each(node);
	if ('children' in node) for (const child of node.children) visit(child, each);
}
