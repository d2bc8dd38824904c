/** What a learner does on the pages, by what they see: words and roles. */
import type { Locator, Page } from '@playwright/test';
import type { Messages } from '#messages/index.ts';
import type { CompiledCourse } from '#schemas/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import type { Node } from '#schemas/node.ts';
import type { PlainAnswer } from '#schemas/question.ts';
import { compiled, rightAnswer, textOf, wrongAnswer } from './answers.ts';
import { expect } from './fixtures.ts';
import { inCourse } from './words.ts';

export interface Learner {
	page: Page;
	t: Messages;
	locale: Locale;
	course: string;
}

export const main = (page: Page) => page.locator('main');
export const press = (page: Page, name: string) =>
	main(page).getByRole('button', { name, exact: true }).click();
export const follow = (page: Page, name: string | RegExp) =>
	main(page)
		.getByRole('link', { name, ...(typeof name === 'string' && { exact: true }) })
		.click();

/** Without a tag, as one line: as a person reads it. */
function wordsOf(nodes: readonly Node[]): string {
	const text = nodes.map((node) => (typeof node === 'string' ? node : wordsOf(node.children ?? []))).join('');
	return text.replace(/\s+/g, ' ').trim();
}

/** The question whose words are on the screen. */
async function questionIn(box: Locator, course: CompiledCourse, locale: Locale): Promise<string> {
	const title = (await box.locator('legend').innerText()).replaceAll('\u00a0', ' ').trim();
	const found = Object.keys(course.manifest.questions).find(
		(id) => textOf(course, id, locale).title === title,
	);
	if (!found) throw new Error(`No question "${title}"`);
	return found;
}

/** Answers the question in a box, rightly or wrongly. */
export async function answer({ t, locale, course }: Learner, box: Locator, rightly = true): Promise<void> {
	const source = await compiled(course);
	const id = await questionIn(box, source, locale);
	await give(
		box,
		rightly ? rightAnswer(source, id, locale) : wrongAnswer(source, id),
		(option) => {
			const content = textOf(source, id, locale).options?.find((each) => each.id === option)?.content;
			return content ? wordsOf(content) : option;
		},
		t,
	);
}

async function give(box: Locator, value: PlainAnswer, wordsFor: (option: string) => string, t: Messages) {
	const typed = box.getByRole('textbox');
	if (await typed.count()) return typed.fill(String(value));
	const wanted =
		typeof value === 'boolean'
			? [value ? t.question.true : t.question.false]
			: [value].flat().map((option) => wordsFor(String(option)));
	for (const words of wanted) await box.getByLabel(words, { exact: true }).check();
}

/** From the start page of a quiz to its result, one question a screen. */
export async function takeQuiz(
	learner: Learner,
	rightly: boolean,
	beforeEach?: (n: number) => Promise<void>,
) {
	const { page, t } = learner;
	const started = [t.quiz.start, t.quiz.again, t.quiz.practise].map((name) =>
		main(page).getByRole('button', { name, exact: true }),
	);
	await started.reduce((a, b) => a.or(b)).click();
	const form = page.locator('form').filter({ has: page.locator('legend') });
	for (let n = 1; ; n++) {
		await expect(page.getByRole('heading', { level: 1 })).toContainText(
			t.quiz.position({ n, of: 0 }).split('0')[0] ?? '',
		);
		await beforeEach?.(n);
		await answer(learner, form, rightly);
		const next = form.getByRole('button', { name: t.quiz.next, exact: true });
		if (await next.count()) await next.click();
		else {
			await form.getByRole('button', { name: t.quiz.toReview, exact: true }).click();
			await expect(page.getByRole('heading', { level: 1, name: t.quiz.reviewTitle })).toBeVisible();
			await expect(main(page).getByText(inCourse(learner).quiz.reviewAll({ n }))).toBeVisible();
			await press(page, t.quiz.submit);
			await expect(page).toHaveURL(/\/result$/);
			return;
		}
	}
}
