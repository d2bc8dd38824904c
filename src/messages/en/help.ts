import type { help as source } from '../vi/help.ts';

/** Frame of the help pages; their text stands in `src/routes/(plain)/help/pages`. */
export const help = {
	title: 'Help',
	intro: 'Choose what you want to know.',
	others: 'Other topics',
} satisfies typeof source;
