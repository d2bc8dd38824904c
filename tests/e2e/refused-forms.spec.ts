/** A form that was refused says so where its sender looks, or listens, first. */
import type { Page } from '@playwright/test';
import { localise } from '#lib/locale.ts';
import { messagesFor, type Messages } from '#messages/index.ts';
import { locales } from '#schemas/names.ts';
import { phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { main } from './learner.ts';
import { newUsername, Person } from './people.ts';
import { toElder } from './words.ts';

async function signInWrong(page: Page, t: Messages) {
	await page.getByLabel(t.account.username).fill(newUsername());
	await page.getByLabel(t.account.password, { exact: true }).fill('khong-phai-mat-khau');
	await main(page).getByRole('button', { name: t.account.signIn, exact: true }).click();
}

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		for (const locale of locales)
			test(`the title says so, and the summary has the focus (${locale})`, async ({
				page,
				context,
				origin,
			}) => {
				const t = messagesFor(locale);
				await context.addCookies([{ name: 'locale', value: locale, url: origin }]);
				await page.goto(localise(locale, '/sign-in'));
				const title = t.common.pageTitle({ title: t.account.signIn });
				await expect(page).toHaveTitle(title);
				await signInWrong(page, t);
				await expect(page).toHaveTitle(t.refused.pageTitle({ title }));
				await expect(page.getByRole('alert')).toBeFocused();
				await expect(page.getByRole('alert')).toContainText(t.api.failures['wrong-credentials'].title);
			});
	});

test('also where questions are open and the box is not ticked', async ({ page, context, origin }) => {
	const person = await Person.guest(origin, 'vi');
	const attempt = await person.start(phone, 'giua-khoa');
	await person.enter(context);
	await page.goto(`/attempts/${attempt.id}?q=review`);
	// As a browser that knows no `required` sends it.
	await page.locator('form[data-autosave-review]').evaluate((form: HTMLFormElement) => form.submit());
	await expect(page).toHaveTitle(/^Lỗi: /);
	await expect(page.getByRole('alert').filter({ hasText: toElder.quiz.submitNeedsTick })).toBeFocused();
});
