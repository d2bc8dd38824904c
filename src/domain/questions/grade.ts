import type { Locale } from '#schemas/names.ts';
import type { Answer, Feedback, Key, PlainAnswer, QuestionKind, Verdict } from '#schemas/question.ts';
import { isRated } from './rated.ts';
import type { Shown } from '../result-told.ts';
import { blanks } from './blanks.ts';
import { essay } from './essay.ts';
import { file } from './file.ts';
import { hotspot } from './hotspot.ts';
import { match } from './match.ts';
import { multiple } from './multiple.ts';
import { number } from './number.ts';
import { order } from './order.ts';
import { single } from './single.ts';
import { sorting } from './sorting.ts';
import { text } from './text.ts';
import { truefalse } from './truefalse.ts';
import type { AskedQuestion, Grading, QuestionRule, Unreadable } from './rule.ts';

export type { Asked, AskedQuestion, Grading, QuestionRule, ReadResult, Unreadable } from './rule.ts';

export const rules = {
	single,
	multiple,
	truefalse,
	number,
	text,
	order,
	match,
	group: sorting,
	matrix: sorting,
	blanks,
	hotspot,
	essay,
	file,
} satisfies { [K in QuestionKind]: QuestionRule<K> };

/** The rule of a kind, for a key that is known by its `kind` alone. */
function ruleOf(kind: QuestionKind): QuestionRule<QuestionKind> {
	return rules[kind] as QuestionRule<QuestionKind>;
}

type Confidence = 1 | 2 | 3;
export type ReadAnswer =
	{ ok: true; answer: PlainAnswer; confidence?: Confidence } | { ok: false; reason: Unreadable };

/**
 * An answer in its kind's own form (`"3,5"` becomes `3.5`; ticks lose repetitions; nothing typed becomes
 * null), or why it cannot be taken. `null`, for no answer, can always be taken.
 */
export function readAnswer(
	question: Omit<AskedQuestion, 'points'>,
	answer: Answer,
	locale: Locale,
): ReadAnswer {
	const { plain, confidence } = partsOf(answer);
	const read = ruleOf(question.kind).read(plain, question, locale);
	return read.ok && confidence ? { ...read, confidence } : read;
}

function partsOf(answer: Answer): { plain: PlainAnswer; confidence?: Confidence } {
	return isRated(answer) ? { plain: answer.answer, confidence: answer.confidence } : { plain: answer };
}

/**
 * The points for an answer, read or as given. No answer, and one that cannot be read, get 0 and
 * `correct: false`. Opinions give no points and are never wrong.
 * @throws TypeError when the key is of another kind than the question.
 */
export function grade(question: AskedQuestion, key: Key, answer: Answer, locale: Locale): Grading {
	if (key.kind !== question.kind) throw new TypeError(`A ${key.kind} key for a ${question.kind} question`);
	if (question.survey) return { score: 0, maxScore: 0, correct: true };
	const read = readAnswer(question, answer, locale);
	return ruleOf(question.kind).grade(key, read.ok ? read.answer : null, question, locale);
}

/** A right answer; null: none can be told. */
export function solutionOf(key: Key, locale: Locale): PlainAnswer {
	return ruleOf(key.kind).solution(key, locale);
}

/**
 * What a learner is told. `none`: nothing, neither right or wrong nor the points, which would tell it
 * (`correct` is null and `score` 0). `verdict`: points, right or wrong, the feedback of what was
 * chosen, and how right words are written that were typed without diacritics. `all`: the explanation and a right answer too. Points are unrounded.
 * @throws TypeError when the key is of another kind than the question.
 */
export function verdict(asked: {
	question: AskedQuestion;
	key: Key;
	feedback: Feedback;
	answer: Answer;
	locale: Locale;
	show: Shown;
}): Verdict {
	const { question, key, feedback, answer, locale, show } = asked;
	const grading = grade(question, key, answer, locale);
	if (show === 'none') return { score: 0, maxScore: grading.maxScore, correct: null };
	if (question.survey) return grading;
	const rule = ruleOf(question.kind);
	const read = readAnswer(question, answer, locale);
	const said = read.ok ? rule.feedback(feedback, read.answer) : undefined;
	const remarks = (read.ok && rule.remarks?.(feedback, read.answer)) || [];
	const written = (read.ok && rule.written?.(key, read.answer, locale)) || [];
	const told: Verdict = {
		...grading,
		...(said && { feedback: said }),
		...(remarks.length > 0 && { remarks }),
		...(written.length > 0 && { written }),
	};
	if (show === 'verdict') return told;
	return {
		...told,
		...(feedback.explanation ? { explanation: feedback.explanation } : {}),
		solution: solutionOf(key, locale),
	};
}
