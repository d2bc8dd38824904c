import type { Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import { hallName } from '../../playwright.config.ts';
import { phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { newUsername, password } from './people.ts';
import { startServer, type OwnServer } from './server.ts';

const t = messagesFor('vi');

test.describe('a server in a village hall, by http', () => {
	let server: OwnServer;
	test.beforeAll(async () => {
		server = await startServer({ HOST: '0.0.0.0' });
	});
	test.afterAll(async () => server.close());

	// By a name of its own the page is in no secure context, as in a hall; the browser is told where it is.
	for (const host of ['localhost', '127.0.0.1', hallName]) {
		test(`people sign up, learn and sign out at ${host}`, async ({ page, watch }) => {
			watch.hosts.push(host);
			await signUpAndLearn(page, `http://${host}:${server.port}`);
			expect(await page.evaluate(() => isSecureContext)).toBe(host !== hallName);
		});
	}
});

async function signUpAndLearn(page: Page, origin: string): Promise<void> {
	const username = newUsername();
	await page.goto(`${origin}/sign-up`);
	await page.getByLabel(t.account.username).fill(username);
	await page.getByLabel(t.account.password, { exact: true }).fill(password);
	await page.getByLabel(t.account.displayName).fill('Nguyễn Thị Thử');
	const reply = page.waitForResponse((response) => response.request().method() === 'POST');
	await page.locator('main').getByRole('button', { name: t.account.signUp }).click();
	expect((await reply).status()).toBeLessThan(400);
	await expect(page.getByText(t.learning.welcome)).toBeVisible();
	expect(new URL(page.url()).origin).toBe(origin);

	await page.goto(`${origin}/courses/${phone}/quizzes/giua-khoa`);
	await page.getByRole('button', { name: t.quiz.start }).click();
	const input = page.locator('form[data-autosave] input[name="answer"]').first();
	if ((await input.getAttribute('type')) === 'text') await input.fill('10');
	else await input.check();
	await expect(page.locator('[data-autosave-status]')).toHaveAttribute('data-state', 'saved');

	await page.goto(`${origin}/sign-out`);
	await page.locator('main').getByRole('button', { name: t.account.signOut, exact: true }).click();
	await expect(page.getByText(t.account.signedOut)).toBeVisible();
}

const shared = [
	'/',
	'/tracks/can-bo',
	'/courses',
	`/courses/${phone}`,
	`/courses/${phone}/lessons/bat-tat`,
	'/help',
];
for (const path of shared) {
	test(`${path}: a link that is passed on shows what it is`, async ({ page, request }) => {
		await page.goto(path);
		const content = (property: string) =>
			page.locator(`meta[property="${property}"]`).getAttribute('content');
		const origin = new URL(page.url()).origin;
		expect(await content('og:title')).toMatch(/\S{2}/);
		expect(await content('og:description')).toMatch(/\S{2}/);
		expect(await content('og:type')).toBe('website');
		const image = (await content('og:image')) ?? '';
		expect(image).toMatch(new RegExp(`^${origin}/`));
		const picture = await request.get(image);
		expect(picture.status()).toBe(200);
		expect(picture.headers()['content-type']).toBe('image/png');
		await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`^${origin}/`));
		await expect(page.locator('meta[name="robots"]')).toHaveCount(0);
	});
}

test('certificates stay out of search engines, also as PDF and in the API', async ({
	request,
	standings,
}) => {
	const { valid } = await standings.of('vi');
	for (const address of [
		`/certificates/${valid}`,
		`/api/certificates/${valid}`,
		`/api/certificates/${valid}.pdf`,
	]) {
		const reply = await request.get(address);
		expect(reply.status(), address).toBe(200);
		expect(reply.headers()['x-robots-tag'], address).toContain('noindex');
	}
	expect(await (await request.get(`/certificates/${valid}`)).text()).toMatch(
		/<meta name="robots" content="noindex/,
	);
});

test('a page that is not there says so, in the language asked for, with a way on', async ({
	page,
	request,
}) => {
	for (const locale of ['vi', 'km', 'en'] as const) {
		const { notFound, courses } = messagesFor(locale).error;
		const response = await page.goto(`/${locale}/khong-co-trang-nay`);
		expect(response?.status()).toBe(404);
		await expect(page.getByRole('heading', { level: 1, name: notFound.title })).toBeVisible();
		await page.locator('main').getByRole('link', { name: courses }).click();
		await expect(
			page.getByRole('heading', { level: 1, name: messagesFor(locale).course.listTitle }),
		).toBeVisible();
	}
	const api = await request.get('/api/khong-co');
	expect(api.status()).toBe(404);
	expect(api.headers()['content-type']).toContain('application/problem+json');
});

test('a form that is not one of ours is refused in words that are true, in the language of the page', async ({
	request,
	origin,
}) => {
	for (const locale of ['vi', 'km', 'en'] as const) {
		const response = await request.post(`/${locale}/courses/${phone}/lessons/bat-tat?/check`, {
			headers: { origin, accept: 'text/html', cookie: `locale=${locale}` },
			form: { question: 'x', kind: 'khong-co', answer: 'b' },
		});
		expect(response.status()).toBe(400);
		const { title, text } = messagesFor(locale).error.notSent;
		const html = await response.text();
		expect(html).toContain(title);
		expect(html).toContain(text);
	}
});

test('pages and API send the headers that keep a visitor safe', async ({ request, standings }) => {
	const { valid } = await standings.of('vi');
	for (const address of [
		'/',
		`/courses/${phone}`,
		'/sign-in',
		`/certificates/${valid}`,
		'/khong-co-trang-nay',
	]) {
		const headers = (await request.get(address)).headers();
		const policy = headers['content-security-policy'] ?? '';
		for (const part of [
			"default-src 'self'",
			"script-src 'self'",
			"object-src 'none'",
			"frame-ancestors 'none'",
		])
			expect(policy, address).toContain(part);
		expect(policy, address).not.toContain('unsafe');
		expect(headers['x-content-type-options'], address).toBe('nosniff');
		expect(headers['cache-control'], address).toMatch(/private|no-store/);
		expect(headers['x-powered-by'], address).toBeUndefined();
	}
	const api = (await request.get('/api/courses')).headers();
	expect(api['content-security-policy']).toContain("default-src 'none'");
	expect(api['x-content-type-options']).toBe('nosniff');
});

test('the session is kept from scripts and from other sites', async ({ page, context }) => {
	await page.goto(`/courses/${phone}/quizzes/giua-khoa`);
	await page.getByRole('button', { name: t.quiz.start }).click();
	await expect(page).toHaveURL(/\/attempts\//);
	const session = (await context.cookies()).find(({ name }) => name === 'cung_hoc_session');
	expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: false });
	const forged = await context.request.post('/sign-out', {
		headers: { origin: 'http://another.example', 'content-type': 'application/x-www-form-urlencoded' },
	});
	expect(forged.status()).toBe(403);
	await page.goto('/learn');
	await expect(page.getByText(t.learning.guestTitle)).toBeVisible();
});
