import type { Component } from 'svelte';
import type { ComponentName } from '#schemas/node.ts';
import type { NodeProps } from '#lib/nodes/props.ts';
import PaperCheck from './PaperCheck.svelte';
import PaperTry from './PaperTry.svelte';
import { paperComponents } from './simple.ts';

/** Every component that an author may write in a lesson, as it stands on paper. */
export const lessonOnPaper = {
	...paperComponents,
	Check: PaperCheck,
	Try: PaperTry,
} satisfies Record<ComponentName, Component<NodeProps>>;
