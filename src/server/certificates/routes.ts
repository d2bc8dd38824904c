import type { FastifyReply, FastifyRequest } from 'fastify';
import { readSerial } from '#domain/certificates.ts';
import { confirmedOrigin } from '#domain/origin.ts';
import { certificates } from '#schemas/endpoints/certificates.ts';
import type { App } from '../app-types.ts';
import { ownAddresses } from '../own-addresses.ts';
import type { Deps } from '../deps.ts';
import { fail, unwrap } from '../failure.ts';
import { serve } from '../serve.ts';
import { correctCertificate } from './correct.ts';
import { describeCertificate } from './describe.ts';
import { findCertificate } from './find.ts';
import { listCertificates } from './list.ts';
import { Paper } from './pdf-aside.ts';
import { requestCertificate } from './request.ts';
import { revokeCertificate } from './revoke.ts';
import type { CertificateRow } from './store.ts';
import { vouchFor } from './vouch.ts';

export function certificateRoutes(app: App, deps: Deps) {
	const { catalog, config, database, now } = deps;
	const paper = new Paper();
	app.addHook('onClose', () => paper.stop());
	const shown = (row: CertificateRow) => describeCertificate(row, catalog, now());

	serve(app, certificates.vouch, async (request, reply) => {
		const { voucher, fresh } = unwrap(await vouchFor(deps, request.principal!, request.body));
		return reply.code(fresh ? 201 : 200).send(voucher);
	});

	serve(app, certificates.requestCertificate, async (request, reply) => {
		const { row, fresh } = unwrap(await requestCertificate(deps, request.principal!.learner, request.body));
		return reply.code(fresh ? 201 : 200).send(await shown(row));
	});

	serve(app, certificates.certificates, async (request) => ({
		certificates: await listCertificates(deps, request.principal!.learner),
	}));

	serve(app, certificates.certificate, async (request, reply) => {
		notIndexed(reply);
		return shown(unwrap(await findCertificate(database.db, request.params.serial)));
	});

	serve(app, certificates.certificatePdf, async (request, reply) => {
		notIndexed(reply);
		const row = unwrap(await findCertificate(database.db, request.params.serial));
		const pdf = unwrap(
			await paper.pdf({
				certificate: await shown(row),
				locale: request.query.locale ?? request.locale,
				timeZone: config.timeZone,
				verifyUrl: verifyUrl(request, row.serial),
			}),
		);
		return reply
			.type('application/pdf')
			.header('content-disposition', `inline; filename="cung-hoc-${row.serial}.pdf"`)
			.code(200)
			.send(Buffer.from(pdf));
	});

	serve(app, certificates.correctCertificate, async (request, reply) => {
		const serial = unwrap(serialTyped(request.params.serial));
		const { row, fresh } = unwrap(
			await correctCertificate(deps, request.principal!, serial, request.body, request.locale),
		);
		// The name of the person has changed with it.
		deps.sessions.forget(request.principal!.learner);
		return reply.code(fresh ? 201 : 200).send(await shown(row));
	});

	serve(app, certificates.revokeCertificate, async (request) => {
		const serial = unwrap(serialTyped(request.params.serial));
		return shown(unwrap(await revokeCertificate(deps, request.principal!, serial, request.body.reason)));
	});

	/** Null where nobody has confirmed the address that the request names: no code on paper may lead there. */
	function verifyUrl({ protocol, host }: FastifyRequest, serial: string): string | null {
		const origin = confirmedOrigin(`${protocol}://${host}`, config.origin, ownAddresses);
		return origin && `${origin}/certificates/${serial}`;
	}
}

function serialTyped(typed: string) {
	return readSerial(typed) ?? fail('certificate-unknown');
}

/** A certificate names a person: no search engine may list it, and its state is never told from a cache. */
function notIndexed(reply: FastifyReply) {
	reply.header('x-robots-tag', 'noindex, nofollow').header('cache-control', 'no-store');
}
