import { list, maybe } from './say.ts';

type Area = typeof import('../vi/quiz.ts').quiz;

/** Quizzes: questions, options, keys. */
export const quiz = {
	'attributes-unclosed': () => 'The {#…} at the end of the line is not closed. Add the }.',
	'attributes-syntax': (p) =>
		`“${p.token}” cannot be used in { } here. A question has {#id skill=4.1 points=1}, an option {#a}.`,
	'question-no-title': () => 'The question has no words. Write it right after the ##.',
	'tick-unreadable': (p) =>
		`It is not clear what “${p.tick}” in [ ] means. Write [x] for a right option and [ ] for a wrong one.`,
	'option-no-box': () =>
		'This line starts with a dash and has no box [ ], so it is not clear whether it is an option. Write “- [ ] …”, or take the dash away.',
	'option-empty': () => 'This option has no words. Write some after the [ ], or take the line away.',
	'option-duplicate': () => 'This option is the same as one above. Write it differently, or take one away.',
	'options-too-few': () => 'The question has only one option. Add at least one more.',
	'options-too-many': (p) =>
		`The question has too many items: no answer can name more than ${p.most}. Take away those from this line on, or make several questions of it.`,
	'order-too-few': () =>
		'A question .order needs at least two items. Write each on a line of its own, “1.” “2.” “3.”, in the right order.',
	'match-too-few': () =>
		'A question .match needs at least two pairs. Write each on a line of its own, “- left => right”; “- => right” is a decoy.',
	'match-one-target': () =>
		'Every left-hand side goes with the same right-hand side, so there is nothing to choose. Add another right-hand side.',
	'match-same-words': () =>
		'This right-hand side is the same as one above, so nobody can tell them apart. Write it differently, or give both the same id if they are one choice.',
	'pair-unreadable': () => 'This line is not a pair yet. Write “- left => right”.',
	'group-item-alone': () =>
		'This item is set in, but there is no group above it. Write the group first, not set in: “- group”, then its items set in by two blanks.',
	'group-too-few': () =>
		'A question .group needs at least two groups with items. Write “- group”, then its items set in below.',
	'matrix-too-few': () =>
		'A question .matrix needs at least two rows and two columns. Write a table: the columns in its first line, then rows with an x in the right column.',
	'matrix-row-open': () => 'No column of this row is right yet. Write an x in one of its cells.',
	'matrix-row-twice': () =>
		'This row has more than one x. Each row has one right column: take one away, or make two rows of it.',
	'matrix-no-column': () =>
		'This x stands outside the columns. Add a column to the first line, or take the cell away.',
	'matrix-one-column': () =>
		'Every row is right in the same column, so ticking that one would do. Add a row that is right in another.',
	'matrix-cell': (p) =>
		`It is not clear what “${p.written}” in this cell means. Write x in the right cell, and leave the others empty.`,
	'blanks-none': () =>
		'The question .blanks has no blank yet. Write one into its text: “[= Hà Nội | Hanoi]” to type in, or “[( ) river | (x) mountain]” to choose from.',
	'blank-unclosed': () =>
		'This blank is not closed. Add the ] on the same line; a ] among its words is written \\].',
	'blank-empty': () =>
		'An answer in this blank is empty, and nobody can type that. Write the answers with | between them.',
	'blank-choice-no-box': () =>
		'This choice has no ( ). Write “( )” before a wrong choice and “(x)” before the right one.',
	'blank-ticks': (p) =>
		`This blank has ${p.ticks} right choices, and needs exactly one. Write (x) before one of them.`,
	'blank-id-tells': (p) =>
		`The id “${p.id}” is the answer itself, which gives it away. Name what is asked, such as {#thu-do}.`,
	'hotspot-no-picture': () =>
		'A .hotspot question needs a picture. Add a line of its own below the question: “![What it shows](media/picture.png)”.',
	'hotspot-pictures': (p) =>
		`The .hotspot question has ${p.pictures} pictures, so nobody knows which one the regions are on. Leave one.`,
	'hotspot-no-size': (p) =>
		`The width and height of “${p.path}” are not known, so no region can be laid on it. Add a viewBox to the SVG file, or save the picture as PNG.`,
	'region-missing': () =>
		'It is not said where this option is on the picture. Add it at the end of the line, such as {at=10,70,20,15}: from the left, from the top, width, height, in per cent of the picture.',
	'region-unreadable': (p) =>
		`The region “${p.value}” cannot be read. Write four numbers parted by commas, such as at=10,70,20,15: from the left, from the top, width, height, in per cent of the picture. Decimals have a point: 12.5.`,
	'region-outside': (p) =>
		`The region “${p.value}” leaves the picture: the first number and the third, and the second and the fourth, may not add up to more than 100.`,
	'region-unused': () =>
		'“at=” and “.round” are for regions of a picture, in a .hotspot question. Take them out, or write .hotspot in the line of ##.',
	'regions-overlap': () =>
		'This region overlaps one above, so a tap there could mean either. Make one smaller or move it.',
	'id-tells-key': (p) =>
		`The id “${p.id}” says right or wrong and so gives the answer away. Name it by the words of the region, such as {#call-button}.`,
	'ids-tell-order': () =>
		'The ids count along the order (a, b, c or 1, 2, 3), which gives the answer away. Make ids of the words, or delete them and run “check --fix”.',
	'feedback-unused': () =>
		'Questions of this kind have no feedback for single items. Move what follows > to the line “!” at the end.',
	'no-answer': () =>
		'The question cannot be answered yet. Add lines “- [ ] …” and “- [x] …”, or one line “= answer”. A question .order has lines “1.” “2.”, a question .match lines “- left => right”, a question .group “- group” with items set in, a question .matrix a table, a question .blanks “[= answer]” in its text. A question that a person grades has .essay (a text) or .file (a photo) in its line ##.',
	'no-right-answer': () => 'No option is marked as right. Write [x] at the right one.',
	'single-several': (p) =>
		`The question is .single but has ${p.ticks} right options. Leave one [x], or make it .multiple.`,
	'answer-mixed': () =>
		'The question has more than one way to answer (options, a line “=”, blanks in the text), so its kind is not clear. Keep one.',
	'answer-twice': () =>
		'The question has more than one line “=”. Write all answers on one line with | between them, such as “= Hà Nội | Hanoi”.',
	'kind-mismatch': (p) =>
		`The question says .${p.kind}, but its answer is of another kind. Correct one of the two.`,
	'kind-unknown': (p) =>
		`There is no kind of question .${p.kind}.${maybe(p.suggestion)} What can be used: ${list(p.known)}.`,
	'number-unreadable': (p) =>
		`The number in “${p.written}” cannot be read. Write it like “= 35”, “= 35 ± 0.5” or “= 30..40”; where a unit follows, add unit=optional to the ## line.`,
	'unit-missing': () =>
		'The question has “unit=”, but no unit follows the number. Write it like “= 35 ± 0.5 km | kilometres”.',
	'unit-unused': () => '“unit=” is for numbers, which this question does not ask for. Take it away.',
	'translation-unit-missing': (p) =>
		`The question has a unit in the source. Add unit=${p.unit} to the ## line of the translation, and a line “= number unit” with the unit of this language.`,
	'number-range': (p) =>
		`In “${p.written}” the first number is larger than the last, or the tolerance is below 0. Write the smaller number first.`,
	'text-empty': () =>
		'Something after “=” is empty, and nobody can type that. Write the answers with | between them.',
	'marks-unused': () =>
		'“.dau” is for questions in which words are typed: it asks for their diacritics. No words are typed here. Take “.dau” away.',
	'truefalse-word': (p) =>
		`“= ${p.word}” is a text question: the learner has to type this word. If it is true or false, write “= true” or “= false”.`,
	'digits-as-words': (p) =>
		`“${p.written}” is graded as words: learners must type just these. ${digits[p.why] ?? digits.unit} If words are meant, add .text to the { } on the question's ## line.`,
	'skill-unreadable': (p) => `“skill=${p.value}” does not fit. Write a competence code, such as skill=4.1.`,
	'teaches-unreadable': (p) =>
		`“teaches=${p.value}” does not fit. Write a lesson’s id, or the id and a heading, such as teaches=goi-dien#nghe-may.`,
	'teaches-no-lesson': (p) =>
		`“teaches” names the lesson “${p.id}”, but the course has none of that id.${maybe(p.suggestion)} Correct the id.`,
	'teaches-no-heading': (p) =>
		`The lesson “${p.lesson}” has no heading that fits “#${p.heading}”.${maybe(p.suggestion)} Write a heading’s name without marks, joined by hyphens.`,
	'teaches-nowhere': () =>
		'This counted question does not say where it is taught, so who gets it wrong has nowhere to look. Add “teaches=lesson-id#heading”, or a “skill=” that a lesson trains.',
	'retry-after-unreadable': (p) =>
		`“${p.written}” is no waiting time. Write hours or days, such as “retry_after: 24h” or “2d”, or “none”.`,
	'retry-after-unused': () =>
		'There is no limit of attempts here, so “retry_after” does nothing. Take the line away, or add “attempts”.',
	'wait-unreadable': (p) =>
		`“${p.written}” is no waiting time. Write minutes, hours or days, such as “wait: 30m”, “2h” or “1d”.`,
	'moment-unreadable': (p) =>
		`“${p.written}” cannot be read. Write a day, or a day and a time, such as “${p.field}: 2026-12-01” or “${p.field}: 2026-12-01 08:00”.`,
	'closes-before-opens': () =>
		'The quiz closes before it opens, so nobody could take it. Correct “opens” or “closes”.',
	'show-needs-closes': (p) =>
		`“${p.part}: after-closing” waits for the quiz to close, but it never does. Add “closes”, or choose another time.`,
	'policy-unused': (p) =>
		`“${p.field}” does nothing in practice (kind: practice), which is done at any time and tells at once. Take the line away, or change “kind”.`,
	'points-unreadable': (p) =>
		`“points=${p.value}” does not fit. Points are a number above 0 and up to 100, such as points=2.`,
	'criterion-points': () =>
		'In a question that a person grades each criterion has its points in [ ], such as “- [2] Names all three steps”. Points are 0.25 to 100, in quarters.',
	'criterion-sum': (p) =>
		`The question says points=${p.points}, but its criteria add up to ${p.sum}. Mend one of the two, or leave points out.`,
	'length-unused': (p) =>
		`“${p.field}=” is for questions .essay alone: it says how long the text is to be. Take it away.`,
	'length-unreadable': (p) =>
		`“${p.field}=${p.value}” cannot be read. Write ${p.field === 'words' ? 'words=50..200, words=50.. or words=..200' : 'a number of lines, such as lines=8'}, at most ${p.most}.`,
	'sending-unused': (p) =>
		`“${p.field}=” is for questions .file alone: it says what may be sent. Take it away.`,
	'megabytes-unreadable': (p) =>
		`“mb=${p.value}” cannot be read. Write how many megabytes a file may have, 1 to ${p.most}, such as mb=5.`,
	'file-in-practice': () =>
		'A question .file needs a person who looks at the photo, and nobody grades practice (kind: practice). Move it to a quiz of the kind quiz or exam.',
	'agree-range': (p) =>
		`“${p.written}” is not a share of the points. Write 0% to 100%, such as “agree_within: 20%”.`,
	'quiz-empty': () => 'There is no question here. Each question starts with a line “## Question”.',
	'draw-too-many': (p) =>
		`draw is ${p.draw}, but there are only ${p.pool} questions to draw (those on trial or retired left aside; variants count as one). Lower it, or write more questions.`,
	'item-value-unknown': (p) =>
		`“${p.field}=${p.value}” does not fit.${maybe(p.suggestion)} It can be: ${p.known}.`,
	'draw-misses': (p) =>
		`An attempt asks ${p.draw} questions, but the quiz assesses ${p.skills} competences, so that each attempt leaves some out. Set draw to ${p.skills} or more.`,
	'forms-too-few': (p) =>
		`The quiz asks for ${p.forms} forms of ${p.draw} questions, none of them in two forms. The questions that are there give ${p.full} to each.${p.lacking.length === 0 ? '' : ` For one question more in each form there are missing: ${list(p.lacking)}.`} Write more questions, or lower draw.`,
	'forms-lose-skill': (p) =>
		`No form asks a question with ${p.of}: the competence has only ${p.there}, and lacks ${p.lacks} for each form to have one. Write more questions, or leave out forms.`,
	'forms-uneven': (p) =>
		`There are only ${p.there} questions ${p.of === '' ? 'without a competence' : `with ${p.of}`}, so that they stand in no form. With ${p.lacks} more, each form would ask one.`,
	'variant-other-skill': (p) =>
		`Questions with “variant-of=${p.variant}” stand in for one another, so they must have the same skill. This one has another.`,
	'pass-range': (p) => `“${p.written}” is not a share of the points. Write 0% to 100%, such as “pass: 70%”.`,
} satisfies Area;

const digits: Record<string, string> = {
	nought: 'The nought at the head is kept, as in a telephone number.',
	unit: 'If it is a number, add unit=optional (or unit=required, where the unit must be typed) to the { } on the question’s ## line.',
	several: 'If it is a number, write a range such as “30..40”, or a tolerance such as “35 ± 1”.',
};
