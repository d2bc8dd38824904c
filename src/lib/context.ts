import { createContext } from 'svelte';
import type { Messages } from '#messages/index.ts';
import type { Frame } from './frame.ts';

/** The frame with every word of the language: for pages that are made on the server alone, in the group `(plain)`. */
export interface Site extends Frame {
	readonly t: Messages;
}

export const [getSite, setSite] = createContext<Site>();
