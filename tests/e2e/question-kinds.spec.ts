/** The authors' examples: every kind stands beside how it is written, and answers at once, also without script. */
import { messagesFor } from '#messages/index.ts';
import { expect, test } from './fixtures.ts';

const t = messagesFor('vi');

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled });

		test('an example is answered in place, by nobody in particular', async ({ page }) => {
			await page.goto('/help/question-kinds');
			for (const kind of Object.values(t.help.kinds.kind))
				await expect(page.getByRole('heading', { level: 2, name: kind }).first()).toBeVisible();
			await expect(page.locator('pre').first()).toContainText('- [x] chim-sẻ-bảy-cây-tre {#bon-tu}');

			const first = page.locator('#example-mat-khau-kho-doan');
			await first.getByLabel('ngày sinh').check();
			await first.getByRole('button', { name: t.lesson.answer }).click();
			await expect(first.getByText(t.question.verdict.wrong)).toBeVisible();
			await expect(first.getByText('Mật khẩu tốt thì dài')).toBeVisible();
			await expect(first.getByLabel('ngày sinh')).toBeChecked();

			const sure = page.locator('#example-otp-qua-dien-thoai');
			await sure.getByLabel(t.question.true, { exact: true }).check();
			await sure.getByLabel(t.question.sure[3]).check();
			await sure.getByRole('button', { name: t.lesson.answer }).click();
			await expect(sure.getByText(t.question.sure.wrong[3])).toBeVisible();

			const opinion = page.locator('#example-bai-hoc-the-nao');
			await opinion.getByLabel('Dễ theo').check();
			await opinion.getByRole('button', { name: t.lesson.answer }).click();
			await expect(opinion.getByText(t.question.thanks)).toBeVisible();

			const essay = page.locator('#example-ke-lai');
			await expect(essay.getByText(t.help.kinds.byPerson)).toBeVisible();
			await expect(essay.getByRole('button')).toHaveCount(0);
		});
	});
