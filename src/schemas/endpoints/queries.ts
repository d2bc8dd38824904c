/** Queries that several endpoints share. */
import Type from 'typebox';
import { Locale, TargetGroup, VersionId, described } from '../common.ts';

const closed = { additionalProperties: false } as const;

export const Wanted = Type.Optional(
	described(
		Locale,
		'Language wanted: vi, km or en; absent: by Accept-Language, then by the cookie `locale`, else vi.',
	),
);

export const InLocale = Type.Object({ locale: Wanted }, closed);
/** Of every view: how it addresses its reader depends on their group. */
const group = Type.Optional(
	described(
		TargetGroup,
		'Target group that the reader chose; counts where they have told none of their own.',
	),
);
export const InLocaleForGroup = Type.Object({ locale: Wanted, group }, closed);
export const InVersion = Type.Object(
	{
		locale: Wanted,
		version: Type.Optional(described(VersionId, 'Version wanted; absent: the one published now.')),
	},
	closed,
);
export const InVersionForGroup = Type.Object({ ...InVersion.properties, group }, closed);
