/** One's own account, without JavaScript: password, devices, what happened, one's data, and the end of it. */
import type { Browser, Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import { expect, test, type Watch } from './fixtures.ts';
import { press } from './learner.ts';
import { password, Person } from './people.ts';

const t = messagesFor('vi');
test.use({ javaScriptEnabled: false });

async function signIn(page: Page, username: string, word: string): Promise<void> {
	await page.goto('/sign-in');
	await page.getByLabel(t.account.username).fill(username);
	await page.getByLabel(t.account.password, { exact: true }).fill(word);
	await press(page, t.account.signIn);
}
async function otherDevice(browser: Browser, watch: Watch): Promise<Page> {
	const context = await browser.newContext({ javaScriptEnabled: false });
	watch.follow(context);
	return context.newPage();
}
const open = async (page: Page, link: string) => {
	await page.goto('/settings');
	await page.getByRole('link', { name: link }).click();
};

test('a password that is easy to guess is told at its field; another is taken, and other devices are signed out', async ({
	page,
	browser,
	origin,
	watch,
}) => {
	const { username } = await Person.account(origin, 'vi');
	const other = await otherDevice(browser, watch);
	await signIn(other, username, password);
	await signIn(page, username, password);
	await open(page, t.security.changePassword);
	const change = async (current: string, word: string) => {
		await page.getByLabel(t.security.current).fill(current);
		await page.getByLabel(t.account.newPassword).fill(word);
		await press(page, t.security.changePassword);
	};
	await change(password, '12345678');
	await expect(page.getByRole('alert')).toContainText(t.api.failures['password-pattern'].title);
	await expect(page.getByLabel(t.account.newPassword)).toHaveAttribute('aria-invalid', 'true');
	await change('khong-phai-the', 'ba con gà vàng');
	await expect(page.getByLabel(t.security.current)).toHaveAttribute('aria-invalid', 'true');
	await change(password, 'ba con gà vàng');
	await expect(page.getByText(t.security.changed)).toBeVisible();
	await other.goto('/settings/devices');
	await expect(other.getByRole('heading', { level: 1, name: t.account.signIn })).toBeVisible();
	await signIn(other, username, 'ba con gà vàng');
	await expect(other.getByRole('heading', { level: 1, name: t.account.signIn })).toBeHidden();
});

test('another device is seen and signed out', async ({ page, browser, origin, watch }) => {
	const { username } = await Person.account(origin, 'vi');
	const other = await otherDevice(browser, watch);
	await signIn(other, username, password);
	await signIn(page, username, password);
	await open(page, t.security.devices);
	await expect(page.getByText(t.security.thisDevice, { exact: true })).toHaveCount(1);
	await press(page, t.security.endOthers);
	await expect(page.getByText(t.security.ended)).toBeVisible();
	await expect(page.getByText(t.security.onlyThis)).toBeVisible();
	await other.goto('/settings/events');
	await expect(other.getByRole('heading', { level: 1, name: t.account.signIn })).toBeVisible();
	await open(page, t.security.events);
	await expect(page.getByText(t.security.event['session.end'])).toBeVisible();
	await expect(page.getByText(t.security.event['account.create'])).toBeVisible();
});

test('one’s data is downloaded, and the account deleted for good', async ({ page, origin }) => {
	const { username, me } = await Person.account(origin, 'vi');
	await signIn(page, username, password);
	await open(page, t.security.data);
	const coming = page.waitForEvent('download');
	await page.getByRole('link', { name: t.security.export }).click();
	const download = await coming;
	const file = JSON.parse(Buffer.concat(await (await download.createReadStream()).toArray()).toString()) as {
		person: { id: string }[];
	};
	expect(file.person[0]!.id).toBe(me!.id);
	await page.getByRole('link', { name: t.security.eraseNext }).click();
	await page.getByLabel(t.security.password).fill('khong-phai-the');
	await press(page, t.security.erase);
	await expect(page.getByRole('alert')).toContainText(t.api.failures['wrong-password'].title);
	await page.getByLabel(t.security.password).fill(password);
	await press(page, t.security.erase);
	await expect(page.getByText(t.security.erased)).toBeVisible();
	await signIn(page, username, password);
	await expect(page.getByRole('alert')).toContainText(t.api.failures['wrong-credentials'].title);
});

test('what somebody tells of themselves is kept; a wrong year is told at its field, and the rest stays', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.account(origin, 'vi');
	await person.enter(context);
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.goto('/settings');
	const year = page.getByLabel(t.settings.birthYear);
	await year.fill('năm 56');
	await page.getByLabel(t.settings.residence).fill('xã Vĩnh Hải, Sóc Trăng');
	await page.getByLabel(t.account.group).selectOption('elderly');
	await press(page, t.settings.saveAbout);
	await expect(page.getByRole('alert')).toContainText(t.api.failures['birth-year-refused'].title);
	await expect(year).toHaveAttribute('aria-invalid', 'true');
	await year.fill('1956');
	await press(page, t.settings.saveAbout);
	await expect(page.getByText(t.settings.saved)).toBeVisible();
	await expect(year).toHaveValue('1956');
	await expect(page.getByLabel(t.settings.residence)).toHaveValue('xã Vĩnh Hải, Sóc Trăng');

	await page.getByRole('radio', { name: t.settings.textSizes.large }).check();
	await press(page, t.settings.save);
	await expect(page.locator('html')).toHaveAttribute('data-size', 'large');
});

test.describe('with JavaScript', () => {
	test.use({ javaScriptEnabled: true });
	test('the size of type shows as soon as it is chosen, and is kept once it is saved', async ({ page }) => {
		await page.goto('/settings');
		await page.getByRole('radio', { name: t.settings.textSizes.large }).check();
		await expect(page.locator('html')).toHaveAttribute('data-size', 'large');
		await page.goto('/settings');
		await expect(page.locator('html')).toHaveAttribute('data-size', 'normal');
	});
});
