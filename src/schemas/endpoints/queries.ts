/** Queries that several endpoints share. */
import Type from 'typebox';
import { Locale, VersionId, described } from '../common.ts';

const closed = { additionalProperties: false } as const;

export const Wanted = Type.Optional(
	described(
		Locale,
		'Language wanted: vi, km or en; absent: by Accept-Language, then by the cookie `locale`, else vi.',
	),
);

export const InLocale = Type.Object({ locale: Wanted }, closed);
export const InVersion = Type.Object(
	{
		locale: Wanted,
		version: Type.Optional(described(VersionId, 'Version wanted; absent: the one published now.')),
	},
	closed,
);
