/** Pages of learners that are sent again as they were made for somebody else. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OwnPages } from '#server/plugins/own-pages.ts';

const [anna, binh, freshId] = [randomUUID(), randomUUID(), randomUUID()];
const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const lesson = '/courses/a/lessons/b';

let server: Server;
let origin: string;
let made: number;
let asked: number;
/** What the view says beside who reads; what its reply carries; whether the API can be reached. */
let says: object;
let cookie: string | undefined;
let isAway: boolean;
/** Whether the page tells the server that it may be kept. */
let tells: boolean;

interface Attempted {
	id: string;
	submittedAt: string;
	score: number;
}
const words = (timestamp: string) => `at ${timestamp.slice(11, 16)}`;

/** A session's id is the learner's here. */
const learnerOf = (header = '') => /cung_hoc_session=([^;]*)/.exec(header)?.[1] ?? null;

beforeEach(async () => {
	[made, asked, says, cookie, isAway, tells] = [0, 0, { done: false }, undefined, false, true];
	const pages = new OwnPages();
	server = createServer((request, response) => {
		const learner = learnerOf(request.headers.cookie);
		const view = async () => {
			asked += 1;
			if (isAway) throw new Error('away');
			const body = JSON.stringify({ me: learner && { id: learner }, ...says });
			return { status: 200, headers: { 'set-cookie': cookie }, body };
		};
		request.askApi = view;
		const make = async () => {
			made += 1;
			const page = { method: 'GET', url: '/api/view', headers: {}, body: null };
			const said = await request.askApi!(page).catch(() => null);
			const attempts = (JSON.parse(said?.body ?? '{}') as { attempts?: Attempted[] }).attempts ?? [];
			const rows = attempts.map(
				({ id, submittedAt }) =>
					`<a href="/${id}"><time datetime="${submittedAt}">${words(submittedAt)}</time></a>`,
			);
			const html = `page ${made} of <b id="${learner}"> <input value="${freshId}"> Tiếng Việt ${rows.join(' ')}`;
			if (said && tells)
				request.keepPage?.({
					view: page.url,
					said: said.body,
					html,
					momentWords: words,
					freshId,
					headers: [['link', '<a>']],
				});
			response.writeHead(200, { link: '<a>' }).end(html.replace(freshId, randomUUID()));
		};
		void pages.answer(request, response, { origin, ask: view }, () => void make());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

async function open(
	learner: string | null,
	path = lesson,
	given: { method?: string; cookies?: string; headers?: Record<string, string> } = {},
) {
	const session = learner ? `cung_hoc_session=${learner}; ` : '';
	const reply = await fetch(origin + path, {
		method: given.method ?? 'GET',
		headers: { connection: 'close', cookie: session + (given.cookies ?? ''), ...given.headers },
	});
	const text = await reply.text();
	return { text, ids: text.match(uuid) ?? [], link: reply.headers.get('link') };
}

describe('a page that shows its view', () => {
	test('is made once for all of whom the view says the same, each with their own id', async () => {
		const first = await open(anna);
		const second = await open(binh);
		expect(made).toBe(1);
		expect([first.ids[0], second.ids[0]]).toEqual([anna, binh]);
		expect(second.text.replaceAll(uuid, '')).toBe(first.text.replaceAll(uuid, ''));
		expect(second.link).toBe('<a>');
	});

	test('has new ids in its forms each time', async () => {
		const ids = [await open(anna), await open(anna), await open(anna)].map(({ ids }) => ids[1]);
		expect(new Set(ids).size).toBe(3);
		expect(ids).not.toContain(freshId);
	});

	test('asks for the view once, made or kept', async () => {
		for (let n = 1; n <= 3; n += 1) {
			await open(anna);
			expect(asked).toBe(n);
		}
		says = { done: true };
		await open(anna);
		expect([asked, made]).toEqual([4, 2]);
	});

	test('is made once for all whose attempts differ by ids and times alone, each with their own', async () => {
		const attempt = (time: string, score: number): Attempted => ({
			id: randomUUID(),
			submittedAt: `2026-11-26T${time}.000Z`,
			score,
		});
		const openAfter = async (who: string, ...attempts: Attempted[]) => {
			says = { attempts };
			return { ...(await open(who)), attempts };
		};
		await openAfter(anna, attempt('08:00:00', 3), attempt('09:00:00', 4));
		for (const times of [
			['10:11:12', '13:14:15'],
			['10:11:12', '10:11:13'],
		]) {
			const { text, ids, attempts } = await openAfter(binh, attempt(times[0]!, 3), attempt(times[1]!, 4));
			expect(
				[...text.matchAll(/<a href="\/(.*?)"><time datetime="(.*?)">(.*?)<\/time>/g)].map((row) =>
					row.slice(1),
				),
			).toEqual(attempts.map(({ id, submittedAt }) => [id, submittedAt, words(submittedAt)]));
			expect(ids[0]).toBe(binh);
			expect(made).toBe(1);
		}
		const moment = attempt('10:11:12', 3);
		expect((await openAfter(anna, moment, { ...moment, id: randomUUID(), score: 4 })).text).toMatch(
			/^page 2/,
		);
		expect((await openAfter(binh, attempt('08:00:00', 3), attempt('09:00:00', 5))).text).toMatch(/^page 3/);
	});

	test('is made anew when the view says something else, and kept beside the other', async () => {
		await open(anna);
		says = { done: true };
		expect((await open(anna)).text).toMatch(/^page 2/);
		expect((await open(binh)).text).toMatch(/^page 2/);
		says = { done: false };
		expect((await open(binh)).text).toMatch(/^page 1/);
	});

	test.each(['theme=dark', 'textSize=large', 'locale=km'])('is another for %s', async (cookies) => {
		await open(anna);
		expect((await open(anna, lesson, { cookies })).text).toMatch(/^page 2/);
		expect((await open(anna)).text).toMatch(/^page 1/);
	});

	test('is another at another address', async () => {
		await open(anna);
		expect((await open(anna, '/km/courses/a/lessons/b')).text).toMatch(/^page 2/);
	});
});

describe('what is made each time', () => {
	test.each<[string, () => Promise<unknown>]>([
		['what is sent by a form', () => open(anna, lesson, { method: 'POST' })],
		['the page of a visitor', () => open(null)],
		['a part of a page', () => open(anna, lesson, { headers: { 'x-part': 'check' } })],
		['a page of somebody’s own', () => open(anna, '/attempts/1')],
		['an address with a query', () => open(anna, `${lesson}?version=1`)],
	])('%s', async (_, visit) => {
		await visit();
		await visit();
		expect(made).toBe(2);
	});

	test('a page that is not told of', async () => {
		tells = false;
		await open(anna);
		await open(anna);
		expect([made, asked]).toEqual([2, 2]);
	});

	test('a page whose view brings a cookie, and it asks once', async () => {
		await open(anna);
		cookie = 'cung_hoc_session=longer';
		await open(anna);
		expect([made, asked]).toEqual([2, 2]);
	});

	test('a page whose view cannot be had', async () => {
		await open(anna);
		isAway = true;
		expect((await open(anna)).text).toMatch(/^page 2/);
	});
});
