import { instead } from './instead.ts';
import { list, maybe } from './say.ts';

type Area = typeof import('../vi/text.ts').text;

/** Lessons: Markdown, components, links, media. */
export const text = {
	'private-use': () =>
		'There is a character that only one font knows; it was left out, since others cannot show it. Type it again with a Unicode keyboard.',
	entity: (p) =>
		`“${p.entity}” will be shown just like this, since lessons are plain text. Type the character itself.`,
	'too-complex': (p) =>
		p.what === undefined || p.size === undefined
			? 'This part is too long or nested too deep to be read. Split it into several paragraphs.'
			: `There are ${p.size} ${counted[p.what] ?? p.what} here, and at most ${p.limit} can be read. Split it into several paragraphs or lessons.`,
	'markup-crossed': () =>
		'Signs or tags near here open and close crosswise. Close the one that opened last first, and keep a tag within one list item.',
	'tag-unfinished': (p) => `The tag <${p.name} has no > at its end. Check its double quotes, and add the >.`,
	'tag-unclosed': (p) => `The tag <${p.name}> is not closed. Add </${p.name}> where that part ends.`,
	'tag-unopened': (p) =>
		`There is </${p.name}>, but no <${p.name}> is open. Take it away, or add the opening tag.`,
	'attribute-syntax': (p) =>
		`This place in the tag <${p.name}> does not fit. Each attribute is name="value", in straight double quotes.`,
	'attribute-twice': (p) => `“${p.attribute}” is written twice in one tag. Keep one.`,
	'attribute-unknown': (p) =>
		`The tag <${p.name}> has no attribute “${p.attribute}”.${maybe(p.suggestion)} What can be used: ${list(p.known)}.`,
	'attribute-missing': (p) => `The tag <${p.name}> lacks “${p.attribute}”. Add ${p.attribute}="…".`,
	'component-unknown': (p) =>
		`There is no tag <${p.name}>.${maybe(p.suggestion)} What can be used: ${list(p.known)}.`,
	'component-inline': (p) =>
		`The tag <${p.name}> stands within a line of text. Put it at the start of a line of its own.`,
	'component-misplaced': (p) =>
		p.parent === undefined
			? `The tag <${p.name}> cannot be used here. Put it into a lesson, outside questions.`
			: `The tag <${p.name}> cannot stand inside <${p.parent}>. Move it out.`,
	'component-empty': (p) =>
		`The tag <${p.name}> has no content. Write some between its two tags, like <${p.name} …>Words.</${p.name}>, or take it away.`,
	'component-content': (p) =>
		`The tag <${p.name}> holds no content. Write <${p.name} … /> and put the words outside.`,
	'steps-not-list': () => '<Steps> needs exactly one numbered list: 1. 2. 3. Move the rest out.',
	'html-not-allowed': (p) =>
		`The HTML tag <${p.name}> is not used; it would be shown as text. ${instead(p.name)}, or put it between \` signs if you mean the text.`,
	'element-not-allowed': (p) => `“${p.name}” cannot be used in a lesson. Write it another way.`,
	'box-unclosed': () => 'The box opened with ::: is not closed. Add a line ::: at its end.',
	'fence-unclosed': (p) =>
		`The code opened with ${p.fence} is not closed, so the rest of the lesson becomes code. Add a line ${p.fence} after the code.`,
	'footnote-misplaced': () =>
		'Notes [^…] work in lessons only. Here, write the explanation into the sentence.',
	'footnote-unused': (p) =>
		`Nothing in the lesson refers to the note [^${p.label}], so it is not shown. Write [^${p.label}] where it belongs, or delete the note.`,
	'image-link': (p) =>
		`This picture is a link to “${p.href}”. Pictures are not links here, so only the picture is left. Write the link as words below it.`,
	'foreign-markup': (p) =>
		`“${p.written}” will be shown as it is written. ${foreign[p.kind] ?? 'Write it in Markdown.'}`,
	'heading-level': (p) =>
		`A heading of level ${p.level} cannot be used: level 1 is the title. Use ## or ###.`,
	'heading-skipped': (p) =>
		`The heading jumps to level ${p.level}, which confuses people who use a screen reader. Use level ${p.expected}.`,
	'image-not-figure': () =>
		'A picture cannot stand in a heading, a link or bold words. Put it on a line of its own.',
	'task-list': () =>
		'Boxes to tick, - [ ], cannot be used in a lesson. Use <Try id="…"> for something to do.',
	'figure-no-alt': () =>
		'The picture has no description, so people who cannot see it do not know what it shows. Add alt="…".',
	'link-refused': (p) =>
		`The link “${p.href}” cannot be used. Use a full https:// address, mailto:, tel:, the file of another lesson such as (02-touch.md), or a heading such as (#name).`,
	'link-no-heading': (p) =>
		`No heading fits “${p.href}”.${maybe(p.suggestion)} Write a heading’s name without marks, joined by hyphens.`,
	'link-no-lesson': (p) =>
		`There is no lesson at “${p.href}”.${maybe(p.suggestion)} Write the lesson’s file name.`,
	'link-no-course': (p) =>
		`There is no course at “${p.href}”.${maybe(p.suggestion)} A link to another course is written like (../../course/vi/01-name.md).`,
	'link-practice': (p) =>
		`“${p.href}” is for practice and has no page of its own. Put <Check question="…" /> into the lesson.`,
	'lesson-empty': () => 'The lesson has no content. Write some, or take the file away.',
	'lesson-heavy': (p) =>
		`The lesson has ${p.kilobytes} KB of text, more than ${p.limit} KB, so it opens slowly on a weak network. Make two lessons of it.`,
	'check-unknown': (p) =>
		`No question has the id “${p.id}”.${maybe(p.suggestion)} Use the id of a question in a practice quiz of this course.`,
	'check-counted': (p) =>
		`The question “${p.id}” belongs to a counted ${p.kind}, so a lesson must not give its answer away. Use a question of a practice quiz.`,
	'check-twice': (p) =>
		`The question “${p.id}” already stands above in this lesson. Take one of the two away.`,
	'media-path': (p) =>
		`The path “${p.path}” cannot be used.${maybe(p.suggestion)} Pictures and films must be in the media folder of the course; write “media/name”.`,
	'media-missing': (p) =>
		`There is no file “${p.path}” in the course.${maybe(p.suggestion)} Add the file, or correct the name.`,
	'media-unused': (p) => `Nothing uses “${p.path}”. It is not published; use it or delete it.`,
	'media-type': (p) => `Files like “${p.path}” cannot be used. Endings that can: ${list(p.known)}.`,
	'media-wrong-type': (p) =>
		`“${p.path}” is not of the right type. Here it takes ${wanted[p.wanted] ?? p.wanted}.`,
	'media-broken': (p) =>
		p.is === undefined
			? `The file “${p.path}” is damaged, or is not what its ending says. Open it in a program for pictures and save it again.`
			: `The file “${p.path}” is ${p.is}, not what its ending says. Open it in a program for pictures and save it as JPG or PNG, or correct the ending.`,
	'picture-no-tool': (p) =>
		`The photo “${p.path}” carries notes of the camera (maybe where it was taken) or is too heavy, and this machine cannot work on pictures, since the module sharp does not load. Install again with “npm ci”, or save the photo smaller and without its notes.`,
	'picture-too-large': (p) =>
		`The picture “${p.path}” has more than 100 million points, too many to work on. Make it smaller.`,
	'media-name': (p) =>
		`The file name “${p.path}” has marks, spaces or odd characters. Use plain letters, digits, hyphens and points only.`,
	'media-heavy': (p) =>
		`The file “${p.path}” has ${p.kilobytes} KB, more than ${p.limit} KB, so it loads slowly on a weak network. Make it smaller.`,
	'media-too-heavy': (p) =>
		`The file “${p.path}” has ${p.kilobytes} KB, more than the ${p.limit} KB allowed, so it cannot be published. Make it smaller.`,
	'svg-unsafe': (p) =>
		`The SVG has “${p.what}”, which is not allowed, since a drawing may only draw. Delete that part, or save it as “Plain SVG”.`,
} satisfies Area;

const wanted: Record<string, string> = {
	picture: 'a picture: svg, png, jpg, webp or gif',
	video: 'a film: mp4 or webm',
	audio: 'an audio file: mp3, opus or m4a',
	captions: 'a captions file: vtt',
};

/** What to write instead of the markup of other systems. */
const foreign: Record<string, string> = {
	colons: 'Boxes in ::: are named tip, note, info, warning, danger or details; use one of these.',
	admonition: 'Write the box as <Tip>…</Tip> or <Warning>…</Warning>.',
	alert:
		'Boxes in [!…] are named NOTE, TIP, IMPORTANT, WARNING or CAUTION, and need content on the lines below.',
	template: 'Commands of other systems do not run here. Use words, a picture or a link instead.',
	footnote: 'This note has no words yet: add a line “[^…]: the note” at the end of the lesson.',
	formula: 'Formulas are not set yet. Write them in plain letters, with <sup> and <sub>.',
	emoji: 'Paste the picture sign itself, such as 😀.',
	definition: 'Write a list: “- **Word**: meaning”.',
	wiki: 'Write the link as [words](02-name.md), a picture as ![description](media/name.png).',
	attributes: 'Only headings take {#name}. Leave out what is in { }.',
	highlight: 'Write <mark>…</mark>.',
	contents: 'No table of contents is needed here. Leave out this line.',
	picture: 'This picture is not written right: write ![description](media/name.png) on one line.',
};

const counted: Record<string, string> = {
	length: 'characters in one lesson',
	lines: 'lines in one lesson',
	columns: 'columns in one table',
	indent: 'blanks at the start of a line',
	nesting: 'lists or quotes within each other',
	signs: 'signs of Markdown in the paragraphs',
	tags: 'tags within each other',
};
