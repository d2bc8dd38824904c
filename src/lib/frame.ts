import { createContext } from 'svelte';
import type { Area } from '#messages/load.ts';
import type { Messages } from '#messages/index.ts';
import type { Me } from '#schemas/account.ts';
import type { Locale } from '#schemas/names.ts';

/** The areas of words that the frame of every page needs, the page of an error included. */
export const frameAreas = ['common', 'error'] as const satisfies Area[];

/**
 * What every component of every page may need: the reader's language, links in it, who is signed in, and the words of
 * the frame. Pages that run in the browser have these words and those that they loaded themselves.
 */
export interface Frame {
	readonly locale: Locale;
	readonly t: Pick<Messages, (typeof frameAreas)[number]>;
	readonly me: Me | null;
	link(path: string): string;
}

export const [getFrame, setFrame] = createContext<Frame>();
