import Type, { type Static } from 'typebox';
import { DisplayName } from './account.ts';
import { Id, Localised, Uuid, VersionId, nullable } from './common.ts';

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

/** What is certified. Immutable; its hash is SHA-256 over its canonical JSON (RFC 8785), the salt within it. */
export const CertificateRecord = Type.Object({
	format: Type.Literal('cung-hoc/1'),
	serial: Type.String(),
	holder: Type.String(),
	course: Id,
	courseTitle: Localised,
	certificateTitle: Localised,
	version: VersionId,
	skills: Type.Record(Type.String(), Type.Integer()),
	completedAt: Type.String(),
	issuedAt: Type.String(),
	validUntil: nullable(Type.String()),
	salt: Type.String(),
});
export type CertificateRecord = Static<typeof CertificateRecord>;

export const certificateStatuses = ['valid', 'expired', 'revoked', 'superseded'] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];
export const Certificate = Type.Object({
	serial: Type.String(),
	status: Type.Enum(certificateStatuses),
	holder: Type.String(),
	record: CertificateRecord,
	canonical: Type.String({ description: 'The very text that is hashed.' }),
	hash: Type.String({ description: 'SHA-256 of `canonical` in UTF-8, hex.' }),
	supersededBy: nullable(Type.String()),
	revokedAt: nullable(Type.String()),
	revocationReason: nullable(Type.String()),
	skillTitles: Type.Array(
		Type.Object({ competence: Type.String(), title: Localised, level: Type.Integer() }),
	),
});
export type Certificate = Static<typeof Certificate>;
export const CertificateList = Type.Object({ certificates: Type.Array(Certificate) });
