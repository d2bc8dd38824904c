/** An exam day: a supervisor and those in the room see each other, with a network and without, with script and without. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import type { Room } from '#schemas/room.ts';
import { axeProblems, headingProblems, overflowProblems, targetProblems } from './checks.ts';
import { expect, test } from './fixtures.ts';
import { main, press } from './learner.ts';
import { Person } from './people.ts';
import { cungHoc, startServer, type OwnServer } from './server.ts';

const t = messagesFor('vi');
const course = 'thu-nghiem';
const quiz = 'cuoi-khoa';
const place = 'Hội trường ấp 3';

let server: OwnServer;
let folder: string;
let helper: Person;
test.beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-e2e-rooms-'));
	cpSync('tests/fixtures/courses', folder, { recursive: true });
	for (const locale of ['vi', 'km']) {
		const file = path.join(folder, course, locale, '06-cuoi-khoa.quiz.md');
		writeFileSync(file, readFileSync(file, 'utf8').replace('draw: 4', 'draw: 4\naccess: code'));
	}
	server = await startServer({ COURSES_DIR: folder, TRUST_PROXY: 'loopback' });
	helper = await Person.account(server.origin, 'vi');
	const granted = await cungHoc(server.dataDir, 'grant', helper.username, 'facilitator');
	expect(granted.code, granted.output).toBe(0);
});
test.afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

const quizPath = () => `${server.origin}/courses/${course}/quizzes/${quiz}`;
const open = (minutes = 60) =>
	helper.call<Room>('POST', '/api/rooms', { course, quiz, name: place, minutes });

/** A browser of somebody's own. */
async function browserOf(browser: Browser, person: Person): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi' });
	await person.enter(context);
	return context.newPage();
}

async function begin(page: Page, code: string) {
	await page.goto(quizPath());
	await page.getByLabel(t.room.codeLabel).fill(code);
	await press(page, t.quiz.start);
}

test('supervisor and learner see each other live: starting, saving, more time, handing in', async ({
	page,
	context,
	browser,
}) => {
	await helper.enter(context);
	await page.goto(`${server.origin}/helper`);
	await main(page).getByRole('link', { name: t.room.title }).click();
	await page.getByLabel(t.room.name).fill(place);
	await page.getByLabel(t.room.quiz).selectOption(`${course}/${quiz}`);
	await press(page, t.room.open);
	await expect(page.getByRole('heading', { level: 1, name: place })).toBeVisible();
	await expect(page.getByText(t.room.peopleNone)).toBeVisible();
	const code = (await page.getByText(/^\d{3} \d{3}$/).innerText()).trim();

	const learner = await Person.account(server.origin, 'vi');
	const desk = await browserOf(browser, learner);
	await desk.goto(quizPath());
	await expect(desk.getByText(t.quiz.needsRoom)).toBeVisible();
	await press(desk, t.quiz.start);
	await expect(desk.getByRole('alert')).toContainText(t.api.failures['code-needed'].title);
	await desk.getByLabel(t.room.codeLabel).fill(code === '000 000' ? '111111' : '000000');
	await press(desk, t.quiz.start);
	await expect(desk.getByRole('alert')).toContainText(t.api.failures['code-wrong'].title);
	await desk.getByLabel(t.room.codeLabel).fill(code);
	await press(desk, t.quiz.start);
	await expect(desk.getByRole('heading', { level: 1 })).toContainText('1');
	await expect(desk.getByText(t.room.inRoom({ name: place }))).toBeVisible();

	const row = page.getByRole('listitem').filter({ hasText: learner.me?.displayName ?? '-' });
	await expect(row).toContainText(t.room.states.working, { timeout: 10_000 });
	await expect(page.getByText(t.room.live)).toBeVisible();
	await desk.getByRole('radio').first().check();
	await expect(row).toContainText(t.room.answered({ n: 1, of: 4 }), { timeout: 10_000 });

	const clock = desk.locator('[data-deadline-until]');
	const before = await clock.innerText();
	await page.getByLabel(t.room.addMinutes).selectOption('30');
	await press(page, t.room.add);
	await expect(page.getByRole('alert')).toContainText(t.room.added({ n: 30 }));
	await expect(page.getByText(t.room.log)).toBeVisible();
	expect(await clock.innerText()).toBe(before);
	await desk.getByRole('radio').nth(1).check();
	await expect(clock).not.toHaveText(before);
	await expect(desk.locator('[data-deadline-left]')).toHaveText(/(49|50)/);

	await desk.goto(`${desk.url().split('?')[0]}?q=review`);
	await desk.getByLabel(t.quiz.submitUnanswered({ n: 3 })).check();
	await press(desk, t.quiz.submit);
	await expect(desk.getByText(t.room.resultTitle({ name: place }))).toBeVisible();
	await expect(row).toContainText(t.room.states['handed-in'], { timeout: 10_000 });
	await desk.context().close();
});

test('a connection that drops in a room loses nothing, and the screen says the truth', async ({
	browser,
}) => {
	const room = await open();
	const learner = await Person.account(server.origin, 'vi');
	const desk = await browserOf(browser, learner);
	await begin(desk, room.code ?? '');
	await desk.waitForLoadState('networkidle');
	await desk.context().setOffline(true);
	await desk.getByRole('radio').first().check();
	await expect(desk.getByText(t.quiz.held)).toBeVisible();
	const peopleOf = async () => (await helper.call<Room>('GET', `/api/rooms/${room.id}`)).people[0];
	expect(await peopleOf()).toMatchObject({ answered: 0, savedAt: null });
	// The room is closed while the network is away: what arrives within the minute counts.
	await helper.call('POST', `/api/rooms/${room.id}/closing`, {});
	await desk.context().setOffline(false);
	await expect.poll(async () => (await peopleOf())?.answered, { timeout: 20_000 }).toBe(1);
	await expect(desk.getByRole('heading', { level: 1, name: t.quiz.timeUp })).toBeVisible({ timeout: 15_000 });
	await desk.context().close();

	const late = await browserOf(browser, await Person.guest(server.origin, 'vi'));
	await begin(late, room.code ?? '');
	await expect(late.getByRole('alert')).toContainText(t.api.failures['code-over'].title);
	await late.context().close();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a room is opened, looked at, given time, noted in and closed; the learner reads the note', async ({
		page,
		context,
		browser,
	}) => {
		await helper.enter(context);
		await page.goto(`${server.origin}/rooms`);
		await press(page, t.room.open);
		await expect(page.getByRole('alert')).toContainText(t.common.errorSummary);
		await page.getByLabel(t.room.name).fill(place);
		await page.getByLabel(t.room.quiz).selectOption(`${course}/${quiz}`);
		await press(page, t.room.open);
		const code = (await page.getByText(/^\d{3} \d{3}$/).innerText()).trim();
		const learner = await Person.account(server.origin, 'vi');
		const attempt = await learner.start(course, quiz, code);
		await main(page).getByRole('link', { name: t.room.reload }).click();
		await expect(page.getByText(t.room.summary({ total: 1, n: 1, done: 0 }))).toBeVisible();
		await main(page)
			.getByRole('link', { name: learner.me?.displayName ?? '-' })
			.click();
		await press(page, t.room.add);
		await expect(page.getByRole('alert')).toContainText(t.room.added({ n: 10 }));
		await press(page, t.room.noteSubmit);
		await expect(page.getByRole('alert')).toContainText(t.common.errorSummary);
		const text = 'Điện thoại reo giữa chừng.';
		await page.getByLabel(t.room.note).fill(text);
		await page.getByLabel(t.room.noteUnseen).check();
		await press(page, t.room.noteSubmit);
		await expect(page.getByRole('alert')).toContainText(t.room.noteSaved);
		await expect(main(page).getByRole('listitem').filter({ hasText: text })).toBeVisible();
		await main(page).getByRole('link', { name: t.room.backToRoom }).click();
		// One tap closes nothing.
		await main(page).getByRole('button', { name: t.room.close, exact: true }).click();
		await expect(page.getByText(t.room.codeText)).toBeVisible();
		expect((await helper.call<Room>('GET', `/api${new URL(page.url()).pathname}`)).isOpen).toBe(true);
		await page.getByLabel(t.room.closeSure).check();
		await press(page, t.room.close);
		await expect(main(page).getByText(t.room.closed, { exact: true })).toBeVisible();
		await learner.call('POST', `/api/attempts/${attempt.id}/submission`, {});
		const desk = await browserOf(browser, learner);
		await desk.goto(`${server.origin}/attempts/${attempt.id}/result`);
		await expect(desk.getByText(text)).toBeVisible();
		await expect(desk.getByText(t.room.resultUnseen)).toBeVisible();
		await desk.context().close();
	});
});

test('pages of rooms are for supervisors, and fit every width', async ({ page, context, browser }) => {
	const room = await open();
	const { id } = await (await Person.account(server.origin, 'vi')).start(course, quiz, room.code ?? '');
	await helper.enter(context);
	for (const address of [`/rooms/${room.id}`, `/rooms/${room.id}/${id}`]) {
		await page.goto(server.origin + address);
		for (const width of [320, 1280]) {
			await page.setViewportSize({ width, height: 740 });
			const problems = [axeProblems, headingProblems, targetProblems, overflowProblems];
			for (const look of problems) expect(await look(page), `${address} ${look.name} ${width}`).toEqual([]);
		}
	}
	const other = await Person.account(server.origin, 'vi');
	await cungHoc(server.dataDir, 'grant', other.username, 'facilitator');
	const stranger = await browserOf(browser, await other.signIn());
	expect((await stranger.goto(`${server.origin}/rooms/${room.id}`))?.status()).toBe(403);
	expect((await stranger.goto(`${server.origin}/rooms`))?.status()).toBe(200);
	await stranger.context().close();
});
