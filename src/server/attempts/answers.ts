import { isDeepStrictEqual } from 'node:util';
import { askedOf } from '#domain/questions/asked.ts';
import { readAnswer } from '#domain/questions/grade.ts';
import { messagesFor } from '#messages/index.ts';
import type { Locale } from '#schemas/common.ts';
import type { Answer, PlainAnswer, Question } from '#schemas/question.ts';
import { fail, type Failure } from '../failure.ts';

/** An answer as it is kept: in its kind's own form, wrapped since jsonb never holds a bare value. */
export interface KeptAnswer {
	answer: PlainAnswer;
	confidence?: 1 | 2 | 3;
}

/** Reads an answer; one that cannot be read is refused at `path`, in the language the API speaks to the client. */
export function keptAnswer(
	question: Question,
	given: Answer,
	locales: { answer: Locale; api: Locale },
	path: string,
): KeptAnswer | Failure {
	const read = readAnswer(askedOf(question), given, locales.answer);
	if (!read.ok) {
		const message = messagesFor(locales.api).api.answers[read.reason];
		return fail('answer-unreadable', { errors: [{ path, message }] });
	}
	return { answer: read.answer, ...(read.confidence && { confidence: read.confidence }) };
}

/** An answer as clients give it and get it back. */
export function shownAnswer({ answer, confidence }: KeptAnswer): Answer {
	return confidence ? { answer, confidence } : answer;
}

/** The database keeps the parts of an answer in an order of its own. */
export function isSameAnswer(one: KeptAnswer, other: KeptAnswer): boolean {
	return isDeepStrictEqual([one.answer, one.confidence], [other.answer, other.confidence]);
}
