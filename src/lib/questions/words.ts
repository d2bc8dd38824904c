/** How answers of every kind read in words, a learner's and right ones alike. */
import type { Locale } from '#schemas/common.ts';
import type { PlainAnswer, Question, QuestionKind } from '#schemas/question.ts';
import type { Messages } from '#messages/index.ts';
import type { AnswerWords } from './answer-words.ts';
import { blanks } from './blanks/words.ts';
import { essay } from './essay/words.ts';
import { file } from './file/words.ts';
import { group } from './group/words.ts';
import { hotspot } from './hotspot/words.ts';
import { match } from './match/words.ts';
import { matrix } from './matrix/words.ts';
import { multiple } from './multiple/words.ts';
import { number } from './number/words.ts';
import { order } from './order/words.ts';
import { single } from './single/words.ts';
import { text } from './text/words.ts';
import { truefalse } from './truefalse/words.ts';

export const words = {
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
} satisfies { [K in QuestionKind]: AnswerWords<K> };

export function answerLines(answer: PlainAnswer, question: Question, locale: Locale, t: Messages): string[] {
	if (answer === null || answer === '') return [];
	const { lines } = words[question.kind] as AnswerWords<QuestionKind>;
	return lines(answer, question, locale, t);
}
