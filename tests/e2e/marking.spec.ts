/** Questions that a person grades: no course of ours asks them yet, so they are looked at on a server of their own. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { localise } from '#lib/locale.ts';
import { messagesFor } from '#messages/index.ts';
import type { GradingQueue, GradingTask } from '#schemas/grading.ts';
import { locales, textSizes } from '#schemas/names.ts';
import {
	axeProblems,
	headingProblems,
	overflowProblems,
	targetProblems,
	unstyledParts,
	watchBlocked,
} from './checks.ts';
import { expect, test } from './fixtures.ts';
import { keyboardProblems } from './keyboard.ts';
import { main, press } from './learner.ts';
import { chooseLocale } from './pages.ts';
import { pairwise } from './pairs.ts';
import { Person } from './people.ts';
import { cungHoc, startServer, type OwnServer } from './server.ts';

const t = messagesFor('vi');
const course = 'thu-nghiem';
const quizOf = (id: string, more = '') => `---
id: ${id}
title: Kể lại ${id}
kind: quiz
pass: 50%
${more}---

## Bác kể lại ba bước đổi mật khẩu. {#buoc-${id} .essay words=3..50}

- [2] Nêu đúng ba bước {#buoc}
- [1] Viết dễ hiểu {#de-hieu}

! Mở Cài đặt, chọn Mật khẩu, gõ mật khẩu mới.
`;
/** Each test has a quiz of its own: nothing of one waits in another. */
const quizzes = {
	'ke-lai': '',
	'ban-phim': '',
	'tat-phim': '',
	'khong-script': '',
	'chung-bai': '',
	'mat-quyen': '',
	'hai-nguoi': 'graders: 2\n',
	'xem-thu': 'graders: 2\n',
};
type Quiz = keyof typeof quizzes;

// One server for all of them.
test.describe.configure({ mode: 'default' });
let server: OwnServer;
let folder: string;
let [teacher, other]: Person[] = [];
test.beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-e2e-marking-'));
	cpSync('tests/fixtures/courses', folder, { recursive: true });
	for (const [n, [id, more]] of Object.entries(quizzes).entries())
		writeFileSync(path.join(folder, `${course}/vi/8${n}-${id}.quiz.md`), quizOf(id, more));
	server = await startServer({ COURSES_DIR: folder, TRUST_PROXY: 'loopback' });
	[teacher, other] = await Promise.all([makeTeacher(), makeTeacher()]);
});
test.afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

async function makeTeacher(): Promise<Person> {
	const person = await Person.account(server.origin, 'vi');
	const { code, output } = await cungHoc(server.dataDir, 'grant', person.username, 'instructor', course);
	expect(code, output).toBe(0);
	return person;
}

/** Somebody hands in an essay. */
async function handIn(quiz: Quiz, text: string): Promise<{ learner: Person; attempt: string }> {
	const learner = await Person.account(server.origin, 'vi');
	const { id } = await learner.start(course, quiz);
	await learner.call('POST', `/api/attempts/${id}/submission`, { answers: { [`buoc-${quiz}`]: { text } } });
	return { learner, attempt: id };
}

async function firstOf(quiz: Quiz, who = teacher!): Promise<string> {
	const { questions } = await who.call<GradingQueue>('GET', '/api/grading');
	return questions.find((each) => each.quiz === quiz)!.first!;
}
const give = (who: Person, task: string, buoc: number, clear: number, more: object = {}) =>
	who.call<GradingTask>('POST', `/api/grading/${task}/marks`, {
		points: { buoc, 'de-hieu': clear },
		seen: 0,
		...more,
	});
const at = (task: string) => `${server.origin}/teach/grading/${task}`;
const criterion = (page: Page, name: string) => page.getByRole('group', { name });

test('an essay is written, saved as it is typed, handed in, and waits for a person', async ({
	page,
	context,
}) => {
	const person = await Person.account(server.origin, 'vi');
	await person.enter(context);
	const { id } = await person.start(course, 'ke-lai');
	await page.goto(`${server.origin}/attempts/${id}?q=1`, { waitUntil: 'networkidle' });
	await main(page).getByRole('textbox').fill('Mở Cài đặt, chọn Mật khẩu, gõ mật khẩu mới.');
	await expect(page.locator('[data-autosave-status]')).toHaveAttribute('data-state', 'saved');
	for (const width of [360, 1280]) {
		await page.setViewportSize({ width, height: 740 });
		const problems = [axeProblems, headingProblems, targetProblems, overflowProblems];
		for (const look of problems) expect(await look(page), `${look.name} ${width}`).toEqual([]);
	}
	await press(page, t.quiz.toReview);
	await press(page, t.quiz.submit);
	await expect(page.getByRole('heading', { level: 1, name: t.quiz.waitsTitle })).toBeVisible();
	await expect(page.getByText(t.quiz.waitsText({ n: 1 }))).toBeVisible();
	await page.goto(`${server.origin}/learn`);
	await expect(page.getByText(t.quiz.waits({ n: 1 })).first()).toBeVisible();
});

test('answers are graded one after another by keyboard alone', async ({ page, context }) => {
	const texts = ['Mở Cài đặt, gõ mật khẩu mới.', 'Nhờ con gái làm giúp.', 'Vào Mật khẩu rồi gõ hai lần.'];
	const handed = [];
	for (const text of texts) handed.push(await handIn('ban-phim', text));
	await teacher!.enter(context);
	await page.goto(`${server.origin}/teach`);
	await page.getByRole('link', { name: t.grading.title }).press('Enter');
	const waiting = page.getByRole('article').filter({ hasText: 'Kể lại ban-phim' });
	await expect(waiting).toContainText(t.grading.waiting({ n: 3 }));
	await waiting.getByRole('link').press('Enter');

	const title = page.getByRole('heading', { level: 1 });
	await expect(title).toHaveText(t.grading.place({ n: 1, of: 3 }));
	await expect(page.getByText(texts[0]!)).toBeVisible();
	await expect(page.locator('[data-marking-keys]')).toBeVisible();
	await page.keyboard.press('1');
	await page.keyboard.press(',');
	await page.keyboard.press('1');
	await expect(page.getByRole('button', { name: t.grading.save })).toBeFocused();
	await expect(criterion(page, 'Nêu đúng ba bước').getByLabel('1,5')).toBeChecked();
	await page.keyboard.press('c');
	await page.keyboard.type('Còn thiếu bước hai.');
	await page.keyboard.press('Control+Enter');

	await expect(page.getByRole('alert')).toContainText(t.grading.savedGraded);
	await expect(title).toHaveText(t.grading.place({ n: 2, of: 3 }));
	await page.keyboard.press('n');
	await expect(title).toHaveText(t.grading.place({ n: 3, of: 3 }));
	await page.keyboard.press('p');
	await expect(title).toHaveText(t.grading.place({ n: 2, of: 3 }));
	// Points that there are none of change nothing.
	await page.keyboard.press('7');
	await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
	await page.keyboard.press('0');
	await page.keyboard.press('0');
	await page.keyboard.press('Enter');
	await expect(title).toHaveText(t.grading.place({ n: 3, of: 3 }));
	// Left by mistake, and opened again: what was typed is there.
	await page.keyboard.press('2');
	await page.keyboard.press('c');
	await page.keyboard.type('Đủ rồi.');
	await page.keyboard.press('Escape');
	await page.reload();
	await expect(page.getByText(t.grading.restored)).toBeVisible();
	await expect(page.getByLabel(t.grading.wholeComment)).toHaveValue('Đủ rồi.');
	await page.keyboard.press('1');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText(t.grading.savedEnd);
	await expect(waiting).toHaveCount(0);

	// Turned off, keys do nothing.
	await handIn('tat-phim', 'Mở Cài đặt rồi gõ.');
	await page.goto(at(await firstOf('tat-phim')));
	await page.getByLabel(t.grading.keysOn).uncheck();
	await page.keyboard.press('1');
	await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);

	const { learner, attempt } = handed[0]!;
	await learner.enter(context);
	await page.goto(`${server.origin}/learn`);
	const told = page.getByRole('region', { name: t.quiz.byPeopleTitle });
	await expect(told).toContainText(t.quiz.byPeopleGraded);
	await told.getByRole('link').click();
	await expect(page).toHaveURL(`${server.origin}/attempts/${attempt}/result`);
	await expect(page.getByText('Nêu đúng ba bước')).toContainText(
		t.question.points({ score: '1,5', max: '2' }),
	);
	await expect(page.getByText('Còn thiếu bước hai.')).toBeVisible();
});

test('who was given points while somebody else gave theirs is told, and nothing is lost', async ({
	page,
	context,
}) => {
	await handIn('chung-bai', 'Mở Cài đặt rồi gõ.');
	const task = await firstOf('chung-bai');
	await other!.call('POST', `/api/grading/${task}/claim`, {});
	await teacher!.enter(context);
	await page.goto(at(task));
	await expect(page.getByText(t.grading.claimedTitle)).toBeVisible();
	await criterion(page, 'Nêu đúng ba bước').getByLabel('2', { exact: true }).check();
	await criterion(page, 'Viết dễ hiểu').getByLabel('1', { exact: true }).check();
	await page.getByLabel(t.grading.wholeComment).fill('Rất rõ.');
	await give(other!, task, 0, 0, { comment: 'Chưa đủ.' });
	await press(page, t.grading.save);
	await expect(page.getByRole('alert')).toContainText(t.grading.besideTitle);
	await expect(page.getByLabel(t.grading.wholeComment)).toHaveValue('Rất rõ.');
	await expect(page.getByRole('table')).toContainText('Chưa đủ.');
	await press(page, t.grading.saveLast);
	await expect(page.getByRole('alert')).toContainText(t.grading.savedGraded);
	await expect(page.getByRole('columnheader', { name: t.grading.me }).last()).toContainText(t.grading.stands);
});

test('who may grade no more is told so, and finds what they wrote', async ({ page, context }) => {
	const leaving = await makeTeacher();
	await handIn('mat-quyen', 'Mở Cài đặt rồi gõ.');
	await leaving.enter(context);
	await page.goto(at(await firstOf('mat-quyen', leaving)));
	await page.getByLabel(t.grading.wholeComment).fill('Viết thêm một câu nữa.');
	expect((await cungHoc(server.dataDir, 'revoke', leaving.username, 'instructor', course)).code).toBe(0);
	await press(page, t.grading.save);
	await expect(page.getByRole('alert')).toBeVisible();
	await expect(page.getByText('Viết thêm một câu nữa.')).toBeVisible();
	const refused = await page.goto(`${server.origin}/teach/grading`);
	expect(refused?.status()).toBe(403);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('an answer is graded; what is wrong is said at its place, and stays', async ({ page, context }) => {
		const { learner, attempt } = await handIn('khong-script', 'Mở Cài đặt, gõ mật khẩu mới.');
		await teacher!.enter(context);
		await page.goto(at(await firstOf('khong-script')));
		await expect(page.locator('[data-marking-keys]')).toBeHidden();
		await criterion(page, 'Nêu đúng ba bước').getByLabel('2', { exact: true }).check();
		await criterion(page, 'Nêu đúng ba bước').getByText(t.grading.remark).click();
		await page.getByLabel(t.grading.remarkFor({ title: 'Nêu đúng ba bước' })).fill('Đủ cả ba.');
		await page.getByLabel(t.grading.wholeComment).fill('Tốt lắm.');
		await press(page, t.grading.save);
		const alert = page.getByRole('alert');
		await expect(alert.getByRole('link')).toHaveText([
			t.common.fieldProblem({ label: 'Viết dễ hiểu', message: t.api.pointsTo({ most: 1 }) }),
		]);
		await expect(page.getByLabel(t.grading.wholeComment)).toHaveValue('Tốt lắm.');
		await expect(criterion(page, 'Nêu đúng ba bước').getByLabel('2', { exact: true })).toBeChecked();
		await criterion(page, 'Viết dễ hiểu').getByLabel('0,5').check();
		await press(page, t.grading.save);
		await expect(alert).toContainText(t.grading.savedGraded);

		await page.getByRole('link', { name: t.grading.savedSee }).click();
		await expect(page.getByText(t.grading.of({ name: learner.me!.displayName! }))).toBeVisible();
		await page.getByText(t.grading.again).last().click();
		await criterion(page, 'Viết dễ hiểu').getByLabel('1', { exact: true }).check();
		await press(page, t.grading.saveLast);
		await expect(page.getByRole('table')).toContainText(t.grading.beside);

		await learner.enter(context);
		await page.goto(`${server.origin}/attempts/${attempt}/result`);
		await expect(page.getByText('Đủ cả ba.')).toBeVisible();
		await expect(page.getByText('Tốt lắm.')).toBeVisible();
	});

	test('two graders do not see each other; where they differ, one decides', async ({ page, context }) => {
		const { learner, attempt } = await handIn('hai-nguoi', 'Mở Cài đặt, gõ mật khẩu mới.');
		const task = await firstOf('hai-nguoi');
		await give(other!, task, 2, 1, { comment: 'Đủ ý.' });
		await teacher!.enter(context);
		await page.goto(at(task));
		await expect(page.getByText(t.grading.secondTitle)).toBeVisible();
		await expect(page.getByText('Đủ ý.')).toHaveCount(0);
		await criterion(page, 'Nêu đúng ba bước').getByLabel('0', { exact: true }).check();
		await criterion(page, 'Viết dễ hiểu').getByLabel('0', { exact: true }).check();
		await press(page, t.grading.save);
		await expect(page.getByRole('alert')).toContainText(t.grading.savedDiffers);
		const settle = page.getByRole('region', { name: t.grading.differingTitle });
		await settle.getByRole('link').click();
		await expect(page.getByRole('table')).toContainText('Đủ ý.');
		const theirs = new RegExp(`^${t.grading.take}.*${other!.me!.displayName!}`);
		await page.getByRole('link', { name: theirs }).click();
		await expect(page.getByLabel(t.grading.wholeComment)).toHaveValue('Đủ ý.');
		await criterion(page, 'Nêu đúng ba bước').getByLabel('1,5').check();
		await press(page, t.grading.save);
		await expect(page.getByRole('alert')).toContainText(t.grading.savedGraded);
		await learner.enter(context);
		await page.goto(`${server.origin}/attempts/${attempt}/result`);
		await expect(page.getByText('Nêu đúng ba bước')).toContainText(
			t.question.points({ score: '1,5', max: '2' }),
		);
	});
});

const looks = pairwise({
	locale: locales,
	theme: ['light', 'dark'],
	textSize: textSizes,
	width: [360, 1280],
} as const);

test('every page of graders can be read and used by everybody', async ({ page, context }) => {
	test.setTimeout(180_000);
	const tasks: Record<string, string> = {};
	for (const state of ['graded', 'beside', 'differs', 'marked', 'waits']) {
		await handIn('xem-thu', `Mở Cài đặt. Bài ${state}.`);
		const { waiting } = await teacher!.call<GradingQueue>('GET', '/api/grading');
		tasks[state] = waiting.at(-1)!.id;
	}
	await give(teacher!, tasks.graded!, 2, 0.5, { comment: 'Một lời dài hơn một chút cho người học.' });
	await give(other!, tasks.graded!, 2, 1, { remarks: { buoc: 'Đủ.' } });
	for (const who of [teacher!, other!]) await give(who, tasks.differs!, who === other ? 0 : 2, 1);
	await give(other!, tasks.beside!, 2, 1);
	await give(await makeTeacher(), tasks.beside!, 2, 1);
	await give(teacher!, tasks.beside!, 1, 1);
	await give(teacher!, tasks.marked!, 1, 1);
	await teacher!.enter(context);
	const blocked = await watchBlocked(page);
	const paths = ['/teach/grading', ...Object.values(tasks).map((id) => `/teach/grading/${id}`)];
	for (const { locale, theme, textSize, width } of looks) {
		await chooseLocale(context, locale, server.origin);
		await context.addCookies([
			{ name: 'theme', value: theme, url: server.origin },
			{ name: 'textSize', value: textSize, url: server.origin },
		]);
		for (const each of paths) {
			await page.setViewportSize({ width, height: 740 });
			await page.goto(server.origin + localise(locale, each), { waitUntil: 'networkidle' });
			const of = `${each} ${JSON.stringify({ locale, theme, textSize, width })}`;
			const problems = [axeProblems, headingProblems, targetProblems, overflowProblems, unstyledParts];
			for (const look of problems) expect.soft(await look(page), `${look.name} ${of}`).toEqual([]);
			if (width === 360) await page.setViewportSize({ width: 320, height: 740 });
			expect.soft(await overflowProblems(page), `320 ${of}`).toEqual([]);
		}
	}
	for (const each of paths) {
		await page.goto(server.origin + each, { waitUntil: 'networkidle' });
		expect.soft(await keyboardProblems(page), `Keyboard ${each}`).toEqual([]);
	}
	expect(blocked).toEqual([]);
});
