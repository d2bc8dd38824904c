import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { readSerial } from '#domain/certificates.ts';
import {
	Certificate,
	CertificateList,
	CertificateRequest,
	CorrectionRequest,
	RevocationRequest,
} from '#schemas/certificate.ts';
import { Locale } from '#schemas/common.ts';
import { Problem } from '#schemas/problem.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { fail, unwrap } from '../failure.ts';
import { correctCertificate } from './correct.ts';
import { describeCertificate } from './describe.ts';
import { listCertificates } from './list.ts';
import { certificatePdf } from './pdf.ts';
import { requestCertificate } from './request.ts';
import { revokeCertificate } from './revoke.ts';
import { selectOptionalCertificate, type CertificateRow } from './store.ts';

const tags = ['certificates'];
const problem = { '4xx': Problem };
/** Whatever was typed; what can be no serial is as unknown as one that nobody has. */
const params = Type.Object({
	serial: Type.String({ maxLength: 200, description: 'Such as 7Q4M-0K2D-9XTR-3.' }),
});

export function certificateRoutes(app: App, deps: Deps) {
	const { catalog, config, database, now } = deps;
	const shown = (row: CertificateRow) => describeCertificate(row, catalog, now());

	app.post(
		'/api/certificates',
		{
			config: { access: 'learner' },
			schema: {
				tags,
				summary: 'Ask for the certificate of a course; 200 when it was issued already',
				body: CertificateRequest,
				response: { 200: Certificate, 201: Certificate, ...problem },
			},
		},
		async (request, reply) => {
			const { row, fresh } = unwrap(await requestCertificate(deps, request.principal!.learner, request.body));
			return reply.code(fresh ? 201 : 200).send(shown(row));
		},
	);

	app.get(
		'/api/certificates',
		{
			config: { access: 'learner' },
			schema: { tags, summary: 'My certificates', response: { 200: CertificateList, ...problem } },
		},
		async (request) => ({ certificates: await listCertificates(deps, request.principal!.learner) }),
	);

	app.get(
		'/api/certificates/:serial',
		{
			config: { access: 'public' },
			schema: {
				tags,
				summary: 'Check a certificate',
				description: 'The serial as printed or as typed: small letters, no hyphens, O for 0, I or L for 1.',
				params,
				response: { 200: Certificate, ...problem },
			},
		},
		async (request, reply) => {
			notIndexed(reply);
			return shown(unwrap(await certificateTyped(request.params.serial)));
		},
	);

	app.get(
		'/api/certificates/:serial.pdf',
		{
			config: { access: 'public' },
			schema: {
				tags,
				summary: 'A certificate to print',
				params,
				querystring: Type.Object({ locale: Type.Optional(Locale) }, { additionalProperties: false }),
				response: { 200: PdfFile, ...problem },
			},
		},
		async (request, reply) => {
			notIndexed(reply);
			const row = unwrap(await certificateTyped(request.params.serial));
			const pdf = await certificatePdf({
				certificate: shown(row),
				locale: request.query.locale ?? request.locale,
				verifyUrl: `${originOf(request)}/certificates/${row.serial}`,
			});
			return reply
				.type('application/pdf')
				.header('content-disposition', `inline; filename="cung-hoc-${row.serial}.pdf"`)
				.send(Buffer.from(pdf));
		},
	);

	app.post(
		'/api/certificates/:serial/correction',
		{
			config: { access: 'learner' },
			schema: {
				tags,
				summary: 'Have my certificate issued anew under the right name',
				params,
				body: CorrectionRequest,
				response: { 200: Certificate, 201: Certificate, ...problem },
			},
		},
		async (request, reply) => {
			const serial = unwrap(serialTyped(request.params.serial));
			const { row, fresh } = unwrap(
				await correctCertificate(deps, request.principal!, serial, request.body, request.locale),
			);
			// The name of the person has changed with it.
			deps.sessions.forget(request.principal!.learner);
			return reply.code(fresh ? 201 : 200).send(shown(row));
		},
	);

	app.post(
		'/api/certificates/:serial/revocation',
		{
			config: { access: 'certificate.revoke' },
			schema: {
				tags,
				summary: 'Take a certificate back, with a reason that everyone can read',
				params,
				body: RevocationRequest,
				response: { 200: Certificate, ...problem },
			},
		},
		async (request) => {
			const serial = unwrap(serialTyped(request.params.serial));
			return shown(
				unwrap(await revokeCertificate(deps, request.principal!.actor, serial, request.body.reason)),
			);
		},
	);

	async function certificateTyped(typed: string) {
		const serial = readSerial(typed);
		return (serial && (await selectOptionalCertificate(database.db, serial))) || fail('certificate-unknown');
	}

	function originOf(request: FastifyRequest): string {
		return config.origin ?? `${request.protocol}://${request.host}`;
	}
}

const PdfFile = {
	description: 'The certificate on one sheet.',
	content: { 'application/pdf': { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) } },
};

function serialTyped(typed: string) {
	return readSerial(typed) ?? fail('certificate-unknown');
}

/** A certificate names a person: no search engine may list it, and its state is never told from a cache. */
function notIndexed(reply: FastifyReply) {
	reply.header('x-robots-tag', 'noindex, nofollow').header('cache-control', 'no-store');
}
