/** An app that shows pages by itself and keeps none, as chat apps do: a browser is offered. */
import { phone } from './answers.ts';
import { axeProblems, overflowProblems } from './checks.ts';
import { expect, test } from './fixtures.ts';
import { toElder } from './words.ts';

const { offline } = toElder;
const apps = {
	Android:
		'Mozilla/5.0 (Linux; Android 12; SM-A127F; wv) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 Zalo/1',
	iPhone: 'Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Zalo/1',
};

for (const [system, userAgent] of Object.entries(apps))
	test.describe(system, () => {
		test.use({ userAgent });
		test('the page of a course says that nothing is kept here, and how to go on', async ({
			page,
			context,
			origin,
		}) => {
			await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
			await page.addInitScript(() => {
				Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
				Reflect.deleteProperty(Navigator.prototype, 'share');
			});
			await page.goto(`/courses/${phone}`);
			const box = page.locator('[data-keep-course]');
			await expect(box.getByText(offline.cannot)).toBeVisible();
			await expect(box.getByRole('button', { name: /^Tải/ })).toHaveCount(0);

			const link = box.getByRole('link', { name: offline.openBrowser });
			if (system === 'Android')
				await expect(link).toHaveAttribute(
					'href',
					`intent://${new URL(origin).host}/courses/${phone}#Intent;scheme=http;action=android.intent.action.VIEW;end`,
				);
			else await expect(link).toHaveCount(0);

			await box.getByRole('button', { name: offline.copyAddress }).click();
			await expect(box.getByText(offline.addressCopied)).toBeVisible();
			const copied = await page.evaluate(() => navigator.clipboard.readText());
			expect(copied).toBe(`${origin}/courses/${phone}`);
			expect(await axeProblems(page)).toEqual([]);
			expect(await overflowProblems(page)).toEqual([]);
		});
	});
