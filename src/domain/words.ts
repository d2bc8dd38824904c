import type { Locale } from '#schemas/names.ts';

const segmenter = new Intl.Segmenter('km', { granularity: 'word' });

/** How many words a text has. Khmer is written without spaces: a dictionary parts its words. */
export function wordCount(text: string, locale: Locale): number {
	if (locale !== 'km') return text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
	let count = 0;
	for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count += 1;
	return count;
}
