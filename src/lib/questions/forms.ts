/** How answers of every kind stand in forms, for pages and for the script in the browser alike. */
import type { Locale } from '#schemas/names.ts';
import { isRated } from '#domain/questions/rated.ts';
import type { Answer, PlainAnswer, QuestionKind, RatedAnswer } from '#schemas/question.ts';
import { valuesOf, type AnswerForm, type Fields, type FormEntry } from './form.ts';
import { blanks } from './blanks/form.ts';
import { essay } from './essay/form.ts';
import { file } from './file/form.ts';
import { group } from './group/form.ts';
import { hotspot } from './hotspot/form.ts';
import { match } from './match/form.ts';
import { matrix } from './matrix/form.ts';
import { multiple } from './multiple/form.ts';
import { number } from './number/form.ts';
import { order } from './order/form.ts';
import { single } from './single/form.ts';
import { text } from './text/form.ts';
import { truefalse } from './truefalse/form.ts';

const forms = {
	single,
	multiple,
	truefalse,
	number,
	text,
	order,
	match,
	group,
	matrix,
	blanks,
	hotspot,
	essay,
	file,
} satisfies { [K in QuestionKind]: AnswerForm<K> };

function formOf(kind: QuestionKind): AnswerForm<QuestionKind> {
	return forms[kind] as AnswerForm<QuestionKind>;
}

/** The answer that a form holds to a question; null where nothing was chosen or typed. */
export function fromForm(kind: QuestionKind, fields: Fields, name = 'answer'): PlainAnswer {
	return formOf(kind).fromForm(fields, name);
}

/**
 * The names and values of the controls that hold this answer. `locale` is the language that the answer is read in; an
 * answer that came from a form needs none.
 */
export function toForm(
	kind: QuestionKind,
	answer: PlainAnswer,
	name = 'answer',
	locale?: Locale,
): FormEntry[] {
	return formOf(kind).toForm(answer, name, locale);
}

/** An answer as the question's own inputs would give it again, so that sending a page that nobody touched changes nothing. */
export function asGiven(kind: QuestionKind, answer: Answer, locale: Locale): Answer {
	const fields = new FormData();
	for (const [field, value] of toFormRated(kind, answer, locale)) fields.append(field, value);
	return fromFormRated(kind, fields);
}

/** Name of the field that says how sure somebody is: 1, 2 or 3. */
export const confidenceField = 'confidence';

/** The answer that a form holds, with how sure somebody is of it; of no answer nobody is sure. */
export function fromFormRated(kind: QuestionKind, fields: Fields): Answer {
	const answer = fromForm(kind, fields);
	const confidence = Number(valuesOf(fields, confidenceField)[0]);
	if (answer === null || ![1, 2, 3].includes(confidence)) return answer;
	return { answer, confidence: confidence as RatedAnswer['confidence'] };
}

export function toFormRated(kind: QuestionKind, answer: Answer, locale?: Locale): FormEntry[] {
	if (!isRated(answer)) return toForm(kind, answer, 'answer', locale);
	const sure: FormEntry = [confidenceField, String(answer.confidence)];
	return [...toForm(kind, answer.answer, 'answer', locale), sure];
}
