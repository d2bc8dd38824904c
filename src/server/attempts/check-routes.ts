import { attempts } from '#schemas/endpoints/attempts.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { unwrap } from '../failure.ts';
import { serve } from '../serve.ts';
import { checkAnswer } from './check.ts';
import type { AttemptDeps } from './deps.ts';

export function checkRoutes(app: App, deps: AttemptDeps, now: Deps['now']) {
	serve(app, attempts.check, async (request) => {
		const asked = { request: request.body, locale: request.locale };
		return unwrap(await checkAnswer(deps, request.principal, asked, now()));
	});
}
