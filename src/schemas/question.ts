import Type, { type Static } from 'typebox';
import { CompetenceName, Id } from './common.ts';
import { PlainAnswer } from './kinds.ts';
import { questionKinds } from './names.ts';
import { Nodes } from './node.ts';

export type { Key, KeyOf, PlainAnswer } from './kinds.ts';
export { questionKinds, type QuestionKind } from './names.ts';

export const Option = Type.Object({ id: Id, content: Nodes });
export type Option = Static<typeof Option>;

/** A question (item) as a learner sees it: nothing in it tells the key. */
export const Question = Type.Object({
	id: Id,
	kind: Type.Enum(questionKinds),
	title: Type.String({ description: 'The question itself, as plain text.' }),
	body: Nodes,
	options: Type.Optional(
		Type.Array(Option, { description: 'For single, multiple, order and match, in the order to show.' }),
	),
	targets: Type.Optional(
		Type.Array(Option, { description: 'For match: what options are matched with, in the order to show.' }),
	),
	hint: Type.Optional(Type.String()),
	points: Type.Number({ description: 'The most that can be scored.' }),
	skill: Type.Optional(CompetenceName),
	locale: Type.String({ description: 'Language of the text, where it falls back.' }),
});
export type Question = Static<typeof Question>;

/**
 * An answer, by kind: single `"b"`, multiple `["a","c"]`, truefalse `true`, number `3.5` or `"3,5"`,
 * text `"Hà Nội"`, order `["c","a","b"]`, match `{"left": "right"}`; `null` takes it back. With confidence
 * `{answer, confidence}`: known by its confidence, which is a number; an option may be called `answer`.
 */
export const Answer = Type.Union([
	PlainAnswer,
	Type.Object(
		{ answer: PlainAnswer, confidence: Type.Enum([1, 2, 3]) },
		{ additionalProperties: false, description: 'With confidence: 1 unsure, 2 fairly sure, 3 sure.' },
	),
]);
export type Answer = Static<typeof Answer>;
export type RatedAnswer = Extract<Answer, { confidence: number }>;

export const Verdict = Type.Object({
	score: Type.Number(),
	maxScore: Type.Number(),
	correct: Type.Union([Type.Boolean(), Type.Literal('partially'), Type.Null()], {
		description: 'null: waits for a person, or is not shown yet.',
	}),
	feedback: Type.Optional(Type.String()),
	explanation: Type.Optional(Type.String()),
	solution: Type.Optional(
		Type.Unsafe<PlainAnswer>({ description: 'A right answer, where the quiz shows it.' }),
	),
});
export type Verdict = Static<typeof Verdict>;

/** What is said after an answer, in one language; kept with the key, not with the question. */
export interface Feedback {
	options: Record<string, string>;
	explanation?: string;
}

/** A question's text in one language, as stored. */
export interface QuestionText {
	title: string;
	body: Static<typeof Nodes>;
	options?: Option[];
	targets?: Option[];
	hint?: string;
}
