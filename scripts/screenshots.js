/** `npm run screenshots`: the pictures of the README, from a server of its own with the demo's made-up people. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { browserFlags, findBrowser } from './browser.js';
import { freePort } from './free-port.js';
import { build, fail, install, requireNode, root } from './prepare.js';

const phone = { width: 360, height: 740 };
const wide = { width: 1280, height: 800 };
const phoneCourse = '/courses/dien-thoai-buoc-dau';

/** @type {{ name: string, address: string, viewport?: typeof phone, as?: string, cookies?: Record<string, string>, prepare?: (page: import('playwright').Page) => Promise<void> }[]} */
const shots = [
	{ name: 'home', address: '/' },
	{ name: 'lesson', address: `${phoneCourse}/lessons/nguoi-la-goi` },
	{ name: 'lesson-km', address: `/km${phoneCourse}/lessons/nguoi-la-goi`, cookies: { theme: 'dark' } },
	{ name: 'lesson-large', address: `${phoneCourse}/lessons/chu-to`, cookies: { textSize: 'large' } },
	{ name: 'question', address: `${phoneCourse}/quizzes/cuoi-khoa`, as: 'can-bo', prepare: startQuiz },
	{ name: 'learn', address: '/learn', as: 'ba-sau' },
	{ name: 'certificate', address: '/certificates', as: 'ba-sau', viewport: wide, prepare: openCertificate },
	{ name: 'course-wide', address: '/courses/ai-cong-vu', viewport: wide },
];

requireNode();
install();
build();
const browserPath = (await findBrowser()) ?? fail('No Chromium found.');
const dataDir = mkdtempSync(path.join(tmpdir(), 'cung-hoc-screenshots-'));
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const server = spawn(process.execPath, ['scripts/demo.js'], {
	cwd: root,
	env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '' },
	stdio: ['ignore', 'pipe', 'inherit'],
});
try {
	await until(server.stdout, 'quan-tri');
	await shoot();
} finally {
	server.kill('SIGTERM');
	await new Promise((resolve) => server.on('exit', resolve));
	rmSync(dataDir, { recursive: true, force: true });
}

async function shoot() {
	const { chromium } = await import('playwright');
	const browser = await chromium.launch({ executablePath: browserPath, args: browserFlags });
	for (const { name, address, viewport = phone, as, cookies = {}, prepare } of shots) {
		const context = await browser.newContext({ viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
		await context.addCookies(
			Object.entries(cookies).map(([key, value]) => ({ name: key, value, url: origin })),
		);
		if (as)
			await context.request.post(`${origin}/api/session`, {
				data: { username: as, password: 'cung-hoc-demo' },
				headers: { origin },
			});
		const page = await context.newPage();
		await page.goto(origin + address);
		await prepare?.(page);
		await page.screenshot({ path: path.join(root, `docs/screenshots/${name}.png`) });
		await context.close();
	}
	await browser.close();
}

/** @param {import('playwright').Page} page */
async function startQuiz(page) {
	await page.locator('main form button').first().click();
	await page.waitForURL(/\/attempts\//);
}

/** @param {import('playwright').Page} page */
async function openCertificate(page) {
	await page.locator('main a[href*="/certificates/"]').first().click();
	await page.waitForURL(/\/certificates\/./);
}

/** @param {import('node:stream').Readable} stream @param {string} text */
function until(stream, text) {
	return new Promise((resolve) => {
		stream.on('data', (chunk) => {
			if (String(chunk).includes(text)) resolve(undefined);
		});
	});
}
