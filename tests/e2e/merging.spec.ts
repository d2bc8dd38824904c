/** Somebody learns without an account, then signs in: what becomes of it is asked once, and can be taken back. */
import type { Page, PlaywrightTestArgs } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import type { CourseProgress } from '#schemas/progress.ts';
import { phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { follow, main, press } from './learner.ts';
import { password, Person } from './people.ts';
import { toElder } from './words.ts';

const t = messagesFor('vi');
const lesson = `/courses/${phone}/lessons/bat-tat`;

test('a guest signs in from a lesson, brings their learning, and takes it back', async ({
	page,
	context,
	origin,
}) => {
	const guest = await Person.guest(origin, 'vi');
	await guest.finishLessons(phone, 1);
	const open = await guest.start(phone, 'giua-khoa');
	const account = await Person.account(origin, 'vi');
	await guest.enter(context);
	await page.goto(lesson);
	await page.getByRole('banner').getByRole('link', { name: t.common.nav.signIn }).click();
	await page.locator('#field-username').fill(account.username);
	await page.locator('#field-password').fill(password);
	await press(page, t.account.signIn);

	await expect(page.getByRole('heading', { level: 1, name: t.merging.title })).toBeVisible();
	await expect(main(page).getByText(t.merging.attemptOpen({ title: open.title }))).toBeVisible();
	await expect(main(page).getByRole('button').first()).toHaveText(t.merging.yes);
	await press(page, t.merging.yes);
	await expect(page.getByRole('heading', { level: 1, name: t.merging.done })).toBeVisible();
	await follow(page, t.merging.goOn);
	// Back where they came from, and it is done there.
	await expect(page).toHaveURL(new RegExp(`${lesson}$`));
	await expect(page.getByRole('banner').getByRole('link', { name: t.common.nav.signIn })).toHaveCount(0);
	await page.goto(`/attempts/${open.id}`);
	await expect(main(page).getByRole('button', { name: t.quiz.next, exact: true })).toBeVisible();

	await page.goto('/settings');
	await follow(page, t.merging.list);
	await press(page, t.merging.undo);
	await expect(page.getByRole('alert')).toContainText(t.merging.undone);
	await press(page, t.merging.open);
	await expect(page).toHaveURL(/\/learn$/);
	await expect(main(page).getByText(t.learning.guestTitle)).toBeVisible();
});

test('on a shared phone “no” stands first, and in another language one comes back to that page', async ({
	page,
	context,
	origin,
}) => {
	const km = messagesFor('km');
	const guest = await Person.guest(origin, 'km', { shared: true });
	await guest.finishLessons(phone, 1);
	const account = await Person.account(origin, 'km');
	await guest.enter(context);
	await page.goto(`/km${lesson}`);
	await page.getByRole('banner').getByRole('link', { name: km.common.nav.signIn }).click();
	await page.locator('#field-username').fill(account.username);
	await page.locator('#field-password').fill(password);
	await press(page, km.account.signIn);
	await expect(main(page).getByText(km.merging.sharedTitle)).toBeVisible();
	await expect(main(page).getByRole('button').first()).toHaveText(km.merging.no);
	await press(page, km.merging.no);
	await expect(page).toHaveURL(new RegExp(`/km${lesson}$`));
	// It is not asked again.
	await page.goto('/km/sign-in/merge');
	await expect(page.getByRole('heading', { level: 1, name: km.merging.nothing })).toBeVisible();
});

const lessonWords = toElder.lesson;
/** A guest ticks a task that the server does not hear of, then signs in to an account in the same browser. */
async function signInHolding(
	{ page, context, origin }: Pick<PlaywrightTestArgs, 'page' | 'context'> & { origin: string },
	shared = false,
) {
	const guest = await Person.guest(origin, 'vi', { shared });
	await guest.finishLessons(phone, 1);
	const account = await Person.account(origin, 'vi');
	await guest.enter(context);
	await page.goto(lesson, { waitUntil: 'networkidle' });
	await context.route('**/api/events', (route) => route.abort());
	await page.getByRole('button', { name: lessonWords.tryDo }).first().click();
	await expect(page.getByText(lessonWords.marks.held).first()).toBeVisible();
	await page.goto('/sign-in');
	await page.locator('#field-username').fill(account.username);
	await page.locator('#field-password').fill(password);
	await press(page, t.account.signIn);
	await expect(page.getByRole('heading', { level: 2, name: t.merging.held({ n: 1 }) })).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: `${lessonWords.tryTitle} · ` })).toBeVisible();
	const tried = async () => {
		const { lessons } = await account.call<CourseProgress>('GET', `/api/progress/${phone}`);
		return lessons.flatMap(({ tries }) => tries).length;
	};
	return { account, tried };
}
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });

test('what a guest holds unsent goes to the account with “yes”, and says so', async ({
	page,
	context,
	origin,
}) => {
	const { tried } = await signInHolding({ page, context, origin });
	await expect(main(page).getByText(t.merging.heldText)).toBeVisible();
	await press(page, t.merging.yes);
	await expect(main(page).getByText(t.merging.heldAfter)).toBeVisible();
	await follow(page, t.merging.heldSee);
	await expect(heading(page, t.device.waiting({ n: 1 }))).toBeVisible();
	await context.unroute('**/api/events');
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(main(page).getByText(t.device.states.saved, { exact: true })).toBeVisible();
	expect(await tried()).toBe(1);
});

test('with “no” the page of the device shows it, saves it as a file, and deletes it once that is meant', async ({
	page,
	context,
	origin,
}) => {
	const { tried } = await signInHolding({ page, context, origin });
	await press(page, t.merging.no);
	await context.unroute('**/api/events');
	await page.goto('/learn/device');
	await expect(heading(page, t.device.apartTitle)).toBeVisible();
	// Nothing waits, but not everything was sent.
	await expect(main(page).getByText(t.device.none)).toBeHidden();
	const coming = page.waitForEvent('download');
	await press(page, t.device.rescueSave);
	expect((await coming).suggestedFilename()).toMatch(/^cung-hoc-.*\.json$/);
	await press(page, t.device.apartDelete);
	await press(page, t.device.apartKeep);
	await page.reload();
	await expect(heading(page, t.device.apartTitle)).toBeVisible();
	await press(page, t.device.apartDelete);
	await expect(main(page).getByText(t.device.apartSure({ n: 1 }))).toBeVisible();
	await press(page, t.device.apartDelete);
	await expect(heading(page, t.device.apartTitle)).toBeHidden();
	await page.reload();
	await expect(main(page).getByText(t.device.none)).toBeVisible();
	await expect(heading(page, t.device.apartTitle)).toBeHidden();
	expect(await tried()).toBe(0);
});

test('who signs out is told that what was done before signing in goes, and then it is gone', async ({
	page,
	context,
	origin,
}) => {
	const { account } = await signInHolding({ page, context, origin });
	await press(page, t.merging.no);
	await page.goto('/settings');
	const leave = () => page.getByRole('button', { name: t.common.signOut, exact: true }).first().click();
	await leave();
	await expect(page.getByText(t.account.leaving.before)).toBeVisible();
	await expect(page.getByText(t.account.leaving.stays)).toBeHidden();
	await page.getByRole('button', { name: t.account.leaving.anyway }).click();
	await expect(page.getByText(t.account.signedOut)).toBeVisible();
	await account.signIn();
	await account.enter(context);
	await page.goto('/learn/device');
	await expect(main(page).getByText(t.device.none)).toBeVisible();
	await expect(heading(page, t.device.apartTitle)).toBeHidden();
});

test('on a shared device “no” removes it', async ({ page, context, origin }) => {
	await signInHolding({ page, context, origin }, true);
	await expect(main(page).getByText(t.merging.heldShared)).toBeVisible();
	await press(page, t.merging.no);
	await expect
		.poll(() =>
			page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('cung-hoc.outbox'))),
		)
		.toEqual([]);
});
