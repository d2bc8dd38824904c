import Type from 'typebox';

/** Markdown elements that a lesson may hold after compilation. */
export const elementNames = [
	'p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'a', 'br', 'hr',
	'table', 'thead', 'tbody', 'tr', 'th', 'td', 'sup', 'sub', 'kbd', 'abbr', 'u', 'mark',
] as const; // prettier-ignore
export type ElementName = (typeof elementNames)[number];

/** Components that an author may write in a lesson, and the attributes each one takes. */
export const componentAttributes = {
	Tip: { title: 'optional' },
	Warning: { title: 'optional' },
	Steps: {},
	Figure: { src: 'required', alt: 'required', caption: 'optional' },
	Video: { src: 'required', captions: 'required', title: 'required', poster: 'optional' },
	Audio: { src: 'required', title: 'optional' },
	Check: { question: 'required' },
	Try: { id: 'required' },
	Details: { summary: 'required' },
} as const satisfies Record<string, Record<string, 'required' | 'optional'>>;
export type ComponentName = keyof typeof componentAttributes;

/**
 * A compiled piece of content: text, or an element or component with literal attributes.
 * `Figure`, `Video` and `Audio` carry what the compiler measured: `bytes`, and `width`/`height` or `seconds` where known;
 * `machine` says that a voice is no person's.
 */
export type Node = string | NodeElement;
export interface NodeElement {
	/** `Blank`: a place to fill in, within the text of a question; attribute `id`. */
	name: ElementName | ComponentName | 'Blank';
	attrs?: Record<string, string>;
	children?: Node[];
}

export const Nodes = Type.Unsafe<Node[]>({
	type: 'array',
	items: {},
	description:
		'Content as a list of trees: text, or {name, attrs, children}; only allow-listed names and attributes.',
});
