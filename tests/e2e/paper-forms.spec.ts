/** Tests on paper: drawn, printed, and entered by row, with script and without. */
import type { Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import type { PaperForm, PaperForms, PaperFormWhole } from '#schemas/paper.ts';
import { phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { main } from './learner.ts';
import { Person } from './people.ts';

const t = messagesFor('vi');
const words = t.examPaper;

/** The place of a question with one letter for an answer, from 1. */
async function singleOn(teacher: Person, number: string): Promise<number> {
	const { items } = await teacher.call<PaperFormWhole>('GET', `/api/paper-forms/${number}`);
	const one = items.find(({ kind }) => kind === 'single' || kind === 'truefalse');
	return one!.n;
}

async function drawn(teacher: Person): Promise<PaperForm> {
	const asked = { course: phone, quiz: 'giua-khoa', locale: 'vi' };
	const { forms } = await teacher.call<PaperForms>('POST', '/api/paper-forms', asked);
	return forms[0]!;
}
const who = (page: Page, n: number) => page.getByLabel(words.whoRow({ n }), { exact: true });
const cell = (page: Page, n: number, number: number) =>
	page.getByLabel(words.answerAt({ n, number }), { exact: true });

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('forms are drawn and printed, results entered, a wrong row comes back whole, and is corrected', async ({
			page,
			context,
			origin,
			standings,
		}) => {
			const learner = await Person.account(origin, 'vi');
			const admin = await standings.admin();
			await admin.enter(context);
			await page.goto('/teach');
			await page.getByRole('link', { name: words.title }).click();
			await page.getByLabel(words.quiz).selectOption(`${phone}/giua-khoa`);
			await page.getByRole('button', { name: words.makeNow }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(/[0-9A-Z]{5}-[0-9A-Z]/);
			const number = (await page.getByRole('heading', { level: 1 }).textContent())!.split(' ').at(-1)!;
			const q = await singleOn(admin, number);
			const printed = page.getByRole('link', { name: words.print, exact: true });
			const pdf = await page.request.get((await printed.getAttribute('href'))!);
			expect({ status: pdf.status(), type: pdf.headers()['content-type'] }).toEqual({
				status: 200,
				type: 'application/pdf',
			});

			await who(page, 1).fill(learner.username);
			await cell(page, 1, q).fill('a');
			await who(page, 2).fill('*Bàn 12');
			await cell(page, 2, q).fill('?!');
			await page.getByRole('button', { name: words.save, exact: true }).click();
			await expect(page.getByText(words.notSaved({ n: 1 }))).toBeVisible();
			await expect(page.getByText(words.saved({ n: 1 }))).toBeVisible();
			await expect(who(page, 1)).toHaveValue('*Bàn 12');
			await expect(cell(page, 1, q)).toHaveValue('?!');
			const leads = page.getByRole('link', { name: new RegExp(`^Dòng 1, câu ${q}:`) });
			await expect(leads).toHaveAttribute('href', `#field-a-0-${q - 1}`);
			await cell(page, 1, q).fill('b');
			await page.getByRole('button', { name: words.save, exact: true }).click();
			await expect(page.getByText(words.saved({ n: 1 }))).toBeVisible();
			const results = page.getByRole('region', { name: words.results });
			await expect(results.getByRole('row', { name: 'Bàn 12' })).toContainText(`${q}. b`);
			await expect(results).toContainText(learner.username);

			await results.getByRole('link', { name: words.correctTitle({ name: 'Bàn 12' }) }).click();
			await page.locator(`input[name="c-${q - 1}"]`).fill('a');
			await page.getByRole('button', { name: words.correctSave }).click();
			await expect(page.getByText(words.corrected)).toBeVisible();
			await expect(results.getByRole('row', { name: 'Bàn 12' })).toContainText(`${q}. a`);
		});

		test('lines of a spreadsheet come into the table, and the same person is not entered twice', async ({
			page,
			context,
			origin,
			standings,
		}) => {
			const learner = await Person.account(origin, 'vi');
			const admin = await standings.admin();
			const { number } = await drawn(admin);
			const q = await singleOn(admin, number);
			const before = '\t'.repeat(q);
			await admin.enter(context);
			await page.goto(`/teach/paper/${number}`);
			await page.locator('summary', { hasText: words.paste }).click();
			await page
				.getByRole('textbox', { name: words.paste })
				.fill(`${learner.username}${before}a\n*3 ${'|'.repeat(q)} b\n${learner.username}${before}b`);
			await page.getByRole('button', { name: words.pasteRows }).click();
			await expect(who(page, 1)).toHaveValue(learner.username);
			await expect(cell(page, 2, q)).toHaveValue('b');
			await page.getByRole('button', { name: words.save, exact: true }).click();
			await expect(page.getByText(words.notSaved({ n: 1 }))).toBeVisible();
			await expect(main(page)).toContainText(t.api.failures['paper-entered'].detail({}));
			await expect(who(page, 1)).toHaveValue(learner.username);
			await expect(page.getByRole('region', { name: words.results }).getByRole('row')).toHaveCount(3);
		});
	});

test('rows are typed by the keyboard alone: Enter goes to the next row, and from the last to the button', async ({
	page,
	context,
	standings,
}) => {
	const admin = await standings.admin();
	const { number } = await drawn(admin);
	await admin.enter(context);
	const q = await singleOn(admin, number);
	await page.goto(`/teach/paper/${number}`);
	await who(page, 1).focus();
	await page.keyboard.type('*1');
	for (let n = 0; n < q; n += 1) await page.keyboard.press('Tab');
	await page.keyboard.type('a');
	await page.keyboard.press('Enter');
	await expect(who(page, 2)).toBeFocused();
	await page.keyboard.type('*2');
	for (let n = 2; n <= 10; n += 1) await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: words.save, exact: true })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByText(words.saved({ n: 2 }))).toBeVisible();
});
