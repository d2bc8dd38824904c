import type { Locale } from '#schemas/common.ts';
import type { Insertion } from '../fix.ts';
import { authoringOf } from '../kinds/table.ts';
import type { Problems } from '../problems.ts';
import type { ParsedOption, ParsedQuestion } from '../quiz/parsed.ts';
import type { ParsedQuiz } from '../quiz/quiz.ts';
import type { Place, Text } from '../source.ts';
import { nearest } from '../suggest.ts';
import { attributeFix, reportTwice } from './ids.ts';

/** The questions of a translated quiz: ids and order as in the source, keys not at odds with it. */
export function checkTranslatedQuestions(
	quiz: ParsedQuiz,
	original: ParsedQuiz,
	locale: Locale,
	problems: Problems,
	fixes: Insertion[],
): void {
	const same = quiz.questions.length === original.questions.length;
	const ids = original.questions.map(({ id }) => id ?? '');
	const order: string[] = [];
	const written = quiz.questions.map(({ id }) => id);
	for (const [index, question] of quiz.questions.entries()) {
		const there = same ? (original.questions[index]?.id ?? null) : null;
		const unwritten = written.includes(there) ? null : there;
		const id = question.id ?? copyId(question, unwritten, quiz.text, problems, fixes);
		const wanted = id === null ? undefined : original.questions.find((each) => each.id === id);
		if (id !== null && order.includes(id))
			reportTwice(id, question.attributes.idPlace, firstWith(quiz.questions, id), problems);
		else if (id !== null && wanted) order.push(id);
		if (wanted) checkQuestion(question, wanted, { text: quiz.text, locale, problems, fixes });
		else if (id !== null) {
			const place = question.attributes.idPlace;
			problems.add('translation-extra-question', place, { id, suggestion: nearest(id, ids) });
		}
	}
	for (const id of ids) {
		if (id === '' || order.includes(id)) continue;
		problems.add('translation-question-missing', quiz.text.place(0), { id });
	}
	checkOrder(order, ids, (id) => quiz.questions.find((each) => each.id === id), problems);
}

/** Where an id stands first. */
function firstWith(all: readonly Pick<ParsedOption, 'id' | 'attributes'>[], id: string): Place {
	return all.find((each) => each.id === id)!.attributes.idPlace;
}

interface Around {
	text: Text;
	locale: Locale;
	problems: Problems;
	fixes: Insertion[];
}

function copyId(
	question: ParsedQuestion,
	id: string | null,
	text: Text,
	problems: Problems,
	fixes: Insertion[],
): string | null {
	if (question.attributes.id !== null) return null; // Written, but unusable.
	problems.add('question-no-id', question.place, {}, id === null ? undefined : `{#${id}}`);
	if (id !== null) fixes.push(attributeFix(text, question.attributes, id));
	return id;
}

/** What is there must stand in the order of the source. */
function checkOrder(
	order: string[],
	wanted: string[],
	find: (id: string) => { place: ParsedQuestion['place'] } | undefined,
	problems: Problems,
): void {
	const expected = wanted.filter((id) => order.includes(id));
	const at = order.findIndex((id, index) => id !== expected[index]);
	const id = order[at];
	const place = id === undefined ? undefined : find(id)?.place;
	if (id !== undefined && place)
		problems.add('translation-order', place, { id, expected: expected[at] ?? '' });
}

function checkQuestion(question: ParsedQuestion, original: ParsedQuestion, around: Around): void {
	const { problems, locale } = around;
	const { skill, points, attributes, answer } = question;
	if (skill && skill.code !== original.skill?.code)
		problems.add('translation-differs', skill.place, { field: 'skill' });
	for (const field of ['teaches', 'case'] as const) {
		const written = attributes.values.get(field);
		if (written && written.value !== original.attributes.values.get(field)?.value)
			problems.add('translation-differs', written.place, { field });
	}
	const pointsPlace = attributes.values.get('points')?.place;
	if (points !== null && pointsPlace && points !== (original.points ?? 1)) {
		problems.add('translation-differs', pointsPlace, { field: 'points' });
	}
	const formOf = ({ options, blanks }: ParsedQuestion) =>
		options[0]?.form ?? (blanks.length > 0 ? 'inline' : undefined);
	const otherKind =
		formOf(question) !== formOf(original) || (answer && answer.kind !== original.answer?.kind);
	if (otherKind && original.kind !== 'refused' && question.kind !== 'refused') {
		problems.add('translation-kind', question.place, {});
		return;
	}
	const { place } = question;
	const options = { place, parts: question.options, originals: original.options, inOrder: true };
	const ids = checkParts(options, around, (index) => {
		const same = question.options.length === original.options.length;
		return same ? original.options[index]?.id : null;
	});
	const targets = { place, parts: question.targets, originals: original.targets, inOrder: true };
	checkParts(targets, around, (index) => targetIdOf(index, question, original, ids));
	checkBlanks(question, original, around);
	const { kind } = original;
	if (kind !== 'none' && kind !== 'refused' && !original.item.survey)
		authoringOf(kind).checkTranslation(question, original, { problems, locale });
}

/** The id that a target has in the source: there, too, it stands beside the same option; decoys count by themselves. */
function targetIdOf(
	index: number,
	question: ParsedQuestion,
	original: ParsedQuestion,
	optionIds: readonly (string | null)[],
): string | null | undefined {
	// Columns are told by their order: ticks may be left empty.
	if (question.targets[index]?.form === 'tabled') {
		const isSame = question.targets.length === original.targets.length;
		return isSame ? original.targets[index]?.id : null;
	}
	const option = question.options.findIndex(({ target }) => target === index);
	if (option !== -1) {
		const id = optionIds[option] ?? null;
		const twin = original.options.find((each) => id !== null && each.id === id);
		return original.targets[twin?.target ?? -1]?.id;
	}
	const [decoys, wanted] = [decoysOf(question), decoysOf(original)];
	return decoys.length === wanted.length ? wanted[decoys.indexOf(question.targets[index]!)]?.id : null;
}

function decoysOf({ options, targets }: ParsedQuestion): ParsedOption[] {
	const used = new Set(options.map(({ target }) => target));
	return targets.filter((_, index) => !used.has(index));
}

/** The same blanks, in whatever order the language has them, each with the same choices. */
function checkBlanks(question: ParsedQuestion, original: ParsedQuestion, around: Around): void {
	const isSame = question.blanks.length === original.blanks.length;
	const asParts = { place: question.place, parts: question.blanks, originals: original.blanks };
	const copied = (index: number) => (isSame ? original.blanks[index]?.id : null);
	const ids = checkParts(asParts, around, copied);
	for (const [index, { options, place }] of question.blanks.entries()) {
		const twin = original.blanks.find(({ id }) => id !== null && id === ids[index]);
		if (!twin) continue;
		const choices = { place, parts: options, originals: twin.options, inOrder: true };
		checkParts(choices, around, (at) =>
			options.length === twin.options.length ? twin.options[at]?.id : null,
		);
	}
}

interface Parts {
	/** Of what they are parts of. */
	place: Place;
	parts: readonly Pick<ParsedOption, 'id' | 'attributes' | 'place'>[];
	originals: readonly Pick<ParsedOption, 'id'>[];
	/** Whether they stand in the order of the source. */
	inOrder?: boolean;
}

/**
 * The ids of options, targets or blanks, as in the source; a target may stand in several lines. `copied`
 * says which id one without has there. Gives the id of each.
 */
function checkParts(
	{ place: wholePlace, parts, originals, inOrder = false }: Parts,
	{ text, problems, fixes }: Around,
	copied: (index: number) => string | null | undefined,
): (string | null)[] {
	const lines = originals.map(({ id }) => id ?? '');
	const wanted = [...new Set(lines)];
	const times = (ids: readonly (string | null)[], id: string) => ids.filter((each) => each === id).length;
	const ids = parts.map(({ id }) => id);
	const order: string[] = [];
	for (const [index, part] of parts.entries()) {
		let { id } = part;
		if (id === null && part.attributes.id === null) {
			const there = copied(index) ?? null;
			// Not a second time, where another line has it already.
			id = there !== null && times(ids, there) < times(lines, there) ? there : null;
			problems.add('option-no-id', part.place, {}, id === null ? undefined : `{#${id}}`);
			if (id !== null) fixes.push(attributeFix(text, part.attributes, id));
			ids[index] = id;
		}
		if (id === null) continue;
		const place = part.attributes.idPlace;
		if (!wanted.includes(id)) problems.add('translation-extra-option', place, { id, wanted });
		else if (times(order, id) >= times(lines, id)) reportTwice(id, place, firstWith(parts, id), problems);
		else order.push(id);
	}
	for (const id of wanted) {
		if (id !== '' && !order.includes(id)) problems.add('translation-no-option', wholePlace, { id });
	}
	if (inOrder)
		checkOrder([...new Set(order)], wanted, (id) => parts.find((each) => each.id === id), problems);
	return ids;
}
