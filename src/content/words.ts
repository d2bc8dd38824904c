import type { Locale } from '#schemas/common.ts';
import type { Node } from '#schemas/node.ts';

const wordsAMinute = 150;
const segmenter = new Intl.Segmenter('km', { granularity: 'word' });

/** Reading time in whole minutes, at least 1. Khmer is written without spaces: a dictionary parts its words. */
export function readingMinutes(nodes: readonly Node[], locale: Locale): number {
	const words = spokenText(nodes);
	let count = 0;
	if (locale === 'km') {
		for (const { isWordLike } of segmenter.segment(words)) if (isWordLike) count += 1;
	} else {
		count = words.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
	}
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
