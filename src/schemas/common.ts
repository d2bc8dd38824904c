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

export const Locale = Type.Enum(locales, { description: 'Language: Vietnamese, Khmer or English.' });
export type Locale = Static<typeof Locale>;

/** The same words in one or more languages. */
export const Localised = Type.Object(
	{ vi: Type.Optional(Type.String()), km: Type.Optional(Type.String()), en: Type.Optional(Type.String()) },
	{ additionalProperties: false },
);
export type Localised = Static<typeof Localised>;

export const Id = Type.String({ pattern: idPattern, maxLength: idLength });

export const Uuid = Type.String({
	format: 'uuid',
	pattern: uuidPattern,
	description: 'UUID made by the client.',
});
export const Timestamp = Type.String({ format: 'date-time', maxLength: 40 });

/** Code of a competence in a framework, such as `4.1`. */
export const CompetenceCode = Type.String({ pattern: '^[0-9]+(\\.[0-9]+)*$', maxLength: 16 });

/** A competence as authors write it: its code, or with its framework, such as `tt02-2025:4.1`. */
export const CompetenceRef = Type.String({
	pattern: competencePattern,
	maxLength: 80,
});

/** A competence by its whole name: `framework:code`. */
export const CompetenceName = Type.String({
	pattern: '^[a-z0-9]+(-[a-z0-9]+)*:[0-9]+(\\.[0-9]+)*$',
	maxLength: 80,
	description: 'A competence as framework:code, such as tt02-2025:4.1.',
});

export const TargetGroup = Type.Enum(targetGroups, { description: 'Target group of the movement.' });
export type TargetGroup = Static<typeof TargetGroup>;

export const VersionId = Type.String({
	pattern: '^[0-9a-f]{16}$',
	description: 'A published version of a course.',
});

export function nullable<T extends Type.TSchema>(schema: T) {
	return Type.Union([schema, Type.Null()]);
}

/** Where and how an act happened; stored with it, since it cannot be added later. */
export const Context = Type.Object(
	{
		channel: Type.Optional(Type.Enum(channels)),
		deviceTime: Type.Optional(Timestamp),
		assistedBy: Type.Optional({ ...Uuid, description: 'Who helped, as an opaque id.' }),
	},
	{ additionalProperties: false },
);
export type Context = Static<typeof Context>;
