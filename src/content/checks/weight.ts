import { deflateRawSync } from 'node:zlib';
import type { Node } from '#schemas/node.ts';
import type { ParsedLesson } from '../lesson.ts';
import type { Problems } from '../problems.ts';

const heaviestText = 14 * 1024;

/** Warns of lessons too heavy for a slow network. */
export function checkWeight(lesson: ParsedLesson, problems: Problems): void {
	const compressed = deflateRawSync(asHtml(lesson.nodes)).length;
	if (compressed <= heaviestText) return;
	const kilobytes = Math.round(compressed / 1024);
	problems.add('lesson-heavy', lesson.text.place(lesson.head.bodyStart), {
		kilobytes,
		limit: heaviestText / 1024,
	});
}

/** About what a page sends: enough to weigh it. */
function asHtml(nodes: readonly Node[]): string {
	return nodes
		.map((node) => {
			if (typeof node === 'string') return node;
			const attrs = Object.entries(node.attrs ?? {}).map(([name, value]) => ` ${name}="${value}"`);
			return `<${node.name}${attrs.join('')}>${asHtml(node.children ?? [])}</${node.name}>`;
		})
		.join('');
}
