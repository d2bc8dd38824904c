/** A tag as read, and the inline elements that there are. */
import type { ComponentName } from '#schemas/node.ts';

/** Inline elements that authors may write, and the attributes that are kept. */
export const inlineElements = {
	sup: [],
	sub: [],
	kbd: [],
	br: [],
	abbr: ['title'],
	u: [],
	mark: [],
	a: ['href', 'title'],
} as const;
export type InlineName = keyof typeof inlineElements;

export interface Attribute {
	value: string;
	/** Where its value starts in the fragment. */
	at: number;
}

export interface Tag {
	name: ComponentName | InlineName | 'Blank';
	/** Where `<` is, where the name ends, and what follows `>`, in the fragment. */
	start: number;
	nameEnd: number;
	end: number;
	/** Whether it stands between paragraphs, or within a line. */
	block: boolean;
	closing: boolean;
	selfClosing: boolean;
	/** A line of colons opened it, and one closes it. */
	directive?: boolean;
	attributes: Map<string, Attribute>;
}
