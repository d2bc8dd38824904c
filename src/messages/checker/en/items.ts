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
	'survey-kind': (p) =>
		`A question of opinion (.survey) cannot be of the kind “${p.kind}”. Use single choice, several (.multiple), words (.text) or a table (.matrix).`,
	'survey-scored': (p) =>
		`A question of opinion (.survey) gives no points, so “${p.field}” does nothing. Take it away.`,
	'survey-key': () =>
		'A question of opinion (.survey) has no right answer. Take the x or the line “=” away; if there is a right answer, take .survey away.',
	'confidence-unused': () =>
		'“.confidence” asks how sure somebody is of a question with a right answer. This one is graded by a person, or asks for an opinion. Take “.confidence” away.',
	'difficulty-unreadable': (p) =>
		`“difficulty=${p.value}” cannot be read. Write the share of people who you think get it wrong, 0% to 100%, such as difficulty=40%.`,
	'expires-unreadable': (p) =>
		`“expires=${p.value}” is no day. Write year, month and day, such as expires=2027-06-30.`,
	'expires-soon': (p) =>
		`This question holds until ${p.date}, which is ${p.days} days away. Look at what it says and write a new day, or write another question.`,
	'expires-past': (p) =>
		`This question held until ${p.date}, which has passed, and is still asked, since there are not enough others. Look at what it says and write a new day, or write another question.`,
	'expires-left-out': (p) =>
		`This question held until ${p.date}, which has passed, so that new attempts do not ask it. Look at what it says and write a new day, or write status=retired.`,
	'source-unreadable': (p) =>
		`“source=${p.value}” cannot be read. Write an address that begins with https://, or the number of a law such as 24/2018/QH14.`,
} satisfies Area;
