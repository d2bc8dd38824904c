import type { Locale } from '#schemas/common.ts';
import type { Insertion } from '../fix.ts';
import { authoringOf } from '../kinds/table.ts';
import type { Problems } from '../problems.ts';
import type { ParsedOption, ParsedQuestion } from '../quiz/parsed.ts';
import type { ParsedQuiz } from '../quiz/quiz.ts';
import type { Text } from '../source.ts';
import { nearest } from '../suggest.ts';
import { attributeFix } from './ids.ts';

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
	for (const [index, question] of quiz.questions.entries()) {
		const id =
			question.id ??
			copyId(question, same ? original.questions[index] : undefined, quiz.text, problems, fixes);
		const wanted = id === null ? undefined : original.questions.find((each) => each.id === id);
		if (id !== null && order.includes(id)) problems.add('id-twice', question.attributes.idPlace, { id });
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

interface Around {
	text: Text;
	locale: Locale;
	problems: Problems;
	fixes: Insertion[];
}

function copyId(
	question: ParsedQuestion,
	original: ParsedQuestion | undefined,
	text: Text,
	problems: Problems,
	fixes: Insertion[],
): string | null {
	if (question.attributes.id !== null) return null; // Written, but unusable.
	const id = original?.id ?? null;
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
	const pointsPlace = attributes.values.get('points')?.place;
	if (points !== null && pointsPlace && points !== (original.points ?? 1)) {
		problems.add('translation-differs', pointsPlace, { field: 'points' });
	}
	const formOf = (each: ParsedQuestion) => each.options[0]?.form;
	const otherKind =
		formOf(question) !== formOf(original) || (answer && answer.kind !== original.answer?.kind);
	if (otherKind && original.kind !== 'refused' && question.kind !== 'refused') {
		problems.add('translation-kind', question.place, {});
		return;
	}
	checkOptions(question, question.options, original.options, around);
	checkOptions(question, question.targets, original.targets, around);
	const { kind } = original;
	if (kind !== 'none' && kind !== 'refused')
		authoringOf(kind).checkTranslation(question, original, { problems, locale });
}

/** The ids of options, or of targets, as in the source and in its order. A target may stand in several lines. */
function checkOptions(
	{ place: questionPlace }: ParsedQuestion,
	options: readonly ParsedOption[],
	originals: readonly ParsedOption[],
	{ text, problems, fixes }: Around,
): void {
	const same = options.length === originals.length;
	const lines = originals.map(({ id }) => id ?? '');
	const wanted = [...new Set(lines)];
	const order: string[] = [];
	for (const [index, option] of options.entries()) {
		let { id } = option;
		if (id === null && option.attributes.id === null) {
			id = same ? (originals[index]?.id ?? null) : null;
			problems.add('option-no-id', option.place, {}, id === null ? undefined : `{#${id}}`);
			if (id !== null) fixes.push(attributeFix(text, option.attributes, id));
		}
		if (id === null) continue;
		const place = option.attributes.idPlace;
		const times = (ids: readonly string[]) => ids.filter((each) => each === id).length;
		if (!wanted.includes(id)) problems.add('translation-extra-option', place, { id, wanted });
		else if (times(order) >= times(lines)) problems.add('id-twice', place, { id });
		else order.push(id);
	}
	for (const id of wanted) {
		if (id !== '' && !order.includes(id)) problems.add('translation-no-option', questionPlace, { id });
	}
	checkOrder([...new Set(order)], wanted, (id) => options.find((each) => each.id === id), problems);
}
