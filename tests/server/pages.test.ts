/** The pages' own loads on the real API: what a page asks of it, and what it makes of a refusal. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewAddress } from '#lib/views.ts';
import { plainSessionCookie } from '#schemas/session.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import { completeCourse, course, startAttempt, takeQuiz } from './learning.ts';

type Load = (event: object) => unknown;
const root = path.resolve('src/routes');

let server: TestServer;
let learner: Client;
let helper: Client;
let params: Record<string, string>;
let submitted: string;
beforeAll(async () => {
	server = await startServer();
	learner = await server.account();
	helper = await server.account({ role: 'facilitator' });
	await completeCourse(learner);
	await server.vouch(learner);
	const { body } = await learner.post('/api/certificates', { course });
	submitted = (await startAttempt(learner, 'giua-khoa')).id;
	await takeQuiz(learner, 'giua-khoa');
	const { id } = await startAttempt(learner, 'giua-khoa');
	params = {
		course,
		lesson: 'mat-khau',
		quiz: 'giua-khoa',
		track: 'moi-nguoi',
		group: 'students',
		serial: body.serial,
		attempt: id,
	};
});
afterAll(() => server.close());

const routes = readdirSync(root, { recursive: true, encoding: 'utf8' })
	.filter((file) => path.basename(file) === '+page.svelte')
	.map((file) => `/${path.dirname(file)}`.replace(/\/\.$/, ''));

async function loadOf(route: string, file: string): Promise<Load> {
	return ((await import(path.join(root, route, file))) as { load: Load }).load;
}

/** Opens a page as SvelteKit does, its loads side by side, and counts what it asks of the API. */
async function open(who: Client, route: string, more: { params?: object; query?: string } = {}) {
	const asked: string[] = [];
	const event = {
		route: { id: route },
		params: { ...params, ...more.params },
		url: new URL(`http://localhost/?${more.query ?? ''}`),
		locals: { locale: 'vi', textSize: 'normal', theme: 'light' },
		cookies: {
			get: (name: string) => (name === plainSessionCookie && who.cookie ? 'there' : undefined),
			set: () => {},
		},
		setHeaders: () => {},
		fetch: async (address: string) => {
			asked.push(address);
			const { status, raw } = await who.get(address);
			return new Response(new Uint8Array(raw), { status, headers: { 'content-type': 'application/json' } });
		},
	};
	const layout = Promise.resolve((await loadOf('', '+layout.server.ts'))(event));
	const load = await loadOf(route, '+page.server.ts');
	const page = Promise.resolve(load({ ...event, parent: () => layout })).then(
		(data) => ({ data }),
		(thrown: object) => ({ thrown }),
	);
	return { ...(await page), layout: await layout, asked };
}

function hasView(route: string): boolean {
	try {
		viewAddress({ route: { id: route }, params: {}, url: new URL('http://localhost'), locals: {} } as never);
		return true;
	} catch {
		return false;
	}
}
const withView = routes.filter(hasView);

describe('a page that shows a view', () => {
	it('is one of these', () => {
		expect(withView).toHaveLength(19);
	});

	it.each(withView)('asks the API once: %s', async (route) => {
		const who = route.endsWith('/helper') ? helper : learner;
		const page = await open(who, route, route.endsWith('/result') ? { params: { attempt: submitted } } : {});
		expect(page).not.toHaveProperty('thrown');
		expect(page).toMatchObject({ layout: { me: { id: who.me!.id } } });
		expect(page.asked).toEqual([expect.stringMatching(/^\/api\/views\//)]);
	});

	it('refuses who has no business there, and asks no more for it', async () => {
		const page = await open(learner, '/(plain)/helper');
		expect(page).toMatchObject({ thrown: { status: 403 } });
		expect(page.asked).toHaveLength(1);
	});

	it.each(withView)('asks it once at most for a visitor: %s', async (route) => {
		const page = await open(server.anonymous, route);
		expect(page).toMatchObject({ layout: { me: null } });
		expect(page.asked.length).toBeLessThanOrEqual(1);
	});
});

describe('pages of a course', () => {
	const page = '/(plain)/courses/[course]';
	it.each([page, `${page}/lessons/[lesson]`, `${page}/quizzes/[quiz]`])(
		'say which languages they are in: %s',
		async (route) => {
			const { data } = (await open(server.anonymous, route)) as { data: { contentLocales: string[] } };
			expect(new Set(data.contentLocales)).toEqual(new Set(['vi', 'km']));
		},
	);
});

describe('the group that was chosen', () => {
	const asks = (route: string, group: string | null, more: object = {}) =>
		viewAddress({
			route: { id: route },
			params: {},
			url: new URL('http://localhost'),
			locals: { locale: 'km', group },
			...more,
		} as never);

	it('is told to the view, which says how its reader is addressed', () => {
		expect(asks('/(plain)', 'elderly')).toBe('/api/views/home?locale=km&group=elderly');
		expect(asks('/(plain)', null)).toBe('/api/views/home?locale=km');
	});
	it('is the one that is being chosen', () => {
		const chooses = { params: { group: 'students' } };
		expect(asks('/(plain)/groups/[group]', 'elderly', chooses)).toContain('group=students');
	});
});

describe('a lesson of a version', () => {
	const lesson = '/(plain)/courses/[course]/lessons/[lesson]';
	it.each([
		['that is gone', 'version=0123456789abcdef'],
		['that is mistyped', 'version=x'],
	])('%s leads to the lesson as it is', async (_, query) => {
		const { thrown } = (await open(learner, lesson, { query })) as { thrown: object };
		expect(thrown).toMatchObject({ status: 303, location: `/courses/${course}/lessons/mat-khau` });
	});

	it('of no course is missing', async () => {
		const page = await open(learner, lesson, {
			params: { course: 'khong-co' },
			query: 'version=0123456789abcdef',
		});
		expect(page).toMatchObject({ thrown: { status: 404 } });
	});
});

it.each([
	['0000-0000-0000-0', { data: { typed: '0000-0000-0000-0' } }],
	['x', { data: { typed: 'x' } }],
	['ក'.repeat(60), { data: { typed: 'ក'.repeat(60) } }],
	['ក'.repeat(61), { data: { typed: 'ក'.repeat(61) } }],
	['../../me', { data: { typed: '../../me' } }],
	['?', { data: { typed: '?' } }],
	['', { data: { typed: null } }],
])('a serial typed as %j', async (serial, shown) => {
	const query = new URLSearchParams({ serial }).toString();
	expect(await open(server.anonymous, '/(plain)/verify', { query })).toMatchObject(shown);
});

it('a serial that is known leads to its certificate, however it was typed', async () => {
	const serial = params.serial!.toLowerCase().replaceAll('-', '');
	const page = await open(server.anonymous, '/(plain)/verify', { query: `serial=${serial}` });
	expect(page).toMatchObject({ thrown: { status: 303, location: `/certificates/${params.serial}` } });
});
