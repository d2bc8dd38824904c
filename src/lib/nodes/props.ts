import type { Snippet } from 'svelte';

/** What every component of a lesson is given: the author's literal attributes, and what stands in it. */
export interface NodeProps {
	attrs: Record<string, string>;
	children: Snippet;
}
