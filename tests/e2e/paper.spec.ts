/** Pages that are made to be printed, as a printer and a phone's camera see them. */
import type { Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import { localise } from '#lib/locale.ts';
import { locales } from '#schemas/names.ts';
import { ai, phone } from './answers.ts';
import { scan } from './authenticator.ts';
import { expect, test } from './fixtures.ts';
import { follow, main } from './learner.ts';
import { writtenLessons, type WrittenLesson } from './lessons.ts';
import { chooseLocale } from './pages.ts';
import { names, Person } from './people.ts';
import { toElder } from './words.ts';

const lesson = `/courses/${phone}/lessons/bat-tat`;
const t = messagesFor('vi');

/** Sheets that a printer takes for it. */
async function sheetsOf(page: Page): Promise<number> {
	const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
	return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
/** What a printed page still offers to be pressed, or shows of the site around it. */
const dead = (page: Page) =>
	page.locator('button, .button, summary, body > * > header, footer a, nav').locator('visible=true');

test('a lesson, printed: nothing to be pressed, boxes for a pen, and a code that leads back to it', async ({
	page,
	origin,
}) => {
	await page.goto(lesson);
	await follow(page, toElder.paper.lessonLink);
	await expect(page).toHaveURL(`${lesson}/print`);
	await expect(page.getByRole('button', { name: t.paper.print })).toBeVisible();
	await expect(page.getByText(toElder.paper.byHand)).toBeHidden();
	await page.emulateMedia({ media: 'print' });
	await expect(dead(page)).toHaveCount(0);
	await expect(page.getByText(new URL(origin).host, { exact: true })).toBeVisible();
	await expect(main(page).getByText(t.paper.tick)).toBeVisible();
	await expect(main(page).locator('.circle')).toHaveCount(2);
	expect(await scan(await page.getByRole('img', { name: /QR/ }).screenshot())).toBe(origin + lesson);
	expect(await sheetsOf(page)).toBe(2);
	// The lesson's own page, printed by the browser, is clean too.
	await page.goto(lesson);
	await expect(dead(page)).toHaveCount(0);
	await expect(page.getByText(`${new URL(origin).host}${lesson}`)).toBeVisible();
	expect(await sheetsOf(page)).toBeLessThanOrEqual(3);
});

/** Those that say most; the deep tests look at all. */
const isFull = ({ id }: WrittenLesson) => ['chup-anh', 'lua-dao', 'cham-giu-vuot'].includes(id);
test('a leaflet has room for what it says, on one sheet', async ({ page, origin }) => {
	test.setTimeout(180_000);
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: 1123, height: 794 });
	for (const one of writtenLessons.filter((each) => process.env.E2E_DEEP || isFull(each))) {
		const path = localise(one.locale, `/courses/${one.course}/lessons/${one.id}`);
		await chooseLocale(page.context(), one.locale, origin);
		await page.goto(`${path}/leaflet`);
		const over = await page
			.locator('.leaflet')
			.evaluateAll((halves) =>
				halves.map((half) =>
					Math.max(half.scrollHeight - half.clientHeight, half.scrollWidth - half.clientWidth),
				),
			);
		expect(over, path).toEqual([0, 0]);
		expect(await sheetsOf(page), path).toBe(1);
		expect(await scan(await page.locator('.leaflet svg').first().screenshot()), path).toBe(origin + path);
	}
});

test('a learning card leads to signing in, and says who only where its owner wants it', async ({
	page,
	context,
	origin,
}) => {
	const learner = await Person.account(origin, 'vi');
	await learner.finishLessons(phone, 3);
	await learner.finishLessons(ai, 1);
	await learner.enter(context);
	await page.goto('/learn');
	await follow(page, t.paper.cardLink);
	const code = page.getByRole('img', { name: /QR/ });
	await expect(main(page)).toContainText(names.vi);
	await expect(main(page)).toContainText(t.lesson.lessonsDone({ done: 3, of: 16 }));
	await expect(main(page)).not.toContainText(learner.username);
	expect(await scan(await code.screenshot())).toBe(`${origin}/sign-in?back=/learn`);
	await follow(page, t.paper.withUsername);
	await expect(main(page)).toContainText(learner.username);
	await page.emulateMedia({ media: 'print' });
	await expect(dead(page)).toHaveCount(0);
	expect(await scan(await code.screenshot())).toBe(`${origin}/sign-in?back=/learn`);
	expect(await sheetsOf(page)).toBe(1);
	expect((await context.request.get('/learn/card')).headers()['cache-control']).toBe('no-store');
	// Where somebody is signed in already, the code leads to whose learning that is, and on.
	await page.emulateMedia({ media: null });
	await page.goto('/sign-in?back=/learn');
	await expect(main(page)).toContainText(t.account.hasAccountNow({ username: learner.username }));
	await follow(page, t.account.goOnAsThis);
	await expect(page).toHaveURL('/learn');
});

test('without an account there is no card, but a way to one', async ({ page, context, origin }) => {
	await page.goto('/learn/card');
	await expect(main(page)).toContainText(t.paper.noAccountVisitor);
	await (await Person.guest(origin, 'vi')).enter(context);
	await page.goto('/learn/card');
	await expect(main(page)).toContainText(t.paper.noAccountGuest);
	await follow(page, t.learning.register);
	await expect(page).toHaveURL('/sign-up?back=/learn/card');
});

test('a certificate that somebody checks is one sheet in every language', async ({ page, standings }) => {
	for (const locale of locales) {
		const { valid } = await standings.of('vi');
		await chooseLocale(page.context(), locale, standings.origin);
		await page.goto(localise(locale, `/certificates/${valid}`));
		await expect(page.getByText(valid).first()).toBeVisible();
		expect(await sheetsOf(page), locale).toBe(1);
	}
});

test('without script a sheet says how the browser prints', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`/km${lesson}/leaflet`);
	await expect(page.getByText(messagesFor('km', 'bác').paper.byHand)).toBeVisible();
	await expect(page.getByRole('button', { name: messagesFor('km').paper.print })).toBeHidden();
	await context.close();
});
