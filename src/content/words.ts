import { wordCount } from '#domain/words.ts';
import type { Locale } from '#schemas/common.ts';
import type { Node } from '#schemas/node.ts';

const wordsAMinute = 150;
/** Reading time in whole minutes, at least 1. */
export function readingMinutes(nodes: readonly Node[], locale: Locale): number {
	const count = wordCount(spokenText(nodes), locale);
	return Math.max(1, Math.round(count / wordsAMinute));
}

function spokenText(nodes: readonly Node[]): string {
	return nodes
		.map((node) => {
			if (typeof node === 'string') return node;
			const { caption = '', summary = '', title = '' } = node.name === 'a' ? {} : (node.attrs ?? {});
			return [title, summary, caption, spokenText(node.children ?? [])].join(' ');
		})
		.join('');
}
