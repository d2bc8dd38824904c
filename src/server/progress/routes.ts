import Type from 'typebox';
import { Id, Locale } from '#schemas/common.ts';
import {
	CourseProgress,
	Enrolment,
	EnrolmentRequest,
	EventBatch,
	EventReceipt,
	ProgressList,
} from '#schemas/progress.ts';
import { Problem } from '#schemas/problem.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { unwrap } from '../failure.ts';
import { enrol } from '../learning/enrol.ts';
import { eventDeps, recordEvents } from './events.ts';
import { describeAllProgress, describeProgress } from './progress.ts';

const tags = ['progress'];
const problem = { '4xx': Problem };
const access = 'learner' as const;
const InLocale = Type.Object({ locale: Type.Optional(Locale) }, { additionalProperties: false });

export function progressRoutes(app: App, deps: Deps) {
	const recording = eventDeps(deps);
	app.post(
		'/api/enrolments',
		{
			config: { access },
			schema: {
				tags,
				summary: 'Enrol in a course; 200 when enrolled already',
				body: EnrolmentRequest,
				response: { 200: Enrolment, 201: Enrolment, ...problem },
			},
		},
		async (request, reply) => {
			const { fresh, ...enrolment } = unwrap(
				await enrol(deps, request.principal!.learner, request.body.course),
			);
			return reply.code(fresh ? 201 : 200).send(enrolment);
		},
	);

	app.post(
		'/api/events',
		{
			config: { access },
			schema: {
				tags,
				summary: 'What happened on a device: lessons opened and done, tasks ticked',
				description:
					'Each event, `{id, type, course, lesson, at, item?, version?, locale?, context?}`, is judged by itself. ' +
					'Types: lesson.opened, lesson.done, try.done, try.undone; `item` names the task of the last two. ' +
					'An id that was sent before is a duplicate and changes nothing.',
				body: EventBatch,
				response: { 200: EventReceipt, ...problem },
			},
		},
		async (request) => recordEvents(recording, request.principal!, request.body.events, request.locale),
	);

	app.get(
		'/api/progress',
		{
			config: { access },
			schema: {
				tags,
				summary: 'My progress in every course I enrolled in',
				querystring: InLocale,
				response: { 200: ProgressList, ...problem },
			},
		},
		async (request) => {
			const locale = request.query.locale ?? request.locale;
			return { courses: await describeAllProgress(deps, request.principal!.learner, locale) };
		},
	);

	app.get(
		'/api/progress/:course',
		{
			config: { access },
			schema: {
				tags,
				summary: 'My progress in one course, enrolled or not',
				params: Type.Object({ course: Id }),
				querystring: InLocale,
				response: { 200: CourseProgress, ...problem },
			},
		},
		async (request) => {
			const locale = request.query.locale ?? request.locale;
			return unwrap(await describeProgress(deps, request.principal!.learner, request.params.course, locale));
		},
	);
}
