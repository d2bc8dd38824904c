import Type, { type Static } from 'typebox';
import {
	channels,
	competencePattern,
	idLength,
	idPattern,
	locales,
	targetGroups,
	uuidPattern,
} from './names.ts';

/** The same shape with a sentence of its own: what it is in the field where it stands. */
export function described<T extends Type.TSchema>(schema: T, description: string): T {
	return Type.With(schema, { description }) as T;
}

/** Or null; the sentence says what null means. */
export function nullable<T extends Type.TSchema>(schema: T, description?: string) {
	return Type.Union([schema, Type.Null()], description === undefined ? {} : { description });
}

export const Locale = Type.Enum(locales, {
	description: 'A language: vi (Vietnamese), km (Khmer) or en (English).',
});
export type Locale = Static<typeof Locale>;

/** The same words in one or more languages. */
export const Localised = Type.Object(
	{
		vi: Type.Optional(Type.String({ description: 'The words in Vietnamese; absent where there are none.' })),
		km: Type.Optional(Type.String({ description: 'The words in Khmer; absent where there are none.' })),
		en: Type.Optional(Type.String({ description: 'The words in English; absent where there are none.' })),
	},
	{ additionalProperties: false },
);
export type Localised = Static<typeof Localised>;

export const Id = Type.String({
	pattern: idPattern,
	maxLength: idLength,
	description: 'An id as its author wrote it: lower-case letters, digits and hyphens, at most 64.',
});

export const Uuid = Type.String({
	format: 'uuid',
	pattern: uuidPattern,
	description: 'A UUID made by the client; its case does not matter.',
});

/** What a client says. */
export const Timestamp = Type.String({
	format: 'date-time',
	maxLength: 40,
	description: 'A moment in ISO 8601 with its offset from UTC, such as 2026-11-20T09:30:00+07:00.',
});

/** What the API says of a moment. */
export function moment(description: string) {
	return Type.String({ description: `${description} ISO 8601 in UTC, to the millisecond.` });
}

/** Code of a competence in a framework. */
export const CompetenceCode = Type.String({
	pattern: '^[0-9]+(\\.[0-9]+)*$',
	maxLength: 16,
	description: 'Code of a competence in its framework, such as 4.1.',
});

/** A competence as authors write it. */
export const CompetenceRef = Type.String({
	pattern: competencePattern,
	maxLength: 80,
	description: 'A competence by its code, or by its framework and code, such as tt02-2025:4.1.',
});

/** A competence by its whole name: `framework:code`. */
export const CompetenceName = Type.String({
	pattern: '^[a-z0-9]+(-[a-z0-9]+)*:[0-9]+(\\.[0-9]+)*$',
	maxLength: 80,
	description: 'A competence as framework:code, such as tt02-2025:4.1.',
});

export const TargetGroup = Type.Enum(targetGroups, {
	description:
		'A target group of the movement: students, officials, cooperatives, elderly, workers or citizens.',
});
export type TargetGroup = Static<typeof TargetGroup>;

export const VersionId = Type.String({
	pattern: '^[0-9a-f]{16}$',
	description: 'A published version of a course: 16 hexadecimal digits.',
});

/** Where and how an act happened; stored with it, since it cannot be added later. */
export const Context = Type.Object(
	{
		channel: Type.Optional(
			Type.Enum(channels, {
				description:
					'How it was done: web, offline (kept on the device and sent later), paper (entered from a sheet) or ' +
					'class (together); absent: as the attempt that it belongs to, else web.',
			}),
		),
		deviceTime: Type.Optional(
			described(Timestamp, 'When it was done by the clock of the device, in ISO 8601; absent: unknown.'),
		),
		assistedBy: Type.Optional(
			described(
				Uuid,
				'Who helped, as an opaque id; kept if they look after the learner; absent: as the attempt, else nobody.',
			),
		),
	},
	{ additionalProperties: false, description: 'Where and how it was done; absent: on the web, alone.' },
);
export type Context = Static<typeof Context>;

/** A text that says something: signs that cannot be seen are no words. */
export const hasWords = '[\\p{L}\\p{N}]';
