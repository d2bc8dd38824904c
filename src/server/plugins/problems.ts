import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { messagesAsWritten, type Messages } from '#messages/index.ts';
import type { Locale } from '#schemas/common.ts';
import { problemType, type FailureCode } from '#schemas/failures.ts';
import type { Problem } from '#schemas/problem.ts';
import type { App } from '../app-types.ts';
import { isUnavailable } from '../db/unavailable.ts';
import { fail, FailureError, failureStatus, type Failure } from '../failure.ts';
import { localeOf } from './visitor.ts';

/** The one place where failures become `application/problem+json`. */
export function problems(app: App) {
	app.setErrorHandler(sendError);
	app.setNotFoundHandler((request, reply) => sendProblem(request, reply, fail('not-found')));
}

/** Also for what goes wrong before a route is found, such as an address that cannot be decoded. */
export function sendError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
	const failure = toFailure(error, messagesAsWritten(spokenTo(request)));
	if (failureStatus[failure.failure] >= 500) request.log.error({ err: error }, 'request failed');
	return sendProblem(request, reply, failure);
}

/** A request that reached no route of the API has not been given a locale yet. */
function spokenTo(request: FastifyRequest): Locale {
	return request.locale ?? localeOf(request);
}

/** Until one may ask a server again that could not answer now. */
const secondsToWait = 5;

function sendProblem(request: FastifyRequest, reply: FastifyReply, failure: Failure) {
	const problem = toProblem(failure, messagesAsWritten(spokenTo(request)));
	const wait = failure.values?.seconds ?? (problem.status === 503 ? secondsToWait : undefined);
	if (wait !== undefined) reply.header('retry-after', wait);
	return reply
		.code(problem.status)
		.type('application/problem+json; charset=utf-8')
		.serializer((body: unknown) => JSON.stringify(body))
		.send(problem);
}

export function toProblem(failure: Failure, messages: Messages): Problem {
	const text = messages.api.failures[failure.failure];
	const detail = text.detail(failure.values ?? {});
	const whole =
		failure.failure === 'bad-request' ? { path: '/', message: messages.api.fields.format } : undefined;
	const field = failure.path ? { path: failure.path, message: detail } : whole;
	const errors = failure.errors ?? (field && [field]);
	return {
		type: problemType(failure.failure),
		title: text.title,
		status: failureStatus[failure.failure],
		detail,
		...(errors && { errors }),
		...(failure.missing && { missing: failure.missing }),
	};
}

const byFastifyCode: Record<string, FailureCode> = {
	FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
	FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media',
	FST_ERR_CTP_EMPTY_JSON_BODY: 'bad-request',
	FST_ERR_CTP_INVALID_JSON_BODY: 'bad-request',
	FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request',
};

function toFailure(error: FastifyError, messages: Messages): Failure {
	if (error instanceof FailureError) return error.failure;
	if (error.validation) return { failure: 'bad-request', errors: fieldErrors(error, messages) };
	const code = byFastifyCode[error.code];
	if (code) return { failure: code };
	if (error.statusCode === 429)
		return { failure: 'too-many', values: { seconds: Number(error.message) || 60 } };
	if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
		return { failure: 'bad-request' };
	if (isUnavailable(error)) return { failure: 'unavailable' };
	return { failure: 'internal' };
}

function fieldErrors(error: FastifyError, messages: Messages): Problem['errors'] {
	const context = error.validationContext === 'body' ? '' : `${error.validationContext}`;
	return (error.validation ?? []).map((found) => {
		const params = found.params as Record<string, unknown>;
		const field = params.missingProperty ?? params.additionalProperty;
		const path = `${context}${found.instancePath}${field === undefined ? '' : `/${String(field)}`}` || '/';
		// What a form sends of a field that nobody filled in.
		const keyword = (found as { data?: unknown }).data === '' ? 'required' : found.keyword;
		return { path, message: fieldMessage(keyword, Number(params.limit), messages.api.fields) };
	});
}

function fieldMessage(keyword: string, n: number, text: Messages['api']['fields']): string {
	switch (keyword) {
		case 'required':
			return text.required;
		case 'additionalProperties':
			return text.unknown;
		case 'type':
			return text.type;
		case 'minLength':
			return text.tooShort({ n });
		case 'maxLength':
			return text.tooLong({ n });
		case 'maxItems':
			return text.tooMany({ n });
		case 'pattern':
			return text.pattern;
		case 'format':
			return text.format;
		case 'enum':
		case 'const':
			return text.choice;
		case 'minimum':
		case 'maximum':
			return text.range;
		case 'wellFormed':
			return text.text;
		default:
			return text.other;
	}
}
