import { createContext } from 'svelte';
import type { Area } from '#messages/load.ts';
import type { Messages } from '#messages/index.ts';
import type { Me } from '#schemas/account.ts';
import type { Address, Locale, TargetGroup } from '#schemas/names.ts';
import type { Reader } from '#schemas/views/reader.ts';

/** The areas of words that the frame of every page needs, the page of an error included. */
export const frameAreas = ['common', 'error'] as const satisfies Area[];

/** Whoever reads. Only pages that speak of the person know more of them than `Reader`. */
export type Someone = Reader & Partial<Omit<Me, keyof Reader>>;

/**
 * What every component of every page may need: the reader's language, links in it, who is signed in, and the words of
 * the frame. Pages that run in the browser have these words and those that they loaded themselves.
 */
export interface Frame {
	readonly locale: Locale;
	readonly t: Pick<Messages, (typeof frameAreas)[number]>;
	/** How the reader is addressed; the words of the frame itself, which live pages share, speak plainly. */
	readonly address: Address;
	readonly me: Someone | null;
	/** The reader's target group, as they told or chose it; null: unknown. */
	readonly group: TargetGroup | null;
	link(path: string): string;
}

export const [getFrame, setFrame] = createContext<Frame>();
