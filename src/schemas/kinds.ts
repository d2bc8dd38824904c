/** The kinds of questions: for each, the shape of an answer and of its key. Everything else over kinds follows this table. */
import Type, { type Static, type TSchema } from 'typebox';
import { Id } from './common.ts';
import type { QuestionKind } from './names.ts';

const Words = Type.String({ maxLength: 2000 });
const Ids = Type.Array(Id, { maxItems: 50 });
const Pairs = Type.Record(Id, Id, { additionalProperties: false, maxProperties: 50 });

export const kinds = {
	/** The id of the option chosen; its key, of the right one. */
	single: { answer: Id, key: Type.Object({ kind: Type.Literal('single'), right: Id }) },
	/** The ids of the options ticked; its key, of those that are right. */
	multiple: { answer: Ids, key: Type.Object({ kind: Type.Literal('multiple'), right: Ids }) },
	truefalse: {
		answer: Type.Boolean(),
		key: Type.Object({ kind: Type.Literal('truefalse'), right: Type.Boolean() }),
	},
	/** A number, or as people write it; its key, the bounds and the number to show. */
	number: {
		answer: Type.Union([Type.Number(), Words]),
		key: Type.Object({
			kind: Type.Literal('number'),
			low: Type.Number(),
			high: Type.Number(),
			shown: Type.Number(),
		}),
	},
	/** Words as typed; its key, those that are right, by language. */
	text: {
		answer: Words,
		key: Type.Object({
			kind: Type.Literal('text'),
			accept: Type.Object({
				vi: Type.Optional(Type.Array(Type.String())),
				km: Type.Optional(Type.Array(Type.String())),
				en: Type.Optional(Type.Array(Type.String())),
			}),
		}),
	},
	/** The ids of the options, the first first. */
	order: { answer: Ids, key: Type.Object({ kind: Type.Literal('order'), right: Ids }) },
	/** The id of an option to the id of what it is matched with. */
	match: { answer: Pairs, key: Type.Object({ kind: Type.Literal('match'), right: Pairs }) },
} as const satisfies Record<QuestionKind, { answer: TSchema; key: TSchema }>;

export type KeyOf<K extends QuestionKind> = Static<(typeof kinds)[K]['key']>;
/** What decides a verdict. Kept apart from the question, and on the server only. */
export type Key = { [K in QuestionKind]: KeyOf<K> }[QuestionKind];

/** An answer of any kind, in its kind's shape; `null` takes it back. */
export type PlainAnswer = Static<(typeof kinds)[QuestionKind]['answer']> | null;

/** The shapes that answers have, each once: a client's answer is held against its own kind when it is read. */
const shapes: TSchema[] = [
	...new Map(Object.values(kinds).map(({ answer }) => [JSON.stringify(answer), answer])).values(),
];
export const PlainAnswer = Type.Unsafe<PlainAnswer>(Type.Union([...shapes, Type.Null()]));
