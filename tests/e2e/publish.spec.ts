import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import { expect, test } from './fixtures.ts';
import { cungHoc, startServer, type OwnServer } from './server.ts';
import { toElder } from './words.ts';

const lesson = 'thu-nghiem/vi/01-mat-khau.md';
let server: OwnServer;
let folder: string;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-e2e-courses-'));
	cpSync('tests/fixtures/courses', folder, { recursive: true });
	server = await startServer({ COURSES_DIR: folder });
});
test.afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

const read = () => readFileSync(path.join(folder, lesson), 'utf8');
const write = (text: string) => writeFileSync(path.join(folder, lesson), text);
const publish = () => cungHoc(server.dataDir, 'publish', folder, '--note', 'Sửa một câu');

async function open(page: Page): Promise<void> {
	await page.goto(`${server.origin}/courses/thu-nghiem/lessons/mat-khau`);
}

test('a changed file is on the page within two seconds of publishing, without a restart', async ({
	page,
}) => {
	const sentence = 'Câu này vừa được viết thêm, trong lúc máy chủ đang chạy.';
	await open(page);
	await expect(page.getByText(sentence)).toHaveCount(0);
	write(`${read()}\n${sentence}\n`);
	const { code, output } = await publish();
	expect(code, output).toBe(0);
	expect(output).toContain('thu-nghiem');
	await expect(async () => {
		await open(page);
		await expect(page.getByText(sentence)).toBeVisible({ timeout: 100 });
	}).toPass({ timeout: 2000 });
});

test('a file with an error keeps the last good version, and says where the error is', async ({ page }) => {
	const good = read();
	const marked = 'Câu này đứng trong một tệp có lỗi.';
	write(`${good}\n${marked}\n\n<Check question="khong-co-cau-nay" />\n`);
	const { code, output } = await publish();
	expect(code, output).toBe(1);
	const line =
		read()
			.split('\n')
			.findIndex((each) => each.startsWith('<Check question="khong-co')) + 1;
	expect(output).toContain(`${lesson}:${line}`);
	await open(page);
	await expect(page.getByText('Câu này vừa được viết thêm')).toBeVisible();
	await expect(page.getByText(marked)).toHaveCount(0);

	write(`${good}\n${marked}\n`);
	const mended = await publish();
	expect(mended.code, mended.output).toBe(0);
	await expect(async () => {
		await open(page);
		await expect(page.getByText(marked)).toBeVisible({ timeout: 100 });
	}).toPass({ timeout: 2000 });
});

test('a film says what it weighs, and nothing of it is fetched before it is pressed', async ({ page }) => {
	const bytes = Buffer.alloc(300 * 1024);
	bytes.write('ftypisom', 4, 'latin1');
	const media = path.join(folder, 'thu-nghiem/media');
	mkdirSync(media, { recursive: true });
	writeFileSync(path.join(media, 'phim.mp4'), bytes);
	writeFileSync(path.join(media, 'phim.vtt'), 'WEBVTT\n\n00:00.000 --> 00:02.000\nXin chào.\n');
	const film = '<Video src="media/phim.mp4" captions="media/phim.vtt" title="Đặt mật khẩu">Xin chào.</Video>';
	write(`${read()}\n${film}\n`);
	const { code, output } = await publish();
	expect(code, output).toBe(0);
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await expect(async () => {
		await open(page);
		await expect(page.getByText(toElder.lesson.video({ size: '300 KB' }))).toBeVisible({
			timeout: 100,
		});
	}).toPass({ timeout: 2000 });
	await expect(page.locator('video')).toHaveAttribute('preload', 'none');
	expect(asked.filter((url) => url.includes('.mp4'))).toEqual([]);
	await page.getByText(messagesFor('vi').lesson.transcript).click();
	await expect(page.getByText('Xin chào.', { exact: true })).toBeVisible();
});

test('a lesson that was open stays on its version until the learner goes on', async ({ page }) => {
	await open(page);
	const version = /version=([0-9a-f]{16})/.exec(await page.content())?.[1] ?? '';
	const marked = 'Câu của phiên bản mới nhất.';
	write(`${read()}\n${marked}\n`);
	expect((await publish()).code).toBe(0);
	await expect(async () => {
		await open(page);
		await expect(page.getByText(marked)).toBeVisible({ timeout: 100 });
	}).toPass({ timeout: 2000 });
	await page.goto(`${server.origin}/courses/thu-nghiem/lessons/mat-khau?version=${version}`);
	await expect(page.getByText(marked)).toHaveCount(0);
	await expect(page.locator('[data-read]')).toBeVisible();
});
