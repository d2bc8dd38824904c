/** A write says whose it is, and counts for that learner or not at all. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { visitor, whoseHeader } from '#schemas/whose.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import { course, event, startAttempt } from './learning.ts';

let server: TestServer;
let tam: Client;
let ut: Client;
beforeAll(async () => {
	server = await startServer();
	tam = await server.account();
	ut = await server.account();
});
afterAll(() => server.close());

const inTheNameOf = (who: Client) => ({ [whoseHeader]: who.me!.id });
const answer = { answer: 'b', revision: 7 };

it('a page of one person writes nothing in the session of another', async () => {
	const { id } = await startAttempt(tam, 'giua-khoa');
	const mine = (await startAttempt(ut, 'giua-khoa')).id;
	const before = await Promise.all(
		['/api/me', '/api/progress', `/api/attempts/${mine}`].map((url) => ut.get(url)),
	);
	const writes: ['POST' | 'PUT' | 'PATCH' | 'DELETE', string, unknown?][] = [
		['POST', `/api/attempts/${id}/answers/mk`, answer],
		['PUT', `/api/attempts/${mine}/answers/mk`, answer],
		['POST', `/api/attempts/${mine}/submission`, {}],
		['POST', '/api/events', { events: [event('lesson.done', 'mat-khau')] }],
		['POST', '/api/enrolments', { course }],
		['POST', '/api/attempts', { course, quiz: 'cuoi-khoa', locale: 'vi', id: randomUUID() }],
		['PATCH', '/api/me', { displayName: 'Tên Khác' }],
		['DELETE', '/api/session'],
	];
	for (const [method, url, body] of writes) {
		const { status, body: said } = await ut.call(method, url, body, inTheNameOf(tam));
		expect([status, said.type], `${method} ${url}`).toEqual([409, 'urn:cung-hoc:problem:other-learner']);
	}
	const after = await Promise.all(
		['/api/me', '/api/progress', `/api/attempts/${mine}`].map((url) => ut.get(url)),
	);
	expect(after.map(({ status, body }) => [status, body])).toEqual(
		before.map(({ status, body }) => [status, body]),
	);
});

it('in its own session it writes, and reads are never in question', async () => {
	const { id } = await startAttempt(tam, 'giua-khoa');
	const saved = await tam.post(`/api/attempts/${id}/answers/mk`, answer, inTheNameOf(tam));
	expect([saved.status, saved.body.accepted]).toEqual([200, true]);
	expect((await tam.get('/api/me', inTheNameOf(ut))).status).toBe(200);
});

it('where nobody is signed in it is told that, as without the header', async () => {
	const { id } = await startAttempt(tam, 'giua-khoa');
	const { status, body } = await server.anonymous.post(
		`/api/attempts/${id}/answers/mk`,
		answer,
		inTheNameOf(tam),
	);
	expect([status, body.type]).toEqual([401, 'urn:cung-hoc:problem:not-signed-in']);
});

it('a page that was made for a visitor writes for a guest of the same browser, and for no account', async () => {
	const done = { events: [event('lesson.done', 'mat-khau')] };
	const made = { [whoseHeader]: visitor };
	expect((await server.anonymous.post('/api/guests', { locale: 'vi' }, made)).status).toBe(201);
	expect((await (await server.guest()).post('/api/events', done, made)).status).toBe(200);
	const { status, body } = await ut.post('/api/events', done, made);
	expect([status, body.type]).toEqual([409, 'urn:cung-hoc:problem:other-learner']);
});
