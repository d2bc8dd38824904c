import type { FastifyReply } from 'fastify';
import { paper } from '#schemas/endpoints/paper.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { unwrap } from '../failure.ts';
import { serve } from '../serve.ts';
import { correctResult } from './correct.ts';
import { describeForm, describeMade, listForms } from './describe.ts';
import { enterResult } from './enter.ts';
import { findForm } from './form.ts';
import { makeForms } from './make.ts';
import { FormSheets } from './sheets.ts';

export function paperRoutes(app: App, deps: Deps) {
	const sheets = new FormSheets(deps);
	app.addHook('onClose', () => sheets.stop());

	serve(app, paper.makePaperForms, async ({ principal, body, query, locale }, reply) => {
		const { rows, fresh } = unwrap(await makeForms(deps, principal!, body));
		return reply.code(fresh ? 201 : 200).send(await describeMade(deps, rows, query.locale ?? locale));
	});

	serve(app, paper.paperForms, ({ principal, query, locale }) =>
		listForms(deps, principal!, query.locale ?? locale),
	);

	serve(app, paper.paperForm, async ({ principal, params, query, locale }, reply) => {
		reply.header('cache-control', 'no-store');
		const form = unwrap(await findForm(deps, principal!, params.number));
		return describeForm(deps, form, query.locale ?? locale);
	});

	const sent = (reply: FastifyReply, name: string, pdf: Uint8Array) =>
		reply
			.type('application/pdf')
			.header('content-disposition', `inline; filename="${name}.pdf"`)
			.header('cache-control', 'no-store')
			.code(200)
			.send(Buffer.from(pdf));

	for (const [endpoint, what] of [
		[paper.paperQuestions, 'questions'],
		[paper.paperKey, 'key'],
	] as const)
		serve(app, endpoint, async ({ principal, params, query }, reply) => {
			const form = unwrap(await findForm(deps, principal!, params.number));
			const pdf = unwrap(
				await sheets.pdf(form, {
					what,
					isLarge: query.large === 'true',
					isTogether: query.together === 'true',
				}),
			);
			return sent(reply, `${what}-${form.row.number}`, pdf);
		});

	serve(app, paper.enterPaperResult, async ({ principal, params, body, query, locale }, reply) => {
		const form = unwrap(await findForm(deps, principal!, params.number));
		const { result, fresh } = unwrap(await enterResult(deps, principal!, form, body, query.locale ?? locale));
		return reply.code(fresh ? 201 : 200).send(result);
	});

	serve(app, paper.correctPaperResult, async ({ principal, params, body, query, locale }) => {
		const form = unwrap(await findForm(deps, principal!, params.number));
		return unwrap(
			await correctResult(deps, principal!, form, {
				attempt: params.attempt,
				answers: body.answers,
				locale: query.locale ?? locale,
			}),
		);
	});
}
