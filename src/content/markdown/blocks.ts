/** Puts text and blocks in order: no stray white space between blocks, no blocks inside a paragraph. */
import { componentAttributes, type Node, type NodeElement } from '#schemas/node.ts';

const blocks: ReadonlySet<string> = new Set([
	...Object.keys(componentAttributes),
	...'p h2 h3 h4 ul ol li pre blockquote hr table thead tbody tr th td'.split(' '),
]);
const holdsBlocksOnly: ReadonlySet<string> = new Set([
	'root',
	...Object.keys(componentAttributes),
	...'ul ol blockquote table thead tbody tr'.split(' '),
]);

export function joinText(nodes: readonly Node[]): Node[] {
	const joined: Node[] = [];
	for (const node of nodes) {
		const last = joined.at(-1);
		if (typeof node === 'string' && typeof last === 'string') joined[joined.length - 1] = last + node;
		else if (node !== '') joined.push(node);
	}
	return joined;
}

export function tidyBlocks(nodes: readonly Node[], parent: string): Node[] {
	if (parent === 'pre' || parent === 'code') return [...nodes];
	const tidy: Node[] = [];
	for (const [index, node] of nodes.entries()) {
		if (typeof node !== 'string') {
			tidy.push(...(node.name === 'p' ? unwrapBlocks(node) : [node]));
			continue;
		}
		const opens = index === 0 ? isBlock(parent) : isBlockNode(nodes[index - 1]);
		const closes = index === nodes.length - 1 ? isBlock(parent) : isBlockNode(nodes[index + 1]);
		let words = node.replace(/[ \t]*\n[ \t]*/g, parent === 'root' ? '\n' : ' ');
		if (opens) words = words.replace(/^[ \t\n]+/, '');
		if (closes) words = words.replace(/[ \t\n]+$/, '');
		if (words !== '') tidy.push(words);
	}
	return holdsBlocksOnly.has(parent) ? tidy.filter((node) => !isBlank(node)) : tidy;
}

function isBlock(name: string): boolean {
	return blocks.has(name) || name === 'root';
}

function isBlockNode(node: Node | undefined): boolean {
	return typeof node === 'object' && (blocks.has(node.name) || node.name === 'br');
}

function isBlank(node: Node): boolean {
	return typeof node === 'string' && /^[ \t\n]*$/.test(node);
}

/** A paragraph that holds components falls apart at them. */
function unwrapBlocks(paragraph: NodeElement): Node[] {
	const children = paragraph.children ?? [];
	const apart: Node[] = [];
	let run: Node[] = [];
	const endRun = (): void => {
		if (run.some((node) => !isBlank(node))) apart.push({ ...paragraph, children: run });
		run = [];
	};
	for (const child of children) {
		if (typeof child === 'object' && blocks.has(child.name)) {
			endRun();
			apart.push(child);
		} else {
			run.push(child);
		}
	}
	endRun();
	return apart;
}
