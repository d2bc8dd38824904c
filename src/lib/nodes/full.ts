import type { Component } from 'svelte';
import type { ComponentName } from '#schemas/node.ts';
import Audio from './Audio.svelte';
import Check from './Check.svelte';
import Details from './Details.svelte';
import LinkedFigure from './LinkedFigure.svelte';
import type { NodeProps } from './props.ts';
import Steps from './Steps.svelte';
import Tip from './Tip.svelte';
import Try from './Try.svelte';
import Video from './Video.svelte';
import Warning from './Warning.svelte';

/** Every component that an author may write in a lesson. */
export const lessonComponents = {
	Tip,
	Warning,
	Steps,
	Figure: LinkedFigure,
	Video,
	Audio,
	Check,
	Try,
	Details,
} satisfies Record<ComponentName, Component<NodeProps>>;
