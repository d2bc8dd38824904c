import Type, { type Static } from 'typebox';
import { CompetenceName, Id, Locale, described } from './common.ts';
import { PlainAnswer } from './kinds.ts';
import { questionKinds } from './names.ts';
import { Nodes } from './node.ts';

export type { Key, KeyOf, PlainAnswer } from './kinds.ts';
export { questionKinds, type QuestionKind } from './names.ts';

export const Option = Type.Object({
	id: described(Id, 'Id of the option, as answers name it.'),
	content: described(Nodes, 'What the option says, as content trees.'),
});
export type Option = Static<typeof Option>;

/** A question (item) as a learner sees it: nothing in it tells the key. */
export const Question = Type.Object({
	id: described(Id, 'Id of the question, the same in every language.'),
	kind: Type.Enum(questionKinds, {
		description: 'Kind of the question: what shape an answer has, and how it is asked.',
	}),
	title: Type.String({ description: 'The question itself, as plain text.' }),
	body: described(
		Nodes,
		'What stands between the question and its options, as content trees; empty: nothing.',
	),
	options: Type.Optional(
		Type.Array(Option, {
			description:
				'What to choose from, for single, multiple, order and match, in the order to show; absent for other kinds.',
		}),
	),
	targets: Type.Optional(
		Type.Array(Option, {
			description: 'For match: what options are matched with, in the order to show; absent for other kinds.',
		}),
	),
	hint: Type.Optional(Type.String({ description: 'A hint to show on request; absent: there is none.' })),
	points: Type.Number({ description: 'The most points that can be scored, above 0.' }),
	skill: Type.Optional(
		described(CompetenceName, 'The competence that it tests, as framework:code; absent: none.'),
	),
	locale: described(
		Locale,
		'Language that the question is in: the one asked for, else the first language of the course.',
	),
});
export type Question = Static<typeof Question>;

const answerSentence =
	'An answer, by kind: single "b" (an option’s id); multiple ["a", "c"]; truefalse true; number 3.5 or "3,5"; text ' +
	'"Hà Nội"; order ["c", "a", "b"]; match {"left": "right"}; null: no answer, which takes an earlier one back. With ' +
	'confidence: {"answer": …, "confidence": 1, 2 or 3}.';

/**
 * An answer, by kind: single `"b"`, multiple `["a","c"]`, truefalse `true`, number `3.5` or `"3,5"`,
 * text `"Hà Nội"`, order `["c","a","b"]`, match `{"left": "right"}`; `null` takes it back. With confidence
 * `{answer, confidence}`: known by its confidence, which is a number; an option may be called `answer`.
 */
export const Answer = Type.Union(
	[
		PlainAnswer,
		Type.Object(
			{
				answer: Type.With(PlainAnswer, { description: 'The answer, in the shape of its kind.' }),
				confidence: Type.Enum([1, 2, 3], {
					description: 'How sure the learner is: 1 unsure, 2 fairly sure, 3 sure.',
				}),
			},
			{ additionalProperties: false, description: 'An answer with how sure the learner is of it.' },
		),
	],
	{ description: answerSentence },
);
export type Answer = Static<typeof Answer>;
export type RatedAnswer = Extract<Answer, { confidence: number }>;

export const Verdict = Type.Object({
	score: Type.Number({
		description:
			'Points scored, 0 to maxScore; 0 as well where the quiz does not show them (correct is null).',
	}),
	maxScore: Type.Number({ description: 'The most points that the question gives.' }),
	correct: Type.Union([Type.Boolean(), Type.Literal('partially'), Type.Null()], {
		description:
			'Whether the answer is right, or partially; null: it waits for a person, or is not shown yet.',
	}),
	feedback: Type.Optional(
		Type.String({
			description: 'What the author says to what was chosen; absent: nothing, or not shown.',
		}),
	),
	explanation: Type.Optional(
		Type.String({ description: 'Why the right answer is right; absent: not written, or not shown yet.' }),
	),
	solution: Type.Optional(
		Type.Unsafe<PlainAnswer>({
			description: 'A right answer, in the shape of an answer; absent: not shown yet.',
		}),
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
