/** How far somebody is in a course is told without a network too: from what their device has seen and what they did on it. */
import type { Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import { phone } from './answers.ts';
import { badNetwork, type BadNetwork } from './bad-network.ts';
import { expect, test } from './fixtures.ts';
import { main, press } from './learner.ts';
import { Person } from './people.ts';
import { toElder as t } from './words.ts';

const { common: frame } = messagesFor('vi');
const course = `/courses/${phone}`;
const lesson = (id: string) => `${course}/lessons/${id}`;
const required = 17;

let network: BadNetwork;
test.use({ serviceWorkers: 'allow' });
test.beforeAll(async ({ origin }) => {
	network = await badNetwork(Number(new URL(origin).port));
});
test.beforeEach(({ watch }) => {
	network.become('fair');
	watch.expected.push(/^503 /, /ERR_|Failed to fetch|NetworkError/);
});
test.afterAll(() => network.close());

const open = (page: Page, where: string) => page.goto(network.origin + where);

async function fetchCourse(page: Page): Promise<void> {
	await open(page, course);
	const box = page.locator('[data-keep-course]');
	await box.getByRole('button', { name: /^Tải cả khóa về máy/ }).click();
	await expect(box.getByText(t.offline.whole)).toBeVisible({ timeout: 30_000 });
}

test('a learner who fetched a course sees without a network what they have done, ends lessons gladly, and goes on', async ({
	page,
	context,
}) => {
	const learner = await Person.account(network.origin, 'vi');
	await learner.enter(context);
	await learner.finishLessons(phone, 1);
	await fetchCourse(page);

	network.become('cut');
	await open(page, course);
	await expect(page.getByText(frame.kept)).toBeVisible();
	await expect(page.getByRole('link', { name: frame.nav.signIn })).toBeHidden();
	const standing = main(page).locator('[data-known="standing"]');
	await expect(standing).toContainText(t.course.progress({ done: 1, total: required }));
	await standing.getByRole('link', { name: t.course.continueLesson({ n: 2 }) }).click();

	await expect(page.getByText(frame.kept)).toBeVisible();
	await expect(main(page).getByText(t.lesson.lessonsDone({ done: 1, of: 16 }))).toBeAttached();
	await press(page, t.lesson.done);
	const end = main(page).locator('[data-known="finished"]');
	await expect(end.getByRole('heading', { name: t.lesson.finished({ n: 2, left: 14 }) })).toBeVisible();
	await expect(main(page).getByText(t.lesson.marks.held, { exact: true })).toBeVisible();
	await expect(main(page).getByText(t.lesson.lessonsDone({ done: 2, of: 16 }))).toBeAttached();
	await expect(main(page).getByRole('link', { name: /^Sang/ })).toBeHidden();
	await end.getByRole('link').first().click();
	await expect(main(page).getByText(t.lesson.position({ position: 3, of: 16 }))).toBeVisible();

	await open(page, course);
	await expect(standing).toContainText(t.course.progress({ done: 2, total: required }));
	await expect(main(page).locator('[data-known="river"] a.done')).toHaveCount(2);
	await expect(standing.getByRole('link', { name: t.course.continueLesson({ n: 3 }) })).toBeVisible();

	await open(page, '/');
	await expect(main(page).getByText(t.course.progress({ done: 2, total: required }))).toBeVisible();
	await expect(main(page).getByRole('link', { name: t.course.start })).toBeHidden();
	await main(page)
		.getByRole('link', { name: t.course.continueLesson({ n: 3 }) })
		.click();
	await expect(main(page).getByText(t.lesson.position({ position: 3, of: 16 }))).toBeVisible();

	// It was sent: the server says the same.
	network.become('fair');
	await open(page, course);
	await expect(page.getByText(frame.kept)).toBeHidden();
	await expect(async () => {
		await page.reload();
		await expect(standing).toContainText(t.course.progress({ done: 2, total: required }), { timeout: 500 });
	}).toPass();
});

test('who has done nothing sees the course as it is, and a visitor who learns offline sees how far they came', async ({
	page,
}) => {
	await fetchCourse(page);
	network.become('cut');
	await open(page, course);
	await expect(main(page).getByRole('link', { name: t.course.start })).toBeVisible();
	await open(page, lesson('bat-tat'));
	// What was answered, and what is so, is there again when the lesson is opened again.
	const check = page.locator('form[data-check]').first();
	await check.getByRole('radio').nth(1).check();
	await check.getByRole('button', { name: t.lesson.answer }).click();
	const judged = check.locator('[data-judged] .notice');
	await expect(judged).toBeVisible();
	const said = await judged.innerText();
	await open(page, lesson('bat-tat'));
	await expect(judged).toHaveText(said, { useInnerText: true });
	await expect(check.getByRole('radio').nth(1)).toBeChecked();
	await press(page, t.lesson.done);
	await expect(
		main(page).getByRole('heading', { name: t.lesson.finished({ n: 1, left: 15 }) }),
	).toBeVisible();
	await open(page, course);
	await expect(main(page).locator('[data-known="standing"]')).toContainText(
		t.course.progress({ done: 1, total: required }),
	);
});

test('a quiz cannot begin without a network, and says so; one that has begun goes on', async ({
	page,
	context,
}) => {
	const learner = await Person.account(network.origin, 'vi');
	await learner.enter(context);
	await fetchCourse(page);
	const quiz = `${course}/quizzes/giua-khoa`;
	network.become('cut');
	await open(page, quiz);
	await expect(main(page).getByText(t.quiz.startLater)).toBeVisible();
	await expect(main(page).getByRole('button', { name: t.quiz.start })).toBeHidden();

	network.become('fair');
	const { id } = await learner.start(phone, 'giua-khoa');
	await open(page, `/attempts/${id}`);
	await expect
		.poll(() => page.evaluate((key) => caches.match(key).then(Boolean), `/attempts/${id}?q=review`))
		.toBe(true);
	network.become('cut');
	await open(page, quiz);
	await main(page).getByRole('link', { name: t.quiz.goOn }).click();
	await expect(page.getByRole('heading', { level: 1, name: /^Câu 1/ })).toBeVisible();
});
