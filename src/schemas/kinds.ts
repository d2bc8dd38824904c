/**
 * The kinds of questions: for each, the shape of an answer, of its key, and of what a question of the kind has beside
 * what all have. Everything else over kinds follows this table.
 */
import Type, { type Static, type TObject, type TSchema } from 'typebox';
import { described, Id, Uuid } from './common.ts';
import { Nodes } from './node.ts';
import { fileTypes, longestEssay, mostMegabytes, mostOptions, type QuestionKind } from './names.ts';

const Words = Type.String({ maxLength: 2000 });
const Ids = Type.Array(Id, { maxItems: mostOptions });
const Places = Type.Array(Type.Union([Id, Type.Null()]), { maxItems: mostOptions });
const Pairs = Type.Record(Id, Id, { additionalProperties: false, maxProperties: mostOptions });
const Filled = Type.Record(Id, Words, { additionalProperties: false, maxProperties: mostOptions });

/** What a person gives points for, in the author's order; their sum is what the question gives. */
const rubric = Type.Array(Type.Object({ id: Id, points: Type.Number() }));

/** Words that are right, by language. */
const Accept = Type.Object({
	vi: Type.Optional(Type.Array(Type.String())),
	km: Type.Optional(Type.Array(Type.String())),
	en: Type.Optional(Type.Array(Type.String())),
});
export type Accept = Static<typeof Accept>;
/** Whether diacritics count in what is typed without any; absent: they do not. */
const marks = Type.Optional(Type.Literal(true));

/** A part of a picture, in per cent of its width and height: a box, or the ellipse that fills it. */
export const Region = Type.Object({
	left: Type.Number({ minimum: 0, maximum: 100, description: 'Its left edge, in per cent of the width.' }),
	top: Type.Number({ minimum: 0, maximum: 100, description: 'Its upper edge, in per cent of the height.' }),
	width: Type.Number({ minimum: 0, maximum: 100, description: 'How wide it is, in per cent of the width.' }),
	height: Type.Number({
		minimum: 0,
		maximum: 100,
		description: 'How high it is, in per cent of the height.',
	}),
	round: Type.Optional(
		Type.Literal(true, { description: 'It is the ellipse that fills this box; absent: the box.' }),
	),
});
export type Region = Static<typeof Region>;

export const Option = Type.Object({
	id: described(Id, 'Id of the option, as answers name it.'),
	content: described(Nodes, 'What the option says, as content trees.'),
	last: Type.Optional(
		Type.Literal(true, {
			description: 'It stands after all others, such as “all of the above”; absent: anywhere.',
		}),
	),
	region: Type.Optional(
		described(Region, 'For hotspot: where it is on the picture of `body`; absent for other kinds.'),
	),
});
export type Option = Static<typeof Option>;

const options = Type.Array(Option, {
	description:
		'What to choose from, for single, multiple and hotspot (its regions, by their names); what to arrange, for order, match, group and matrix (its rows); in the order to show; absent for other kinds.',
});
const targets = Type.Array(Option, {
	description:
		'For match: what options are matched with; for group: the groups; for matrix: the columns; in the order to show; absent for other kinds.',
});

export const Blank = Type.Object({
	id: described(
		Id,
		'Id of the blank, as answers name it; in `body` it stands as {name: "Blank", attrs: {id}}.',
	),
	options: Type.Optional(
		Type.Array(Option, {
			description: 'What to choose from, in the order to show; absent: words are typed.',
		}),
	),
});
export type Blank = Static<typeof Blank>;

const blanks = Type.Array(Blank, {
	description: 'For blanks: the blanks of the body, in the order of the text; absent for other kinds.',
});
const wordLimits = Type.Optional(
	Type.Object(
		{
			least: Type.Optional(
				Type.Integer({ minimum: 1, description: 'At least so many words; absent: one may do.' }),
			),
			most: Type.Optional(
				Type.Integer({
					minimum: 1,
					description: 'At most so many words; absent: as many as there is room for.',
				}),
			),
		},
		{
			description:
				'For essay: how long the author wants it, in words; absent: as one likes, or another kind.',
		},
	),
);
const lines = Type.Optional(
	Type.Integer({
		description: 'For essay: lines of room to write in at first; absent: as usual, or another kind.',
	}),
);

const unit = Type.Optional(
	Type.String({
		description:
			'For number: the unit that it is counted in, shown beside the field; the answer may carry it. Absent: there is none, or it is to be typed.',
	}),
);
const needsUnit = Type.Optional(
	Type.Literal(true, { description: 'For number: the unit is to be typed too; absent: it is not.' }),
);

const accept = Type.Array(Type.Enum(fileTypes), {
	description: 'For file: what may be sent, photo (JPEG, PNG or WebP) or pdf; absent for other kinds.',
});
const megabytes = Type.Optional(
	Type.Integer({
		minimum: 1,
		maximum: mostMegabytes,
		description:
			'For file: how heavy it may be as it is sent, in megabytes, where the author asks for less than the installation allows; absent: as heavy as that, or another kind.',
	}),
);

export const kinds = {
	/** The id of the option chosen; its key, of the right one. */
	single: { answer: Id, key: Type.Object({ kind: Type.Literal('single'), right: Id }), fields: { options } },
	/** The ids of the options ticked; its key, of those that are right. */
	multiple: {
		answer: Ids,
		key: Type.Object({ kind: Type.Literal('multiple'), right: Ids }),
		fields: { options },
	},
	truefalse: {
		answer: Type.Boolean(),
		key: Type.Object({ kind: Type.Literal('truefalse'), right: Type.Boolean() }),
		fields: {},
	},
	/** A number, or as people write it, with its unit where one is taken; its key, the bounds and the number to show. */
	number: {
		answer: Type.Union([Type.Number(), Words]),
		key: Type.Object({
			kind: Type.Literal('number'),
			low: Type.Number(),
			high: Type.Number(),
			shown: Type.Number(),
			/** Units that are right, by language; absent: none is taken. */
			units: Type.Optional(Accept),
			/** Whether the unit must be typed. */
			needsUnit: Type.Optional(Type.Literal(true)),
		}),
		fields: { unit, needsUnit },
	},
	/** Words as typed; its key, those that are right, by language. */
	text: {
		answer: Words,
		key: Type.Object({
			kind: Type.Literal('text'),
			accept: Accept,
			marks,
		}),
		fields: {},
	},
	/** The ids of the options, the first first; null where nothing stands yet. */
	order: {
		answer: Places,
		key: Type.Object({ kind: Type.Literal('order'), right: Ids }),
		fields: { options },
	},
	/** The id of an option to the id of what it is matched with. */
	match: {
		answer: Pairs,
		key: Type.Object({ kind: Type.Literal('match'), right: Pairs }),
		fields: { options, targets },
	},
	/** The id of an item to the id of its group. */
	group: {
		answer: Pairs,
		key: Type.Object({ kind: Type.Literal('group'), right: Pairs }),
		fields: { options, targets },
	},
	/** The id of a row to the id of the column that is ticked in it. */
	matrix: {
		answer: Pairs,
		key: Type.Object({ kind: Type.Literal('matrix'), right: Pairs }),
		fields: { options, targets },
	},
	/** The id of a blank to the words typed in it, or to the id of the option chosen; its key, what is right in each. */
	blanks: {
		answer: Filled,
		key: Type.Object({
			kind: Type.Literal('blanks'),
			blanks: Type.Record(Id, Type.Union([Type.Object({ accept: Accept }), Type.Object({ right: Id })])),
			marks,
		}),
		fields: { blanks },
	},
	/** The id of the region chosen; its key, of those that are right, each by itself. */
	hotspot: {
		answer: Id,
		key: Type.Object({ kind: Type.Literal('hotspot'), right: Ids }),
		fields: { options },
	},
	/** A text of one's own; its key, what a person looks at. */
	essay: {
		answer: Type.Object(
			{ text: Type.String({ maxLength: longestEssay, description: 'What was written, as plain text.' }) },
			{ additionalProperties: false },
		),
		key: Type.Object({ kind: Type.Literal('essay'), rubric }),
		fields: { words: wordLimits, lines },
	},
	/** A file that was uploaded, by its id; its key, what a person looks at. */
	file: {
		answer: Type.Object(
			{ upload: described(Uuid, 'Id of the file, under which it was uploaded.') },
			{ additionalProperties: false },
		),
		key: Type.Object({ kind: Type.Literal('file'), rubric }),
		fields: { accept, megabytes },
	},
} as const satisfies Record<QuestionKind, { answer: TSchema; key: TSchema; fields: Record<string, TSchema> }>;

type Fields<K extends QuestionKind> = (typeof kinds)[K]['fields'];
type FieldName = { [K in QuestionKind]: keyof Fields<K> }[QuestionKind];

/** What a question of a kind has beside what all have; the fields of other kinds are known, and not there. */
export type FieldsOf<K extends QuestionKind> = {
	[One in K]: Static<TObject<Fields<One>>> & { [F in Exclude<FieldName, keyof Fields<One>>]?: undefined };
}[K];

/** An answer in the shape of its kind. */
export type AnswerOf<K extends QuestionKind> = Static<(typeof kinds)[K]['answer']>;
export type KeyOf<K extends QuestionKind> = Static<(typeof kinds)[K]['key']>;
/** What decides a verdict. Kept apart from the question, and on the server only. */
export type Key = { [K in QuestionKind]: KeyOf<K> }[QuestionKind];

/** An answer of any kind, in its kind's shape; `null` takes it back. */
export type PlainAnswer = AnswerOf<QuestionKind> | null;

/** The shapes that answers have, each once: a client's answer is held against its own kind when it is read. */
const shapes: TSchema[] = [
	...new Map(Object.values(kinds).map(({ answer }) => [JSON.stringify(answer), answer])).values(),
];
export const PlainAnswer = Type.Unsafe<PlainAnswer>(Type.Union([...shapes, Type.Null()]));
