import { blockOf } from '#domain/devices.ts';
import { attempts } from '#schemas/endpoints/attempts.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { unwrap } from '../failure.ts';
import { serve, type Handler } from '../serve.ts';
import { checkAnswer } from './check.ts';
import { describeAttempt } from './describe.ts';
import { attemptIdOf, findAttempt } from './find.ts';
import { grantAttempt } from './grant.ts';
import { grantToMany } from './grant-many.ts';
import { listAttempts } from './list.ts';
import { listAttemptGrants } from './list-grants.ts';
import { OpenWorks } from './open-works.ts';
import { describePracticeKeys } from './practice-keys.ts';
import { answerReview } from './review.ts';
import { saveAnswer } from './save.ts';
import { startAttempt } from './start.ts';
import { submitAttempt } from './submit.ts';

export function attemptRoutes(app: App, deps: Deps) {
	const { now } = deps;
	const working = { ...deps, open: new OpenWorks() };

	serve(app, attempts.check, async (request) => {
		const asked = { request: request.body, locale: request.locale };
		return unwrap(await checkAnswer(working, request.principal, asked, now()));
	});

	serve(app, attempts.practiceKeys, async ({ params, query, locale }) =>
		unwrap(await describePracticeKeys(deps.catalog, { locale, ...params, ...query })),
	);

	serve(app, attempts.startAttempt, async (request, reply) => {
		const at = now();
		const body = { ...request.body, ...(request.body.id && { id: request.body.id.toLowerCase() }) };
		const visit = { block: blockOf(request.visitor), now: at };
		const { work, fresh, isExposed } = unwrap(await startAttempt(working, request.principal!, body, visit));
		if (isExposed) {
			const { course, quiz } = body;
			request.log.warn({ course, quiz }, 'more of an exam is asked for than learning takes');
		}
		return reply.code(fresh ? 201 : 200).send(await describeAttempt(deps, work, at));
	});

	const save: Handler<typeof attempts.saveAnswer> = async (request) => {
		const { question } = request.params;
		const asked = {
			id: unwrap(attemptIdOf(request.params.id)),
			question,
			request: request.body,
			locale: request.locale,
		};
		return unwrap(await saveAnswer(working, request.principal!, asked, now()));
	};
	serve(app, attempts.saveAnswer, save);
	serve(app, attempts.postAnswer, save);

	serve(app, attempts.submit, async (request) => {
		const asked = {
			id: unwrap(attemptIdOf(request.params.id)),
			request: request.body,
			locale: request.locale,
		};
		return unwrap(await submitAttempt(working, request.principal!, asked, now()));
	});

	serve(app, attempts.answerReview, async (request) => {
		const asked = { request: request.body, locale: request.locale };
		return unwrap(await answerReview(deps, request.principal!.learner, asked, now()));
	});

	serve(app, attempts.grantAttempt, async (request, reply) => {
		const { grant, fresh } = unwrap(await grantAttempt(deps, request.principal!, request.body));
		return reply.code(fresh ? 201 : 200).send(grant);
	});

	serve(app, attempts.grantAttempts, async ({ principal, body, locale }) =>
		unwrap(await grantToMany(deps, principal!, body, locale)),
	);

	serve(app, attempts.attemptGrants, async (request) =>
		listAttemptGrants(deps, request.principal!, request.query.locale ?? request.locale),
	);

	serve(app, attempts.attempts, async (request) => {
		const { course, locale = request.locale } = request.query;
		const asked = { locale, ...(course && { course }) };
		return { attempts: await listAttempts(deps, request.principal!.learner, asked) };
	});

	serve(app, attempts.attempt, async (request) => {
		const { learner } = request.principal!;
		const work = unwrap(await findAttempt(deps.database, learner, request.params.id));
		return describeAttempt(deps, work, now());
	});
}
