/** A helper registers somebody, makes a code for them, and the owner is told of it. */
import { messagesFor } from '#messages/index.ts';
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
		const notice = page.getByRole('complementary').filter({ hasText: t.common.codeMade.title });
		await expect(notice).toContainText(helper.me?.displayName ?? '-');
		await page.goto('/courses');
		await notice.getByRole('button', { name: t.common.codeMade.seen }).click();
		await expect(main(page)).toBeVisible();
		await expect(notice).toHaveCount(0);
		await page.goto('/learn');
		await expect(notice).toHaveCount(0);
	});
});
