import type { vi } from '../vi.ts';
import type { items as source } from '../vi/items.ts';
import { maybe } from './say.ts';

type Area = Pick<typeof vi, keyof typeof source>;

export const items = {
	'case-unclosed': () =>
		'The case that begins here is not closed. Write a line “:::” at its end, before the first question.',
	'case-text-behind': () =>
		'This line stands behind a case and belongs to no question, so that nobody sees it. Move it into the case, or below a line “## Question”.',
	'case-no-title': () => 'The case has no title. Write one behind “:::case”.',
	'case-empty': () =>
		'There is nothing in the case. Write its words, or add a picture, before the line “:::”.',
	'case-no-id': () =>
		'The case has no id. Add one at the end of the line “:::case”, such as {#market}, or run “check --fix”.',
	'case-unknown': (p) => `There is no case with the id “${p.id}” here.${maybe(p.suggestion)} Correct the id.`,
	'case-unused': (p) =>
		`No question is about the case “${p.id}”, so that nobody sees it. Add “case=${p.id}” to the questions, or take the case away.`,
	'translation-case-missing': (p) =>
		`The case “${p.id}” is missing in the translation, so that nobody understands the questions about it. Translate it.`,
} satisfies Area;
