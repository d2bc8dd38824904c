import Type from 'typebox';
import {
	AnswerReceipt,
	AnswerRequest,
	Attempt,
	AttemptList,
	AttemptRequest,
	Submission,
	SubmissionRequest,
} from '#schemas/attempt.ts';
import { Id, Locale } from '#schemas/common.ts';
import { uuidPattern } from '#schemas/names.ts';
import { Problem } from '#schemas/problem.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { fail, unwrap } from '../failure.ts';
import { checkRoutes } from './check-routes.ts';
import { describeAttempt } from './describe.ts';
import { listAttempts } from './list.ts';
import { saveAnswer, saveDeps } from './save.ts';
import { startAttempt } from './start.ts';
import { submitAttempt } from './submit.ts';
import { selectOptionalWork } from './work-store.ts';

const tags = ['attempts'];
const problem = { '4xx': Problem };
const access = 'learner' as const;
const OfAttempt = Type.Object({ id: Type.String() });

export function attemptRoutes(app: App, deps: Deps) {
	const { now } = deps;
	const saving = saveDeps(deps);
	checkRoutes(app, deps, now);

	app.post(
		'/api/attempts',
		{
			config: { access },
			schema: {
				tags,
				summary: 'Start an attempt at a quiz, or go on with the open one',
				body: AttemptRequest,
				response: { 200: Attempt, 201: Attempt, ...problem },
			},
		},
		async (request, reply) => {
			const at = now();
			const body = { ...request.body, ...(request.body.id && { id: request.body.id.toLowerCase() }) };
			const { work, fresh } = unwrap(await startAttempt(deps, request.principal!, body, at));
			return reply.code(fresh ? 201 : 200).send(await describeAttempt(deps, work, at));
		},
	);

	app.put(
		'/api/attempts/:id/answers/:question',
		{
			config: { access },
			schema: {
				tags,
				summary: 'Save one answer; the highest revision stands',
				params: Type.Object({ id: Type.String(), question: Type.String() }),
				body: AnswerRequest,
				response: { 200: AnswerReceipt, ...problem },
			},
		},
		async (request) => {
			const { question } = request.params;
			const asked = { id: idOf(request.params), question, request: request.body, locale: request.locale };
			return unwrap(await saveAnswer(saving, request.principal!, asked, now()));
		},
	);

	app.post(
		'/api/attempts/:id/submission',
		{
			config: { access },
			schema: {
				tags,
				summary: 'Submit an attempt; repeated, it tells the same submission',
				params: OfAttempt,
				body: SubmissionRequest,
				response: { 200: Submission, ...problem },
			},
		},
		async (request) => {
			const asked = { id: idOf(request.params), request: request.body, locale: request.locale };
			return unwrap(await submitAttempt(deps, request.principal!, asked, now()));
		},
	);

	app.get(
		'/api/attempts',
		{
			config: { access },
			schema: {
				tags,
				summary: 'My attempts, latest first',
				querystring: Type.Object(
					{ course: Type.Optional(Id), locale: Type.Optional(Locale) },
					{ additionalProperties: false },
				),
				response: { 200: AttemptList, ...problem },
			},
		},
		async (request) => {
			const { course, locale = request.locale } = request.query;
			const asked = { locale, ...(course && { course }) };
			return { attempts: await listAttempts(deps, request.principal!.learner, asked) };
		},
	);

	app.get(
		'/api/attempts/:id',
		{
			config: { access },
			schema: {
				tags,
				summary: 'An attempt: its questions, what was saved, and the submission once there',
				params: OfAttempt,
				response: { 200: Attempt, ...problem },
			},
		},
		async (request) => {
			const { learner } = request.principal!;
			const found = await selectOptionalWork(deps.database.query, learner, idOf(request.params));
			return describeAttempt(deps, found ?? unwrap(fail('attempt-unknown')), now());
		},
	);
}

const uuid = new RegExp(uuidPattern);

/** What is no UUID names no attempt. */
function idOf({ id }: { id: string }): string {
	return uuid.test(id) ? id.toLowerCase() : unwrap(fail('attempt-unknown'));
}
