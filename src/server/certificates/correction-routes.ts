import { corrections } from '#schemas/endpoints/corrections.ts';
import { isUuid } from '#schemas/names.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { fail, unwrap } from '../failure.ts';
import { correctionLimit } from '../plugins/rate-limits.ts';
import { serve } from '../serve.ts';
import { correctCertificate } from './correct.ts';
import { acceptCorrection, refuseCorrection, withdrawCorrection } from './decide-correction.ts';
import { showCertificate } from './describe.ts';
import { serialTyped } from './find.ts';
import { listOpenCorrections } from './list-corrections.ts';
import { describeOwn, findOwnCorrection } from './own-corrections.ts';

export function correctionRoutes(app: App, deps: Deps) {
	const asked = ({ serial, id }: { serial: string; id: string }) => ({
		serial: unwrap(serialTyped(serial)),
		id: correctionIdOf(id),
	});

	serve(
		app,
		corrections.correctCertificate,
		async (request, reply) => {
			const serial = unwrap(serialTyped(request.params.serial));
			const who = request.principal!;
			const done = unwrap(await correctCertificate(deps, who, serial, request.body, request.locale));
			if ('asked' in done) return reply.code(202).send(describeOwn(done.asked, done.of));
			// The name of the person has changed with it.
			deps.sessions.forget(who.learner);
			return reply.code(done.fresh ? 201 : 200).send(await showCertificate(deps, done.row));
		},
		{ rateLimit: correctionLimit },
	);

	serve(app, corrections.ownCorrection, async (request) => {
		const serial = unwrap(serialTyped(request.params.serial));
		const found = await findOwnCorrection(deps, request.principal!.learner, serial);
		return found ?? unwrap(fail('correction-unknown'));
	});

	serve(app, corrections.withdrawCorrection, async (request, reply) => {
		unwrap(await withdrawCorrection(deps, request.principal!, asked(request.params)));
		return reply.code(204).send(null);
	});

	serve(app, corrections.openCorrections, async (request) => ({
		corrections: await listOpenCorrections(deps, request.principal!),
	}));

	serve(app, corrections.acceptCorrection, async (request, reply) => {
		const row = unwrap(await acceptCorrection(deps, request.principal!, asked(request.params)));
		deps.sessions.forget(row.learnerId);
		return reply.code(201).send(await showCertificate(deps, row));
	});

	serve(app, corrections.refuseCorrection, async (request, reply) => {
		const { why } = request.body;
		unwrap(await refuseCorrection(deps, request.principal!, asked(request.params), why));
		return reply.code(204).send(null);
	});
}

/** What is no UUID is as unknown as a request that nobody made. */
function correctionIdOf(typed: string): string {
	return isUuid(typed) ? typed.toLowerCase() : '00000000-0000-0000-0000-000000000000';
}
