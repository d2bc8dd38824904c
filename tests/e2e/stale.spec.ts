/** An answer that meets another: a tab that was left open, a clock that runs ahead. */
import type { BrowserContext, Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import type { Attempt } from '#schemas/attempt.ts';
import { ai, phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { press } from './learner.ts';
import { Person } from './people.ts';
import { toElder } from './words.ts';

const t = messagesFor('vi');
const day = 24 * 60 * 60 * 1000;
const choose = (page: Page, index: number) => page.getByRole('radio').nth(index).check();
const savedText = /^Đã lưu lúc \d{1,2}:\d\d$/;
const question = (page: Page) => page.getByText(toElder.quiz.elsewhere({ time: '' }).split(', lưu')[0] ?? '');

/** A question to choose in, open here, and answered under a revision of tomorrow after the page was made. */
async function answeredTomorrow(page: Page, context: BrowserContext, origin: string) {
	const person = await Person.guest(origin, 'vi');
	const attempt = await person.start(phone, 'giua-khoa');
	await person.enter(context);
	const n = attempt.questions.findIndex(({ kind }) => kind === 'single' || kind === 'truefalse') + 1;
	const { id = '', kind } = attempt.questions[n - 1] ?? {};
	const path = `/attempts/${attempt.id}?q=${n}`;
	await page.goto(path);
	const values = await page
		.getByRole('radio')
		.evaluateAll((radios) => radios.map((radio) => radio.getAttribute('value') ?? ''));
	const [first, second] = values.map((value) => (kind === 'truefalse' ? value === 'true' : value));
	const revision = Date.now() + day;
	await person.call('PUT', `/api/attempts/${attempt.id}/answers/${id}`, { answer: second, revision });
	const saved = () =>
		person.call<Attempt>('GET', `/api/attempts/${attempt.id}`).then(({ answers }) => answers[id]?.answer);
	return { first, second, saved, path };
}

test('the learner is asked which of two answers stands, and theirs can be kept', async ({
	page,
	context,
	origin,
}) => {
	const { first, second, saved } = await answeredTomorrow(page, context, origin);
	await choose(page, 0);
	await expect(question(page)).toBeVisible();
	expect(await saved()).toBe(second);
	// Nothing goes on before the choice is made.
	await press(page, t.quiz.toReview);
	await expect(question(page)).toBeVisible();
	await press(page, t.quiz.keepMine);
	await expect(page.getByText(savedText)).toBeVisible();
	expect(await saved()).toBe(first);
	// And what is answered from now on is taken at once.
	await choose(page, 1);
	await expect.poll(saved).toBe(second);
});

test('or the one that the server has', async ({ page, context, origin }) => {
	const { second, saved } = await answeredTomorrow(page, context, origin);
	await choose(page, 0);
	await press(page, t.quiz.keepTheirs);
	await expect(page.getByRole('radio').nth(1)).toBeChecked();
	await expect(page.getByText(savedText)).toBeVisible();
	expect(await saved()).toBe(second);
	await page.goto('/learn/device');
	await expect(page.getByText(t.device.none)).toBeVisible();
});

test('who answers anew has chosen', async ({ page, context, origin }) => {
	const { first, saved } = await answeredTomorrow(page, context, origin);
	await choose(page, 0);
	await expect(question(page)).toBeVisible();
	await choose(page, 1);
	await expect(page.getByText(savedText)).toBeVisible();
	await choose(page, 0);
	await expect.poll(saved).toBe(first);
});

test('the choice is kept until it is made, on this device alone', async ({ page, context, origin }) => {
	const { first, second, saved, path } = await answeredTomorrow(page, context, origin);
	await choose(page, 0);
	await expect(question(page)).toBeVisible();
	await page.goto('/help');
	await page.getByRole('link', { name: t.common.refusedSee }).click();
	await expect(page.getByText(t.device.refused.elsewhere)).toBeVisible();
	expect(await saved()).toBe(second);
	await page.goto(path);
	await expect(page.getByRole('radio').nth(0)).toBeChecked();
	await expect(question(page)).toBeVisible();
	await press(page, t.quiz.keepMine);
	await expect.poll(saved).toBe(first);
});

test('the clock of an exam counts how long the page is open, whatever the device says that the time is', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.guest(origin, 'vi');
	const attempt = await person.start(ai, 'cuoi-khoa');
	await person.enter(context);
	// A device that is put right by an hour while the page is open.
	await page.addInitScript(() => {
		const now = Date.now.bind(Date);
		let ahead = 0;
		Date.now = () => now() + ahead;
		Object.assign(window, { putAhead: (ms: number) => (ahead = ms) });
	});
	await page.goto(`/attempts/${attempt.id}?q=1`);
	const left = page.locator('[data-deadline-left]');
	await expect(left).toHaveText(t.quiz.minutesLeft({ n: 29 }));
	for (const ahead of [3_600_000, -3_600_000]) {
		await page.evaluate((ms) => (window as unknown as { putAhead(ms: number): void }).putAhead(ms), ahead);
		await page.waitForFunction(() => {
			const start = ((window as { start?: number }).start ??= performance.now());
			return performance.now() - start > 2500;
		});
		await expect(left).toHaveText(t.quiz.minutesLeft({ n: 29 }));
		expect(new URL(page.url()).search).toBe('?q=1');
	}
});
