/** A helper registers somebody, makes a code for them, and the owner is told of it. */
import { messagesFor } from '#messages/index.ts';
import type { PersonInCare } from '#schemas/care.ts';
import { ai, compiled, phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { main, press } from './learner.ts';
import { newUsername, Person } from './people.ts';
import { cungHoc } from './server.ts';

const t = messagesFor('vi');
const name = 'Thạch Thị Mẫu';

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('somebody new is registered, comes in by a code, and is told who made it', async ({
		page,
		context,
		origin,
		dataDir,
	}) => {
		const helper = await Person.account(origin, 'vi');
		const granted = await cungHoc(dataDir, 'grant', helper.username, 'facilitator');
		expect(granted.code, granted.output).toBe(0);
		await helper.enter(context);
		await page.goto('/learn');
		await page.getByRole('link', { name: t.learning.helper }).click();
		await expect(page.getByText(t.helper.none)).toBeVisible();

		const username = newUsername();
		await page.getByLabel(t.helper.name).fill(name);
		await page.getByLabel(t.helper.wantedUsername).fill(username);
		await press(page, t.helper.register);
		await expect(page.getByRole('alert')).toContainText(t.helper.registeredText({ username }));
		await page.getByRole('link', { name: t.helper.makeCodeFor({ name }) }).click();
		await press(page, t.account.helperMake);
		const code = (await page.getByRole('status').locator('.code').innerText()).trim();

		await context.clearCookies();
		await page.goto('/recover');
		await page.getByLabel(t.account.username).fill(username);
		await page.getByLabel(t.account.code).fill(code);
		await page.getByLabel(t.account.newPassword, { exact: true }).fill('ba-con-meo-den');
		await press(page, t.account.recoverSubmit);
		const notice = page.getByRole('complementary').filter({ hasText: t.account.codeMade.title });
		await expect(notice).toContainText(helper.me?.displayName ?? '-');
		await page.goto('/courses');
		await notice.getByRole('button', { name: t.account.codeMade.seen }).click();
		await expect(main(page)).toBeVisible();
		await expect(notice).toHaveCount(0);
		await page.goto('/learn');
		await expect(notice).toHaveCount(0);
	});
	test('who has no attempt left gets one more, with a reason that they read', async ({
		page,
		context,
		origin,
		dataDir,
		standings,
	}) => {
		const helper = await Person.account(origin, 'vi');
		expect((await cungHoc(dataDir, 'grant', helper.username, 'facilitator')).code).toBe(0);
		const learner = await Person.account(origin, 'vi');
		for (let n = 0; n < 3; n += 1) await learner.take(ai, 'cuoi-khoa', false);
		const pair = { username: learner.username, carer: helper.username };
		await (await standings.admin()).call('POST', '/api/care/given', pair);

		await helper.enter(context);
		await page.goto('/helper');
		await page.getByRole('link', { name: t.helper.attemptsTitle }).click();
		const give = { name: t.helper.attemptsGiveTo({ name: learner.me?.displayName ?? '' }) };
		await page.getByRole('button', give).click();
		await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
		await page.getByLabel(t.helper.attemptsReason).first().fill('Đã học lại bài 3 cùng nhau.');
		await page.getByRole('button', give).click();
		await expect(page.getByText(t.helper.attemptsGiven({ username: learner.username }))).toBeVisible();
		await expect(page.getByText(t.helper.attemptsNone)).toBeVisible();
		await expect(page.getByText(t.helper.attemptsUnused)).toBeVisible();

		await learner.enter(context);
		await page.goto(`/courses/${ai}/quizzes/cuoi-khoa`);
		await expect(page.getByText('Đã học lại bài 3 cùng nhau.')).toBeVisible();
		await expect(page.getByText(t.quiz.grantedBy({ name: helper.me?.displayName ?? '' }))).toBeVisible();
	});
	test('a list of people is given more; who got nothing is told, and stays in the form', async ({
		page,
		context,
		origin,
		standings,
	}) => {
		const learner = await Person.account(origin, 'vi');
		for (let n = 0; n < 3; n += 1) await learner.take(ai, 'cuoi-khoa', false);
		await (await standings.admin()).enter(context);
		await page.goto('/helper/attempts');
		const who = page.getByLabel(t.helper.attemptsWho);
		await who.fill(`${learner.username}\n khong-co-ai,`);
		await page.getByLabel(t.helper.attemptsQuiz).selectOption(`${ai}/cuoi-khoa`);
		await page.getByLabel(t.helper.attemptsReason).last().fill('Mất điện cả buổi.');
		await press(page, t.helper.attemptsAllow);
		const alert = page.getByRole('alert');
		await expect(alert).toContainText(t.helper.attemptsGivenMany({ n: 1, of: 2 }));
		await expect(alert.getByRole('listitem')).toHaveText([
			`khong-co-ai: ${t.api.failures['username-unknown'].detail({})}`,
			`${learner.username}: ${t.helper.attemptsNow}`,
		]);
		await expect(who).toHaveValue('khong-co-ai');
		await expect(page.getByLabel(t.helper.attemptsReason).last()).toHaveValue('Mất điện cả buổi.');
	});
	test('somebody in their care is vouched for; who is not, is not', async ({
		page,
		context,
		origin,
		dataDir,
	}) => {
		const helper = await Person.account(origin, 'vi');
		await cungHoc(dataDir, 'grant', helper.username, 'facilitator');
		const learner = await helper.call<PersonInCare>('POST', '/api/care', { displayName: name, locale: 'vi' });
		await helper.enter(context);
		await page.goto('/helper');
		await page.getByRole('link', { name: t.helper.vouchFor({ name }) }).click();
		const listed = page.getByLabel(t.helper.who, { exact: true });
		await expect(listed).toHaveValue(learner.username);
		await press(page, t.helper.vouchSubmit);
		const alert = page.getByRole('alert');
		await expect(alert).toBeFocused();
		await expect(alert.getByRole('link')).toContainText(t.helper.vouchCourse);
		await expect(listed).toHaveValue(learner.username);

		await page.getByRole('link', { name: t.helper.whoOther }).click();
		await page.getByLabel(t.helper.learner).fill('nguoi-khac');
		const { title } = (await compiled(phone)).manifest;
		await page.getByLabel(title.vi!).check();
		await press(page, t.helper.vouchSubmit);
		await expect(alert).toContainText(t.api.failures['not-in-care'].detail({}));
		await expect(page.getByLabel(t.helper.learner)).toHaveValue('nguoi-khac');
		await expect(page.getByLabel(title.vi!)).toBeChecked();

		await page.getByRole('link', { name: t.helper.whoListed }).click();
		await listed.selectOption(learner.username);
		await page.getByLabel(title.vi!).check();
		await press(page, t.helper.vouchSubmit);
		await expect(alert).toContainText(t.helper.vouched({ username: learner.username, course: title.vi! }));
	});
});
