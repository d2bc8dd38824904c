/** One browser, two people: pages of the one stay open in tabs while the other signs in. */
import type { BrowserContext, Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import type { Me } from '#schemas/account.ts';
import type { Attempt } from '#schemas/attempt.ts';
import { phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { main, press } from './learner.ts';
import { Person } from './people.ts';
import { toElder } from './words.ts';

const t = messagesFor('vi');
const lesson = `/courses/${phone}/lessons/bat-tat`;
const choose = (page: Page, index: number) => page.getByRole('radio').nth(index).check();

/** Somebody in the middle of a quiz, on a question to choose in. */
async function inQuiz(page: Page, context: BrowserContext, origin: string) {
	const person = await Person.account(origin, 'vi');
	const attempt = await person.start(phone, 'giua-khoa');
	await person.enter(context);
	const n = attempt.questions.findIndex(({ kind }) => kind === 'single' || kind === 'truefalse') + 1;
	const question = attempt.questions[n - 1]?.id ?? '';
	const saved = () =>
		person
			.call<Attempt>('GET', `/api/attempts/${attempt.id}`)
			.then(({ answers }) => answers[question]?.answer ?? null);
	await page.goto(`/attempts/${attempt.id}?q=${n}`);
	return { person, attempt, n, saved };
}
const progressOf = (person: Person) => person.call<{ courses: unknown[] }>('GET', '/api/progress');

test('answers given on a page of the one are held for them while the other is signed in', async ({
	page,
	context,
	watch,
	origin,
}) => {
	watch.expected.push(/^409 .*\/answers\//, /^404 .*\/attempts\/.*\?q=/);
	const { person, attempt, n, saved } = await inQuiz(page, context, origin);
	const other = await Person.account(origin, 'vi');
	await other.enter(context);
	const second = await context.newPage();
	await second.goto('/learn');

	await choose(page, 1);
	await expect(page.getByText(toElder.quiz.otherLearner)).toBeVisible();
	await expect(main(page).getByRole('link', { name: t.account.signIn })).toBeVisible();
	await press(page, t.quiz.toReview);
	await expect(page.getByText(toElder.quiz.otherLearner)).toBeVisible();
	// The other one's pages neither send nor delete what is held.
	await second.goto('/learn/device');
	await expect(second.getByText(t.device.none)).toBeVisible();
	expect(await saved()).toBeNull();

	await person.enter(context);
	await second.goto('/help');
	await expect.poll(saved).not.toBeNull();
	await second.goto(`/attempts/${attempt.id}?q=${n}`);
	await expect(second.getByRole('radio').nth(1)).toBeChecked();
});

test('an attempt that is not found deletes nothing that the device holds, and is sent again once it is', async ({
	page,
	context,
	watch,
	origin,
}) => {
	watch.expected.push(/^404 .*\/answers\//);
	const { saved } = await inQuiz(page, context, origin);
	const gone = { type: 'urn:cung-hoc:problem:attempt-unknown', title: '', status: 404, detail: 'Không có.' };
	await context.route('**/answers/**', (route) =>
		route.fulfill({ status: 404, contentType: 'application/problem+json', body: JSON.stringify(gone) }),
	);
	await choose(page, 1);
	await expect(page.getByText(t.quiz.gone)).toBeVisible();
	await page.goto('/learn/device');
	await expect(page.getByRole('heading', { name: t.device.refusedTitle })).toBeVisible();
	await context.unroute('**/answers/**');
	await page.goBack();
	await expect(page.getByRole('radio').nth(1)).toBeChecked();
	await expect.poll(saved).not.toBeNull();
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('“Done” on a page of the one counts for neither while the other is signed in', async ({
			page,
			context,
			watch,
			origin,
		}) => {
			// The form's, and the device's, which may send what it holds before that.
			watch.expected.push(/^(401|409) .*(done|\/api\/events$)/);
			const [one, other] = await Promise.all([Person.account(origin, 'vi'), Person.account(origin, 'vi')]);
			await one.enter(context);
			await page.goto(lesson);
			await other.enter(context);
			const reply = page.waitForResponse((response) => response.request().method() === 'POST');
			await page.locator('#onward button').click();
			expect((await reply).status()).toBe(409);
			const { title, text } = t.refused['other-learner'];
			await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
			await expect(page.getByText(text)).toBeVisible();
			expect((await progressOf(one)).courses).toEqual([]);
			expect((await progressOf(other)).courses).toEqual([]);
			// On as who is signed in, from the page where it was.
			await main(page).getByRole('link', { name: t.refused.goOn }).click();
			await expect(page).toHaveURL(lesson);
			await page.locator('#onward button').click();
			await expect.poll(async () => (await progressOf(other)).courses.length).toBe(1);
		});

		test('a page of nobody’s counts for no account that has signed in meanwhile', async ({
			page,
			context,
			watch,
			origin,
		}) => {
			watch.expected.push(/^409 .*\/api\/events$/);
			await page.goto(lesson);
			const other = await Person.account(origin, 'vi');
			await other.enter(context);
			const reply = page.waitForResponse((response) => response.request().method() === 'POST');
			await page.locator('#onward button').click();
			expect((await reply).status()).toBe(409);
			const { title } = t.refused['signed-in-since'];
			await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
			expect((await progressOf(other)).courses).toEqual([]);
			// Mostly it is the same person, who presses once more.
			await main(page).getByRole('link', { name: t.refused.again }).click();
			await expect(page).toHaveURL(lesson);
			await page.locator('#onward button').click();
			await expect.poll(async () => (await progressOf(other)).courses.length).toBe(1);
		});

		test('how pages look may be chosen on a page of nobody’s, whoever has signed in meanwhile', async ({
			page,
			context,
			origin,
		}) => {
			await page.goto('/settings');
			const other = await Person.account(origin, 'vi');
			await other.enter(context);
			await page.getByRole('radio', { name: t.settings.textSizes.large }).check();
			await press(page, t.settings.save);
			await expect(page.getByText(t.settings.saved)).toBeVisible();
			await expect(page.locator('html')).toHaveAttribute('data-size', 'large');
			const { preferences } = await other.call<Me>('GET', '/api/me');
			expect(preferences.textSize).toBe('large');
			const left = await page.request.post('/sign-out', {
				form: { whose: 'visitor' },
				headers: { origin, accept: 'text/html' },
			});
			expect(new URL(left.url()).pathname).toBe('/sign-in');
		});

		test('two pages of nobody’s are of one guest once something is saved', async ({ page, context }) => {
			const second = await context.newPage();
			await page.goto(lesson);
			await second.goto(lesson);
			await page.locator('#onward button').click();
			await expect(page.locator('[data-leaves="guest"]')).toHaveCount(1);
			await second.getByRole('button', { name: t.lesson.tryDo }).first().click();
			await expect(second.getByText(t.lesson.tryDone).first()).toBeVisible();
			await second.close();
		});

		test('a tick goes nowhere either', async ({ page, context, watch, origin }) => {
			watch.expected.push(/^409 /);
			const [one, other] = await Promise.all([Person.account(origin, 'vi'), Person.account(origin, 'vi')]);
			await one.enter(context);
			// The script, where there is one, is there.
			await page.goto(lesson, { waitUntil: 'networkidle' });
			await other.enter(context);
			await page.getByRole('button', { name: t.lesson.tryDo }).first().click();
			// With the script the tick stays on this device, and says for whom it waits.
			const { title } = t.refused['other-learner'];
			await expect(
				javaScriptEnabled
					? page.getByText(toElder.lesson.marks.signedOut)
					: page.getByRole('heading', { level: 1, name: title }),
			).toBeVisible();
			expect((await progressOf(one)).courses).toEqual([]);
			expect((await progressOf(other)).courses).toEqual([]);
		});

		test('a page of somebody who was signed out makes no stranger of them', async ({
			page,
			context,
			watch,
			origin,
		}) => {
			watch.expected.push(/^(401|409) .*done/);
			const one = await Person.account(origin, 'vi');
			await one.enter(context);
			await page.goto(lesson);
			await context.clearCookies({ name: 'cung_hoc_session' });
			await page.locator('#onward button').click();
			const { title } = t.refused['signed-out'];
			await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
			expect((await context.cookies()).some(({ name }) => name === 'cung_hoc_session')).toBe(false);
			// Or on as a visitor, who becomes a guest by what they do then.
			await main(page).getByRole('link', { name: t.refused.again }).click();
			await page.locator('#onward button').click();
			await expect(page.locator('[data-leaves="guest"]')).toHaveCount(1);
		});
	});
}
