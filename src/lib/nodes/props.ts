import type { Snippet } from 'svelte';

/** What every component of a lesson is given: the author's literal attributes, and what stands in it. */
export interface NodeProps {
	attrs: Record<string, string>;
	/** What it is called in the cues of a recording. */
	cue?: string | undefined;
	children: Snippet;
}
