import type { SpokenBlock } from '#domain/spoken.ts';
import type { Cue } from './webvtt.ts';

/** What the pause behind a block counts for, in characters. */
const pause = 8;

/** When each block is read in a recording of `seconds`, as far as the lengths of their texts tell: to be corrected. */
export function roughTimes(blocks: readonly SpokenBlock[], seconds: number): Omit<Cue, 'at'>[] {
	const weights = blocks.map(({ text }) => [...text].length + pause);
	const all = weights.reduce((sum, weight) => sum + weight, 0);
	let done = 0;
	return blocks.map(({ cue, text }, index) => {
		const start = (done / all) * seconds;
		done += weights[index] ?? 0;
		return { id: cue, start, end: (done / all) * seconds, text };
	});
}
