import type { BrowserContext, Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import type { Attempt } from '#schemas/attempt.ts';
import type { CourseProgress } from '#schemas/progress.ts';
import { phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { answer, press, takeQuiz } from './learner.ts';
import { Person } from './people.ts';
import { inCourse, toElder } from './words.ts';

const t = messagesFor('vi');
const lesson = (id: string) => `/courses/${phone}/lessons/${id}`;
/** The script that holds things has come: then the network may go. */
const settled = 'enhance.lesson-page';

// Without a service worker, as in a village hall by http or in the browser of a chat app: the page alone holds all.
test.use({ serviceWorkers: 'block' });

/** A lesson, with all that holds what is done in it. */
async function openReady(page: Page): Promise<void> {
	const scripted = page.waitForResponse((response) => response.url().includes(settled));
	await page.goto(lesson('bat-tat'));
	await (await scripted).finished();
	await page.waitForLoadState('networkidle');
}

test('a visitor learns without a network: all is held, says so, and counts for one guest once it is back', async ({
	page,
	context,
}) => {
	const guests: string[] = [];
	page.on('response', (response) => {
		if (response.url().endsWith('/api/guests') && response.status() === 201) guests.push(response.url());
	});
	await openReady(page);
	await context.setOffline(true);

	const task = page.locator('form[data-mark="try"]').first();
	await task.getByRole('button', { name: t.lesson.tryDo }).click();
	await expect(task.getByText(t.lesson.tryDone, { exact: true })).toBeVisible();
	await expect(task.getByText(t.lesson.marks.held, { exact: true })).toBeVisible();

	const check = page.locator('form[data-check]').first();
	await check.locator('input[name="answer"]').first().check();
	await check.getByRole('button', { name: t.lesson.answer }).click();
	await expect(check.getByText(toElder.lesson.checkHeld)).toBeVisible();

	await page.getByRole('button', { name: t.lesson.done, exact: true }).click();
	const end = page.locator('[data-done-here]');
	await expect(end.getByText(toElder.lesson.alreadyDone)).toBeVisible();
	await expect(end.getByText(t.lesson.marks.held, { exact: true })).toBeVisible();
	await expect(end.getByRole('link', { name: /^Sang/ })).toBeVisible();

	await context.setOffline(false);
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(end.getByText(t.lesson.marks.saved, { exact: true })).toBeVisible();
	await expect(task.getByText(t.lesson.marks.saved, { exact: true })).toBeVisible();
	await expect(check.locator('[data-judged] .notice')).toBeVisible();
	expect(guests).toHaveLength(1);

	await page.reload();
	await expect(page.locator('[data-done-here]').getByText(toElder.lesson.alreadyDone)).toBeVisible();
	await expect(
		page.locator('form[data-mark="try"]').first().getByText(t.lesson.tryDone, { exact: true }),
	).toBeVisible();
});

test('“Done” that the server does not take is known no more once its owner has seen so', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.guest(origin, 'vi');
	await person.enter(context);
	await openReady(page);
	const known = () =>
		page.evaluate(() =>
			Object.entries(localStorage).filter(
				([key, value]) => /known/.test(key) && /done\/.*bat-tat/.test(value),
			),
		);
	await context.setOffline(true);
	await page.getByRole('button', { name: t.lesson.done, exact: true }).click();
	await expect(
		page.locator('[data-done-here]').getByText(t.lesson.marks.held, { exact: true }),
	).toBeVisible();
	expect(await known()).toHaveLength(1);
	await context.route('**/api/events', async (route) => {
		const { events } = route.request().postDataJSON() as { events: { id: string }[] };
		const rejected = events.map(({ id }) => ({ id, reason: 'Bài này không còn.' }));
		await route.fulfill({ json: { accepted: [], duplicate: [], rejected } });
	});
	await context.setOffline(false);
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(page.locator('[data-done-here]').getByText(/Bài này không còn/)).toBeVisible();
	expect(await known()).toEqual([]);
	await page.goto('/learn/device');
	await page.getByRole('button', { name: t.device.dismiss }).click();
	await expect(page.getByText(t.device.none)).toBeVisible();
	await page.goto(lesson('bat-tat'));
	await expect(page.getByRole('button', { name: t.lesson.done, exact: true })).toBeVisible();
});

test('what cannot be sent is saved as a file, which a stranger hands in: it counts for its learner', async ({
	page,
	context,
	browser,
	origin,
}) => {
	const person = await Person.guest(origin, 'vi');
	await person.enter(context);
	const attempt = await person.start(phone, 'giua-khoa');
	const n = attempt.questions.findIndex(({ kind }) => kind === 'single' || kind === 'truefalse') + 1;
	const question = attempt.questions[n - 1]?.id ?? '';
	const keyed = page.waitForResponse((response) => response.url().endsWith('/rescue-key'));
	await page.goto(`/attempts/${attempt.id}?q=${n}`);
	await (await keyed).finished();
	await context.route('**/answers/**', (route) => route.abort());
	await page.getByRole('radio').nth(1).check();
	await expect(page.getByText(t.quiz.held)).toBeVisible();
	await page.goto('/learn/device');
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: t.device.rescueSave }).click();
	const file = await coming;
	await expect(page.getByRole('status').getByText(file.suggestedFilename())).toBeVisible();

	const stranger = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
	const theirs = await stranger.newPage();
	await theirs.goto('/rescue');
	await press(theirs, t.rescue.send);
	await expect(theirs.getByRole('link', { name: t.rescue.noFile })).toBeVisible();
	await theirs
		.getByLabel(t.rescue.file)
		.setInputFiles({ name: 'phim.json', mimeType: 'application/json', buffer: Buffer.alloc(10_000_000, 32) });
	await press(theirs, t.rescue.send);
	await expect(theirs.getByRole('link', { name: t.rescue.tooLarge })).toBeVisible();
	await expect(theirs.getByText(t.rescue.noneYet)).toBeVisible();
	await theirs.getByLabel(t.rescue.file).setInputFiles(await file.path());
	await expect(theirs.getByText(t.rescue.noneYet)).toBeHidden();
	await press(theirs, t.rescue.send);
	await expect(theirs.getByText(t.rescue.saved({ n: 1 }))).toBeVisible();
	await stranger.close();
	const { answers } = await person.call<Attempt>('GET', `/api/attempts/${attempt.id}`);
	expect(answers[question]?.answer).toBeDefined();
});

test('a file that broke on its way is told as one that cannot be read', async ({ page, origin }) => {
	const response = await page.request.post('/rescue', {
		headers: { 'content-type': 'multipart/form-data; boundary=x', origin, accept: 'text/html' },
		data: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.json"\r\n\r\n{"payl',
	});
	expect(response.status()).toBe(400);
	expect(await response.text()).toContain(messagesFor('vi').api.failures['rescue-unreadable'].detail({}));
});

test('a quiz that was begun goes on without a network: next, back, review, hand-in; its result comes later', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.guest(origin, 'vi');
	await person.enter(context);
	const attempt = await person.start(phone, 'giua-khoa');
	const last = page.waitForResponse((response) => response.url().endsWith('?q=review'));
	await page.goto(`/attempts/${attempt.id}?q=1`);
	await (await last).finished();
	await context.setOffline(true);
	const of = attempt.questions.length;
	const form = page.locator('form').filter({ has: page.locator('legend') });
	const heading = (name: string) => page.getByRole('heading', { level: 1, name });
	for (let n = 1; n <= of; n++) {
		await expect(heading(t.quiz.position({ n, of }))).toBeVisible();
		await answer({ page, t, locale: 'vi', course: phone }, form);
		if (n === 2) {
			await press(page, t.quiz.previous);
			await expect(heading(t.quiz.position({ n: 1, of }))).toBeVisible();
			await press(page, t.quiz.next);
		}
		await form.getByRole('button', { name: n < of ? t.quiz.next : t.quiz.toReview, exact: true }).click();
	}
	await expect(heading(t.quiz.reviewTitle)).toBeVisible();
	await expect(page.getByText(t.quiz.answeredHere)).toHaveCount(of);
	await press(page, t.quiz.submit);
	await expect(page.getByRole('heading', { name: t.quiz.handedInHere })).toBeVisible();

	await context.setOffline(false);
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(heading(t.quiz.perfect)).toBeVisible();
});

test.describe('where the worker keeps pages', () => {
	test.use({ serviceWorkers: 'allow' });
	test('a quiz that is opened again without a network goes on, and its review knows what was answered', async ({
		page,
		context,
		origin,
		watch,
	}) => {
		watch.expected.push(/^503 /, /ERR_|Failed to fetch|NetworkError/);
		const person = await Person.guest(origin, 'vi');
		await person.enter(context);
		const attempt = await person.start(phone, 'giua-khoa');
		const of = attempt.questions.length;
		await page.goto(`/attempts/${attempt.id}?q=1`, { waitUntil: 'networkidle' });
		const isKept = () =>
			page.evaluate(
				async (path) => (await caches.match(`${path}?q=review`)) !== undefined,
				`/attempts/${attempt.id}`,
			);
		await expect.poll(isKept).toBe(true);
		const form = page.locator('form').filter({ has: page.locator('legend') });
		const heading = (name: string) => page.getByRole('heading', { level: 1, name });
		const learner = { page, t, locale: 'vi', course: phone } as const;

		await context.setOffline(true);
		await answer(learner, form);
		await expect(page.getByText(t.quiz.held)).toBeVisible();
		await page.goto(`/attempts/${attempt.id}?q=1`);
		await press(page, t.quiz.next);
		await expect(heading(t.quiz.position({ n: 2, of }))).toBeVisible();
		await answer(learner, form);
		await page.goto(`/attempts/${attempt.id}?q=review`);
		await expect(page.getByText(inCourse(learner).quiz.reviewSome({ n: of - 2, of }))).toBeVisible();
		await expect(page.getByRole('link', { name: t.quiz.openQuestion({ n: 1 }), exact: true })).toHaveCount(0);
		await page.getByLabel(t.quiz.submitUnanswered({ n: of - 2 })).check();
		await press(page, t.quiz.submit);
		const handedIn = page.getByRole('heading', { name: t.quiz.handedInHere });
		await expect(handedIn).toBeVisible();
		// No question can be answered any more.
		await page.goto(`/attempts/${attempt.id}?q=2`);
		await expect(handedIn).toBeVisible();
		// The page itself would go to the result as soon as there is a network.
		await page.goto('about:blank');
		await context.setOffline(false);
		await page.goto('/courses');
		await expect(page.getByRole('status').filter({ hasText: t.common.handedInSent })).toBeVisible();
		await expect.poll(isKept, 'what is over is not kept').toBe(false);
	});
});

test('a quiz that was handed in without a network is told of once it has been sent, on whatever page', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.guest(origin, 'vi');
	await person.enter(context);
	const attempt = await person.start(phone, 'giua-khoa');
	await page.goto(`/attempts/${attempt.id}?q=review`, { waitUntil: 'networkidle' });
	await context.setOffline(true);
	await page.getByLabel(t.quiz.submitUnanswered({ n: attempt.questions.length })).check();
	await press(page, t.quiz.submit);
	await expect(page.getByRole('heading', { name: t.quiz.handedInHere })).toBeVisible();
	await page.close();

	await context.setOffline(false);
	const later = await context.newPage();
	await later.goto('/courses');
	const note = later.getByRole('status').filter({ hasText: t.common.handedInSent });
	await note.getByRole('link', { name: t.common.handedInSee }).click();
	await expect(later).toHaveURL(new RegExp(`/attempts/${attempt.id}/result$`));
	await expect(later.getByRole('heading', { level: 1 })).toBeVisible();
});

test('where every second request is dropped, a lesson and a quiz arrive all the same, and once', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.guest(origin, 'vi');
	await person.enter(context);
	await openReady(page);
	let count = 0;
	await context.route('**/*', (route) =>
		route.request().resourceType() === 'fetch' && count++ % 2 === 0 ? route.abort() : route.fallback(),
	);
	const task = page.locator('form[data-mark="try"]').first();
	await task.getByRole('button', { name: t.lesson.tryDo }).click();
	await expect(task.getByText(t.lesson.marks.saved, { exact: true })).toBeVisible();
	const check = page.locator('form[data-check]').first();
	await check.locator('input[name="answer"]').first().check();
	await check.getByRole('button', { name: t.lesson.answer }).click();
	await expect(check.locator('.notice')).toBeVisible();
	await page.getByRole('button', { name: t.lesson.done, exact: true }).click();
	await expect.poll(async () => (await progressOf(person)).includes('bat-tat')).toBe(true);

	await page.goto(`/courses/${phone}/quizzes/giua-khoa`);
	await takeQuiz({ page, t, locale: 'vi', course: phone }, true);
	await expect(page.getByRole('heading', { level: 1, name: t.quiz.perfect })).toBeVisible();
	const kept = await person.call<{ checks: unknown[]; attempts: unknown[] }>('GET', '/api/me/data');
	expect([kept.checks.length, kept.attempts.length]).toEqual([1, 1]);
	expect(count).toBeGreaterThan(8);
});

const progressOf = async (person: Person) => JSON.stringify(await person.call('GET', '/api/progress'));

test('a lesson is done on a phone whose clock is 40 days ahead', async ({ page, context, origin }) => {
	const person = await Person.guest(origin, 'vi');
	await person.enter(context);
	await page.clock.install({ time: Date.now() + 40 * 24 * 3_600_000 });
	await page.goto(lesson('bat-tat'), { waitUntil: 'networkidle' });
	await page.getByRole('button', { name: t.lesson.done, exact: true }).click();
	await expect.poll(async () => (await progressOf(person)).includes('bat-tat')).toBe(true);
});

/** What writes gets no reply until what this returns is called. */
async function hangWrites(context: BrowserContext): Promise<() => void> {
	let release = () => {};
	const released = new Promise<void>((resolve) => (release = resolve));
	await context.route('**', async (route) => {
		if (route.request().method() !== 'GET') await released;
		await route.continue().catch(() => undefined);
	});
	return release;
}
/** Sooner than any request is given up. */
const soon = { timeout: 8000 };

test('on a network that hangs an answer and handing in say soon that they wait here, and arrive later, once', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.guest(origin, 'vi');
	await person.enter(context);
	const attempt = await person.start(phone, 'giua-khoa');
	const of = attempt.questions.length;
	await page.goto(`/attempts/${attempt.id}?q=${of}`, { waitUntil: 'networkidle' });
	const release = await hangWrites(context);
	const form = page.locator('form').filter({ has: page.locator('legend') });
	await answer({ page, t, locale: 'vi', course: phone }, form);
	await expect(page.getByText(t.quiz.sending)).toBeVisible(soon);
	await form.getByRole('button', { name: t.quiz.toReview, exact: true }).click();
	await expect(page.getByText(t.quiz.answeredHere)).toHaveCount(1);
	await page.getByLabel(t.quiz.submitUnanswered({ n: of - 1 })).check();
	await press(page, t.quiz.submit);
	await expect(page.getByRole('heading', { name: t.quiz.handedInHere })).toBeVisible(soon);

	release();
	await expect(page).toHaveURL(new RegExp(`/attempts/${attempt.id}/result$`));
	const kept = await person.call<Attempt>('GET', `/api/attempts/${attempt.id}`);
	expect(Object.keys(kept.answers)).toEqual([attempt.questions.at(-1)!.id]);
	expect(kept.submission?.score).toBeGreaterThan(0);
});

test('on a network that hangs each mark says soon that it is on this device, and later that it was saved', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.guest(origin, 'vi');
	await person.enter(context);
	await openReady(page);
	const release = await hangWrites(context);

	const check = page.locator('form[data-check]').first();
	await check.locator('input[name="answer"]').first().check();
	await check.getByRole('button', { name: t.lesson.answer }).click();
	const task = page.locator('form[data-mark="try"]').first();
	await task.getByRole('button', { name: t.lesson.tryDo }).click();
	await page.getByRole('button', { name: t.lesson.done, exact: true }).click();
	const end = page.locator('[data-done-here]');
	await expect(check.getByText(t.lesson.marks.held)).toBeVisible(soon);
	await expect(task.getByText(t.lesson.marks.held, { exact: true })).toBeVisible(soon);
	await expect(end.getByText(t.lesson.marks.held, { exact: true })).toBeVisible(soon);

	release();
	await expect(task.getByText(t.lesson.marks.saved, { exact: true })).toBeVisible();
	await expect(page.locator('form[data-check] [data-judged] .notice').first()).toBeVisible();
	const isDone = async () =>
		(await person.call<{ courses: CourseProgress[] }>('GET', '/api/progress')).courses.some(({ lessons }) =>
			lessons.some(({ doneAt }) => doneAt !== null),
		);
	await expect.poll(isDone).toBe(true);
});

test('a part of the script that the network dropped is asked for again, and then holds what is done', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.guest(origin, 'vi');
	await person.enter(context);
	let dropped = 0;
	await context.route(`**/${settled}.*`, (route) => (dropped++ === 0 ? route.abort() : route.continue()));
	await page.goto(lesson('bat-tat'), { waitUntil: 'networkidle' });
	expect(dropped).toBe(1);
	const scripted = page.waitForResponse((response) => response.url().includes(settled));
	await page.evaluate(() => dispatchEvent(new Event('online')));
	const url = (await scripted).url();
	// With all that it needs.
	await page.evaluate((part) => import(part).then(() => undefined), url);
	await context.setOffline(true);
	const task = page.locator('form[data-mark="try"]').first();
	await task.getByRole('button', { name: t.lesson.tryDo }).click();
	await expect(task.getByText(t.lesson.marks.held, { exact: true })).toBeVisible();
});
