/** Every page there is, in every state that looks different. */
import type { BrowserContext, Page } from '@playwright/test';
import { localise } from '#lib/locale.ts';
import { reasons } from '#lib/refused.ts';
import { messagesFor, type Messages } from '#messages/index.ts';
import type { Locale } from '#schemas/common.ts';
import { isPersonGraded } from '#schemas/names.ts';
import { questionKinds } from '#schemas/question.ts';
import { ai, phone } from './answers.ts';
import { writtenLessons } from './lessons.ts';
import { password, Person } from './people.ts';
import { nobody, type Standing, type Standings } from './standing.ts';

type Who =
	| 'visitor'
	| 'guest'
	| 'learner'
	| 'finished'
	| 'shared'
	| 'sharedGuest'
	| 'asking'
	| 'decider'
	| 'twoSteps'
	| 'admin';
export interface SitePage {
	name: string;
	/** As whom; a visitor where nothing is said. */
	as?: Who;
	path: string | ((standing: Standing) => string);
	/** What the server answers; 200 where nothing is said. */
	status?: number;
	/** What to do on it before looking. */
	act?: (page: Page, t: Messages, standing: Standing) => Promise<void>;
}

const lesson = (course: string, id: string) => `/courses/${course}/lessons/${id}`;
const certificate = (which: 'valid' | 'superseded' | 'revoked' | 'waiting') => (s: Standing) =>
	`/certificates/${s[which]}`;

const publicPages: SitePage[] = [
	{ name: 'home', path: '/' },
	{ name: 'track of older people', path: '/tracks/nguoi-cao-tuoi' },
	{ name: 'track of officials', path: '/tracks/can-bo' },
	{ name: 'group without a track', path: '/groups/students' },
	{ name: 'courses', path: '/courses' },
	{ name: 'course about phones', path: `/courses/${phone}` },
	{ name: 'course about AI', path: `/courses/${ai}` },
	{ name: 'lesson with steps', path: lesson(phone, 'bat-tat') },
	{ name: 'lesson with a warning', path: lesson(ai, 'bang-bieu') },
	{ name: 'lesson with a wrong answer', path: lesson(phone, 'bat-tat'), act: answerCheckWrong },
	{ name: 'lesson to be printed', path: `${lesson(phone, 'bat-tat')}/print` },
	{ name: 'leaflet', path: `${lesson(ai, 'viet-yeu-cau')}/leaflet` },
	{ name: 'quiz', path: `/courses/${phone}/quizzes/giua-khoa` },
	{ name: 'exam', path: `/courses/${ai}/quizzes/cuoi-khoa` },
	{ name: 'verify', path: '/verify' },
	{ name: 'verify, unknown', path: '/verify?serial=0000-0000-0000-0' },
	{ name: 'help', path: '/help' },
	{ name: 'help: kinds of questions', path: '/help/question-kinds' },
	...['learn', 'helpers', 'shared-phone', 'certificates', 'privacy'].map((id) => ({
		name: `help: ${id}`,
		path: `/help/${id}`,
	})),
	{ name: 'what is on this device', path: '/offline' },
	{ name: 'rescue', path: '/rescue' },
	{ name: 'settings', path: '/settings' },
	{ name: 'settings, saved', path: '/settings?saved' },
	...reasons.map((why) => ({ name: `refused: ${why}`, path: `/refused/${why}?back=/courses` })),
	{ name: 'not found', path: '/khong-co-trang-nay', status: 404 },
	{ name: 'course not found', path: '/courses/khong-co', status: 404 },
	{ name: 'certificate not found', path: '/certificates/0000-0000-0000-0', status: 404 },
];

const accountPages: SitePage[] = [
	{ name: 'sign up', path: '/sign-up' },
	{ name: 'sign up as a guest', as: 'guest', path: '/sign-up' },
	{ name: 'sign up, name taken', path: '/sign-up', act: signUpTaken },
	{ name: 'sign in', path: '/sign-in' },
	{ name: 'sign in, signed in already', as: 'learner', path: '/sign-in' },
	{ name: 'sign in, refused', path: '/sign-in', act: signInWrong },
	{ name: 'signed out', path: '/sign-in?signed-out' },
	{ name: 'sign out', as: 'learner', path: '/sign-out' },
	{ name: 'sign out as a guest', as: 'guest', path: '/sign-out' },
	{ name: 'recover', path: '/recover' },
	{ name: 'account deleted', path: '/sign-in?erased' },
	{ name: 'settings of an account', as: 'admin', path: '/settings' },
	{ name: 'settings, told wrongly', as: 'learner', path: '/settings', act: tellWrongly },
	{ name: 'change of password', as: 'learner', path: '/settings/password' },
	{ name: 'change of password, refused', as: 'learner', path: '/settings/password', act: changeWrong },
	{ name: 'second step, off', as: 'learner', path: '/settings/second-step' },
	{ name: 'second step, advised', as: 'admin', path: '/settings/second-step' },
	{ name: 'second step, being set up', as: 'finished', path: '/settings/second-step', act: beginSecondStep },
	{ name: 'second step, on', as: 'twoSteps', path: '/settings/second-step' },
	{ name: 'second step, backup codes', as: 'twoSteps', path: '/settings/second-step', act: renewCodes },
	{ name: 'passkeys', as: 'twoSteps', path: '/settings/passkeys' },
	{ name: 'sign in by a passkey', path: '/sign-in/passkey' },
	{ name: 'sign in, second step', path: '/sign-in', act: sayPassword },
	{ name: 'sign in, backup code', path: '/sign-in', act: sayPasswordForBackup },
	{ name: 'sign in again from the start', path: '/sign-in?over' },
	{ name: 'where I am signed in', as: 'learner', path: '/settings/devices' },
	{ name: 'what happened to my account', as: 'learner', path: '/settings/events' },
	{ name: 'bring what was learned, nothing left', as: 'learner', path: '/sign-in/merge' },
	{ name: 'bring what was learned', path: '/sign-in', act: signInOverGuest },
	{ name: 'what was brought', path: '/sign-in', act: bringAndSee },
	{ name: 'my data', as: 'learner', path: '/settings/data' },
	{ name: 'delete my account', as: 'learner', path: '/settings/data/deletion' },
	{ name: 'delete my learning, guest', as: 'guest', path: '/settings/data/deletion' },
	{ name: 'safety log of all', as: 'admin', path: '/admin/events' },
	{ name: 'safety log of all, not allowed', as: 'learner', path: '/admin/events', status: 403 },
	{ name: 'people in my care', as: 'admin', path: '/helper' },
	{ name: 'people in my care, not allowed', as: 'learner', path: '/helper', status: 403 },
	{ name: 'vouch for a learner', as: 'admin', path: '/helper/vouchers?username=ba-sau' },
	{ name: 'vouched for a learner', as: 'admin', path: `/helper/vouchers?username=ba-sau&vouched=${phone}` },
	{ name: 'vouch for a learner, not allowed', as: 'learner', path: '/helper/vouchers', status: 403 },
	{ name: 'more attempts', as: 'decider', path: '/helper/attempts' },
	{
		name: 'more attempts, without a reason',
		as: 'admin',
		path: '/helper/attempts?granted=ba-sau',
		act: grantWithoutReason,
	},
	{ name: 'more attempts, not allowed', as: 'learner', path: '/helper/attempts', status: 403 },
	{ name: 'corrections of names', as: 'decider', path: '/helper/corrections' },
	{
		name: 'corrections of names, one refused without a reason',
		as: 'decider',
		path: '/helper/corrections',
		act: refuseNaming,
	},
	{ name: 'corrections of names, accepted', as: 'decider', path: '/helper/corrections?accepted' },
	{ name: 'corrections of names, not allowed', as: 'learner', path: '/helper/corrections', status: 403 },
	{ name: 'rooms', as: 'admin', path: '/rooms' },
	{ name: 'rooms, not allowed', as: 'learner', path: '/rooms', status: 403 },
	{ name: 'a room', as: 'admin', path: (s) => s.room },
	{ name: 'somebody in a room', as: 'admin', path: (s) => s.sitter },
	{ name: 'tests on paper', as: 'admin', path: '/teach/paper' },
	{ name: 'a form on paper', as: 'admin', path: (s) => s.paper },
	{ name: 'a result on paper, to be corrected', as: 'admin', path: (s) => s.paperCorrection },
	{ name: 'tests on paper, not allowed', as: 'learner', path: '/teach/paper', status: 403 },
	{ name: 'for teachers', as: 'admin', path: '/teach' },
	{ name: 'for teachers, not allowed', as: 'learner', path: '/teach', status: 403 },
	{ name: 'grading, nothing waits', as: 'admin', path: '/teach/grading' },
	{ name: 'grading, not allowed', as: 'learner', path: '/teach/grading', status: 403 },
	{ name: 'results of quizzes', as: 'admin', path: '/teach/analysis' },
	{ name: 'results of quizzes, not allowed', as: 'learner', path: '/teach/analysis', status: 403 },
	{ name: 'results of a quiz with a wrong key', as: 'admin', path: ({ analysed }) => analysed },
	{
		name: 'results of a quiz, a part with a model',
		as: 'admin',
		path: ({ analysed }) => `${analysed}?channel=class&irt=1pl`,
	},
	{
		name: 'results of a quiz, none',
		as: 'admin',
		path: ({ analysed }) => `${analysed}?exclude=fast&channel=paper`,
	},
	{ name: 'results of a quiz, not allowed', as: 'learner', path: ({ analysed }) => analysed, status: 403 },
	{ name: 'recovery codes', as: 'admin', path: '/helper/recovery-codes' },
	{ name: 'recovery code made', as: 'admin', path: '/helper/recovery-codes', act: makeCode },
	{ name: 'recovery codes, not allowed', as: 'learner', path: '/helper/recovery-codes', status: 403 },
];

/** Kinds that our courses ask; those that a person grades, and how they are graded, are looked at in `marking.spec.ts` and `file.spec.ts`. */
const inCourses = questionKinds.filter((kind) => !isPersonGraded(kind));

const learnerPages: SitePage[] = [
	{ name: 'refused to another', as: 'learner', path: '/refused/other-learner?back=/courses' },
	{ name: 'refused, signed in since', as: 'learner', path: '/refused/signed-in-since?back=/courses' },
	{ name: 'home of a learner', as: 'learner', path: '/' },
	{ name: 'home on a shared phone', as: 'shared', path: '/' },
	{ name: 'home of a guest on a shared phone', as: 'sharedGuest', path: '/' },
	{ name: 'course under way', as: 'learner', path: `/courses/${ai}` },
	{ name: 'lesson that is done', as: 'learner', path: lesson(phone, 'bat-tat') },
	{ name: 'lesson, done just now', as: 'learner', path: `${lesson(ai, 'viec-van-phong')}?finished` },
	{ name: 'last lesson, done just now', as: 'learner', path: `${lesson(phone, 'mat-dien-thoai')}?finished` },
	{ name: 'exam after a try', as: 'learner', path: `/courses/${ai}/quizzes/cuoi-khoa` },
	{ name: 'my learning, visitor', path: '/learn' },
	{ name: 'my learning, guest', as: 'guest', path: '/learn' },
	{ name: 'my learning', as: 'learner', path: '/learn' },
	{ name: 'my learning, nothing yet', as: 'twoSteps', path: '/learn' },
	{ name: 'my answers', as: 'learner', path: '/learn/answers' },
	{ name: 'review of mistakes', as: 'learner', path: '/learn/review' },
	{ name: 'learning card, visitor', path: '/learn/card' },
	{ name: 'learning card, guest', as: 'guest', path: '/learn/card' },
	{ name: 'learning card', as: 'learner', path: '/learn/card?username' },
	{ name: 'this device, visitor', path: '/learn/device' },
	{
		name: 'this device',
		as: 'learner',
		path: '/learn/device',
		act: (page, t) => page.getByText(t.device.none).waitFor(),
	},
	...inCourses.map((kind) => ({
		name: `question: ${kind}`,
		as: 'learner' as const,
		path: ({ screens }: Standing) => screens[kind] ?? `/no-question-of-kind-${kind}`,
	})),
	{ name: 'question with a clock', as: 'learner', path: (s) => s.timed },
	{ name: 'review', as: 'learner', path: (s) => s.review },
	{ name: 'result, failed', as: 'learner', path: (s) => s.failed },
	{ name: 'result, passed', as: 'learner', path: (s) => s.passed },
	{ name: 'result of a quiz taken in a room', as: 'finished', path: (s) => s.seated },
	{ name: 'result of a guest', as: 'guest', path: (s) => s.guestPassed },
	{ name: 'my certificates, visitor', path: '/certificates' },
	{ name: 'my certificates, learning not seen yet', as: 'guest', path: '/certificates' },
	{ name: 'my certificates, one to ask for', as: 'finished', path: '/certificates' },
	{ name: 'my certificates', as: 'learner', path: '/certificates' },
	{ name: 'certificate, valid', path: certificate('valid') },
	{ name: 'certificate of my own', as: 'learner', path: certificate('valid') },
	{
		name: 'certificate of my own, to be corrected',
		as: 'learner',
		path: certificate('valid'),
		act: openCorrection,
	},
	{ name: 'certificate of my own, a correction waits', as: 'asking', path: certificate('waiting') },
	{ name: 'my certificates, a correction waits', as: 'asking', path: '/certificates' },
	{ name: 'certificate, superseded', path: certificate('superseded') },
	{ name: 'certificate, revoked', path: certificate('revoked') },
];

/** Lessons are of a kind: all of them are looked at in the deep tests. */
const allLessons: SitePage[] = writtenLessons
	.filter(({ locale }) => locale === 'vi')
	.map(({ course, id }) => ({ name: `lesson ${course}/${id}`, path: lesson(course, id) }));

const isDeep = Boolean(process.env.E2E_DEEP);
export const pages = [...publicPages, ...accountPages, ...learnerPages, ...(isDeep ? allLessons : [])];

/** Goes to a page in a language, as whom it is for, and does there what is to be done. */
export async function visit(
	page: Page,
	site: SitePage,
	locale: Locale,
	standings: Standings,
): Promise<number> {
	const standing = await standings.of(locale);
	const who = await whoIs(site.as ?? 'visitor', standing, standings);
	const context = page.context();
	// What a page fetches beforehand is for who was signed in then.
	await page.goto('about:blank');
	await context.clearCookies({ name: 'cung_hoc_session' });
	await chooseLocale(context, locale, standings.origin);
	await who?.enter(context);
	const path = typeof site.path === 'string' ? site.path : site.path(standing);
	const response = await page.goto(localise(locale, path));
	await site.act?.(page, messagesFor(locale), standing);
	return response?.status() ?? 0;
}

async function whoIs(who: Who, standing: Standing, standings: Standings): Promise<Person | null> {
	if (who === 'visitor') return null;
	if (who === 'decider') return standings.decider();
	return who === 'admin' ? standings.admin() : standing[who];
}

/** Vietnamese addresses carry no language: there the cookie counts. */
export async function chooseLocale(context: BrowserContext, locale: Locale, origin: string): Promise<void> {
	await context.addCookies([{ name: 'locale', value: locale, url: origin }]);
}

async function answerCheckWrong(page: Page, t: Messages) {
	// “The screen is dark; calls still come”: false is wrong.
	const check = page.locator('page-part').filter({ hasText: t.lesson.checkTitle });
	await check.getByText(t.question.false, { exact: true }).click();
	await check.getByRole('button', { name: t.lesson.answer }).click();
	await check.getByText(t.question.verdict.wrong).waitFor();
}

async function signUpTaken(page: Page, t: Messages, { learner }: Standing) {
	await page.locator('#field-username').fill(learner.username);
	await page.locator('#field-password').fill('ba-cay-chuoi-vang');
	await page.locator('#field-displayName').fill(learner.me?.displayName ?? '');
	await page.locator('main').getByRole('button', { name: t.account.signUp }).click();
	await page.getByRole('alert').waitFor();
}

/** Whoever learns here without an account, and then signs in to one. */
async function signInOverGuest(page: Page, t: Messages, { learner }: Standing) {
	const { origin, locale, username } = learner;
	const guest = await Person.guest(origin, locale);
	await guest.finishLessons(phone, 2);
	await guest.enter(page.context());
	await page.locator('#field-username').fill(username);
	await page.locator('#field-password').fill(password);
	await page.locator('main').getByRole('button', { name: t.account.signIn }).click();
	await page.getByRole('heading', { level: 1, name: t.merging.title }).waitFor();
}

/** It is taken back at once, so that this learner stays as the other pages know them. */
async function bringAndSee(page: Page, t: Messages, standing: Standing) {
	await signInOverGuest(page, t, standing);
	await page.getByRole('button', { name: t.merging.yes }).click();
	await page.getByRole('link', { name: t.merging.see }).click();
	await page.getByRole('button', { name: t.merging.undo }).first().click();
	await page.getByRole('alert').waitFor();
}

async function signInWrong(page: Page, t: Messages) {
	await page.locator('#field-username').fill(nobody());
	await page.locator('#field-password').fill('khong-phai-mat-khau');
	await page.locator('main').getByRole('button', { name: t.account.signIn }).click();
	await page.getByRole('alert').waitFor();
}

async function grantWithoutReason(page: Page, t: Messages) {
	await page.getByLabel(t.helper.attemptsWho).fill('ba-sau');
	await page.getByRole('button', { name: t.helper.attemptsAllow, exact: true }).click();
	await page.getByRole('alert').waitFor();
}

async function tellWrongly(page: Page, t: Messages) {
	await page.getByLabel(t.settings.birthYear).fill('56');
	await page.getByRole('button', { name: t.settings.saveAbout }).click();
	await page.getByRole('alert').waitFor();
}

async function changeWrong(page: Page, t: Messages) {
	await page.locator('#field-current').fill('khong-phai-mat-khau');
	await page.locator('#field-password').fill('ba con gà vàng');
	await page.locator('main').getByRole('button', { name: t.security.changePassword }).click();
	await page.getByRole('alert').waitFor();
}

async function refuseNaming(page: Page, t: Messages) {
	const request = page.locator('main article').first();
	await request.locator('summary').click();
	await request.getByLabel(t.helper.correctionWhy).fill('     ');
	await request.locator('details button').click();
	await page.getByRole('alert').waitFor();
}

async function openCorrection(page: Page, t: Messages) {
	await page.getByText(t.certificate.correct).click();
	await page.getByLabel(t.certificate.correctName).waitFor();
}

async function beginSecondStep(page: Page, t: Messages) {
	await page.locator('#field-password').fill(password);
	await page.getByRole('button', { name: t.secondStep.begin }).click();
	await page.locator('.secret').waitFor();
}

async function renewCodes(page: Page, t: Messages, { backup }: Standing) {
	await page.locator('#field-password').fill(password);
	await page.locator('#field-code').fill(backup.pop() ?? '');
	await page.getByRole('button', { name: t.secondStep.renew }).click();
	await page.getByRole('heading', { level: 1, name: t.secondStep.codes }).waitFor();
	backup.splice(0, Infinity, ...(await page.locator('ol.codes li').allInnerTexts()));
}

async function sayPassword(page: Page, t: Messages, { twoSteps }: Standing) {
	await page.locator('#field-username').fill(twoSteps.username);
	await page.locator('#field-password').fill(password);
	await page.locator('main').getByRole('button', { name: t.account.signIn }).click();
	await page.locator('#field-code').waitFor();
}

async function sayPasswordForBackup(page: Page, t: Messages, standing: Standing) {
	await sayPassword(page, t, standing);
	await page.getByRole('link', { name: t.secondStep.useBackup }).click();
	await page.getByLabel(t.secondStep.backup).waitFor();
}

async function makeCode(page: Page, t: Messages, { learner }: Standing) {
	await page.locator('#field-username').fill(learner.username);
	await page.getByRole('button', { name: t.account.helperMake }).click();
	await page.locator('.code').waitFor();
}
