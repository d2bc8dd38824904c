import { createContext } from 'svelte';
import type { Messages } from '#messages/index.ts';
import type { Me } from '#schemas/account.ts';
import type { Locale } from '#schemas/names.ts';

/** What every component may need: the reader's language, its words, links in it, and who is signed in. */
export interface Site {
	readonly locale: Locale;
	readonly t: Messages;
	readonly me: Me | null;
	link(path: string): string;
}

export const [getSite, setSite] = createContext<Site>();
