/** Signing out, with things that were not sent yet, and where no network is. */
import type { BrowserContext, Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import { badNetwork, type BadNetwork } from './bad-network.ts';
import { expect, test } from './fixtures.ts';
import { main } from './learner.ts';
import { password, Person } from './people.ts';
import { toElder } from './words.ts';

const t = messagesFor('vi');
const words = t.account.leaving;
const course = 'dien-thoai-buoc-dau';
const lesson = `/courses/${course}/lessons/bat-tat`;
const sessionIn = async (context: BrowserContext) =>
	(await context.cookies()).some(({ name }) => name === 'cung_hoc_session');
const signOut = (page: Page) =>
	page.getByRole('button', { name: t.common.signOut, exact: true }).first().click();
/** What a page shows beside that. */
const theirs = (page: Page) => page.locator('main > :not([data-leaving])').first();
const offlineTitle = (page: Page) => page.getByRole('heading', { level: 1, name: words.offlineTitle });

/** A task that they tick, of which the server does not hear. */
async function holdTick(page: Page, context: BrowserContext, person: Person) {
	await person.enter(context);
	// The script is there.
	await page.goto(lesson, { waitUntil: 'networkidle' });
	await context.route('**/api/events', (route) => route.abort());
	await page.getByRole('button', { name: toElder.lesson.tryDo }).first().click();
	await expect(page.getByText(toElder.lesson.marks.held).first()).toBeVisible();
	const isSaved = async () =>
		(await person.call<{ courses: unknown[] }>('GET', '/api/progress')).courses.length > 0;
	return { title: new RegExp(`^${toElder.lesson.tryTitle} · `), isSaved };
}

test('who signs out is told what was not sent, may save it, stay, or send it first', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.account(origin, 'vi');
	const { title, isSaved } = await holdTick(page, context, person);
	await page.goto('/settings');
	await signOut(page);
	await expect(page.getByRole('heading', { level: 1, name: words.heldTitle({ n: 1 }) })).toBeFocused();
	await expect(page.getByRole('listitem').filter({ hasText: title })).toBeVisible();
	await expect(page.getByText(words.stays)).toBeVisible();
	await expect(theirs(page)).toBeHidden();

	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: words.save }).click();
	expect((await coming).suggestedFilename()).toMatch(/^cung-hoc-.*\.json$/);
	await expect(page.getByRole('status').filter({ hasText: words.saved })).toBeVisible();
	await page.getByRole('button', { name: words.send }).click();
	await expect(page.getByRole('status').filter({ hasText: words.unsent })).toBeVisible();
	await page.getByRole('button', { name: words.stay }).click();
	await expect(theirs(page)).toBeVisible();
	expect(await sessionIn(context)).toBe(true);

	await signOut(page);
	await expect(page.getByText(words.stays)).toBeVisible();
	await context.unroute('**/api/events');
	await page.getByRole('button', { name: words.send }).click();
	await expect(page.getByText(t.account.signedOut)).toBeVisible();
	expect(await sessionIn(context)).toBe(false);
	await person.signIn();
	expect(await isSaved()).toBe(true);
});

test('who presses before that is fetched is told all the same', async ({ page, context, origin }) => {
	const person = await Person.account(origin, 'vi');
	await holdTick(page, context, person);
	await context.route(/enhance\.leave/, async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 1500));
		await route.continue();
	});
	await page.goto('/settings');
	await signOut(page);
	await expect(page.getByRole('heading', { level: 1, name: words.heldTitle({ n: 1 }) })).toBeFocused();
	expect(await sessionIn(context)).toBe(true);
});

test('and who signs out all the same finds it on the device, and nobody else does', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.account(origin, 'vi');
	const { isSaved } = await holdTick(page, context, person);
	await page.goto('/settings');
	await signOut(page);
	await page.getByRole('button', { name: words.anyway }).click();
	await expect(page.getByText(t.account.signedOut)).toBeVisible();
	await context.unroute('**/api/events');
	const other = await Person.account(origin, 'vi');
	await other.enter(context);
	await page.goto('/learn/device');
	await expect(page.getByText(t.device.none)).toBeVisible();
	await person.signIn();
	expect(await isSaved()).toBe(false);

	await context.clearCookies();
	await page.goto('/sign-in');
	await page.getByLabel(t.account.username).fill(person.username);
	await page.getByLabel(t.account.password, { exact: true }).fill(password);
	await main(page).getByRole('button', { name: t.account.signIn, exact: true }).click();
	await expect.poll(isSaved).toBe(true);
});

test('without a network the page says that nobody is signed out yet, and does it with one', async ({
	page,
	context,
	origin,
	watch,
}) => {
	watch.expected.push(/ERR_/);
	const person = await Person.account(origin, 'vi', { shared: true });
	await person.enter(context);
	// The script is there.
	await page.goto('/settings', { waitUntil: 'networkidle' });
	const other = await context.newPage();
	await other.goto('/learn', { waitUntil: 'networkidle' });
	await context.setOffline(true);
	await signOut(page);
	await expect(offlineTitle(page)).toBeFocused();
	// In no tab does the next person see anything of theirs.
	for (const tab of [page, other]) {
		await expect(offlineTitle(tab)).toBeVisible();
		await expect(theirs(tab)).toBeHidden();
		await expect(tab.getByText(t.common.shared.note)).toBeHidden();
	}
	await signOut(page);
	await expect(offlineTitle(page)).toBeFocused();
	expect(await sessionIn(context)).toBe(true);

	await context.setOffline(false);
	await expect(page.getByText(t.account.signedOut)).toBeVisible();
	await expect(other.getByText(t.account.signedOut)).toBeVisible();
	expect(await sessionIn(context)).toBe(false);
});

test('a tab that hears late of the network says so too, once another has signed out', async ({
	page,
	context,
	origin,
	watch,
}) => {
	watch.expected.push(/ERR_/);
	const person = await Person.account(origin, 'vi');
	await person.enter(context);
	await page.goto('/settings', { waitUntil: 'networkidle' });
	const other = await context.newPage();
	await other.addInitScript(() => addEventListener('online', (event) => event.stopImmediatePropagation()));
	await other.goto('/learn', { waitUntil: 'networkidle' });
	await context.setOffline(true);
	await signOut(page);
	await expect(offlineTitle(other)).toBeVisible();
	await context.setOffline(false);
	for (const tab of [page, other]) await expect(tab.getByText(t.account.signedOut)).toBeVisible();
});

test('whoever opens a page first, once there is a network, finds the one before signed out', async ({
	page,
	context,
	origin,
	watch,
}) => {
	watch.expected.push(/ERR_/);
	const person = await Person.account(origin, 'vi');
	await person.enter(context);
	await page.goto('/settings', { waitUntil: 'networkidle' });
	await context.setOffline(true);
	await signOut(page);
	await expect(offlineTitle(page)).toBeVisible();
	// Closed before there is one.
	await page.goto('about:blank');
	await context.setOffline(false);
	await page.goto('/learn');
	await expect(page.getByText(t.account.signedOut)).toBeVisible();
	expect(await sessionIn(context)).toBe(false);
	// And whoever signs in now stays so.
	await (await person.signIn()).enter(context);
	await page.goto('/learn');
	await expect(page.locator('main[data-learner]')).toBeVisible();
});

test.describe('where the device keeps pages', () => {
	let network: BadNetwork;
	test.use({ serviceWorkers: 'allow' });
	test.beforeEach(async ({ origin }) => {
		network = await badNetwork(Number(new URL(origin).port));
	});
	test.afterEach(() => network.close());

	test('none of who is leaving is shown, and the network brings none either', async ({
		page,
		context,
		watch,
	}) => {
		watch.expected.push(/^503 /, /ERR_|Failed to fetch|NetworkError/);
		const person = await Person.account(network.origin, 'vi');
		await person.enter(context);
		const keptOf = (path: string) => page.evaluate((one) => caches.match(one).then(Boolean), path);
		for (const path of [lesson, '/settings', '/learn']) await page.goto(network.origin + path);
		await expect.poll(() => keptOf('/learn')).toBe(true);
		await page.goto(network.origin + lesson);
		await expect.poll(() => keptOf(lesson)).toBe(true);
		await page.goto(`${network.origin}/learn`);
		// What is shown where the device has nothing is fetched beside all that.
		await expect.poll(() => keptOf('/offline')).toBe(true);
		network.become('cut');
		await signOut(page);
		await expect(offlineTitle(page)).toBeVisible();
		await expect.poll(() => keptOf('/learn')).toBe(false);
		await page.goto(`${network.origin}/learn`);
		await expect(page.getByRole('heading', { name: t.offline.notHereTitle })).toBeVisible();
		// The next person learns on; it is nobody's.
		await page.goto(network.origin + lesson);
		await expect(page.getByText(t.common.kept)).toBeVisible();
		await expect(page.locator('html')).not.toHaveAttribute('data-reader');
		expect(await sessionIn(context)).toBe(true);

		network.become('fair');
		await page.goto(network.origin + lesson);
		await expect(page.getByText(t.common.kept)).toBeHidden();
		await expect(page.locator('[data-learner]')).toHaveCount(0);
		expect(await sessionIn(context)).toBe(false);
	});
});
