import { CheckRequest } from '#schemas/attempt.ts';
import { Problem } from '#schemas/problem.ts';
import { Verdict } from '#schemas/question.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { unwrap } from '../failure.ts';
import { checkAnswer } from './check.ts';
import type { AttemptDeps } from './deps.ts';

export function checkRoutes(app: App, deps: AttemptDeps, now: Deps['now']) {
	app.post(
		'/api/checks',
		{
			config: { access: 'public' },
			schema: {
				tags: ['attempts'],
				summary: 'Check an answer to a practice question; no account needed',
				body: CheckRequest,
				response: { 200: Verdict, '4xx': Problem },
			},
		},
		async (request) => {
			const asked = { request: request.body, locale: request.locale };
			return unwrap(await checkAnswer(deps, request.principal, asked, now()));
		},
	);
}
