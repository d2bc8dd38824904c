import { messagesFor } from '#messages/index.ts';
import { phone } from './answers.ts';
import { expect, test } from './fixtures.ts';

const t = messagesFor('vi');
const lesson = (id: string) => `/courses/${phone}/lessons/${id}`;
/** The script that holds things has come: then the network may go. */
const settled = 'enhance.lesson-page';

// Without a service worker, as in a village hall by http or in the browser of a chat app: the page alone holds all.
test.use({ serviceWorkers: 'block' });

test('a visitor learns without a network: all is held, says so, and counts for one guest once it is back', async ({
	page,
	context,
}) => {
	const guests: string[] = [];
	page.on('response', (response) => {
		if (response.url().endsWith('/api/guests') && response.status() === 201) guests.push(response.url());
	});
	const scripted = page.waitForResponse((response) => response.url().includes(settled));
	await page.goto(lesson('bat-tat'));
	await (await scripted).finished();
	await context.setOffline(true);

	const task = page.locator('form[data-mark="try"]').first();
	await task.getByRole('button', { name: t.lesson.tryDo }).click();
	await expect(task.getByText(t.lesson.tryDone, { exact: true })).toBeVisible();
	await expect(task.getByText(t.lesson.marks.held, { exact: true })).toBeVisible();

	const check = page.locator('form[data-check]').first();
	await check.locator('input[name="answer"]').first().check();
	await check.getByRole('button', { name: t.lesson.answer }).click();
	await expect(check.getByText(t.lesson.checkHeld)).toBeVisible();

	await page.getByRole('button', { name: t.lesson.done, exact: true }).click();
	const end = page.locator('[data-done-here]');
	await expect(end.getByText(t.lesson.alreadyDone)).toBeVisible();
	await expect(end.getByText(t.lesson.marks.held, { exact: true })).toBeVisible();
	await expect(end.getByRole('link', { name: /^Sang/ })).toBeVisible();

	await context.setOffline(false);
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(end.getByText(t.lesson.marks.saved, { exact: true })).toBeVisible();
	await expect(task.getByText(t.lesson.marks.saved, { exact: true })).toBeVisible();
	await expect(check.locator('[data-judged] .notice')).toBeVisible();
	expect(guests).toHaveLength(1);

	await page.reload();
	await expect(page.locator('[data-done-here]').getByText(t.lesson.alreadyDone)).toBeVisible();
	await expect(
		page.locator('form[data-mark="try"]').first().getByText(t.lesson.tryDone, { exact: true }),
	).toBeVisible();
});
