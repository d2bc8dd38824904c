import Type, { type Static } from 'typebox';
import { DisplayName } from './account.ts';
import { CompetenceCode, Id, Localised, Uuid, VersionId, nullable } from './common.ts';

export const CertificateRequest = Type.Object(
	{ course: Id, clientId: Type.Optional(Uuid) },
	{ additionalProperties: false },
);
export const CorrectionRequest = Type.Object(
	{ displayName: DisplayName, clientId: Type.Optional(Uuid) },
	{ additionalProperties: false },
);
export const RevocationRequest = Type.Object(
	{ reason: Type.String({ minLength: 5, maxLength: 500, pattern: '\\S' }) },
	{ additionalProperties: false },
);

const certified = {
	serial: Type.String({ description: 'Serial, as it stands on the paper.' }),
	holder: Type.String({ description: 'Name of the holder.' }),
	course: Id,
	courseTitle: Localised,
	certificateTitle: Localised,
	version: VersionId,
	completedAt: Type.String({ description: 'When the course was completed.' }),
	issuedAt: Type.String({ description: 'When this certificate was issued.' }),
	validUntil: nullable(Type.String({ description: 'Until when it is valid; null: for ever.' })),
	salt: Type.String({ description: 'Random, so that nobody finds the name by trying hashes.' }),
};

export const CertifiedSkill = Type.Object({
	framework: Type.String({ ...Id, description: 'Framework that the competence belongs to.' }),
	frameworkVersion: nullable(
		Type.String({ description: 'Its version when the course was published; null where none was known.' }),
	),
	competence: CompetenceCode,
	level: Type.Integer({ description: 'Level in the framework, 1 to 8.' }),
});
export type CertifiedSkill = Static<typeof CertifiedSkill>;

/** What is certified. Immutable; its hash is SHA-256 over its canonical JSON (RFC 8785), the salt within it. */
export const CertificateRecord = Type.Object({
	format: Type.Literal('cung-hoc/2'),
	...certified,
	skills: Type.Array(CertifiedSkill, { description: 'Competences certified.' }),
});
export type CertificateRecord = Static<typeof CertificateRecord>;

/** Records until November 2026: competences by their code alone. They stay as they were issued. */
export const FirstCertificateRecord = Type.Object({
	format: Type.Literal('cung-hoc/1'),
	...certified,
	skills: Type.Record(Type.String(), Type.Integer(), { description: 'Competence code to level.' }),
});
export type FirstCertificateRecord = Static<typeof FirstCertificateRecord>;

export const AnyCertificateRecord = Type.Union([CertificateRecord, FirstCertificateRecord]);
export type AnyCertificateRecord = Static<typeof AnyCertificateRecord>;

export const certificateStatuses = ['valid', 'expired', 'revoked', 'superseded'] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];
export const Certificate = Type.Object({
	serial: Type.String(),
	status: Type.Enum(certificateStatuses),
	holder: Type.String(),
	record: AnyCertificateRecord,
	canonical: Type.String({ description: 'The very text that is hashed.' }),
	hash: Type.String({ description: 'SHA-256 of `canonical` in UTF-8, hex.' }),
	supersededBy: nullable(Type.String()),
	revokedAt: nullable(Type.String()),
	revocationReason: nullable(Type.String()),
	skillTitles: Type.Array(Type.Object({ ...CertifiedSkill.properties, title: Localised }), {
		description:
			'The competences of the record with their names; of an old record, with what it left unsaid.',
	}),
	frameworks: Type.Array(Type.Object({ id: Id, title: Localised }), {
		description: 'The frameworks of its competences, by name.',
	}),
});
export type Certificate = Static<typeof Certificate>;
export const CertificateList = Type.Object({ certificates: Type.Array(Certificate) });
