/** One device, several people after one another: nobody sees what the one before did. */
import { messagesFor } from '#messages/index.ts';
import { expect, test } from './fixtures.ts';
import { main, press } from './learner.ts';
import { newUsername, password, Person } from './people.ts';
import { cungHoc } from './server.ts';

const t = messagesFor('vi');
const lesson = '/courses/dien-thoai-buoc-dau/lessons/bat-tat';

test('pages that were made for somebody, and forms for secrets, are kept by no browser', async ({
	context,
	origin,
}) => {
	const cacheOf = async (path: string) => (await context.request.get(path)).headers()['cache-control'];
	for (const path of ['/sign-in', '/sign-up', '/recover', '/sign-out', '/km/sign-in', '/en/recover'])
		expect(await cacheOf(path), path).toBe('no-store');
	for (const path of ['/', lesson, '/courses']) expect(await cacheOf(path), path).toBe('private, no-cache');
	const learner = await Person.account(origin, 'vi');
	await learner.enter(context);
	for (const path of ['/', lesson, '/learn', '/learn/answers', '/settings', '/certificates', '/khong-co'])
		expect(await cacheOf(path), path).toBe('no-store');
	// Twice: the second may be sent from memory.
	expect(await cacheOf(lesson)).toBe('no-store');
});

test('who leafs back after somebody signed out sees nothing of them', async ({ page, context, origin }) => {
	const learner = await Person.account(origin, 'vi');
	await learner.enter(context);
	await page.goto('/sign-up');
	await expect(page.getByText(learner.username)).toBeVisible();
	await page.goto('/learn');
	await page.goto('/sign-out');
	const left = page.waitForResponse((reply) => reply.request().method() === 'POST');
	await press(page, t.account.signOut);
	expect((await (await left).allHeaders())['clear-site-data']).toBe('"cache"');
	await expect(page.getByRole('alert')).toContainText(t.account.signedOut);
	for (let n = 0; n < 3; n++) {
		await page.goBack();
		await expect(page.locator('[data-learner]')).toHaveCount(0);
		await expect(page.getByText(learner.username)).toHaveCount(0);
	}
});

test('a page that a browser kept in memory all the same is asked for again', async ({
	page,
	context,
	origin,
}) => {
	const show = () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
	const learner = await Person.account(origin, 'vi');
	await learner.enter(context);
	await page.goto('/sign-up');
	await expect(page.getByText(learner.username)).toBeVisible();
	await context.clearCookies();
	await page.evaluate(show);
	await expect(page.locator('[data-learner]')).toHaveCount(0);
	await expect(page.getByText(learner.username)).toHaveCount(0);
	// A visitor's lesson is read on without a network: it is nobody's, and stays.
	await page.goto(lesson);
	await page.evaluate(() => (document.body.dataset.same = 'yes'));
	await page.evaluate(show);
	await page.waitForTimeout(300);
	await expect(page.locator('body[data-same]')).toHaveCount(1);
});

test('what was typed as a password is gone once the page is left, shown or not', async ({ page }) => {
	await page.goto('/sign-in');
	const field = page.getByLabel(t.account.password, { exact: true });
	await field.fill('bi-mat-cua-toi');
	await page.getByRole('button', { name: t.account.show }).click();
	await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
	await expect(field).toHaveValue('');
	// And going on by the form still signs in.
	const username = newUsername();
	await page.goto('/sign-up');
	await page.getByLabel(t.account.username).fill(username);
	await page.getByLabel(t.account.password, { exact: true }).fill(password);
	await page.getByLabel(t.account.displayName).fill('Nguyễn Thị Thử');
	await press(page, t.account.signUp);
	await expect(page).toHaveURL(/\/learn/);
});

test('a code is shown once: not again by leafing back, nor to whoever signs in next', async ({
	page,
	context,
	origin,
	dataDir,
}) => {
	const learner = await Person.account(origin, 'vi');
	const helper = await Person.account(origin, 'vi');
	expect((await cungHoc(dataDir, 'grant', helper.username, 'admin')).code).toBe(0);
	await helper.enter(context);
	await page.goto('/helper/recovery-codes');
	await page.getByLabel(t.helper.learner).fill(learner.username);
	await press(page, t.account.helperMake);
	const shown = page.getByRole('status').locator('.code');
	await expect(shown).toHaveText(/\S{10}/);
	expect(new URL(page.url()).search).toBe('?made');
	await page.reload();
	await expect(shown).toHaveCount(0);
	await expect(main(page).getByText(t.account.helperGone)).toBeVisible();
	await page.goto('/learn');
	await page.goBack();
	await expect(shown).toHaveCount(0);
	expect((await context.cookies()).filter(({ name }) => name === 'code_made')).toEqual([]);
});

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });
		test('a guest on a shared phone knows from the start what ends by itself, and keeps it by an account', async ({
			page,
			context,
			origin,
		}) => {
			const guest = await Person.guest(origin, 'vi', { shared: true });
			await guest.finishLessons('dien-thoai-buoc-dau', 1);
			await guest.enter(context);
			await page.goto('/learn');
			await expect(page.getByText(t.account.sharedGuest.text).first()).toBeVisible();
			await page.getByRole('link', { name: t.account.sharedGuest.keep }).click();
			await page.getByLabel(t.account.username).fill(newUsername());
			await page.getByLabel(t.account.password, { exact: true }).fill(password);
			await page.getByLabel(t.account.displayName).fill('Nguyễn Thị Thử');
			await press(page, t.account.signUp);
			await expect(page).toHaveURL(/\/learn/);
			await expect(page.locator('[data-learner]')).toHaveAttribute('data-learner', guest.me?.id ?? '');
			await expect(page.getByText(t.common.shared.note)).toBeVisible();
			await expect(page.getByText(t.account.sharedGuest.text)).toHaveCount(0);
		});
	});

test('and is told again two minutes before, with the same way', async ({ page, context, origin }) => {
	const minute = 60_000;
	const guest = await Person.guest(origin, 'vi', { shared: true });
	await guest.enter(context);
	await page.clock.install();
	await page.goto('/learn');
	const dialog = page.getByRole('alertdialog');
	await page.clock.runFor(27 * minute);
	await expect(dialog).toBeHidden();
	await page.clock.runFor(1.2 * minute);
	await expect(dialog).toContainText(t.common.shared.soon);
	await expect(dialog).toContainText(t.account.sharedGuest.text);
	await dialog.getByRole('link', { name: t.account.sharedGuest.keep }).click();
	await expect(page).toHaveURL('/sign-up?back=%2Flearn');
	await expect(page.getByText(t.account.signUpGuest)).toBeVisible();
});
