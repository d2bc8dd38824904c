/** What the pages tell the server of a page that it may send again. */
import { randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { freshId } from '#lib/fresh-id.ts';
import { tellOfPage, withIds } from '#lib/own-pages.ts';
import { formatMoment } from '#lib/time.ts';

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
	const headers = { 'content-type': 'text/html', etag: '"1"', ...given.more };
	await tellOfPage(event, new Response('', { status: given.status ?? 200, headers }), given.html ?? 'words');
	return told;
}

it('a page that shows its view is told of with what it shows, and without its tag', async () => {
	const view = '/api/views/courses/a/lessons/b?locale=km';
	expect(await send()).toEqual([
		{
			view,
			said,
			html: 'words',
			momentWords: formatMoment,
			freshId,
			headers: [['content-type', 'text/html']],
		},
	]);
});

it.each<[string, Given]>([
	['what is sent by a form', { method: 'POST' }],
	['a page that sets a cookie', { more: { 'set-cookie': 'locale=km' } }],
	['a page that is missing', { status: 404 }],
	['a page whose view failed', { view: 503 }],
	['a page of another kind', { route: '/(plain)/attempts/[attempt]' }],
	['what is no page', { html: '' }],
])('%s is not told of', async (_, given) => {
	expect(await send(given)).toEqual([]);
});

it('every form has an id of its own', () => {
	const page = withIds(`<input value="${freshId}"><input value="${freshId}">`);
	const ids = [...page.matchAll(/value="([0-9a-f-]{36})"/g)].map(([, id]) => id);
	expect(new Set([...ids, freshId]).size).toBe(3);
	expect(withIds('words')).toBe('words');
});
