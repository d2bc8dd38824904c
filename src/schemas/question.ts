import Type, { type Static } from 'typebox';
import { CompetenceCode, Id } from './common.ts';
import { questionKinds } from './names.ts';
import { Nodes } from './node.ts';

export { questionKinds };
export const QuestionKind = Type.Enum(questionKinds);
export type QuestionKind = Static<typeof QuestionKind>;

export const Option = Type.Object({ id: Id, content: Nodes });
export type Option = Static<typeof Option>;

/** A question (item) as a learner sees it: nothing in it tells the key. */
export const Question = Type.Object({
	id: Id,
	kind: QuestionKind,
	title: Type.String({ description: 'The question itself, as plain text.' }),
	body: Nodes,
	options: Type.Optional(
		Type.Array(Option, { description: 'For single and multiple, in the order to show.' }),
	),
	hint: Type.Optional(Type.String()),
	points: Type.Number({ description: 'The most that can be scored.' }),
	skill: Type.Optional(CompetenceCode),
	locale: Type.String({ description: 'Language of the text, where it falls back.' }),
});
export type Question = Static<typeof Question>;

const PlainAnswer = Type.Union([
	Type.String({ maxLength: 2000 }),
	Type.Number(),
	Type.Boolean(),
	Type.Array(Id, { maxItems: 50 }),
	Type.Null(),
]);

/**
 * An answer, by kind: single `"b"`, multiple `["a","c"]`, truefalse `true`, number `3.5` or `"3,5"`,
 * text `"Hà Nội"`; `null` takes it back; with confidence `{answer, confidence}`.
 */
export const Answer = Type.Union([
	PlainAnswer,
	Type.Object(
		{ answer: PlainAnswer, confidence: Type.Enum([1, 2, 3]) },
		{ additionalProperties: false, description: 'With confidence: 1 unsure, 2 fairly sure, 3 sure.' },
	),
]);
export type Answer = Static<typeof Answer>;
export type PlainAnswer = Static<typeof PlainAnswer>;

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

/** What decides a verdict. Kept apart from the question, and on the server only. */
export type Key =
	| { kind: 'single'; right: string }
	| { kind: 'multiple'; right: string[] }
	| { kind: 'truefalse'; right: boolean }
	| { kind: 'number'; low: number; high: number; shown: number }
	| { kind: 'text'; accept: Partial<Record<'vi' | 'km' | 'en', string[]>> };
export type KeyOf<K extends QuestionKind> = Extract<Key, { kind: K }>;

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
	hint?: string;
}
