/** A whole course, from the start page to a certificate that somebody else checks. */
import type { Page } from '@playwright/test';
import { messagesFor, type Messages } from '#messages/index.ts';
import { languageOwnNames } from '#messages/own-names.ts';
import type { Locale } from '#schemas/common.ts';
import { phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { answer, follow, main, press, takeQuiz, type Learner } from './learner.ts';
import { names, newUsername, password } from './people.ts';
import type { Standings } from './standing.ts';
import { inCourse } from './words.ts';

test.describe('in Vietnamese, without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('a person without an account learns, registers on the way, and proves it', async ({
		page,
		standings,
	}) => {
		test.setTimeout(120_000);
		const learner: Learner = { page, t: messagesFor('vi'), locale: 'vi', course: phone };
		await page.goto('/');
		await findCourse(learner, 'Người cao tuổi');
		await firstLesson(learner);
		let username = '';
		await toTheEnd(learner, async () => void (username = await registerAndKeep(learner)));
		await follow(page, learner.t.course.getCertificate);
		const serial = await getCertificate(learner, username, standings);
		await checkCertificate(learner, serial);
	});
});

test('in Khmer, with JavaScript: the same, as a guest to the end', async ({ page, standings }) => {
	test.setTimeout(120_000);
	const learner: Learner = { page, t: messagesFor('km'), locale: 'km', course: phone };
	await page.goto('/');
	await page.getByRole('link', { name: languageOwnNames.km }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'km');
	await findCourse(learner, 'មនុស្សវ័យចំណាស់');
	await firstLesson(learner);
	await toTheEnd(learner, async () => {});
	await follow(page, learner.t.course.getCertificate);
	await expect(page.getByText(inCourse(learner).certificate.proofAccount)).toBeVisible();
	await follow(page, learner.t.account.signUp);
	const username = await register(learner);
	const serial = await getCertificate(learner, username, standings);
	await checkCertificate(learner, serial);
});

/** Start page, “Who are you?”, track, course, first lesson. */
async function findCourse({ page, t }: Learner, track: string): Promise<void> {
	await expect(page.getByRole('heading', { name: t.home.who })).toBeVisible();
	await follow(page, new RegExp(`^${track}`));
	await expect(page.getByRole('heading', { level: 1, name: track })).toBeVisible();
	await follow(page, t.course.open);
	await expect(page.getByRole('heading', { name: t.course.outline })).toBeVisible();
	await follow(page, t.course.start);
}

/** Answers the check wrongly, then rightly; ticks the task; goes on. */
async function firstLesson(learner: Learner): Promise<void> {
	const { page, t } = learner;
	const check = main(page).locator('form').filter({ hasText: t.lesson.checkTitle });
	await answer(learner, check, false);
	await check.getByRole('button', { name: t.lesson.answer, exact: true }).click();
	await expect(check.getByText(t.question.verdict.wrong)).toBeVisible();
	await answer(learner, check, true);
	await check.getByRole('button', { name: t.lesson.answerAgain }).click();
	await expect(check.getByText(t.question.verdict.right)).toBeVisible();
	await press(page, t.lesson.tryDo);
	await expect(main(page).getByText(t.lesson.tryDone, { exact: true })).toBeVisible();
}

/** “Done” after each lesson, and every quiz that comes on the way. `halfWay` happens on the first result. */
async function toTheEnd(learner: Learner, halfWay: () => Promise<void>): Promise<void> {
	const { page, t } = learner;
	const done = main(page).getByRole('button', { name: t.lesson.done, exact: true });
	const start = main(page).getByRole('button', { name: t.quiz.start, exact: true });
	for (let lessons = 1; ;) {
		await expect(done.or(start)).toBeVisible();
		if (await done.count()) {
			await done.click();
			await onward(learner, lessons++);
			continue;
		}
		await takeQuiz(learner, true);
		await expect(page.getByRole('heading', { level: 1, name: t.quiz.perfect })).toBeVisible();
		if (lessons > 10) return expect(lessons, 'Lessons before the exam').toBe(17);
		await halfWay();
		await follow(page, t.course.continueLesson({ n: lessons }));
	}
}

/** Between two lessons: what is done, what is left, and the next step. */
async function onward(learner: Learner, n: number): Promise<void> {
	const { page } = learner;
	const of = 16;
	const words = inCourse(learner).lesson;
	const title = n < of ? words.finished({ n, left: of - n }) : words.finishedAll({ of });
	await expect(page.getByRole('heading', { name: title })).toBeVisible();
	if (n === 1) await expect(page.getByText(words.praise.first)).toBeVisible();
	if (n === of) await expect(page.getByRole('heading', { name: words.learned })).toBeVisible();
	const end = page.getByRole('region', { name: title });
	await end.getByRole('link').first().click();
	await expect(end).toHaveCount(0);
}

/** The guest makes an account from the result, and comes back to it. */
async function registerAndKeep(learner: Learner): Promise<string> {
	const { page, t } = learner;
	const result = page.url();
	await follow(page, t.quiz.keep);
	const username = await register(learner);
	await expect(page).toHaveURL(result);
	await expect(page.getByRole('heading', { level: 1, name: t.quiz.perfect })).toBeVisible();
	await expect(page.getByText(t.quiz.keepTitle)).toHaveCount(0);
	return username;
}

/** A guest fills in the form for an account; gives the user name. */
async function register({ page, t, locale, course }: Learner): Promise<string> {
	const username = newUsername();
	const { signUpGuest } = inCourse({ course, locale }).account;
	await expect(page.getByText(signUpGuest)).toBeVisible();
	await page.getByLabel(t.account.username).fill(username);
	await page.getByLabel(t.account.password, { exact: true }).fill(password);
	await page.getByLabel(t.account.displayName).fill(names[locale]);
	await press(page, t.account.signUp);
	await expect(page.getByText(signUpGuest)).toHaveCount(0);
	return username;
}

/** Who learned in no time gets the certificate once a helper vouches, with the name that is to stand on it. */
async function getCertificate(
	{ page, t, locale, course }: Learner,
	username: string,
	standings: Standings,
): Promise<string> {
	const name = names[locale];
	// The group was chosen on the start page: its words come along.
	const { proofHelper, proofReasons, compare } = inCourse({ course, locale }).certificate;
	await expect(page.getByText(proofHelper)).toBeVisible();
	await expect(page.getByRole('button', { name: t.certificate.ask })).toHaveCount(0);
	await page.getByText(t.certificate.proofWhy).click();
	await expect(page.getByText(proofReasons[0] ?? '-')).toBeVisible();
	await (await standings.admin()).call('POST', '/api/vouchers', { username, course });
	await page.getByRole('link', { name: t.certificate.proofSee }).click();
	await expect(page.getByLabel(t.certificate.holderLabel)).toHaveValue(name);
	await press(page, t.certificate.ask);
	await expect(page.getByRole('heading', { level: 1, name: t.certificate.moment({ name }) })).toBeVisible();
	await expect(main(page).getByText(compare)).toHaveCount(0);
	await expect(page.getByRole('article').getByText(name, { exact: true })).toBeVisible();
	await expect(main(page).getByText(t.certificate.assuredHelper)).toBeVisible();
	const address = await main(page).getByRole('link', { name: t.certificate.pdf }).getAttribute('href');
	const pdf = await page.request.get(address ?? '');
	expect(pdf.status()).toBe(200);
	expect(pdf.headers()['content-type']).toBe('application/pdf');
	expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
	const [serial = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z*~$=]/.exec(page.url()) ?? [];
	return serial;
}

/** Somebody else types the serial as one reads it: small letters, O for 0, blanks for hyphens. */
async function checkCertificate({ page, t, locale }: Learner, serial: string): Promise<void> {
	await page.context().clearCookies({ name: 'cung_hoc_session' });
	await leaveBy(page, t);
	await page
		.getByLabel(t.certificate.serialLabel)
		.fill(serial.toLowerCase().replaceAll('0', 'o').replaceAll('-', ' '));
	await press(page, t.certificate.check);
	await expect(page).toHaveURL(new RegExp(`${prefix(locale)}/certificates/${serial}$`));
	await expect(page.getByRole('heading', { level: 1, name: t.certificate.status.valid.title })).toBeVisible();
	await expect(main(page).getByText(names[locale], { exact: true })).toBeVisible();
	await expect(main(page).getByText(t.certificate.correct)).toHaveCount(0);
	// What few need is folded.
	await expect(page.getByText(t.certificate.hash, { exact: true })).toBeHidden();
	await page.getByText(t.certificate.technical).click();
	await expect(page.getByText(t.certificate.hash, { exact: true })).toBeVisible();
}

async function leaveBy(page: Page, t: Messages): Promise<void> {
	await page.getByRole('contentinfo').getByRole('link', { name: t.common.nav.verify }).click();
	await expect(page.getByRole('heading', { level: 1, name: t.certificate.verify })).toBeVisible();
}

const prefix = (locale: Locale) => (locale === 'vi' ? '' : `/${locale}`);
