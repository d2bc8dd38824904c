/** Signing in by two steps, as a person does it, with JavaScript and without. */
import type { Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import { codeFor, scan } from './authenticator.ts';
import { expect, test } from './fixtures.ts';
import { follow, main, press } from './learner.ts';
import { names, password, Person } from './people.ts';
import { cungHoc, startServer } from './server.ts';

const t = messagesFor('vi');

async function sayPassword(page: Page, username: string, path = '/sign-in'): Promise<void> {
	await page.goto(path);
	await page.getByLabel(t.account.username).fill(username);
	await page.getByLabel(t.account.password, { exact: true }).fill(password);
	await press(page, t.account.signIn);
}
const isTitled = (page: Page, name: string) =>
	expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
const isRefused = (page: Page, code: 'second-step-wrong' | 'wrong-password') =>
	expect(page.getByRole('alert')).toContainText(t.api.failures[code].title);
const isIn = (page: Page) => expect(page.getByText(t.learning.hello({ name: names.vi }))).toBeVisible();
const say = (page: Page, word: string) => page.getByLabel(t.security.password, { exact: true }).fill(word);

/** From the page of settings to the picture for the app; says the secret that is typed by hand. */
async function begin(page: Page): Promise<string> {
	await say(page, 'khong-phai-the');
	await press(page, t.secondStep.begin);
	await isRefused(page, 'wrong-password');
	await say(page, password);
	await press(page, t.secondStep.begin);
	return page.locator('.secret').innerText();
}

for (const javaScriptEnabled of [false, true])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('set up with an app, asked for, gone on by a backup code, and ended', async ({ page, origin }) => {
			const { username } = await Person.account(origin, 'vi');
			await sayPassword(page, username);
			await page.goto('/settings');
			await follow(page, t.secondStep.title);
			const secret = await begin(page);
			const read = await scan(await page.getByRole('img', { name: t.secondStep.qr }).screenshot());
			expect(read).toContain(`secret=${secret.replaceAll(' ', '')}&`);
			expect(await page.getByRole('link', { name: t.secondStep.onThisDevice }).getAttribute('href')).toBe(
				read,
			);

			const code = page.getByLabel(t.secondStep.code);
			await code.fill('000000');
			await press(page, t.secondStep.turnOn);
			await isRefused(page, 'second-step-wrong');
			// In the summary and at the field, and of no backup code.
			await expect(page.getByText(t.secondStep.confirmWrong)).toHaveCount(2);
			await expect(
				main(page).getByRole('link', { name: t.secondStep.beginAgain, exact: true }),
			).toBeVisible();
			await expect(page.locator('.secret')).toHaveText(secret);
			await code.fill(codeFor(secret));
			await press(page, t.secondStep.turnOn);
			await isTitled(page, t.secondStep.codes);
			const backup = await main(page).locator('ol.codes li').allInnerTexts();
			expect(backup).toHaveLength(10);
			await follow(page, t.secondStep.kept);
			await expect(page.getByText(t.secondStep.left({ n: 10 }))).toBeVisible();
			await expect(page.getByText(t.secondStep.notKept)).toBeVisible();

			await page.context().clearCookies();
			await sayPassword(page, username, '/sign-in?back=/settings/devices');
			await isTitled(page, t.secondStep.signIn);
			await code.fill('111111');
			await press(page, t.account.signIn);
			await isRefused(page, 'second-step-wrong');
			// The code of the step that was used is none any more; apps may be a step ahead.
			await code.fill(codeFor(secret, 1));
			await press(page, t.account.signIn);
			await isTitled(page, t.security.devices);
			// Who comes back to the page for the code is in already.
			await page.goto('/sign-in/second-step?back=/settings/devices');
			await isTitled(page, t.security.devices);
			await page.goto('/sign-in/second-step');
			await isIn(page);

			await page.context().clearCookies();
			await sayPassword(page, username);
			await follow(page, t.secondStep.useBackup);
			await page.getByLabel(t.secondStep.backup).fill(backup[0]!.toLowerCase());
			await press(page, t.account.signIn);
			await isIn(page);

			await page.goto('/settings/second-step');
			await expect(page.getByText(t.secondStep.left({ n: 9 }))).toBeVisible();
			await say(page, password);
			await page.getByLabel(t.secondStep.anyCode).fill(backup[1]!);
			await press(page, t.secondStep.end);
			await expect(page.getByText(t.secondStep.ended)).toBeVisible();
			await page.context().clearCookies();
			await sayPassword(page, username);
			await isIn(page);
		});
	});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a page for the code that nobody comes to by a password leads to the start', async ({ page }) => {
		await page.goto('/sign-in/second-step');
		await isTitled(page, t.account.signIn);
		await expect(page.getByText(t.secondStep.overText)).toBeVisible();
	});

	test('where administrators must, their pages lead to where it is turned on, and open then', async ({
		page,
	}) => {
		const server = await startServer({ REQUIRE_MFA: 'admin', TRUST_PROXY: 'loopback' });
		try {
			const { username } = await Person.account(server.origin, 'vi');
			expect((await cungHoc(server.dataDir, 'grant', username, 'admin')).code).toBe(0);
			await sayPassword(page, username, `${server.origin}/sign-in`);
			await follow(page, t.secondStep.open);
			await isTitled(page, t.secondStep.title);
			for (const path of [
				'/admin/events',
				'/helper',
				'/helper/recovery-codes',
				'/helper/vouchers',
				'/helper/corrections',
			]) {
				await page.goto(server.origin + path);
				await isTitled(page, t.secondStep.title);
				await expect(page.getByText(t.secondStep.neededText)).toBeVisible();
			}
			const secret = await begin(page);
			await page.getByLabel(t.secondStep.code).fill(codeFor(secret));
			await press(page, t.secondStep.turnOn);
			await isTitled(page, t.secondStep.codes);
			await page.goto(`${server.origin}/settings`);
			await follow(page, t.security.allEvents);
			await isTitled(page, t.security.allEvents);
			const { code, output } = await cungHoc(server.dataDir, 'reset-second-step', username);
			expect(code, output).toBe(0);
			await sayPassword(page, username, `${server.origin}/sign-in`);
			await isIn(page);
		} finally {
			await server.close();
		}
	});
});
