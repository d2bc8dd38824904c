import type { Locale } from '#schemas/common.ts';
import type { Insertion } from '../fix.ts';
import type { Problems } from '../problems.ts';
import type { ParsedQuestion } from '../quiz/question.ts';
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
	const hasOptions = (each: ParsedQuestion) => each.options.length > 0;
	const otherKind =
		hasOptions(question) !== hasOptions(original) || (answer && answer.kind !== original.answer?.kind);
	if (otherKind && original.kind !== 'refused' && question.kind !== 'refused') {
		problems.add('translation-kind', question.place, {});
		return;
	}
	if (answer && answer.kind !== 'text' && !sameAnswer(answer, original.answer)) {
		problems.add('translation-key', answer.place, {});
	}
	if (original.kind === 'text' && (answer?.kind !== 'text' || answer.words.length === 0)) {
		problems.add('translation-words-missing', question.place, { field: '=', locale });
	}
	checkOptions(question, original, around);
}

function sameAnswer(a: ParsedQuestion['answer'], b: ParsedQuestion['answer']): boolean {
	const bare = (answer: ParsedQuestion['answer']) => JSON.stringify({ ...answer, place: undefined });
	return bare(a) === bare(b);
}

function checkOptions(
	question: ParsedQuestion,
	original: ParsedQuestion,
	{ text, problems, fixes }: Around,
): void {
	const same = question.options.length === original.options.length;
	const wanted = original.options.map(({ id }) => id ?? '');
	const order: string[] = [];
	const ticks: boolean[] = [];
	for (const [index, option] of question.options.entries()) {
		let { id } = option;
		if (id === null && option.attributes.id === null) {
			id = same ? (original.options[index]?.id ?? null) : null;
			problems.add('option-no-id', option.place, {}, id === null ? undefined : `{#${id}}`);
			if (id !== null) fixes.push(attributeFix(text, option.attributes, id));
		}
		if (id === null) continue;
		const place = option.attributes.idPlace;
		if (order.includes(id)) problems.add('id-twice', place, { id });
		else if (!wanted.includes(id)) problems.add('translation-extra-option', place, { id, wanted });
		else order.push(id);
		const twin = original.options.find((each) => each.id === id);
		ticks.push(option.ticked === (twin?.ticked ?? false));
	}
	for (const id of wanted) {
		if (id !== '' && !order.includes(id)) problems.add('translation-no-option', question.place, { id });
	}
	checkOrder(order, wanted, (id) => question.options.find((each) => each.id === id), problems);
	const anyTick = question.options.find(({ ticked }) => ticked);
	if (anyTick && ticks.includes(false)) problems.add('translation-key', anyTick.place, {});
}
