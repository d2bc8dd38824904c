/** The device without a network: what was opened opens, what was fetched is whole, and nobody finds another's pages. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import { badNetwork, type BadNetwork } from './bad-network.ts';
import { expect, test } from './fixtures.ts';
import { main, press } from './learner.ts';
import { Person } from './people.ts';
import { cungHoc, startServer, type OwnServer } from './server.ts';

const t = messagesFor('vi');
const course = '/courses/thu-nghiem';
const lessons = ['mat-khau', 'ma-otp', 'hoi-giup'].map((id) => `${course}/lessons/${id}`);
const first = lessons[0]!;

let server: OwnServer;
let network: BadNetwork;
let folder: string;

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-e2e-courses-'));
	cpSync('tests/fixtures/courses', folder, { recursive: true });
	server = await startServer({ COURSES_DIR: folder, TRUST_PROXY: 'loopback' });
	network = await badNetwork(server.port);
});
test.beforeEach(({ watch }) => {
	network.become('fair');
	// What the network drops, and the page that says so.
	watch.expected.push(/^503 /, /ERR_|Failed to fetch|NetworkError/);
});
test.afterAll(async () => {
	await network.close();
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

const open = (page: Page, where: string) => page.goto(network.origin + where);

/** Addresses that lie on the device, by the cache that they lie in. */
const onDevice = (page: Page): Promise<[string, string[]][]> =>
	page.evaluate(async () => {
		const pathOf = ({ url }: Request) => new URL(url).pathname + new URL(url).search;
		const names = await caches.keys();
		return Promise.all(
			names.map(async (name): Promise<[string, string[]]> => {
				const keys = await (await caches.open(name)).keys();
				return [name, keys.map(pathOf)];
			}),
		);
	});
const isKept = async (page: Page, address: string) =>
	(await onDevice(page)).some(([, paths]) => paths.includes(address));
const ownKept = async (page: Page) =>
	(await onDevice(page)).flatMap(([name, paths]) => (name.includes('/own/') ? paths : []));

async function expectWhole(page: Page): Promise<void> {
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByText(t.common.kept)).toBeVisible();
	await expect(page.locator('.skip')).toHaveCSS('position', 'absolute');
	const broken = await page.locator('[data-read] img').evaluateAll((found) =>
		Promise.all(
			(found as HTMLImageElement[]).map(async (picture) => {
				picture.loading = 'eager';
				await picture.decode();
				return picture.naturalWidth;
			}),
		),
	);
	expect(broken).not.toContain(0);
}

test('a lesson that was opened once opens without a network, as its reader likes it; else a page says what does', async ({
	page,
	context,
}) => {
	await open(page, first);
	await expect.poll(() => isKept(page, first)).toBe(true);
	await expect.poll(() => isKept(page, '/offline')).toBe(true);
	await page.getByRole('button', { name: t.lesson.larger }).click();

	network.become('cut');
	await open(page, first);
	await expectWhole(page);
	await expect(page.locator('html')).toHaveAttribute('data-size', 'large');
	await expect(page.getByRole('button', { name: t.lesson.smaller })).toBeVisible();

	for (const elsewhere of [lessons[1]!, '/khong-co', '/settings']) {
		await open(page, elsewhere);
		await expect(page.getByRole('heading', { name: t.offline.notHereTitle })).toBeVisible();
	}
	await expect(main(page).getByText(t.offline.onDevice({ n: 1, of: 3 }))).toBeVisible();
	await main(page).getByRole('link', { name: 'Mật khẩu', exact: true }).click();
	await expectWhole(page);

	// Slow: the device answers; fair again: the network does.
	network.become('slow');
	await open(page, first);
	await expect(page.getByText(t.common.kept)).toBeVisible();
	network.become('fair');
	await expect(async () => {
		// The browser asks for one address once at a time: the slow answer comes first.
		await open(page, first);
		await expect(page.getByText(t.common.kept)).toBeHidden({ timeout: 100 });
	}).toPass();

	// A form that cannot be sent ends in a page of ours too, and is there again on the way back.
	await open(page, '/sign-in');
	await page.getByLabel(t.account.username).fill('ba-sau');
	await page.getByLabel(t.account.password, { exact: true }).fill('bi-mat-cua-toi');
	await context.setOffline(true);
	await press(page, t.account.signIn);
	await expect(page.getByText(t.offline.notSent)).toBeVisible();
	await context.setOffline(false);
	await page.getByRole('link', { name: t.offline.again }).click();
	await expect(page.getByLabel(t.account.username)).toBeVisible();
});

test('a whole course comes over a network that drops every second request, and is replaced whole', async ({
	page,
}) => {
	test.setTimeout(120_000);
	await open(page, course);
	const box = page.locator('[data-keep-course]');
	await expect(box.getByText(t.offline.keepWhy)).toBeVisible();
	await expect.poll(() => isKept(page, '/offline')).toBe(true);
	network.become('every-second');
	await box.getByRole('button', { name: /^Tải cả khóa về máy \(\d+ KB\)$/ }).click();
	await expect(async () => {
		// A page opened meanwhile lets it go on, as one that is opened later does.
		await open(page, course);
		await expect(box.getByText(t.offline.whole)).toBeVisible({ timeout: 2500 });
	}).toPass();

	network.become('cut');
	for (const each of [course, ...lessons, `${course}/quizzes/cuoi-khoa`]) {
		await open(page, each);
		await expectWhole(page);
	}
	await open(page, '/offline');
	await expect(main(page).getByText(t.offline.onDevice({ n: 3, of: 3 }))).toBeVisible();

	const sentence = 'Câu này vừa được viết thêm vào mọi bài.';
	for (const name of readdirSync(path.join(folder, 'thu-nghiem/vi')).filter((one) =>
		/^\d\d-[^.]+\.md$/.test(one),
	)) {
		const file = path.join(folder, 'thu-nghiem/vi', name);
		writeFileSync(file, `${readFileSync(file, 'utf8')}\n${sentence}\n`);
	}
	network.become('fair');
	expect((await cungHoc(server.dataDir, 'publish', folder, '--note', 'Thêm một câu')).code).toBe(0);
	const versions = async () => (await onDevice(page)).filter(([name]) => name.includes('/course/'));
	const [[before] = ['']] = await versions();
	await expect(async () => {
		await open(page, first);
		const all = await versions();
		expect(all.length).toBe(1);
		expect(all[0]?.[0]).not.toBe(before);
	}).toPass();
	network.become('cut');
	for (const each of lessons) {
		await open(page, each);
		await expect(page.getByText(sentence)).toBeVisible();
		await expectWhole(page);
	}

	network.become('fair');
	await open(page, course);
	await box.getByRole('button', { name: t.offline.remove }).click();
	await expect(box.getByRole('button', { name: /^Tải cả khóa/ })).toBeFocused();
	expect(await isKept(page, lessons[2]!)).toBe(false);
});

test('a learner’s pages open without a network, all screens of a quiz among them, until they sign out', async ({
	page,
	context,
}) => {
	const learner = await Person.account(network.origin, 'vi');
	await learner.enter(context);
	const { id } = await learner.start('thu-nghiem', 'cuoi-khoa');
	await open(page, `/attempts/${id}`);
	await expect.poll(() => isKept(page, `/attempts/${id}?q=review`)).toBe(true);
	await open(page, '/learn');
	await expect.poll(() => isKept(page, '/learn')).toBe(true);
	await open(page, first);
	await expect.poll(() => isKept(page, first)).toBe(true);
	await page.waitForLoadState('networkidle');

	network.become('cut');
	await page.getByRole('button', { name: t.lesson.done, exact: true }).click();
	await expect(page.getByText(t.lesson.marks.held, { exact: true }).first()).toBeVisible();
	// It was never opened: what is held can be seen and saved as a file all the same.
	await open(page, '/learn/device');
	await expect(page.getByRole('heading', { level: 2, name: t.device.waiting({ n: 1 }) })).toBeVisible();
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: t.device.rescueSave }).click();
	expect((await coming).suggestedFilename()).toMatch(/^cung-hoc-.*\.json$/);
	await open(page, `/attempts/${id}?q=2`);
	await expect(page.getByRole('heading', { level: 1, name: t.quiz.position({ n: 2, of: 4 }) })).toBeVisible();
	await open(page, '/learn');
	await expect(page.locator('main')).toHaveAttribute('data-learner', learner.me?.id ?? '');
	await open(page, '/courses');
	await expect(main(page).getByRole('heading', { name: t.offline.quizzes })).toBeVisible();
	// A lesson lies there as a visitor sees it; whose acts on it are is said beside.
	await open(page, first);
	await expect(page.locator('main')).not.toHaveAttribute('data-learner');
	await expect(page.locator('html')).toHaveAttribute('data-reader', learner.me?.id ?? '');

	network.become('fair');
	await open(page, '/sign-out');
	await press(page, t.account.signOut);
	await expect(page.getByText(t.account.signedOut)).toBeVisible();
	await expect.poll(() => ownKept(page)).toEqual([]);
	network.become('cut');
	await open(page, '/learn');
	await expect(page.getByRole('heading', { name: t.offline.notHereTitle })).toBeVisible();
	await open(page, first);
	await expectWhole(page);
	await expect(page.locator('html')).not.toHaveAttribute('data-reader');
});

test('who comes after somebody, or on a shared device, leaves and finds nothing of anybody', async ({
	page,
	context,
}) => {
	const [one, other] = [
		await Person.account(network.origin, 'vi'),
		await Person.account(network.origin, 'vi', { shared: true }),
	];
	await one.enter(context);
	await open(page, '/learn');
	await expect.poll(() => ownKept(page)).toEqual(expect.arrayContaining(['/learn']));
	await other.enter(context);
	await open(page, '/certificates');
	await expect.poll(() => ownKept(page)).toEqual([]);
	const { id } = await other.start('thu-nghiem', 'giua-khoa');
	await open(page, `/attempts/${id}`);
	await open(page, first);
	await expect.poll(() => isKept(page, first)).toBe(true);
	expect(await ownKept(page)).toEqual([]);
	// And a session that ended elsewhere.
	await one.enter(context);
	await open(page, '/learn');
	await expect.poll(() => ownKept(page)).toEqual(expect.arrayContaining(['/learn']));
	await context.clearCookies();
	await open(page, '/courses');
	await expect.poll(() => ownKept(page)).toEqual([]);
});

test('the worker weighs little and is always asked for anew; a phone can put the site on its home screen', async ({
	page,
	request,
}) => {
	const reply = await request.get(`${server.origin}/service-worker.js`, {
		headers: { 'accept-encoding': 'br' },
	});
	expect(reply.headers()['cache-control']).toBe('no-cache');
	expect(reply.headers()['content-encoding']).toBe('br');
	expect(Number(reply.headers()['content-length'])).toBeLessThanOrEqual(6 * 1024);
	await open(page, '/');
	const link = page.locator('link[rel="manifest"]');
	const manifest = await request.get(server.origin + ((await link.getAttribute('href')) ?? ''));
	expect(manifest.headers()['content-type']).toContain('application/manifest+json');
	const { icons, start_url: start } = (await manifest.json()) as {
		icons: { src: string }[];
		start_url: string;
	};
	for (const address of [start, ...icons.map(({ src }) => src)])
		expect((await request.get(server.origin + address)).status(), address).toBe(200);
});
