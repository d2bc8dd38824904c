import Type from 'typebox';
import {
	Certificate,
	CertificateList,
	CertificateRequest,
	RevocationRequest,
	Voucher,
	VoucherRequest,
} from '../certificate.ts';
import { described } from '../common.ts';
import * as paths from '../paths.ts';
import { endpoint } from './endpoint.ts';
import { InLocale } from './queries.ts';

const tag = 'certificates';
/** Whatever was typed; what can be no serial is as unknown as one that nobody has. */
export const ofSerial = Type.Object({
	serial: Type.String({
		maxLength: 200,
		description: 'Serial of the certificate, such as 7Q4M-0K2D-9XTR-3, as printed or as typed.',
	}),
});
const PdfFile = {
	description: 'The certificate on one sheet.',
	content: { 'application/pdf': { schema: Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' }) } },
};

export const certificates = {
	vouch: endpoint({
		address: paths.vouch,
		access: 'learning.vouch',
		tag,
		summary:
			'Vouch that a learner whom I look after has learned a course themselves; 200 when I said so today',
		description: 'Then they get its certificate though they have not been seen to learn for long.',
		body: VoucherRequest,
		responses: {
			200: described(Voucher, 'Vouched for within the last day already.'),
			201: described(Voucher, 'Vouched for now.'),
		},
	}),
	requestCertificate: endpoint({
		address: paths.requestCertificate,
		access: 'learner',
		tag,
		summary: 'Ask for the certificate of a course; 200 when it was issued already',
		body: CertificateRequest,
		responses: {
			200: described(Certificate, 'The certificate that was issued before.'),
			201: described(Certificate, 'The certificate that was issued now.'),
		},
	}),
	certificates: endpoint({
		address: paths.certificates,
		access: 'learner',
		tag,
		summary: 'My certificates',
		responses: { 200: described(CertificateList, 'My certificates, in force or not.') },
	}),
	certificate: endpoint({
		address: paths.certificate,
		access: 'public',
		tag,
		summary: 'Check a certificate',
		description: 'A serial is read as people type it: small letters, no hyphens, O for 0, I or L for 1.',
		params: ofSerial,
		responses: { 200: described(Certificate, 'The certificate, and how it stands now.') },
	}),
	certificatePdf: endpoint({
		address: paths.certificatePdf,
		access: 'public',
		tag,
		summary: 'A certificate to print',
		params: ofSerial,
		query: InLocale,
		responses: { 200: PdfFile },
	}),
	revokeCertificate: endpoint({
		address: paths.revokeCertificate,
		access: 'certificate.revoke',
		tag,
		summary: 'Take a certificate back, with a reason that everyone can read',
		params: ofSerial,
		body: RevocationRequest,
		responses: { 200: described(Certificate, 'The certificate, revoked.') },
	}),
};
