/** Accounts, shared phones, settings; and what becomes of a certificate whose name is wrong or that is taken back. */
import type { Browser, Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import { languageOwnNames } from '#messages/own-names.ts';
import { phone } from './answers.ts';
import { expect, test, type Watch } from './fixtures.ts';
import { main, press } from './learner.ts';
import { names, newUsername, password, Person } from './people.ts';
import { revocationReason } from './standing.ts';
import { cungHoc } from './server.ts';
import { toElder } from './words.ts';

const t = messagesFor('vi');
const minute = 60_000;

interface Typed {
	username: string;
	word?: string;
	shared?: boolean;
}

async function signUp(page: Page, { username, shared = false }: Typed): Promise<void> {
	await page.goto('/sign-up');
	await page.getByLabel(t.account.username).fill(username);
	await page.getByLabel(t.account.password, { exact: true }).fill(password);
	await page.getByLabel(t.account.displayName).fill(names.vi);
	await page.getByLabel(t.account.group).selectOption({ label: t.course.targetGroups.elderly });
	if (shared) await page.getByLabel(t.account.shared).check();
	await press(page, t.account.signUp);
}

async function signIn(page: Page, { username, word = password, shared = false }: Typed): Promise<void> {
	await page.goto('/sign-in');
	await page.getByLabel(t.account.username).fill(username);
	await page.getByLabel(t.account.password, { exact: true }).fill(word);
	if (shared) await page.getByLabel(t.account.shared).check();
	await press(page, t.account.signIn);
}

const expectSignedIn = (page: Page) =>
	expect(page.getByText(t.learning.hello({ name: names.vi }))).toBeVisible();
const expectVisitor = async (page: Page) => {
	await page.goto('/learn');
	await expect(page.getByText(t.learning.visitorLead)).toBeVisible();
};

/** Another device: cookies of its own. */
async function otherDevice(browser: Browser, watch: Watch): Promise<Page> {
	const context = await browser.newContext();
	watch.follow(context);
	return context.newPage();
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('sign up, sign out, a wrong password, sign in', async ({ page }) => {
		const username = newUsername();
		await signUp(page, { username });
		await expect(page.getByText(toElder.learning.welcome)).toBeVisible();
		await expectSignedIn(page);
		await page.goto('/sign-out');
		await press(page, t.account.signOut);
		await expect(page.getByText(t.account.signedOut)).toBeVisible();
		await expectVisitor(page);

		await signIn(page, { username, word: 'khong-phai-mat-khau' });
		await expect(page.getByRole('alert')).toContainText(t.api.failures['wrong-credentials'].title);
		await expect(page.getByLabel(t.account.username)).toHaveValue(username);
		await expect(page.getByLabel(t.account.password, { exact: true })).toHaveValue('');
		await signIn(page, { username: username.toUpperCase() });
		await expectSignedIn(page);
	});

	test('a name that is taken is told at its field, and nothing typed is lost but the password', async ({
		page,
		origin,
	}) => {
		const { username } = await Person.account(origin, 'vi');
		await signUp(page, { username });
		const field = page.getByLabel(t.account.username);
		await expect(page.getByRole('alert')).toBeVisible();
		await expect(field).toHaveValue(username);
		await expect(page.getByLabel(t.account.displayName)).toHaveValue(names.vi);
		await expect(page.getByLabel(t.account.password, { exact: true })).toHaveValue('');
	});

	test('settings hold: language, size of letters, ground', async ({ page }) => {
		await page.goto('/settings');
		await page.getByLabel(languageOwnNames.km).check();
		await page.getByLabel(t.settings.textSizes.large).check();
		await page.getByLabel(t.settings.themes.dark).check();
		await press(page, t.settings.save);
		const km = messagesFor('km');
		await expect(page.getByText(km.settings.saved)).toBeVisible();
		await page.goto('/courses');
		await expect(page.locator('html')).toHaveAttribute('lang', 'km');
		await expect(page.locator('html')).toHaveAttribute('data-size', 'large');
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
		await expect(page.getByRole('heading', { level: 1, name: km.course.listTitle })).toBeVisible();
	});

	test('the button for larger letters stands on each lesson and comes back to it', async ({ page }) => {
		await page.goto(`/courses/${phone}/lessons/bat-tat`);
		const size = () =>
			page
				.locator('[data-read] p')
				.first()
				.evaluate((each) => parseFloat(getComputedStyle(each).fontSize));
		const before = await size();
		await press(page, t.lesson.larger);
		await expect(page).toHaveURL(/\/lessons\/bat-tat$/);
		expect(await size()).toBeGreaterThan(before * 1.2);
		await press(page, t.lesson.smaller);
		expect(await size()).toBe(before);
	});
});

test('settings go with the account to another phone', async ({ page, browser, watch }) => {
	const username = newUsername();
	await signUp(page, { username });
	await expectSignedIn(page);
	await page.goto('/settings');
	await page.getByLabel(t.settings.textSizes.large).check();
	await page.getByLabel(t.settings.themes.dark).check();
	await press(page, t.settings.save);
	await expect(page.getByText(t.settings.saved)).toBeVisible();

	const other = await otherDevice(browser, watch);
	await signIn(other, { username });
	await expectSignedIn(other);
	await expect(other.locator('html')).toHaveAttribute('data-size', 'large');
	await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
	await other.context().close();
});

test('signing out of every device ends the session on a lost phone', async ({ page, browser, watch }) => {
	const username = newUsername();
	await signUp(page, { username });
	await expectSignedIn(page);
	const lost = await otherDevice(browser, watch);
	await signIn(lost, { username });
	await expectSignedIn(lost);
	await page.goto('/sign-out');
	await press(page, t.account.everywhere);
	await expect(page.getByText(t.account.signedOut)).toBeVisible();
	await expectVisitor(lost);
	await lost.context().close();
});

test('a shared phone warns after 28 minutes unused, and signs out by itself after 30', async ({ page }) => {
	const { soon, stay } = t.common.shared;
	await page.clock.install();
	await signUp(page, { username: newUsername(), shared: true });
	await expect(page.getByText(t.common.shared.note)).toBeVisible();
	await page.clock.runFor(27 * minute);
	await expect(page.getByText(soon)).toBeHidden();
	await page.clock.runFor(1.2 * minute);
	await expect(page.getByText(soon)).toBeVisible();
	const asked = page.waitForResponse(/\/api\/me$/);
	await page.getByRole('button', { name: stay }).click();
	await asked;
	await expect(page.getByText(soon)).toBeHidden();

	await page.clock.runFor(28.2 * minute);
	await expect(page.getByText(soon)).toBeVisible();
	await page.clock.runFor(2 * minute);
	await expect(page.getByText(t.account.signedOut)).toBeVisible();
	await expectVisitor(page);
});

test('on a phone of one’s own nothing ends by itself', async ({ page }) => {
	await page.clock.install();
	await signUp(page, { username: newUsername() });
	await expectSignedIn(page);
	await page.clock.runFor(40 * minute);
	await expect(page.getByText(t.common.shared.soon)).toHaveCount(0);
	await page.reload();
	await expectSignedIn(page);
});

test('who forgot the password gets a code from an administrator, once', async ({
	page,
	browser,
	watch,
	origin,
	dataDir,
}) => {
	const learner = await Person.account(origin, 'vi');
	const lost = await otherDevice(browser, watch);
	await lost.goto(`${origin}/`);
	await learner.enter(lost.context());

	const helper = newUsername();
	await signUp(page, { username: helper });
	await expect(page.getByRole('link', { name: t.learning.helper })).toHaveCount(0);
	const granted = await cungHoc(dataDir, 'grant', helper, 'admin');
	expect(granted.code, granted.output).toBe(0);
	await page.goto('/learn');
	await page.getByRole('link', { name: t.learning.helper }).click();
	await page.getByRole('link', { name: t.account.helperTitle }).click();
	await page.getByLabel(t.helper.learner).fill(learner.username);
	await press(page, t.account.helperMake);
	await expect(page.getByText(toElder.account.helperMadeText)).toBeVisible();
	const code = (await page.getByRole('status').locator('.code').innerText()).trim();
	await page.goto('/sign-out');
	await press(page, t.account.signOut);
	await expect(page.getByText(t.account.signedOut)).toBeVisible();

	const recover = async (newPassword: string) => {
		await page.goto('/recover');
		await page.getByLabel(t.account.username).fill(learner.username);
		await page.getByLabel(t.account.code).fill(code.toLowerCase());
		await page.getByLabel(t.account.newPassword, { exact: true }).fill(newPassword);
		await press(page, t.account.recoverSubmit);
	};
	await recover('mot-mat-khau-moi');
	await expect(page.getByText(t.learning.recovered)).toBeVisible();
	await expectVisitor(lost);
	await lost.context().close();

	await page.context().clearCookies();
	await recover('lan-thu-hai-khong-duoc');
	await expect(page.getByRole('alert')).toContainText(t.api.failures['wrong-code'].title);
	await signIn(page, { username: learner.username });
	await expect(page.getByRole('alert')).toContainText(t.api.failures['wrong-credentials'].title);
	await signIn(page, { username: learner.username, word: 'mot-mat-khau-moi' });
	await expectSignedIn(page);
});

test('a wrong name is corrected by a new certificate; the old one says that it was replaced', async ({
	page,
	browser,
	watch,
	origin,
	standings,
}) => {
	const learner = await Person.account(origin, 'vi');
	await learner.complete(phone);
	const { serial } = await learner.certificate(phone, await standings.admin());
	await learner.enter(page.context());
	await page.goto(`/certificates/${serial}`);
	await page.getByText(t.certificate.correct).click();
	await page.getByLabel(t.certificate.correctName).fill('Nguyễn Thị Thứ');
	await press(page, t.certificate.correctSubmit);
	await expect(page.getByText(t.certificate.corrected)).toBeVisible();
	await expect(main(page).getByText('Nguyễn Thị Thứ', { exact: true }).first()).toBeVisible();
	const renewed = new URL(page.url()).pathname;
	expect(renewed).not.toContain(serial);

	const stranger = await otherDevice(browser, watch);
	await stranger.goto(`${origin}/certificates/${serial}`);
	await expect(
		stranger.getByRole('heading', { level: 1, name: t.certificate.status.superseded.title }),
	).toBeVisible();
	await expect(main(stranger).getByText(names.vi, { exact: true })).toBeVisible();
	await expect(stranger.getByText(t.certificate.correct)).toHaveCount(0);
	await main(stranger).getByRole('link', { name: t.certificate.seeNew }).click();
	await expect(stranger).toHaveURL(origin + renewed);
	await expect(
		stranger.getByRole('heading', { level: 1, name: t.certificate.status.valid.title }),
	).toBeVisible();
	await stranger.context().close();
});

test('a certificate that was taken back says so, and why', async ({ page, standings }) => {
	const { revoked } = await standings.of('vi');
	await page.goto(`/certificates/${revoked}`);
	await expect(
		page.getByRole('heading', { level: 1, name: t.certificate.status.revoked.title }),
	).toBeVisible();
	await expect(page.getByText(revocationReason)).toBeVisible();
	const pdf = await page.request.get(`/api/certificates/${revoked}.pdf`);
	expect(pdf.headers()['content-type']).toBe('application/pdf');
});
