/** Networks that let pages through and forms, and not what a script sends: in schools, offices and hotels. */
import type { BrowserContext, Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import { phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { answer, main, press, takeQuiz } from './learner.ts';
import { Person } from './people.ts';
import { toElder } from './words.ts';

const t = messagesFor('vi');
const quiz = `/courses/${phone}/quizzes/giua-khoa`;

/** Refuses by a page of its own what such a network refuses. */
function refuse(context: BrowserContext, isRefused: (method: string) => boolean, status: number) {
	return context.route('**/api/**', (route) =>
		isRefused(route.request().method())
			? route.fulfill({ status, contentType: 'text/html', body: '<h1>Blocked by policy</h1>' })
			: route.fallback(),
	);
}
const held = (page: Page) =>
	page.evaluate(async () => {
		const open = indexedDB.open('cung-hoc');
		await new Promise((resolve) => (open.onsuccess = resolve));
		const isThere = open.result.objectStoreNames.contains('outbox');
		const asked = isThere ? open.result.transaction('outbox').objectStore('outbox').count() : null;
		if (asked) await new Promise((resolve) => (asked.onsuccess = resolve));
		open.result.close();
		return (
			(asked?.result ?? 0) +
			Object.keys(localStorage).filter((key) => key.startsWith('cung-hoc.outbox')).length
		);
	});

test('where PUT is refused, answers are saved as ever', async ({ page, context, watch, origin }) => {
	watch.expected.push(/^405 /);
	const person = await Person.guest(origin, 'vi');
	await person.enter(context);
	await refuse(context, (method) => !/GET|POST/.test(method), 405);
	await page.goto(quiz);
	await takeQuiz({ page, t, locale: 'vi', course: phone }, true);
	await expect(page.getByRole('heading', { level: 1, name: t.quiz.perfect })).toBeVisible();
});

for (const status of [403, 405, 200]) {
	test(`where all that the script sends is answered by ${status}, the form saves each answer`, async ({
		page,
		context,
		watch,
		origin,
	}) => {
		watch.expected.push(new RegExp(`^${status} `));
		const person = await Person.guest(origin, 'vi');
		await person.enter(context);
		await refuse(context, (method) => method !== 'GET', status);
		await page.goto(quiz);
		await takeQuiz({ page, t, locale: 'vi', course: phone }, true);
		await expect(page.getByRole('heading', { level: 1, name: t.quiz.perfect })).toBeVisible();
		await expect(page.getByText(t.quiz.someLate)).toBeHidden();
		await expect.poll(() => held(page)).toBe(0);
	});
}

test('the screen says what to do, and what is held goes along when the attempt is handed in', async ({
	page,
	context,
	watch,
	origin,
}) => {
	watch.expected.push(/^403 /);
	const person = await Person.guest(origin, 'vi');
	await person.enter(context);
	const attempt = await person.start(phone, 'giua-khoa');
	await refuse(context, (method) => method !== 'GET', 403);
	const form = page.locator('form').filter({ has: page.locator('legend') });
	for (let n = 1; n <= attempt.questions.length; n++) {
		await page.goto(`/attempts/${attempt.id}?q=${n}`);
		await answer({ page, t, locale: 'vi', course: phone }, form);
		await expect(page.getByText(toElder.quiz.blocked)).toBeVisible();
	}
	await page.goto('/learn/device');
	await expect(page.getByRole('status').getByText(t.device.blocked)).toBeVisible();
	await page.goto(`/attempts/${attempt.id}?q=review`);
	await expect(main(page).getByText(toElder.quiz.reviewAll({ n: attempt.questions.length }))).toBeVisible();
	await press(page, t.quiz.submit);
	await expect(page.getByRole('heading', { level: 1, name: t.quiz.perfect })).toBeVisible();
	await expect.poll(() => held(page)).toBe(0);
});

test('requests that only break off hold nobody up: pressed again, the form takes all along', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.guest(origin, 'vi');
	await person.enter(context);
	const attempt = await person.start(phone, 'giua-khoa');
	await context.route('**/answers/**', (route) => route.abort());
	const form = page.locator('form').filter({ has: page.locator('legend') });
	for (let n = 1; n <= attempt.questions.length; n++) {
		await page.goto(`/attempts/${attempt.id}?q=${n}`);
		await answer({ page, t, locale: 'vi', course: phone }, form);
		await expect(page.getByText(t.quiz.held)).toBeVisible();
	}
	await page.goto(`/attempts/${attempt.id}?q=review`);
	// All is answered on this device: nothing has to be meant.
	await expect(page.getByRole('checkbox')).toBeHidden();
	await press(page, t.quiz.submit);
	await expect(page.getByRole('heading', { name: t.quiz.handedInHere })).toBeVisible();
	await press(page, t.quiz.submit);
	await expect(page.getByRole('heading', { level: 1, name: t.quiz.perfect })).toBeVisible();
});
