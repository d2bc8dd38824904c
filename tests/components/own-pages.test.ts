/** What the pages tell the server of a page that it may send again. */
import { randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { freshId } from '#lib/fresh-id.ts';
import { tellOfPage } from '#lib/own-pages.ts';

const lesson = '/(plain)/courses/[course]/lessons/[lesson]';
const said = JSON.stringify({ me: { id: randomUUID() }, done: false });

interface Given {
	route?: string;
	method?: string;
	status?: number;
	/** Headers of the page. */
	more?: Record<string, string>;
	html?: string;
	/** Status of the view. */
	view?: number;
}

async function send(given: Given = {}) {
	const told: unknown[] = [];
	const event = {
		route: { id: given.route ?? lesson },
		params: { course: 'a', lesson: 'b' },
		url: new URL('http://localhost/courses/a/lessons/b'),
		request: new Request('http://localhost', { method: given.method ?? 'GET' }),
		locals: { locale: 'km' },
		platform: { req: { keepPage: (page: unknown) => told.push(page) } },
		fetch: async () => new Response(said, { status: given.view ?? 200 }),
	} as unknown as RequestEvent;
	const html = given.html ?? `<input value="${freshId}"><input value="${freshId}">`;
	const headers = { 'content-type': 'text/html', etag: '"1"', ...given.more };
	const response = await tellOfPage(event, new Response(html, { status: given.status ?? 200, headers }));
	return { told, response, text: await response.text(), html };
}

describe('a page that shows its view', () => {
	it('is told of with what it shows, and sent with ids and without a tag', async () => {
		const { told, response, text, html } = await send();
		const view = '/api/views/courses/a/lessons/b?locale=km';
		expect(told).toEqual([{ view, said, html, freshId, headers: [['content-type', 'text/html']] }]);
		const ids = [...text.matchAll(/value="([0-9a-f-]{36})"/g)].map(([, id]) => id);
		expect(new Set([...ids, freshId]).size).toBe(3);
		expect(response.headers.get('etag')).toBeNull();
	});

	it('keeps its tag where it has no forms', async () => {
		expect((await send({ html: 'words' })).response.headers.get('etag')).toBe('"1"');
	});
});

describe('not told of, but whole', () => {
	it.each<[string, Given]>([
		['what is sent by a form', { method: 'POST' }],
		['a page that sets a cookie', { more: { 'set-cookie': 'locale=km' } }],
		['a page that is missing', { status: 404 }],
		['a page whose view failed', { view: 503 }],
	])('%s', async (_, given) => {
		const { told, text, response } = await send(given);
		expect(told).toEqual([]);
		expect(text).not.toContain(freshId);
		expect(response.status).toBe(given.status ?? 200);
	});

	it('a page of another kind', async () => {
		const { told, response } = await send({ route: '/(plain)/attempts/[attempt]', html: 'own' });
		expect([told, response.headers.get('etag')]).toEqual([[], '"1"']);
	});
});
