/** Quizzes where things go wrong: no network, two tabs, the back button, too little learned, no time left. */
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import type { Attempt } from '#schemas/attempt.ts';
import { ai, compiled, phone, rightAnswer } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { main, press, takeQuiz } from './learner.ts';
import { Person } from './people.ts';
import { toElder, toOfficial } from './words.ts';

const t = messagesFor('vi');
const quizPath = (course: string, quiz: string) => `/courses/${course}/quizzes/${quiz}`;

/** A guest with an attempt under way, in this browser. */
async function underWay(context: BrowserContext, origin: string) {
	const person = await Person.guest(origin, 'vi');
	const attempt = await person.start(phone, 'giua-khoa');
	await person.enter(context);
	const choices = attempt.questions
		.map(({ kind }, index) => ({ kind, n: index + 1 }))
		.filter(({ kind }) => kind === 'single' || kind === 'truefalse');
	const [first, second] = choices.map(({ n }) => n);
	if (!first || !second) throw new Error('The quiz has too few questions to choose in.');
	return { person, attempt, first, second, at: (n: number) => `/attempts/${attempt.id}?q=${n}` };
}
const saved = (person: Person, attempt: Attempt, n: number) =>
	person
		.call<Attempt>('GET', `/api/attempts/${attempt.id}`)
		.then(({ answers }) => answers[attempt.questions[n - 1]?.id ?? '']?.answer ?? null);
const valueOf = async (page: Page, index: number) => {
	const value = await page.locator('[name="answer"]').nth(index).getAttribute('value');
	return value === 'true' || value === 'false' ? value === 'true' : value;
};
/** “Next question”, or “look over” on the last one. */
const onward = (page: Page) =>
	page
		.locator('form')
		.getByRole('button', { name: t.quiz.next, exact: true })
		.or(page.locator('form').getByRole('button', { name: t.quiz.toReview, exact: true }))
		.click();
const choice = (page: Page, index: number) => page.getByRole('radio').nth(index);
const status = (page: Page) => page.getByRole('status').filter({ visible: true });
const savedText = /^Đã lưu lúc \d{1,2}:\d\d$/;

test('an answer given without a network stays on the phone, says so, and arrives later', async ({
	page,
	context,
	origin,
}) => {
	const { person, attempt, first, second, at } = await underWay(context, origin);
	// No other screen has come before the network is gone.
	await page.route('**/attempts/*?q=*', (route) =>
		route.request().headers()['x-part'] ? route.abort() : route.fallback(),
	);
	await page.goto(at(first));
	await choice(page, 0).check();
	await expect(status(page).getByText(savedText)).toBeVisible();
	const firstValue = await valueOf(page, 0);
	await page.goto(at(second), { waitUntil: 'networkidle' });

	await context.setOffline(true);
	await choice(page, 1).check();
	await expect(page.getByText(t.quiz.held)).toBeVisible();
	const secondValue = await valueOf(page, 1);
	await onward(page);
	await expect(page.locator('form[data-autosave]')).not.toHaveAttribute('aria-busy', 'true');
	await expect(page.getByText(t.quiz.held)).toBeVisible();
	await expect(page).toHaveURL(at(second));
	expect(await saved(person, attempt, second)).toBeNull();

	await context.setOffline(false);
	await expect(status(page).getByText(savedText)).toBeVisible({ timeout: 15_000 });
	await expect.poll(() => saved(person, attempt, second)).toBe(secondValue);
	expect(await saved(person, attempt, first)).toBe(firstValue);
});

test('an answer outlives a phone that is switched off before the network is back', async ({
	page,
	context,
	origin,
}) => {
	const { person, attempt, second, at } = await underWay(context, origin);
	await page.goto(at(second), { waitUntil: 'networkidle' });
	const value = await valueOf(page, 1);
	await context.setOffline(true);
	await choice(page, 1).check();
	await expect(page.getByText(t.quiz.held)).toBeVisible();
	await page.close();
	expect(await saved(person, attempt, second)).toBeNull();

	await context.setOffline(false);
	const later = await context.newPage();
	await later.goto('/');
	await expect.poll(() => saved(person, attempt, second)).toBe(value);
	await later.goto(at(second));
	await expect(choice(later, 1)).toBeChecked();
	await expect(later.getByText(savedText)).toBeVisible();
});

test('a server that fails is asked again, and the screen does not claim anything before', async ({
	page,
	context,
	watch,
	origin,
}) => {
	watch.expected.push(/^503 /);
	const { person, attempt, first, at } = await underWay(context, origin);
	let failures = 0;
	await page.route('**/answers/**', (route) =>
		failures++ < 2 ? route.fulfill({ status: 503 }) : route.continue(),
	);
	await page.goto(at(first));
	await choice(page, 0).check();
	await expect(page.getByText(t.quiz.held)).toBeVisible();
	expect(await saved(person, attempt, first)).toBeNull();
	await expect(status(page).getByText(savedText)).toBeVisible({ timeout: 15_000 });
	expect(await saved(person, attempt, first)).toBe(await valueOf(page, 0));
	expect(failures).toBeGreaterThanOrEqual(2);
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('the back button shows what was answered', async ({ page, context, origin }) => {
			const { at } = await underWay(context, origin);
			await page.goto(at(1));
			const inputs = page.locator('main form [name="answer"]');
			const isTyped = (await page.getByRole('textbox').count()) > 0;
			if (isTyped) await inputs.fill('7');
			else await inputs.first().check();
			await press(page, t.quiz.next);
			await expect(
				page.getByRole('heading', { level: 1, name: t.quiz.position({ n: 2, of: 5 }) }),
			).toBeVisible();
			await page.goBack();
			await expect(
				page.getByRole('heading', { level: 1, name: t.quiz.position({ n: 1, of: 5 }) }),
			).toBeVisible();
			if (isTyped) await expect(inputs).toHaveValue('7');
			else await expect(inputs.first()).toBeChecked();
			await expect(page.getByText(savedText)).toBeVisible();
		});

		test('handing in with questions open has to be meant', async ({ page, context, origin }) => {
			const { attempt } = await underWay(context, origin);
			await page.goto(`/attempts/${attempt.id}?q=review`);
			await expect(page.getByText(toElder.quiz.reviewSome({ n: 5, of: 5 }))).toBeVisible();
			await press(page, t.quiz.submit);
			await expect(page).toHaveURL(/q=review/);
			await page.getByLabel(t.quiz.submitUnanswered({ n: 5 })).check();
			await press(page, t.quiz.submit);
			await expect(page.getByRole('heading', { level: 1, name: t.quiz.moreTitle })).toBeVisible();
			await expect(page.getByText(toElder.quiz.noAnswer).first()).toBeVisible();
		});
	});
}

test('two tabs: the later answer stands, and a tab left open cannot change what is handed in', async ({
	page,
	context,
	watch,
	origin,
}) => {
	watch.expected.push(/^409 .*\/answers\//);
	const { person, attempt, first, at } = await underWay(context, origin);
	const other = await context.newPage();
	await page.goto(at(first));
	await other.goto(at(first));
	await choice(page, 0).check();
	await expect(status(page).getByText(savedText)).toBeVisible();
	await choice(other, 1).check();
	await expect(status(other).getByText(savedText)).toBeVisible();
	const later = await valueOf(other, 1);
	expect(await saved(person, attempt, first)).toBe(later);
	await page.reload();
	await expect(choice(page, 1)).toBeChecked();

	await other.goto(`/attempts/${attempt.id}?q=review`);
	await other.getByLabel(t.quiz.submitUnanswered({ n: 4 })).check();
	await press(other, t.quiz.submit);
	await expect(other).toHaveURL(/\/result$/);
	await choice(page, 0).check();
	await expect(page.getByText(t.quiz.submittedHere)).toBeVisible();
	await onward(page);
	await expect(page).toHaveURL(/\/result\?note=submitted$/);
	await expect(page.getByText(t.quiz.submittedTitle)).toBeVisible();
	await expect(page.getByText(t.quiz.someLate)).toBeHidden();
	expect(await saved(person, attempt, first)).toBe(later);
});

test('a quiz can be taken by keyboard alone', async ({ page }) => {
	const onFocus = (name: string) =>
		page.locator(':focus').and(page.getByRole('button', { name, exact: true }));
	const tabTo = (target: Locator) =>
		expect(async () => {
			await page.keyboard.press('Tab');
			expect(await target.count()).toBe(1);
		}).toPass({ intervals: [0], timeout: 10_000 });
	await page.goto(quizPath(phone, 'giua-khoa'));
	await tabTo(onFocus(t.quiz.start));
	await page.keyboard.press('Enter');
	for (let n = 1; n <= 5; n++) {
		await expect(page.getByRole('heading', { level: 1, name: t.quiz.position({ n, of: 5 }) })).toBeVisible();
		const input = page.locator('form input[name="answer"]:focus');
		await tabTo(input);
		if ((await input.getAttribute('type')) === 'text') await page.keyboard.type('10');
		else await page.keyboard.press('Space');
		await tabTo(onFocus(n < 5 ? t.quiz.next : t.quiz.toReview));
		await page.keyboard.press('Enter');
	}
	await expect(page.getByText(toElder.quiz.reviewAll({ n: 5 }))).toBeVisible();
	await tabTo(onFocus(t.quiz.submit));
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/result$/);
});

test('starting again while an attempt is open opens that one', async ({ page, context, origin }) => {
	const { attempt } = await underWay(context, origin);
	await page.goto(quizPath(phone, 'giua-khoa'));
	await expect(page.getByText(toElder.quiz.openAttempt)).toBeVisible();
	await main(page)
		.getByRole('link', { name: t.quiz.goOn })
		.or(main(page).getByRole('button', { name: t.quiz.goOn }))
		.click();
	await expect(page).toHaveURL(new RegExp(`/attempts/${attempt.id}`));
});

test('who fails is told kindly, tries again and passes', async ({ page }) => {
	const learner = { page, t, locale: 'vi', course: phone } as const;
	await page.goto(quizPath(phone, 'giua-khoa'));
	await takeQuiz(learner, false);
	await expect(page.getByRole('heading', { level: 1, name: t.quiz.moreTitle })).toBeVisible();
	await expect(page.getByText(t.question.right({ right: 0, of: 5 }))).toBeVisible();
	// Looked at again from the list, and back to it; one way leads to another try.
	const result = page.url();
	const list = page.getByRole('region', { name: toElder.quiz.lookAgainFirst });
	await list.getByRole('link').last().click();
	await expect(page).toHaveURL(/\/lessons\//);
	await main(page).getByRole('link', { name: t.lesson.toResult }).last().click();
	await expect(page).toHaveURL(result);
	await main(page).getByRole('link', { name: t.quiz.again, exact: true }).click();
	await expect(page.getByText(t.quiz.attemptNumber({ n: 1 }))).toBeVisible();
	await expect(page.getByText(t.question.right({ right: 0, of: 5 }))).toBeVisible();
	await takeQuiz(learner, true);
	await expect(page.getByRole('heading', { level: 1, name: t.quiz.perfect })).toBeVisible();
	await page.goto('/learn/answers');
	await expect(page.getByText(t.quiz.attemptNumber({ n: 2 }))).toBeVisible();
});

test('an exam with three attempts says how many are left, and closes after the third', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.guest(origin, 'vi');
	await person.enter(context);
	await page.goto(quizPath(ai, 'cuoi-khoa'));
	await expect(page.getByText(t.quiz.attempts({ n: 3 }))).toBeVisible();
	for (const left of [2, 1]) {
		await person.take(ai, 'cuoi-khoa', false);
		await page.reload();
		await expect(page.getByText(t.quiz.attemptsLeft({ left, of: 3 }))).toBeVisible();
	}
	const last = await person.take(ai, 'cuoi-khoa', false);
	await page.reload();
	await expect(page.getByText(t.quiz.noneLeft({ of: 3 })).first()).toBeVisible();
	for (const name of [t.quiz.start, t.quiz.again])
		await expect(main(page).getByRole('button', { name, exact: true })).toHaveCount(0);
	await page.goto(`/attempts/${last.id}/result`);
	await expect(page.getByText(toOfficial.quiz.waitText)).toBeVisible();
});

test('the clock of an exam counts down and speaks at five minutes and at one', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.guest(origin, 'vi');
	const attempt = await person.start(ai, 'cuoi-khoa');
	await person.enter(context);
	await page.clock.install();
	await page.goto(`/attempts/${attempt.id}?q=1`);
	await expect(page.getByText(t.quiz.minutesLeft({ n: 29 }))).toBeVisible();
	await page.clock.runFor(60_000);
	await expect(page.getByText(t.quiz.minutesLeft({ n: 28 }))).toBeVisible();
	await page.clock.fastForward('24:30');
	await expect(page.getByText(toOfficial.quiz.announceMinutes({ n: 5 }))).toBeAttached();
	await page.clock.fastForward('04:00');
	await expect(page.getByText(toOfficial.quiz.announceMinutes({ n: 1 }))).toBeAttached();
	await expect(page.getByText(t.quiz.lastMinute)).toBeVisible();
});

test('a word where a number is asked is told kindly, and can be left behind, with script and without', async ({
	page,
	context,
	origin,
	browser,
	watch,
}) => {
	watch.expected.push(/^422 .*\/answers\//);
	const { person, attempt, at } = await underWay(context, origin);
	const n = attempt.questions.findIndex(({ kind }) => kind === 'number') + 1;
	const other = n === 1 ? 2 : 1;
	const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: origin });
	await person.enter(plain);
	for (const screen of [page, await plain.newPage()]) {
		await screen.goto(at(n));
		await screen.getByRole('textbox').fill('mười');
		const goOn = () => screen.getByRole('button', { name: t.quiz.number({ n: other }) }).click();
		await goOn();
		await expect(screen.getByText(toElder.quiz.leaveOpen)).toBeVisible();
		await expect(screen.getByRole('textbox')).toHaveValue('mười');
		await goOn();
		await expect(screen.getByText(t.quiz.position({ n: other, of: 5 }))).toBeVisible();
		expect(await saved(person, attempt, n)).toBeNull();
		await expect(
			screen.getByRole('button', { name: t.quiz.number({ n }) }).getByText(t.quiz.unanswered),
		).toBeAttached();
	}
	await plain.close();
});

test('the number of the question on the screen shows at once that it is answered', async ({
	page,
	context,
	origin,
}) => {
	const { first, at } = await underWay(context, origin);
	await page.goto(at(first));
	await page.route('**/api/attempts/**', (route) => route.abort());
	const number = page.getByRole('button', { name: t.quiz.number({ n: first }) });
	await expect(number.getByText(t.quiz.unanswered)).toBeAttached();
	await choice(page, 0).check();
	await expect(number.getByText(t.quiz.answered, { exact: true })).toBeAttached();
});

test('what is typed is saved as it is typed, in words and numbers of the language', async ({
	page,
	context,
	origin,
}) => {
	const { person, attempt, at } = await underWay(context, origin);
	const n = attempt.questions.findIndex(({ kind }) => kind === 'number') + 1;
	const right = rightAnswer(await compiled(phone), attempt.questions[n - 1]?.id ?? '', 'vi');
	await page.goto(at(n));
	await page.getByRole('textbox').pressSequentially(String(right));
	await expect(status(page).getByText(savedText)).toBeVisible();
	await expect.poll(() => saved(person, attempt, n)).toEqual(right);
});
