import type { Locale } from '#schemas/names.ts';
import type { AnswerOf, Feedback, KeyOf, PlainAnswer, QuestionKind, Remark } from '#schemas/question.ts';

/** Why an answer cannot be taken. */
export type Unreadable = 'wrong-type' | 'unknown-option' | 'not-a-number' | 'too-many' | 'repeated';
export type ReadResult<K extends QuestionKind = QuestionKind> =
	{ ok: true; answer: AnswerOf<K> | null } | { ok: false; reason: Unreadable };

/** Points are as in the question: 0 <= score <= maxScore, unrounded. */
export interface Grading {
	score: number;
	maxScore: number;
	/** Null: waits for a person; the score is then 0 so far. */
	correct: boolean | 'partially' | null;
}

/**
 * What a rule must know of a question. `options`: its option ids, `targets`: ids of what they are matched with; left
 * out, the ids in answers go unchecked.
 */
export interface Asked {
	points: number;
	options?: readonly string[];
	targets?: readonly string[];
	/** The blanks of its text, with the ids to choose from where words are not typed. */
	blanks?: readonly { id: string; options?: readonly string[] }[];
	/** An opinion is asked for: no answer is wrong, and none gives points. */
	survey?: true;
	/** A number may come with its unit. */
	takesUnit?: boolean;
}
export type AskedIds = Omit<Asked, 'points'>;
/** A question as far as grading goes. */
export interface AskedQuestion extends Asked {
	kind: QuestionKind;
}

/**
 * What one kind of question does. `read` puts an answer into its kind's form, and leaves what it has read
 * once as it is; the others take answers so read. An answer of null is none, and scores 0.
 */
export interface QuestionRule<K extends QuestionKind> {
	read(answer: PlainAnswer, question: AskedIds, locale: Locale): ReadResult<K>;
	grade(key: KeyOf<K>, answer: AnswerOf<K> | null, question: Asked, locale: Locale): Grading;
	/** What the author says to what was chosen, as plain text. */
	feedback(feedback: Feedback, answer: AnswerOf<K> | null): string | undefined;
	/** The same with the option that each remark is of, where there can be several; what `feedback` joins. */
	remarks?(feedback: Feedback, answer: AnswerOf<K> | null): Remark[];
	/** How right words are written that were typed without their diacritics. */
	written?(key: KeyOf<K>, answer: AnswerOf<K> | null, locale: Locale): string[];
	/** A right answer to show. */
	solution(key: KeyOf<K>, locale: Locale): AnswerOf<K> | null;
}

export function readAs<A>(answer: A): { ok: true; answer: A } {
	return { ok: true, answer };
}

export function unreadable(reason: Unreadable): { ok: false; reason: Unreadable } {
	return { ok: false, reason };
}

/** All the points or none. */
export function allOrNothing(right: boolean, { points }: Asked): Grading {
	return { score: right ? points : 0, maxScore: points, correct: right };
}

/** A share of the points, 0 to 1. */
export function shareOfPoints(share: number, { points }: Asked): Grading {
	return { score: points * share, maxScore: points, correct: share === 1 || (share > 0 && 'partially') };
}

/** Feedback of one option. Ids are an author's words, so one may be called `constructor`. */
export function feedbackOf(feedback: Feedback, option: string): string | undefined {
	return Object.hasOwn(feedback.options, option) ? feedback.options[option] : undefined;
}
