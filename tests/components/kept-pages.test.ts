/** Pages of learners that are sent again as they were made for somebody else. */
import { randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshId } from '#lib/fresh-id.ts';
import { KeptPages } from '#lib/kept-pages.ts';

const lesson = '/(plain)/courses/[course]/lessons/[lesson]';
const [anna, binh] = [randomUUID(), randomUUID()];
const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

let pages: KeptPages;
let made: number;
beforeEach(() => {
	pages = new KeptPages();
	made = 0;
});

interface Given {
	learner?: string | null;
	done?: boolean;
	route?: string;
	method?: string;
	path?: string;
	theme?: string;
	setsCookie?: boolean;
	status?: number;
	/** What the page holds. */
	holds?: (learner: string | null) => string;
}

async function open(given: Given = {}) {
	const { learner = anna, done = false, status = 200 } = given;
	const me = learner && { id: learner, guest: false };
	const event = {
		route: { id: given.route ?? lesson },
		params: { course: 'a', lesson: 'b' },
		url: new URL(`http://localhost${given.path ?? '/courses/a/lessons/b'}`),
		request: new Request('http://localhost', { method: given.method ?? 'GET' }),
		isDataRequest: false,
		locals: { locale: 'vi', textSize: 'normal', theme: given.theme ?? 'auto' },
		fetch: async () => Response.json({ me, done }),
	} as unknown as RequestEvent;
	const holds = given.holds ?? ((id) => `<main data-learner="${id}"><input value="${freshId}"></main>`);
	const response = await pages.answer(
		event,
		() => given.setsCookie ?? false,
		async () => {
			made += 1;
			const headers = { 'content-type': 'text/html', etag: `"${made}"`, link: '<a>' };
			return new Response(`${made}${done ? ' done' : ''} ${holds(learner)}`, { status, headers });
		},
	);
	const text = await response.text();
	return { text, response, ids: text.match(uuid) ?? [] };
}

describe('a page that shows its view', () => {
	it('is made once for all of whom the view says the same, each with their own id', async () => {
		const first = await open({ learner: anna });
		const second = await open({ learner: binh });
		expect(made).toBe(1);
		expect(first.ids[0]).toBe(anna);
		expect(second.ids[0]).toBe(binh);
		expect(second.text.replaceAll(uuid, '')).toBe(first.text.replaceAll(uuid, ''));
		expect(second.response.headers.get('link')).toBe('<a>');
	});

	it('has new ids in its forms each time, and so no tag', async () => {
		const all = [await open(), await open(), await open()];
		const ids = all.map(({ ids }) => ids[1]);
		expect(new Set(ids).size).toBe(3);
		expect(ids).not.toContain(freshId);
		for (const { response } of all) expect(response.headers.get('etag')).toBeNull();
	});

	it.each<[string, Given]>([
		['view', { done: true }],
		['address', { path: '/courses/a/lessons/b?version=1' }],
		['theme', { theme: 'dark' }],
	])('is made anew for another %s', async (_, other) => {
		await open();
		expect((await open(other)).text).toMatch(/^2/);
		expect((await open()).text).toMatch(/^1/);
	});
});

describe('what is made each time', () => {
	it.each<[string, Given]>([
		['what is sent by a form', { method: 'POST' }],
		['a page that sets a cookie', { setsCookie: true }],
		['a page that is missing', { status: 404 }],
		['the page of a visitor', { learner: null }],
	])('%s', async (_, given) => {
		const first = await open(given);
		const second = await open(given);
		expect(made).toBe(2);
		const last = [first, second].map(({ ids }) => ids.at(-1));
		expect(new Set(last).size).toBe(2);
		expect(last).not.toContain(freshId);
		expect(second.response.status).toBe(given.status ?? 200);
	});

	it('a page of another kind, as it is', async () => {
		const route = '/(plain)/attempts/[attempt]';
		const { response } = await open({ route, holds: () => 'own' });
		await open({ route, holds: () => 'own' });
		expect([made, response.headers.get('etag')]).toEqual([2, '"1"']);
	});

	it('keeps its tag where it has no forms', async () => {
		const { response } = await open({ learner: null, holds: () => 'text' });
		expect(response.headers.get('etag')).toBe('"1"');
	});
});
