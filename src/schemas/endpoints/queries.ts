/** Queries that several endpoints share. */
import Type from 'typebox';
import { Locale, VersionId } from '../common.ts';

const closed = { additionalProperties: false } as const;

export const InLocale = Type.Object({ locale: Type.Optional(Locale) }, closed);
export const InVersion = Type.Object(
	{ locale: Type.Optional(Locale), version: Type.Optional(VersionId) },
	closed,
);
