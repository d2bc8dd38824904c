import Type, { type Static, type TObject, type TSchema } from 'typebox';
import { CompetenceName, Id, Locale, described, nullable } from './common.ts';
import { kinds, PlainAnswer, type FieldsOf } from './kinds.ts';
import { questionKinds, regradeWays, type QuestionKind } from './names.ts';
import { Nodes } from './node.ts';

export {
	Option,
	type Region,
	type AnswerOf,
	type FieldsOf,
	type Key,
	type KeyOf,
	type PlainAnswer,
} from './kinds.ts';
export { questionKinds, type QuestionKind } from './names.ts';

const common = {
	id: described(Id, 'Id of the question, the same in every language.'),
	title: Type.String({ description: 'The question itself, as plain text.' }),
	body: described(
		Nodes,
		'What stands between the question and its options, as content trees; empty: nothing.',
	),
	case: Type.Optional(
		Type.Object(
			{
				id: described(Id, 'Id of the case; questions that are about the same one have the same.'),
				title: Type.String({ description: 'What the case is called, as plain text.' }),
				content: described(Nodes, 'The case itself, as content trees.'),
			},
			{
				description:
					'A text or picture that several questions are about, to be read first; such questions follow one another. Absent: it is about none.',
			},
		),
	),
	survey: Type.Optional(
		Type.Literal(true, {
			description:
				'An opinion is asked for: every answer is right, none gives points, and it may be left empty. Absent: there is a right answer.',
		}),
	),
	confidence: Type.Optional(
		Type.Literal(true, {
			description:
				'The learner is asked how sure they are, and the answer may carry its `confidence`, which changes no points. Absent: it is not asked.',
		}),
	),
	hint: Type.Optional(Type.String({ description: 'A hint to show on request; absent: there is none.' })),
	points: Type.Number({
		description:
			'The most points that can be scored; 0 of a question that does not count: on trial, or a survey.',
	}),
	skill: Type.Optional(
		described(CompetenceName, 'The competence that it tests, as framework:code; absent: none.'),
	),
	locale: described(
		Locale,
		'Language that the question is in: the one asked for, else the first language of the course.',
	),
};

/** A question (item) of one kind as a learner sees it: nothing in it tells the key. */
export type QuestionOf<K extends QuestionKind> = Static<TObject<typeof common>> & { kind: K } & FieldsOf<K>;
export type Question = { [K in QuestionKind]: QuestionOf<K> }[QuestionKind];

/** On the wire, one shape with the fields of all kinds: to tell them apart would be to check each question once a kind. */
export const Question = Type.Unsafe<Question>(
	Type.Object({
		...common,
		kind: Type.Enum(questionKinds, {
			description: 'Kind of the question: what shape an answer has, and how it is asked.',
		}),
		...Type.Partial(Type.Object(allFields())).properties,
	}),
);

function allFields(): Record<string, TSchema> {
	return Object.assign({}, ...Object.values(kinds).map(({ fields }) => fields)) as Record<string, TSchema>;
}

const answerSentence =
	'An answer, by kind: single "b" (an option’s id); multiple ["a", "c"]; truefalse true; number 3.5, "3,5" or "3,5 km"; text ' +
	'"Hà Nội"; order ["c", "a", "b"], null where a place is still open; match {"left": "right"}; group {"item": "group"}; matrix {"row": "column"}; blanks {"blank": "words or an option’s id"}; hotspot "region" (its id); essay {"text": "…"}; file {"upload": "the upload’s id"}; null: no answer, which takes an earlier one back. With ' +
	'confidence: {"answer": …, "confidence": 1, 2 or 3}.';

/**
 * An answer, by kind: single `"b"`, multiple `["a","c"]`, truefalse `true`, number `3.5` or `"3,5"`,
 * text `"Hà Nội"`, order `["c","a","b"]` (`[null,"a"]` where a place is still open), match `{"left": "right"}`,
 * group `{"item": "group"}`, matrix `{"row": "column"}`, blanks `{"blank": "words or option id"}`,
 * hotspot `"region"`, essay `{"text": "…"}`, file `{"upload": "…"}`;
 * `null` takes it back. With confidence
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

/** A lesson that teaches something, and the place in it. */
export const Taught = Type.Object({
	lesson: described(Id, 'Id of the lesson.'),
	n: Type.Integer({ description: 'Which lesson of the course, from 1.' }),
	title: Type.String({ description: 'Title of the lesson, in the language of `locale`.' }),
	locale: described(
		Locale,
		'Language of the title: the one asked for, else the first language of the course.',
	),
	heading: nullable(
		Type.Object({
			anchor: Type.String({ description: 'What stands behind # in the address of the place.' }),
			title: Type.String({ description: 'What the heading says, in the language of `locale`.' }),
		}),
		'The heading under which it is taught; null: the whole lesson.',
	),
});
export type Taught = Static<typeof Taught>;

/** What the author says to one option that was chosen. */
export const Remark = Type.Object({
	option: described(Id, 'Id of the option.'),
	text: Type.String({ description: 'What is said to it, as plain text.' }),
});
export type Remark = Static<typeof Remark>;

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
	remarks: Type.Optional(
		Type.Array(Remark, {
			description:
				'The feedback by option, where several can be chosen: what `feedback` says in one text. Absent: nothing, or not shown.',
		}),
	),
	written: Type.Optional(
		Type.Array(Type.String(), {
			description:
				'How right words are written that were typed without their diacritics; absent: they were written so, or none is right.',
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
	marked: Type.Optional(
		Type.Object(
			{
				criteria: Type.Array(
					Type.Object({
						says: Type.String({ description: 'What it asks, as plain text; empty: the whole answer.' }),
						score: Type.Number({ description: 'Points that a person gave, 0 to maxScore.' }),
						maxScore: Type.Number({ description: 'The most points that it gives.' }),
						comments: Type.Optional(
							Type.Array(Type.String(), {
								description: 'What those who graded say to it, as plain text; absent: nothing.',
							}),
						),
					}),
					{ description: 'The criteria, in the order of the author.' },
				),
				comments: Type.Array(Type.String(), { description: 'What those who graded say, as plain text.' }),
			},
			{ description: 'What people gave the answer; absent: no person has graded it, or it is not shown.' },
		),
	),
	regraded: Type.Optional(
		Type.Object(
			{
				way: Type.Enum(regradeWays, {
					description:
						'By the corrected key (new-key), all points for everybody (full-credit), or it no longer counts (drop).',
				}),
				reason: Type.String({ description: 'What was wrong, in the words of whoever had it graded again.' }),
				scoreBefore: Type.Number({ description: 'Points before that.' }),
				maxScoreBefore: Type.Number({ description: 'The most points that it gave before that.' }),
			},
			{
				description:
					'The question was wrong, and the answer was graded again with other points; absent: it was not, or it is not shown.',
			},
		),
	),
	teaches: Type.Optional(
		Type.Array(Taught, {
			description: 'Where it is taught; absent: the answer was right, it is not told, or no lesson is known.',
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
export type QuestionTextOf<K extends QuestionKind> = {
	title: string;
	body: Static<typeof Nodes>;
	case?: Static<typeof common.case>;
	hint?: string;
} & FieldsOf<K>;
export type QuestionText = { [K in QuestionKind]: QuestionTextOf<K> }[QuestionKind];
