import type { Component } from 'svelte';
import type { ComponentName } from '#schemas/node.ts';
import type { NodeProps } from '#lib/nodes/props.ts';
import Steps from '#lib/nodes/Steps.svelte';
import Tip from '#lib/nodes/Tip.svelte';
import Warning from '#lib/nodes/Warning.svelte';
import PaperAudio from './PaperAudio.svelte';
import PaperDetails from './PaperDetails.svelte';
import PaperFigure from './PaperFigure.svelte';
import PaperVideo from './PaperVideo.svelte';

/** Components on paper that need no lesson around them: within questions. */
export const paperComponents = {
	Tip,
	Warning,
	Steps,
	Figure: PaperFigure,
	Video: PaperVideo,
	Audio: PaperAudio,
	Details: PaperDetails,
} satisfies Partial<Record<ComponentName, Component<NodeProps>>>;
