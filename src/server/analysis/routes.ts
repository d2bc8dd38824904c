import { analysis } from '#schemas/endpoints/analysis.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { unwrap } from '../failure.ts';
import { serve } from '../serve.ts';
import { analyseQuiz } from './analyse.ts';
import { csvOf } from './csv.ts';
import { listAnalyses } from './list.ts';

export function analysisRoutes(app: App, deps: Deps) {
	serve(app, analysis.analyses, async ({ principal, query, locale }) =>
		listAnalyses(deps, principal!, query.locale ?? locale),
	);

	serve(app, analysis.analysis, async ({ principal, params, query, locale }, reply) => {
		reply.header('cache-control', 'no-store');
		return unwrap(await analyseQuiz(deps, principal!, { ...params, query, locale }));
	});

	serve(app, analysis.analysisCsv, async ({ principal, params, query, locale }, reply) => {
		const { items } = unwrap(await analyseQuiz(deps, principal!, { ...params, query, locale }));
		const name = `${params.course}-${params.quiz}.csv`;
		return reply
			.type('text/csv; charset=utf-8')
			.header('content-disposition', `attachment; filename="${name}"`)
			.header('cache-control', 'no-store')
			.code(200)
			.send(csvOf(items));
	});
}
