import type { FastifyReply, FastifyRequest } from 'fastify';
import { confirmedOrigin } from '#domain/origin.ts';
import { certificates } from '#schemas/endpoints/certificates.ts';
import type { App } from '../app-types.ts';
import { ownAddresses } from '../own-addresses.ts';
import type { Deps } from '../deps.ts';
import { unwrap } from '../failure.ts';
import { serve } from '../serve.ts';
import { showCertificate } from './describe.ts';
import { findCertificate, serialTyped } from './find.ts';
import { listCertificates } from './list.ts';
import { Paper } from './pdf-aside.ts';
import { requestCertificate } from './request.ts';
import { revokeCertificate } from './revoke.ts';
import type { CertificateRow } from './store.ts';
import { vouchFor } from './vouch.ts';

export function certificateRoutes(app: App, deps: Deps) {
	const { config, database } = deps;
	const paper = new Paper();
	app.addHook('onClose', () => paper.stop());
	const shown = (row: CertificateRow) => showCertificate(deps, row);

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
				issuer: config.issuer,
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

	serve(app, certificates.revokeCertificate, async (request) => {
		const serial = unwrap(serialTyped(request.params.serial));
		return shown(unwrap(await revokeCertificate(deps, request.principal!, serial, request.body.reason)));
	});

	/** Null where nobody has confirmed the address that the request names: no code on paper may lead there. */
	function verifyUrl({ visitorOrigin }: FastifyRequest, serial: string): string | null {
		const origin = confirmedOrigin(visitorOrigin, config.origin, ownAddresses);
		return origin && `${origin}/certificates/${serial}`;
	}
}

/** A certificate names a person: no search engine may list it, and its state is never told from a cache. */
function notIndexed(reply: FastifyReply) {
	reply.header('x-robots-tag', 'noindex, nofollow').header('cache-control', 'no-store');
}
