/** A browser that keeps no cookies is told so, instead of being asked to sign in for ever. */
import { once } from 'node:events';
import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { localise } from '#lib/locale.ts';
import { messagesFor, type Messages } from '#messages/index.ts';
import { phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { main, press } from './learner.ts';
import { newUsername, password, Person } from './people.ts';

/** What a browser that refuses cookies makes of the server: none come, and none go. */
async function withoutCookies(origin: string): Promise<{ at: string; server: Server }> {
	const server = createServer((incoming, outgoing) => {
		const { cookie: _, ...headers } = incoming.headers;
		const sent = ask(origin + incoming.url, { method: incoming.method, headers }, (reply) => {
			const { 'set-cookie': _none, ...kept } = reply.headers;
			outgoing.writeHead(reply.statusCode ?? 500, kept);
			reply.pipe(outgoing);
		});
		incoming.pipe(sent);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return { at: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

async function fillIn(page: Page, t: Messages, username: string) {
	await page.getByLabel(t.account.username).fill(username);
	await page.getByLabel(t.account.password, { exact: true }).fill(password);
}

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });
		let at: string;
		let server: Server;
		test.beforeEach(async ({ origin }) => {
			({ at, server } = await withoutCookies(origin));
		});
		test.afterEach(() => {
			server.closeAllConnections();
			server.close();
		});

		for (const locale of ['vi', 'km'] as const)
			test(`who signs in where cookies are refused is told so (${locale})`, async ({ page, origin }) => {
				const t = messagesFor(locale);
				const { username } = await Person.account(origin, locale);
				await page.goto(at + localise(locale, '/sign-in?back=/courses'));
				await fillIn(page, t, username);
				await press(page, t.account.signIn);
				await expect(page.getByRole('heading', { level: 1, name: t.refused.cookies.title })).toBeVisible();
				for (const line of t.refused.cookies.more) await expect(page.getByText(line)).toBeVisible();
				// The way on leads back to where they wanted to go.
				await main(page).getByRole('link', { name: t.account.signIn }).click();
				expect(new URL(page.url()).searchParams.get('back')).toBe('/courses');
			});

		test('so is who signs up, and who begins a quiz as a guest', async ({ page }) => {
			const t = messagesFor('vi');
			const told = page.getByRole('heading', { level: 1, name: t.refused.cookies.title });
			await page.goto(`${at}/sign-up`);
			await fillIn(page, t, newUsername());
			await page.getByLabel(t.account.displayName).fill('Nguyễn Thị Thử');
			await press(page, t.account.signUp);
			await expect(told).toBeVisible();
			await page.goto(`${at}/courses/${phone}/quizzes/giua-khoa`);
			await press(page, t.quiz.start);
			await expect(told).toBeVisible();
		});

		test('where they are kept, nothing is seen of it', async ({ page }) => {
			const t = messagesFor('vi');
			await page.goto('/sign-up?back=/courses');
			await fillIn(page, t, newUsername());
			await page.getByLabel(t.account.displayName).fill('Nguyễn Thị Thử');
			await press(page, t.account.signUp);
			await expect(page).toHaveURL('/courses');
			await expect(page.locator('[data-learner]')).toHaveCount(1);
		});
	});
