/** Somebody learns without an account, then signs in: what becomes of it is asked once, and can be taken back. */
import { messagesFor } from '#messages/index.ts';
import { phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { follow, main, press } from './learner.ts';
import { password, Person } from './people.ts';

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
