import Type, { type Static } from 'typebox';
import { DisplayName } from './account.ts';
import {
	CompetenceCode,
	Id,
	Localised,
	Uuid,
	VersionId,
	described,
	hasWords,
	moment,
	nullable,
} from './common.ts';

const ClientId = described(
	Uuid,
	'A UUID made by the client, so that the same request sent again does nothing twice; absent: none.',
);

export const CertificateRequest = Type.Object(
	{ course: described(Id, 'Id of the course.'), clientId: Type.Optional(ClientId) },
	{ additionalProperties: false },
);
export const CorrectionRequest = Type.Object(
	{
		displayName: described(
			DisplayName,
			'The right name, 1 to 80 characters; it becomes the name of the account too.',
		),
		reason: Type.Optional(
			Type.String({
				maxLength: 500,
				description:
					'Why, for whoever looks at a correction that is not made at once, 500 characters at most; absent or empty: nothing is said.',
			}),
		),
		clientId: Type.Optional(ClientId),
	},
	{ additionalProperties: false },
);
export const RevocationRequest = Type.Object(
	{
		reason: Type.String({
			minLength: 5,
			maxLength: 500,
			pattern: hasWords,
			description: 'Why, 5 to 500 characters; everyone who checks the certificate reads it.',
		}),
	},
	{ additionalProperties: false },
);

/** How it is known that the holder has learned themselves. */
export const Assurance = Type.Object(
	{
		by: Type.Enum(['learning', 'helper'], {
			description:
				'By learning: an account that has been there for a while and learned for a believable time; by a helper: ' +
				'somebody who looks after the learner vouches for it.',
		}),
		minutes: Type.Integer({
			description: 'Minutes of learning that were seen in the course, from 0; pauses count ten at most.',
		}),
	},
	{
		description:
			'How it is known that the holder has learned the course; absent: issued before that was asked.',
	},
);
export type Assurance = Static<typeof Assurance>;

export const supervisions = ['room', 'none'] as const;
/** How the quizzes that a certificate rests on were taken. */
export type Supervision = (typeof supervisions)[number];

/** What is still to be seen of the learning itself before a certificate is issued. */
export const Proof = Type.Object(
	{
		account: Type.Boolean({ description: 'Whether there is a log-in; a guest has none.' }),
		minutes: Type.Integer({ description: 'Minutes of learning that were seen in the course.' }),
		needed: Type.Integer({ description: 'Minutes without which the certificate is not believable.' }),
		notBefore: nullable(
			Type.String(),
			'From when it can be issued, ISO 8601 in UTC, since the learner has not been here for long; null: from now.',
		),
	},
	{ description: 'What is not seen yet; whoever looks after the learner may vouch for them instead.' },
);
export type Proof = Static<typeof Proof>;

export const VoucherRequest = Type.Object(
	{
		username: Type.String({
			minLength: 1,
			maxLength: 40,
			description: 'User name of the learner; case does not matter.',
		}),
		course: described(Id, 'Id of the course that they have learned.'),
	},
	{ additionalProperties: false },
);
export const Voucher = Type.Object({
	username: Type.String({ description: 'User name of the learner.' }),
	course: described(Id, 'Id of the course.'),
	at: moment('When somebody vouched for them.'),
});

const certified = {
	serial: Type.String({ description: 'Serial as it stands on the paper, such as 7Q4M-0K2D-9XTR-3.' }),
	holder: Type.String({ description: 'Name of the holder, as it stands on the paper.' }),
	course: described(Id, 'Id of the course.'),
	courseTitle: described(Localised, 'Title of the course when it was issued, in each language it had.'),
	certificateTitle: described(Localised, 'What the certificate is called, in each language it had.'),
	version: described(VersionId, 'Version of the course that was completed.'),
	completedAt: moment('When the course was completed.'),
	issuedAt: moment('When this certificate was issued.'),
	validUntil: nullable(
		Type.String(),
		'Last day on which it is valid, such as 2028-11-22, to the end of that day in the time zone of the platform; in ' +
			'records until November 2026 a moment of that day, ISO 8601 in UTC; null: for ever.',
	),
	salt: Type.String({
		description: 'Random, 32 hexadecimal digits, so that nobody finds the name by trying hashes.',
	}),
};

export const CertifiedSkill = Type.Object({
	framework: described(Id, 'Id of the framework that the competence belongs to.'),
	frameworkVersion: nullable(
		Type.String(),
		'Version of the framework when the course was published; null: none was known.',
	),
	competence: CompetenceCode,
	level: Type.Integer({ description: 'Level in the framework, 1 to 8.' }),
});
export type CertifiedSkill = Static<typeof CertifiedSkill>;

/** What is certified. Immutable; its hash is SHA-256 over its canonical JSON (RFC 8785), the salt within it. */
export const CertificateRecord = Type.Object({
	format: Type.Literal('cung-hoc/2', { description: 'Form of this record.' }),
	...certified,
	skills: Type.Array(CertifiedSkill, {
		description: 'Competences certified, each with its framework and level.',
	}),
	assurance: Type.Optional(Assurance),
	supervision: Type.Optional(
		Type.Enum(supervisions, {
			description:
				'How the quizzes that it rests on were taken: room: all of them in a room that somebody supervised; none: without ' +
				'that; absent: it rests on no quiz, or was issued before that was told.',
		}),
	),
});
export type CertificateRecord = Static<typeof CertificateRecord>;

/** Records until November 2026: competences by their code alone. They stay as they were issued. */
export const FirstCertificateRecord = Type.Object({
	format: Type.Literal('cung-hoc/1', { description: 'Form of a record until November 2026.' }),
	...certified,
	skills: Type.Record(Type.String(), Type.Integer(), {
		description: 'Levels certified, 1 to 8, by competence code.',
	}),
});
export type FirstCertificateRecord = Static<typeof FirstCertificateRecord>;

export const AnyCertificateRecord = Type.Union([CertificateRecord, FirstCertificateRecord], {
	description: 'What is certified; it never changes once it is issued.',
});
export type AnyCertificateRecord = Static<typeof AnyCertificateRecord>;

export const correctors = ['holder', 'helper'] as const;
/** By whom a name was corrected. */
export type CorrectedBy = (typeof correctors)[number];
/** That the name was corrected once. The name before is nobody's business. */
const Correction = Type.Object({
	at: moment('When the name was corrected, and the certificate issued anew.'),
	by: Type.Enum(correctors, {
		description:
			'By the holder, who may change the spelling by themselves twice; by a helper: an administrator, or somebody who ' +
			'looks after the holder, has looked at it.',
	}),
});

export const certificateStatuses = ['valid', 'expired', 'revoked', 'superseded'] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];
export const Certificate = Type.Object({
	serial: Type.String({ description: 'Serial as it stands on the paper, such as 7Q4M-0K2D-9XTR-3.' }),
	status: Type.Enum(certificateStatuses, {
		description:
			'How it stands now: valid, expired, revoked (taken back) or superseded (issued anew under the right name).',
	}),
	holder: Type.String({ description: 'Name of the holder, as it stands on the paper.' }),
	record: AnyCertificateRecord,
	canonical: Type.String({
		description: 'The record as canonical JSON (RFC 8785): the very text that is hashed.',
	}),
	hash: Type.String({ description: 'SHA-256 of `canonical` in UTF-8, as 64 hexadecimal digits.' }),
	supersededBy: nullable(Type.String(), 'Serial of the certificate that replaces it; null: none does.'),
	revokedAt: nullable(Type.String(), 'When it was taken back, ISO 8601 in UTC; null: it was not.'),
	revocationReason: nullable(Type.String(), 'Why it was taken back; null: it was not.'),
	corrections: Type.Array(Correction, {
		description:
			'How often and when the name was corrected before it came to stand here, the first time first; never what it was.',
	}),
	skillTitles: Type.Array(
		Type.Object({
			...CertifiedSkill.properties,
			title: described(
				Localised,
				'Name of the competence as it is called now; empty where the framework is gone.',
			),
		}),
		{
			description:
				'The competences of the record with their names; of an old record, with what it left unsaid.',
		},
	),
	frameworks: Type.Array(
		Type.Object({
			id: described(Id, 'Id of the framework.'),
			title: described(Localised, 'Name of the framework as it is called now; empty where it is gone.'),
		}),
		{
			description: 'The frameworks of its competences, by name.',
		},
	),
});
export type Certificate = Static<typeof Certificate>;
export const CertificateList = Type.Object({
	certificates: Type.Array(Certificate, {
		description: 'My certificates, those no longer in force among them.',
	}),
});
