/** A place on a picture: by a tap on it, by keyboard, in the list; with script and without. */
import type { Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import type { Attempt } from '#schemas/attempt.ts';
import { compiled, phone, rightAnswer, textOf, wrongAnswer } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { Person } from './people.ts';

const t = messagesFor('vi');
const question = 'cham-vao-loa';

async function asked(context: Parameters<Person['enter']>[0], origin: string) {
	const person = await Person.guest(origin, 'vi');
	const attempt = await person.start(phone, 'luyen-tap');
	await person.enter(context);
	const n = attempt.questions.findIndex(({ id }) => id === question) + 1;
	const course = await compiled(phone);
	const right = String(rightAnswer(course, question, 'vi'));
	const wrong = String(wrongAnswer(course, question));
	const saved = () =>
		person
			.call<Attempt>('GET', `/api/attempts/${attempt.id}`)
			.then(({ answers }) => answers[question]?.answer ?? null);
	return { person, attempt, right, wrong, saved, path: `/attempts/${attempt.id}?q=${n}` };
}
const region = (page: Page, id: string) => page.locator(`[data-region="${id}"] .line`);
const button = (page: Page, id: string) => page.locator(`input[type="radio"][value="${id}"]`);
const widthOf = (page: Page, id: string) =>
	region(page, id).evaluate((shape) => Number.parseFloat(getComputedStyle(shape).strokeWidth));

test('a tap on the picture chooses in the list, and the page stays where it is', async ({
	page,
	context,
	origin,
}) => {
	await page.setViewportSize({ width: 360, height: 640 });
	const { right, saved, path } = await asked(context, origin);
	await page.goto(path);
	await region(page, right).scrollIntoViewIfNeeded();
	const before = await page.evaluate(() => scrollY);
	const thin = await widthOf(page, right);
	await region(page, right).click();
	await expect(button(page, right)).toBeChecked();
	expect(await page.evaluate(() => scrollY)).toBe(before);
	await expect.poll(() => widthOf(page, right)).toBeGreaterThan(thin);
	await expect.poll(saved).toBe(right);

	await page.getByRole('radio', { name: 'Nút đỏ' }).check();
	await expect.poll(() => widthOf(page, right)).toBe(thin);
	await expect.poll(() => widthOf(page, 'nut-do')).toBeGreaterThan(thin);
	await expect.poll(saved).toBe('nut-do');
	await page.reload();
	await expect(button(page, 'nut-do')).toBeChecked();
});

test('arrow keys go through the places, and the picture shows which one has the focus', async ({
	page,
	context,
	origin,
}) => {
	const { path } = await asked(context, origin);
	await page.goto(path);
	const radios = page.getByRole('radio');
	await radios.first().focus();
	await page.keyboard.press('Space');
	for (let index = 1; index < (await radios.count()); index += 1) {
		await page.keyboard.press('ArrowDown');
		await expect(radios.nth(index)).toBeChecked();
		await expect(radios.nth(index)).toBeFocused();
		const id = (await radios.nth(index).getAttribute('value')) ?? '';
		const halo = page.locator(`[data-region="${id}"] .halo`);
		await expect(halo).toHaveCSS('stroke', 'rgb(244, 193, 82)');
		await expect(radios.nth(index)).toBeInViewport();
	}
});

test('every place lies on the picture where its author says, and its equal in the list is large enough', async ({
	page,
	context,
	origin,
}) => {
	await page.setViewportSize({ width: 360, height: 640 });
	const { path } = await asked(context, origin);
	await page.goto(path);
	const picture = (await page.locator('fieldset img').boundingBox())!;
	const { options = [] } = textOf(await compiled(phone), question, 'vi');
	for (const { id, region: place } of options) {
		const box = (await region(page, id).boundingBox())!;
		expect(box.x + box.width / 2).toBeCloseTo(
			picture.x + (picture.width * (place!.left + place!.width / 2)) / 100,
			0,
		);
		expect(box.y + box.height / 2).toBeCloseTo(
			picture.y + (picture.height * (place!.top + place!.height / 2)) / 100,
			0,
		);
		const row = (await page.locator('label', { has: button(page, id) }).boundingBox())!;
		expect(row.height).toBeGreaterThanOrEqual(44);
	}
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('a tap counts, and the result shows and says what was chosen and what is right', async ({
		page,
		context,
		origin,
	}) => {
		const { attempt, person, right, wrong, saved, path } = await asked(context, origin);
		await page.goto(path);
		await region(page, wrong).click();
		await expect(button(page, wrong)).toBeChecked();
		await page
			.locator('form')
			.getByRole('button', { name: new RegExp(`^(?:${t.quiz.next}|${t.quiz.toReview})$`) })
			.click();
		expect(await saved()).toBe(wrong);
		await person.call('POST', `/api/attempts/${attempt.id}/submission`, {});
		await page.goto(`/attempts/${attempt.id}/result`);
		const told = page.locator('details', { has: page.locator('.framed') });
		await expect(told.getByRole('listitem').filter({ hasText: /Chỗ (?:bạn|bác) đã chọn/ })).toBeVisible();
		await expect(told.getByRole('listitem').filter({ hasText: t.question.regionRight })).toBeVisible();
		const { options = [] } = textOf(await compiled(phone), question, 'vi');
		for (const id of [wrong, right]) {
			const words = options.find((option) => option.id === id)?.content.join('') ?? '';
			await expect(told.getByText(words, { exact: true })).toBeVisible();
		}
		await expect(told.locator('.over .chosen ellipse')).toHaveCount(2);
		await expect(told.locator('.over .right ellipse')).toHaveCount(2);
	});
});
