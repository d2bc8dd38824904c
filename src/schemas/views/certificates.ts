/** Views of certificates. */
import Type, { type Static } from 'typebox';
import { Certificate, Proof } from '../certificate.ts';
import { Id, Locale, described, nullable } from '../common.ts';
import { OwnCorrection } from '../correction.ts';
import { address, me, meInFull } from './reader.ts';
import { title } from './step.ts';

const Left = Type.Object({
	kind: Type.Enum(['lesson', 'quiz'], { description: 'What it is.' }),
	id: Id,
	title,
	locale: { ...Locale, description: 'Language of the title.' },
	waiting: Type.Integer({
		description: 'Of a quiz: how many of its questions wait for a person to grade them.',
	}),
});
export const CertificatesView = Type.Object({
	me: meInFull,
	address,
	certificates: Type.Array(Certificate, { description: 'Those in force first, and the newest first.' }),
	corrections: Type.Array(OwnCorrection, {
		description: 'Corrections of names on them that wait or were refused; of each certificate the last one.',
	}),
	candidates: Type.Array(
		Type.Object({
			id: Id,
			title,
			isReady: Type.Boolean({ description: 'The course is complete: the certificate can be asked for.' }),
			proof: nullable(Proof, 'What is still to be seen of the learning itself; null: nothing.'),
			supervised: Type.Array(
				Type.Object({ id: Id, title, locale: { ...Locale, description: 'Language of the title.' } }),
				{
					description: 'Quizzes that are still to be passed in a supervised room; empty: none.',
				},
			),
			left: Type.Array(Left, { description: 'What the course still asks for.' }),
		}),
		{ description: 'Courses under way that give a certificate; those that are ready first.' },
	),
});
export type CertificatesView = Static<typeof CertificatesView>;

export const CertificateView = Type.Object({
	me,
	address,
	certificate: described(Certificate, 'The certificate, as anybody may see it.'),
	isHolder: Type.Boolean({ description: 'It is the reader’s own.' }),
	correction: nullable(
		OwnCorrection,
		'The last correction of the name on it that the holder asked for and that was not made at once; null: none, or somebody else reads.',
	),
	freeCorrections: Type.Integer({
		description:
			'How many small corrections its holder may still make at once, 0 to 2; 0 where somebody else reads.',
	}),
});
export type CertificateView = Static<typeof CertificateView>;
