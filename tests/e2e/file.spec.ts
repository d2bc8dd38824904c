/** Questions that ask for a file: no course of ours asks them yet, so they are looked at on a server of their own. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { localise } from '#lib/locale.ts';
import { messagesFor } from '#messages/index.ts';
import type { Attempt } from '#schemas/attempt.ts';
import type { GradingQueue } from '#schemas/grading.ts';
import { locales, textSizes } from '#schemas/names.ts';
import { axeProblems, headingProblems, overflowProblems, targetProblems } from './checks.ts';
import { expect, test } from './fixtures.ts';
import { main, press } from './learner.ts';
import { chooseLocale } from './pages.ts';
import { pairwise } from './pairs.ts';
import { Person } from './people.ts';
import { cungHoc, startServer, type OwnServer } from './server.ts';

const t = messagesFor('vi', 'bác');
const course = 'thu-nghiem';
const quiz = `---
id: chup-anh
title: Gửi ảnh chụp
kind: quiz
---

## Bác chụp màn hình đang để chữ to. {#man-hinh .file mb=3}

- [2] Thấy rõ chữ đã to {#chu}
- [1] Không lộ số điện thoại của ai {#kin}

## Bác gửi tờ đơn đã điền. {#don .file accept=photo,pdf points=2}

## Thủ đô của Việt Nam là gì? {#ten-thu-do}

= Hà Nội
`;
const photo = 'tests/fixtures/photos/gps-va-xoay.jpg';
const pdf = { name: 'don.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
const html = { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<!doctype html><p>') };

test.describe.configure({ mode: 'default' });
let server: OwnServer;
let folder: string;
let teacher: Person;
test.beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-e2e-file-'));
	cpSync('tests/fixtures/courses', folder, { recursive: true });
	writeFileSync(path.join(folder, `${course}/vi/85-chup-anh.quiz.md`), quiz);
	server = await startServer({ COURSES_DIR: folder, TRUST_PROXY: 'loopback' });
	teacher = await Person.account(server.origin, 'vi');
	const { code, output } = await cungHoc(server.dataDir, 'grant', teacher.username, 'instructor', course);
	expect(code, output).toBe(0);
});
test.afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

async function begin(context: Parameters<Person['enter']>[0]) {
	const person = await Person.account(server.origin, 'vi');
	await person.enter(context);
	const { id, questions } = await person.start(course, 'chup-anh');
	const screen = (question: string) =>
		`${server.origin}/attempts/${id}?q=${questions.findIndex((each) => each.id === question) + 1}`;
	const saved = async () => (await person.call<Attempt>('GET', `/api/attempts/${id}`)).answers;
	return { person, id, screen, saved };
}
const field = (page: Page) => main(page).locator('input[type="file"]');
const sent = (page: Page) => main(page).getByRole('img', { name: t.file.yourPhoto });
/** The picture is there, not only its frame. */
const isShown = (page: Page, name: string) =>
	expect
		.poll(() =>
			main(page)
				.getByRole('img', { name })
				.evaluate((img: HTMLImageElement) => img.naturalWidth),
		)
		.toBeGreaterThan(0);

for (const javaScriptEnabled of [false, true])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a photo is sent, seen, replaced, taken back, handed in, and graded', async ({ page, context }) => {
			const { person, id, screen, saved } = await begin(context);
			await page.goto(screen('man-hinh'), { waitUntil: 'networkidle' });
			await field(page).setInputFiles(photo);
			await press(page, t.file.send);
			await expect(sent(page)).toBeVisible();
			await isShown(page, t.file.yourPhoto);
			const first = (await saved())['man-hinh']!;
			expect(first.file).toMatchObject({ type: 'image/jpeg', width: 600, height: 800 });

			// Going on without another one leaves it as it is.
			await press(page, t.quiz.toReview);
			await page.waitForURL(/q=review/);
			expect((await saved())['man-hinh']).toEqual(first);
			await page.goto(screen('man-hinh'), { waitUntil: 'networkidle' });
			await main(page).getByLabel(t.file.remove).check();
			await press(page, t.file.send);
			await expect(sent(page)).toHaveCount(0);
			expect((await saved())['man-hinh']!.answer).toBeNull();
			await field(page).setInputFiles(photo);
			await press(page, t.quiz.toReview);
			await expect(main(page).getByText(t.question.fileGiven)).toBeVisible();

			await page.goto(screen('don'), { waitUntil: 'networkidle' });
			await field(page).setInputFiles(pdf);
			await press(page, t.file.send);
			await expect(main(page).getByRole('link', { name: /PDF/ })).toBeVisible();
			await page.goto(`${server.origin}/attempts/${id}?q=review`, { waitUntil: 'networkidle' });
			await main(page).getByRole('checkbox').check();
			await press(page, t.quiz.submit);
			await expect(page.getByRole('heading', { level: 1, name: t.quiz.waitsTitle })).toBeVisible();

			await teacher.enter(context);
			const { waiting } = await teacher.call<GradingQueue>('GET', '/api/grading');
			const task = waiting.findLast(({ question }) => question.startsWith('Bác chụp'))!;
			await page.goto(`${server.origin}/teach/grading/${task.id}`, { waitUntil: 'networkidle' });
			await isShown(page, messagesFor('vi').file.theirPhoto);
			const points = { points: { chu: 2, kin: 0.5 }, seen: 0, comment: 'Ảnh rõ.' };
			await teacher.call('POST', `/api/grading/${task.id}/marks`, points);
			await person.enter(context);
			await page.goto(`${server.origin}/attempts/${id}/result`, { waitUntil: 'networkidle' });
			await isShown(page, t.file.yourPhoto);
			await expect(page.getByText('Ảnh rõ.')).toBeVisible();
		});

		test('what is no photo is refused in words, and other answers stay', async ({ page, context, watch }) => {
			watch.expected.push(/^415 .*\/files\//, /status of 415/);
			const { screen, saved } = await begin(context);
			await page.goto(screen('ten-thu-do'), { waitUntil: 'networkidle' });
			await main(page).getByRole('textbox').fill('Hà Nội');
			await press(page, t.quiz.toReview);
			await page.waitForURL(/q=review/);
			await page.goto(screen('man-hinh'), { waitUntil: 'networkidle' });
			await field(page).setInputFiles(html);
			await press(page, t.file.send);
			await expect(main(page).getByText(t.api.files.is.HTML)).toBeVisible();
			await expect(main(page).getByText(t.file.notSent)).toBeVisible();
			expect(await saved()).toMatchObject({ 'ten-thu-do': { answer: 'Hà Nội' } });
			expect((await saved())['man-hinh']).toBeUndefined();
		});
	});

test('what is too heavy is told so', async ({ page, context, watch }) => {
	watch.expected.push(/^413 .*\/files\//, /status of 413/);
	const { screen } = await begin(context);
	await page.goto(screen('man-hinh'), { waitUntil: 'networkidle' });
	const heavy = {
		name: 'anh.jpg',
		mimeType: 'image/jpeg',
		buffer: Buffer.concat([readFileSync(photo), Buffer.alloc(4_000_000)]),
	};
	await field(page).setInputFiles({ ...heavy, mimeType: 'application/octet-stream' });
	await press(page, t.file.send);
	await expect(main(page).getByText(t.api.failures['file-too-large'].detail({ mb: 3 }))).toBeVisible();
});

test('a large photo is made smaller on the device before it is sent', async ({ page, context }) => {
	const { screen, saved } = await begin(context);
	await page.goto(screen('man-hinh'), { waitUntil: 'networkidle' });
	const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const;
	const bytes = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#888', noise } })
		.jpeg({ quality: 80 })
		.toBuffer();
	expect(bytes.length).toBeGreaterThan(400_000);
	const request = page.waitForRequest((one) => one.url().includes('/files/'));
	await field(page).setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: bytes });
	await press(page, t.file.send);
	await expect(sent(page)).toBeVisible();
	const { 'content-length': length } = await (await request).allHeaders();
	expect(Number(length)).toBeGreaterThan(0);
	expect(Number(length)).toBeLessThan(bytes.length);
	expect((await saved())['man-hinh']!.file).toMatchObject({ width: 2000, height: 1333 });
});

test('where the network is cut the file stays on the page, which says so, and is sent once', async ({
	page,
	context,
	watch,
}) => {
	watch.expected.push(/ERR_(FAILED|INTERNET_DISCONNECTED)/);
	const { screen, saved } = await begin(context);
	await page.goto(screen('man-hinh'), { waitUntil: 'networkidle' });
	await field(page).setInputFiles(photo);
	const tried: string[] = [];
	await page.route('**/files/**', (route) => {
		tried.push(new URL(route.request().url()).pathname);
		return route.abort();
	});
	await press(page, t.file.send);
	const status = main(page).locator('[data-autosave-status]');
	await expect(status).toContainText(t.file.waits);
	expect(tried).toHaveLength(1);
	await context.setOffline(true);
	await press(page, t.file.send);
	await expect(status).toContainText(t.file.waits);
	await context.setOffline(false);
	await page.unroute('**/files/**');
	expect(await saved()).toEqual({});
	await press(page, t.file.send);
	await expect(sent(page)).toBeVisible();
	// Under the id of the first try: had that arrived and its reply been lost, it would be the same file.
	const upload = tried[0]!.split('/').at(-1);
	expect((await saved())['man-hinh']!.answer).toEqual({ upload });
});

const looks = pairwise({
	locale: locales,
	theme: ['light', 'dark'],
	textSize: textSizes,
	width: [360, 1280],
} as const);

test('the screens of a file can be read and used by everybody', async ({ page, context }) => {
	test.setTimeout(180_000);
	const { id, screen } = await begin(context);
	await page.goto(screen('man-hinh'), { waitUntil: 'networkidle' });
	await field(page).setInputFiles(photo);
	await press(page, t.file.send);
	await expect(sent(page)).toBeVisible();
	for (const { locale, theme, textSize, width } of looks) {
		await chooseLocale(context, locale, server.origin);
		await context.addCookies([
			{ name: 'theme', value: theme, url: server.origin },
			{ name: 'textSize', value: textSize, url: server.origin },
		]);
		await page.setViewportSize({ width, height: 740 });
		for (const question of ['man-hinh', 'don']) {
			const { pathname, search } = new URL(screen(question));
			await page.goto(server.origin + localise(locale, pathname) + search, { waitUntil: 'networkidle' });
			const of = `${question} ${JSON.stringify({ locale, theme, textSize, width })}`;
			for (const look of [axeProblems, headingProblems, targetProblems, overflowProblems])
				expect(await look(page), `${look.name} ${of}`).toEqual([]);
		}
	}
	expect(id).not.toBe('');
});
