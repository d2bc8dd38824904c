import type { Component } from 'svelte';
import type { ComponentName } from '#schemas/node.ts';
import type { NodeProps } from '#lib/nodes/props.ts';
import Steps from '#lib/nodes/Steps.svelte';
import Tip from '#lib/nodes/Tip.svelte';
import Warning from '#lib/nodes/Warning.svelte';
import PaperAudio from './PaperAudio.svelte';
import PaperCheck from './PaperCheck.svelte';
import PaperDetails from './PaperDetails.svelte';
import PaperFigure from './PaperFigure.svelte';
import PaperTry from './PaperTry.svelte';
import PaperVideo from './PaperVideo.svelte';

/**
 * Every component that an author may write in a lesson, as it stands on paper. Each by its name: what is spread here
 * cannot be shaken from the scripts of live pages, which use none of it.
 */
export const lessonOnPaper = {
	Tip,
	Warning,
	Steps,
	Figure: PaperFigure,
	Video: PaperVideo,
	Audio: PaperAudio,
	Details: PaperDetails,
	Check: PaperCheck,
	Try: PaperTry,
} satisfies Record<ComponentName, Component<NodeProps>>;
