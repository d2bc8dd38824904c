/** A name that is quite another one is looked at before it stands on a certificate. */
import type { Browser, Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import { phone } from './answers.ts';
import { expect, test, type Watch } from './fixtures.ts';
import { main, press } from './learner.ts';
import { newUsername, password, Person } from './people.ts';
import { cungHoc } from './server.ts';

const t = messagesFor('vi');
const [name, wanted, other] = ['Nguyễn Thị Hoa', 'Trần Thị Lan', 'Lê Thị Mai'];

async function facilitator(origin: string, dataDir: string): Promise<Person> {
	const helper = await Person.account(origin, 'vi');
	const granted = await cungHoc(dataDir, 'grant', helper.username, 'facilitator');
	expect(granted.code, granted.output).toBe(0);
	return helper;
}

async function otherDevice(browser: Browser, watch: Watch): Promise<Page> {
	const context = await browser.newContext({ javaScriptEnabled: false });
	watch.follow(context);
	return context.newPage();
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a small correction is one, however often its button is pressed', async ({
		page,
		origin,
		standings,
	}) => {
		const learner = await Person.account(origin, 'vi');
		await learner.call('PATCH', '/api/me', { displayName: name });
		await learner.complete(phone);
		const { serial } = await learner.certificate(phone, await standings.admin());
		await learner.enter(page.context());
		await page.goto(`/certificates/${serial}`);
		await page.getByText(t.certificate.correct).click();
		await page.getByLabel(t.certificate.correctName).fill('Nguyễn Thị Hòa');
		await page.getByRole('button', { name: t.certificate.correctSubmit }).dblclick();
		await expect(page).toHaveURL(/\?corrected$/);
		await expect(main(page)).toContainText('Nguyễn Thị Hòa');
		await expect(page.getByRole('alert')).not.toContainText(t.api.failures['certificate-not-in-force'].title);
	});

	test('the holder asks, the facilitator who looks after them agrees, and whoever checks reads of it', async ({
		page,
		browser,
		watch,
		origin,
		dataDir,
		standings,
	}) => {
		const helper = await facilitator(origin, dataDir);
		const learner = await Person.account(origin, 'vi');
		await learner.call('PATCH', '/api/me', { displayName: name });
		await learner.complete(phone);
		const admin = await standings.admin();
		const { serial } = await learner.certificate(phone, admin);
		await admin.call('POST', '/api/care/given', { username: learner.username, carer: helper.username });

		await learner.enter(page.context());
		await page.goto(`/certificates/${serial}`);
		await page.getByText(t.certificate.correct).click();
		await expect(page.getByText(t.certificate.correctSmall({ n: 2 }))).toBeVisible();
		await expect(page.getByText(t.certificate.correctOther)).toBeVisible();
		const ask = async (displayName: string) => {
			await page.getByLabel(t.certificate.correctName).fill(displayName);
			await page.getByLabel(t.certificate.correctReason).fill('Tôi ghi nhầm tên mẹ.');
			await press(page, t.certificate.correctSubmit);
			await expect(page.getByRole('alert')).toContainText(t.certificate.correctionAsked);
		};
		await ask(other);
		await expect(page.getByText(t.certificate.correct)).toHaveCount(0);
		await press(page, t.certificate.correctionWithdraw);
		await expect(page.getByRole('alert')).toContainText(t.certificate.correctionWithdrawn);
		await page.getByText(t.certificate.correct).click();
		await ask(wanted);
		await page.goto('/certificates');
		await expect(main(page).getByText(t.certificate.correctionWaits({ name: wanted }))).toBeVisible();

		const desk = await otherDevice(browser, watch);
		await helper.enter(desk.context());
		await desk.goto(`${origin}/helper`);
		await desk.getByRole('link', { name: t.helper.correctionsWait({ n: 1 }) }).click();
		const request = desk.getByRole('article');
		await expect(request).toHaveCount(1);
		await expect(request).toContainText('Tôi ghi nhầm tên mẹ.');
		await expect(request.locator('mark')).toHaveText(['Nguyễn', 'Hoa', 'Trần', 'Lan']);
		await request.getByRole('button', { name: t.helper.correctionAccept }).click();
		await expect(desk.getByRole('alert')).toContainText(t.helper.correctionAccepted);
		await expect(desk.getByText(t.helper.correctionsNone)).toBeVisible();

		await page.goto('/certificates');
		await main(page).getByRole('link').filter({ hasText: wanted }).click();
		const renewed = new URL(page.url()).pathname;
		const stranger = await otherDevice(browser, watch);
		await stranger.goto(origin + renewed);
		await expect(
			stranger.getByRole('heading', { level: 1, name: t.certificate.status.valid.title }),
		).toBeVisible();
		await expect(main(stranger).getByText(t.certificate.correctedTimes({ n: 1 }))).toBeVisible();
		await expect(main(stranger)).not.toContainText('Hoa');
	});

	test('a refusal says why, on the page of the certificate', async ({ page, origin, standings }) => {
		const learner = await Person.account(origin, 'vi');
		await learner.complete(phone);
		const admin = await standings.admin();
		const { serial } = await learner.certificate(phone, admin);
		const wish = { displayName: `Phạm Văn ${newUsername()}`, reason: password };
		await learner.call('POST', `/api/certificates/${serial}/correction`, wish);

		await admin.enter(page.context());
		await page.goto('/helper/corrections');
		const request = page.getByRole('article').filter({ hasText: wish.displayName });
		await request.locator('summary').click();
		await request.getByLabel(t.helper.correctionWhy).fill('Căn cước ghi tên khác.');
		await request.locator('details button').click();
		await expect(page.getByRole('alert')).toContainText(t.helper.correctionRefused);

		await learner.enter(page.context());
		await page.goto('/certificates');
		await expect(page.getByText(t.certificate.correctionNo)).toBeVisible();
		await page.goto(`/certificates/${serial}`);
		await expect(page.getByText('Căn cước ghi tên khác.')).toBeVisible();
		await expect(page.getByText(t.certificate.correct)).toBeVisible();
	});
});
