import type { help as source } from '../vi/help.ts';

/** Frame of the help pages; their text stands in `src/routes/(plain)/help/pages`. */
export const help = {
	title: 'Help',
	intro: 'Choose what you want to know.',
	others: 'Other topics',
	kinds: {
		title: 'How to write each kind of question',
		summary: 'For authors of courses: how each kind of question is written, and what it looks like.',
		intro: 'Beside each stands the question itself, to be answered at once. Nothing is kept.',
		written: 'Written in a .quiz.md file',
		code: (p: { title: string }) => `How to write “${p.title}”`,
		shown: 'What learners see',
		byPerson: 'A person grades this one, so there is no result here.',
		kind: {
			single: 'One of several',
			multiple: 'Several of several',
			truefalse: 'True or false',
			number: 'A number',
			text: 'Words to type',
			order: 'An order',
			match: 'Pairs',
			group: 'Groups',
			matrix: 'A table',
			blanks: 'Blanks',
			hotspot: 'A place on a picture',
			essay: 'A text',
			file: 'A file',
			survey: 'An opinion',
		},
	},
} satisfies typeof source;
