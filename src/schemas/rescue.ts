import Type, { type Static } from 'typebox';
import { AnswerRequest, CheckRequest } from './attempt.ts';
import { Id, Locale, Uuid, described, nullable } from './common.ts';
import { rescueFormat } from './names.ts';
import { LearningEvent } from './progress.ts';

/** What is sealed with: of one learner, and good for that learner's files alone. */
export const RescueKey = Type.Object({
	learner: described(Uuid, 'Whose it is.'),
	key: Type.String({ description: 'HMAC-SHA-256 key, 64 hexadecimal digits.' }),
});
export type RescueKey = Static<typeof RescueKey>;

/** A file as a device saves it and anybody hands it in. */
export const RescueFile = Type.Object(
	{
		payload: Type.String({
			maxLength: 240 * 1024,
			description: 'What was done, as the text of a `RescuePayload` in JSON.',
		}),
		seal: Type.String({
			maxLength: 128,
			description: 'HMAC-SHA-256 of the payload’s UTF-8 bytes under the key of its learner, in hexadecimal.',
		}),
	},
	{ additionalProperties: false },
);
export type RescueFile = Static<typeof RescueFile>;

const strict = { additionalProperties: false } as const;
const EntryId = Type.String({ maxLength: 64, description: 'Names the entry in the receipt.' });
const Title = Type.String({ maxLength: 400, description: 'What it is, in words for its learner.' });
const named = { id: EntryId, title: Title };

/** One thing that was done, as the API would have been asked. */
export const RescueEntry = Type.Union([
	Type.Object({ ...named, kind: Type.Literal('event'), body: LearningEvent }, strict),
	Type.Object({ ...named, kind: Type.Literal('check'), body: CheckRequest }, strict),
	Type.Object(
		{ ...named, kind: Type.Literal('answer'), attempt: Uuid, question: Id, body: AnswerRequest },
		strict,
	),
	Type.Object({ ...named, kind: Type.Literal('hand-in'), attempt: Uuid }, strict),
]);
export type RescueEntry = Static<typeof RescueEntry>;

/** What is within a file. Entries are judged one by one, so that a bad one keeps no other back. */
export const RescuePayload = Type.Object(
	{
		format: Type.Literal(rescueFormat),
		learner: described(Uuid, 'Who did it.'),
		locale: described(Locale, 'Language of the device.'),
		entries: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 500 }),
	},
	strict,
);
export type RescuePayload = Static<typeof RescuePayload>;

export const RescueReceipt = Type.Object({
	saved: Type.Integer({ description: 'How many entries the server has now, also those that it had before.' }),
	refused: Type.Integer({ description: 'How many it does not take; sending them again would not help.' }),
	entries: Type.Array(
		Type.Object({
			title: Type.String({ description: 'What it is, in the words of the file.' }),
			reason: nullable(Type.String(), 'Why it is not taken, as a sentence; null: it is saved.'),
		}),
		{ description: 'Every entry, in the order of the file.' },
	),
});
export type RescueReceipt = Static<typeof RescueReceipt>;
