import type { FastifyRequest } from 'fastify';
import { views } from '#schemas/endpoints/views.ts';
import type { Locale, TargetGroup } from '#schemas/common.ts';
import type { App } from '../app-types.ts';
import { describeReview } from '../attempts/review.ts';
import { showCertificate } from '../certificates/describe.ts';
import { findCertificate } from '../certificates/find.ts';
import { countFreeLeft, findCorrectionOf } from '../certificates/own-corrections.ts';
import type { Deps } from '../deps.ts';
import { unwrap } from '../failure.ts';
import { serve } from '../serve.ts';
import { addressIn } from './address.ts';
import { coursesView, courseView, homeView, quizView, trackView } from './courses.ts';
import { lessonPaperView, lessonView } from './lesson.ts';
import { answersView, attemptView, certificatesView, learningView, resultView } from './learning.ts';
import { helperView, settingsView } from './people.ts';
import { readerOf } from './reader.ts';

interface ViewRequest extends Pick<FastifyRequest, 'principal' | 'locale'> {
	query: { locale?: Locale; group?: TargetGroup };
}
const localeOf = ({ query, locale }: ViewRequest) => query.locale ?? locale;
const askerOf = (request: ViewRequest) => ({ who: request.principal, locale: localeOf(request) });
/** Where the endpoint is for learners alone. */
const learnerOf = (request: ViewRequest) => ({ who: request.principal!, locale: localeOf(request) });

export function viewRoutes(app: App, deps: Deps) {
	const { catalog, database } = deps;
	app.addHook('preSerialization', async ({ principal, query }, _reply, shown) => {
		// A refusal is no view.
		if (typeof shown !== 'object' || shown === null || !('me' in shown)) return shown;
		const chosen = (query as ViewRequest['query']).group;
		return { ...shown, address: addressIn(shown, catalog, principal?.targetGroup ?? chosen ?? null) };
	});

	serve(app, views.homeView, async (request) => homeView(deps, askerOf(request)));
	serve(app, views.coursesView, async (request) => coursesView(deps, askerOf(request)));
	serve(app, views.trackView, async (request) =>
		unwrap(await trackView(deps, askerOf(request), request.params.track)),
	);
	serve(app, views.courseView, async (request) =>
		unwrap(await courseView(deps, askerOf(request), request.params.course)),
	);
	serve(app, views.lessonView, async (request) => {
		const asked = { ...request.params, version: request.query.version };
		return unwrap(await lessonView(deps, askerOf(request), asked));
	});
	serve(app, views.lessonPaperView, async (request) =>
		unwrap(await lessonPaperView(deps, askerOf(request), request.params)),
	);
	serve(app, views.quizView, async (request) =>
		unwrap(await quizView(deps, askerOf(request), request.params)),
	);

	serve(app, views.learningView, async (request) => learningView(deps, learnerOf(request)));
	serve(app, views.reviewView, async (request) => {
		const { who, locale } = learnerOf(request);
		return { me: readerOf(who), ...(await describeReview(deps, who.learner, locale, deps.now())) };
	});
	serve(app, views.answersView, async (request) => answersView(deps, learnerOf(request)));
	serve(app, views.attemptView, async (request) => {
		return unwrap(await attemptView(deps, learnerOf(request), request.params.id));
	});
	serve(app, views.resultView, async (request) =>
		unwrap(await resultView(deps, learnerOf(request), request.params.id)),
	);

	serve(app, views.settingsView, async (request) => settingsView(deps, request.principal));
	serve(app, views.helperView, async (request) => helperView(deps, request.principal!));

	serve(app, views.certificatesView, async (request) => certificatesView(deps, learnerOf(request)));
	serve(app, views.certificateView, async (request, reply) => {
		// A certificate names a person: no search engine may list it, and its state is never told from a cache.
		reply.header('x-robots-tag', 'noindex, nofollow').header('cache-control', 'no-store');
		const row = unwrap(await findCertificate(database.db, request.params.serial));
		const isHolder = row.learnerId === request.principal?.learner;
		return {
			me: readerOf(request.principal),
			certificate: await showCertificate(deps, row),
			isHolder,
			correction: isHolder ? await findCorrectionOf(deps, row) : null,
			freeCorrections: isHolder ? await countFreeLeft(deps, row) : 0,
		};
	});
}
