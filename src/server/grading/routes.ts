import { grading } from '#schemas/endpoints/grading.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { unwrap } from '../failure.ts';
import { serve } from '../serve.ts';
import { listQueue } from './queue.ts';
import { markTask } from './mark.ts';
import { replyWithFile } from '../uploads/reply.ts';
import { claimTask, describeTask, findTask, selectFile } from './task.ts';

export function gradingRoutes(app: App, deps: Deps) {
	serve(app, grading.gradingQueue, async ({ principal, query, locale }) =>
		listQueue(deps, principal!, query.locale ?? locale),
	);

	serve(app, grading.gradingTask, async ({ principal, params, query, locale }) =>
		unwrap(await describeTask(deps, principal!, params.task, query.locale ?? locale)),
	);

	serve(app, grading.taskFile, async ({ principal, params, query }, reply) => {
		const found = unwrap(await findTask(deps, principal!, params.task));
		return replyWithFile(deps.storage, reply, await selectFile(deps, found), query.size);
	});

	serve(app, grading.claimTask, async ({ principal, params, query, locale }) =>
		unwrap(await claimTask(deps, principal!, params.task, query.locale ?? locale)),
	);

	serve(app, grading.markTask, async (request, reply) => {
		const { principal, params, body, query, locale } = request;
		const asked = { id: params.task, request: body, locale: query.locale ?? locale, api: locale };
		const { task, fresh } = unwrap(await markTask(deps, principal!, asked));
		return reply.code(fresh ? 201 : 200).send(task);
	});
}
