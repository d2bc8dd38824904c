import type { Component } from 'svelte';
import type { ComponentName } from '#schemas/node.ts';
import Audio from './Audio.svelte';
import Details from './Details.svelte';
import Figure from './Figure.svelte';
import type { NodeProps } from './props.ts';
import Steps from './Steps.svelte';
import Tip from './Tip.svelte';
import Video from './Video.svelte';
import Warning from './Warning.svelte';

/** Components that need no lesson around them: for questions and the introduction of a quiz. */
export const simpleComponents: Partial<Record<ComponentName, Component<NodeProps>>> = {
	Tip,
	Warning,
	Steps,
	Figure,
	Video,
	Audio,
	Details,
};
