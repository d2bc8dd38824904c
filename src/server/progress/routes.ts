import { progress } from '#schemas/endpoints/progress.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { unwrap } from '../failure.ts';
import { enrol } from '../learning/enrol.ts';
import { serve } from '../serve.ts';
import { eventDeps, recordEvents } from './events.ts';
import { describeAllProgress, describeProgress } from './progress.ts';

export function progressRoutes(app: App, deps: Deps) {
	const recording = eventDeps(deps);

	serve(app, progress.enrol, async (request, reply) => {
		const { fresh, ...enrolment } = unwrap(
			await enrol(deps, request.principal!.learner, request.body.course),
		);
		return reply.code(fresh ? 201 : 200).send(enrolment);
	});

	serve(app, progress.sendEvents, async (request) =>
		recordEvents(recording, request.principal!, request.body.events, request.locale),
	);

	serve(app, progress.progress, async (request) => {
		const locale = request.query.locale ?? request.locale;
		return { courses: await describeAllProgress(deps, request.principal!.learner, locale) };
	});

	serve(app, progress.courseProgress, async (request) => {
		const locale = request.query.locale ?? request.locale;
		return unwrap(await describeProgress(deps, request.principal!.learner, request.params.course, locale));
	});
}
