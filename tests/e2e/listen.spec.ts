/** Listening to a lesson: a recording or the device's voice, steered by the keyboard, and nothing fetched before it is asked for. */
import type { Page } from '@playwright/test';
import { phone } from './answers.ts';
import { badNetwork } from './bad-network.ts';
import { axeProblems } from './checks.ts';
import { expect, test } from './fixtures.ts';
import { inCourse, toElder } from './words.ts';

const t = toElder.lesson;
const recorded = `/courses/${phone}/lessons/gui-anh`;
const unrecorded = `/courses/${phone}/lessons/goi-va-nghe`;

const begin = (page: Page) => page.getByRole('button', { name: /^Nghe bài này \(\d+ KB, \d+\sphút\)$/ });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const marked = (page: Page) => page.locator('.being-read');
const sound = (page: Page) =>
	page.locator('audio').evaluate((audio: HTMLAudioElement) => ({
		at: audio.currentTime,
		isPaused: audio.paused,
		rate: audio.playbackRate,
	}));

test('a recording is steered by the keyboard, and the paragraph that is read is marked', async ({ page }) => {
	const heard: string[] = [];
	page.on('request', (request) => {
		if (/\.(mp3|vtt)$|listen\./.test(request.url())) heard.push(request.url());
	});
	await page.goto(recorded, { waitUntil: 'networkidle' });
	await expect(page.getByText(t.listen.machine)).toBeVisible();
	await expect(page.locator('audio')).toBeHidden();
	expect(heard, 'before anything is pressed').toEqual([]);

	await begin(page).focus();
	await page.keyboard.press('Enter');
	await expect(button(page, t.listen.pause)).toBeFocused();
	await expect(page.getByRole('status').filter({ hasText: t.reading })).toBeVisible();
	await expect.poll(async () => (await sound(page)).at).toBeGreaterThan(0);
	await expect(marked(page)).toBeVisible();

	await page.keyboard.press('Enter');
	await expect(button(page, t.listen.resume)).toBeFocused();
	expect((await sound(page)).isPaused).toBe(true);
	await expect(page.getByText(t.listen.paused)).toBeVisible();
	expect(await axeProblems(page)).toEqual([]);

	// On from paragraph to paragraph, and back, from wherever it had come to.
	const cue = async () => Number(await marked(page).getAttribute('data-cue'));
	await button(page, t.listen.next).focus();
	await page.keyboard.press('Enter');
	await expect.poll(cue).toBeGreaterThan(0);
	const here = await cue();
	for (const n of [1, 2, 3]) {
		await page.keyboard.press('Enter');
		await expect.poll(cue).toBe(here + n);
	}
	await expect(marked(page)).toBeInViewport();
	await button(page, t.listen.back).press('Enter');
	await expect.poll(cue).toBe(here + 2);

	await page.getByLabel(t.listen.rate).selectOption(t.listen.fastest);
	expect((await sound(page)).rate).toBe(1.5);
	await button(page, t.listen.end).press('Enter');
	await expect(button(page, t.listen.next)).toBeHidden();
	await expect(begin(page)).toBeFocused();
	await expect(marked(page)).toHaveCount(0);

	// The speed is remembered on this device.
	await page.reload();
	await begin(page).click();
	await expect.poll(async () => (await sound(page)).rate).toBe(1.5);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });
	test('the browser’s own player is there, with its weight', async ({ page }) => {
		await page.goto(recorded);
		await expect(page.locator('audio')).toBeVisible();
		await expect(page.locator('audio')).toHaveAttribute('preload', 'none');
		const plain = page.locator('[data-listen-plain]');
		await expect(plain).toBeVisible();
		await expect(plain).toHaveText(/^Nghe bài này \(\d+ KB, \d+\sphút\)$/);
		await expect(button(page, t.readAloud)).toBeHidden();
	});
});

test('without a recording the device’s voice reads, by the one that the reader chose', async ({ page }) => {
	await page.addInitScript(() => {
		const voice = (name: string, lang: string) => ({ name, lang, voiceURI: name, localService: true });
		const spoken: { by: string; rate: number; text: string }[] = [];
		let now: SpeechSynthesisUtterance | null = null;
		Object.assign(window, { spoken });
		Object.defineProperty(window, 'SpeechSynthesisUtterance', {
			value: class {
				constructor(readonly text: string) {}
			},
		});
		Object.defineProperty(window, 'speechSynthesis', {
			value: Object.assign(new EventTarget(), {
				getVoices: () => [voice('Hà', 'vi-VN'), voice('Nam', 'vi_VN'), voice('Ann', 'en-GB')],
				cancel: () => (now = null),
				// It speaks until it is told otherwise: what is read stays for the test to see.
				speak: (utterance: SpeechSynthesisUtterance) => {
					now = utterance;
					spoken.push({ by: utterance.voice?.name ?? '', rate: utterance.rate, text: utterance.text });
					setTimeout(() => now === utterance && utterance.onstart?.(new Event('start') as never));
				},
			}),
		});
	});
	const last = () =>
		page.evaluate(() =>
			(window as unknown as { spoken: { by: string; rate: number; text: string }[] }).spoken.at(-1),
		);
	await page.goto(unrecorded);
	await button(page, t.readAloud).press('Enter');
	await expect(button(page, t.listen.pause)).toBeFocused();
	await expect.poll(last).toEqual({ by: 'Hà', rate: 0.9, text: 'Gọi và nghe điện thoại' });
	await expect(marked(page)).toHaveText('Gọi và nghe điện thoại');
	await button(page, t.listen.next).press('Enter');
	await expect(marked(page)).not.toHaveText('Gọi và nghe điện thoại');
	await page.getByLabel(t.listen.voice).selectOption('Nam');
	await page.getByLabel(t.listen.rate).selectOption(t.listen.slow);
	await expect.poll(last).toMatchObject({ by: 'Nam', rate: 0.9 * 0.75 });
	await page.reload();
	await button(page, t.readAloud).click();
	await expect.poll(last).toMatchObject({ by: 'Nam' });

	// No voice for Khmer: it is said, and no button does nothing.
	await page.goto(`/km${unrecorded}`);
	const km = inCourse({ course: phone, locale: 'km' }).lesson;
	await expect(page.getByText(km.noVoice)).toBeVisible();
	await expect(button(page, km.readAloud)).toBeHidden();
});

test.describe('without a network', () => {
	test.use({ serviceWorkers: 'allow' });
	test('a course that was fetched with its recordings plays them; one without says so', async ({
		page,
		origin,
		watch,
	}) => {
		watch.expected.push(/^503 /, /ERR_|Failed to fetch|NetworkError/);
		const network = await badNetwork(Number(new URL(origin).port));
		const { offline } = toElder;
		const box = page.locator('[data-keep-course]');
		await page.goto(`${network.origin}/courses/${phone}`);
		await box.getByRole('button', { name: /^Tải cả khóa về máy/ }).click();
		await expect(box.getByText(offline.whole)).toBeVisible();
		network.become('cut');
		await page.goto(network.origin + recorded);
		await begin(page).click();
		await expect(page.getByText(t.listen.failed)).toBeVisible();

		network.become('fair');
		await page.goto(`${network.origin}/courses/${phone}`);
		await box.getByRole('button', { name: /^Tải thêm giọng đọc \(\d+ KB\)$/ }).click();
		// Before anything came it was whole, too, but for the sound.
		await expect(async () => {
			expect(await box.getByRole('button', { name: /giọng đọc/ }).count()).toBe(0);
			expect(await box.getByText(offline.whole).isVisible()).toBe(true);
		}).toPass({ timeout: 15_000 });
		network.become('cut');
		await page.goto(network.origin + recorded);
		await begin(page).click();
		await expect.poll(async () => (await sound(page)).at).toBeGreaterThan(0);
		await expect(marked(page)).toBeVisible();
		await button(page, t.listen.next).click();
		await expect.poll(() => marked(page).getAttribute('data-cue')).toMatch(/^\d+$/);
		await network.close();
	});
});
