/** The typed client: what goes over the line, and what comes back. */
import { describe, expect, it } from 'vitest';
import { problemType } from '#schemas/failures.ts';
import { api } from '#lib/api.ts';
import type { Fetch } from '#lib/call.ts';

const json = { get: () => 'application/json' };

function line(status = 200, body: unknown = {}) {
	const sent: { path: string; method: string; body: unknown }[] = [];
	const fetch: Fetch = async (path, init) => {
		sent.push({
			path,
			method: init.method,
			body: init.body === undefined ? undefined : JSON.parse(String(init.body)),
		});
		return {
			ok: status < 400,
			status,
			text: async () => (status === 204 ? '' : JSON.stringify(body)),
			headers: json,
		};
	};
	return { client: api(fetch), sent };
}

describe('the client', () => {
	it('puts parameters of the path in their places, encoded', async () => {
		const { client, sent } = line();
		await client.saveAnswer('a/../b', 'câu?', { answer: 'b', revision: 1 });
		expect(sent).toEqual([
			{
				method: 'PUT',
				path: '/api/attempts/a%2F..%2Fb/answers/c%C3%A2u%3F',
				body: { answer: 'b', revision: 1 },
			},
		]);
	});

	it('puts in the query what is given, and nothing else', async () => {
		const { client, sent } = line();
		await client.lesson('an-toan', 'mat-khau', { locale: 'km' });
		await client.course('an-toan');
		expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
			'GET /api/courses/an-toan/lessons/mat-khau?locale=km',
			'GET /api/courses/an-toan',
		]);
	});

	it('sends an empty body where all of it may be left out', async () => {
		const { client, sent } = line();
		await client.submit('x');
		expect(sent).toEqual([{ method: 'POST', path: '/api/attempts/x/submission', body: {} }]);
	});

	it('tells an empty success, a refusal and no answer apart', async () => {
		expect(await line(204).client.signOut()).toEqual({ ok: true, status: 204, data: undefined });
		const problem = { type: problemType('not-signed-in'), title: 't', status: 401, detail: 'd' };
		expect(await line(401, problem).client.me()).toEqual({ ok: false, status: 401, problem });
		const away = api(() => Promise.reject(new TypeError('no network')));
		expect(await away.me()).toMatchObject({ ok: false, status: 503, problem: { type: 'about:blank' } });
	});

	it('is typed by the endpoints', async () => {
		const { client } = line(200, { id: 'mat-khau' });
		const found = await client.startAttempt({ course: 'an-toan', quiz: 'cuoi', locale: 'vi' });
		if (found.ok) {
			const status: 200 | 201 = found.status;
			const id: string = found.data.id;
			// @ts-expect-error: an attempt has no such field.
			expect([status, id, found.data.nothing]).toEqual([200, 'mat-khau', undefined]);
		}
		// @ts-expect-error: the body is missing.
		await client.startAttempt();
		// @ts-expect-error: a language that is none.
		await client.courses({ locale: 'xx' });
		// @ts-expect-error: files are linked to, not called.
		expect(client.media).toBeTypeOf('function');
	});
});
