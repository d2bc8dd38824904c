/** Pages that are alive in the browser: what they weigh, what they bring, and the page of what this device holds. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page, Request } from '@playwright/test';
import { localise } from '#lib/locale.ts';
import { messagesFor, type Messages } from '#messages/index.ts';
import { locales } from '#schemas/names.ts';
import type { Attempt } from '#schemas/attempt.ts';
import { leavesOf } from '../messages/walk.ts';
import { phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { Person } from './people.ts';

const KB = 1024;
/** Script of a page before its own code: the framework, the layout, the words of one language, the enhancement script. */
const limit = 35 * KB;
const devicePath = '/learn/device';

interface Script {
	path: string;
	bytes: number;
	text: string;
}

/** Every script that a first visit fetches, with the bytes of its body on the way. */
async function scriptsOf(page: Page, path: string): Promise<Script[]> {
	const requests: Request[] = [];
	page.on('requestfinished', (request) => requests.push(request));
	await page.goto(path, { waitUntil: 'networkidle' });
	const found = await Promise.all(
		requests.map(async (request): Promise<Script | null> => {
			const response = await request.response();
			if (!response || !/javascript/.test(response.headers()['content-type'] ?? '')) return null;
			const { responseBodySize: bytes } = await request.sizes();
			// What fits into one packet gains nothing by it.
			if (bytes > KB) expect(response.headers()['content-encoding'], request.url()).toBe('br');
			return { path: new URL(request.url()).pathname, bytes, text: await response.text() };
		}),
	);
	return found.filter((script) => script !== null);
}

const sum = (scripts: Script[]) => scripts.reduce((total, { bytes }) => total + bytes, 0);
const kb = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`;
/** Sentences that can be told from code and from each other. */
const sentences = (of: Partial<Messages>) =>
	leavesOf(of as Messages)
		.map(({ said }) => said)
		.filter((said): said is string => typeof said === 'string' && said.length > 20);

for (const locale of locales) {
	test(`a live page weighs little, and brings one language alone (${locale})`, async ({
		page,
		context,
		origin,
	}) => {
		const person = await Person.guest(origin, locale);
		await person.enter(context);
		const path = localise(locale, devicePath);
		const scripts = await scriptsOf(page, path);
		await expect(page.getByText(messagesFor(locale).device.none)).toBeVisible();
		// The page's own code and words; and the script that every page has.
		const { lead } = messagesFor(locale).device;
		const isOwn = ({ path: file, text }: Script) =>
			(/\/nodes\/.*/.test(file) && text.includes('data-outbox')) ||
			text.includes(lead) ||
			// What holds things here stands in a file of its own.
			text.includes('hand-in/') ||
			/\/enhance\./.test(file);
		const own = sum(scripts.filter(isOwn));
		const frame = sum(scripts.filter((script) => !isOwn(script)));
		const list = scripts.map((each) => `${each.path} ${kb(each.bytes)}`).join(', ');
		const figures = `${path}: ${kb(frame)} of script before its own ${kb(own)}; ${list}`;
		test.info().annotations.push({ type: 'weight', description: figures });
		expect(scripts.length).toBeGreaterThan(3);
		expect(own, figures).toBeGreaterThan(KB);
		expect(frame, figures).toBeGreaterThan(20 * KB);
		expect(frame, figures).toBeLessThanOrEqual(limit);

		const text = scripts.map((script) => script.text).join('\n');
		const isThere = (sentence: string) => text.includes(sentence);
		const { common, device, error, ...others } = messagesFor(locale);
		expect(sentences({ device }).filter(isThere).length).toBeGreaterThan(10);
		const asked = sentences({ common, device, error });
		const foreign = locales.filter((other) => other !== locale).map((other) => messagesFor(other));
		const unasked = [others, ...foreign]
			.flatMap(sentences)
			.filter((sentence) => !asked.some((whole) => whole.includes(sentence)));
		expect(unasked.length).toBeGreaterThan(300);
		expect(unasked.filter(isThere)).toEqual([]);
		expect(readFileSync('node_modules/typebox/build/type/types/tuple.mjs', 'utf8')).toContain('~kind');
		expect(text).not.toContain('~kind');
	});
}

const t = messagesFor('vi');

/** A learner in this browser, on a question of a quiz. */
async function onQuestion(page: Page, context: BrowserContext, person: Person) {
	const attempt = await person.start(phone, 'giua-khoa');
	await person.enter(context);
	const n = attempt.questions.findIndex(({ kind }) => kind === 'single' || kind === 'truefalse') + 1;
	await page.goto(`/attempts/${attempt.id}?q=${n}`);
	const question = attempt.questions[n - 1]?.id ?? '';
	const saved = () =>
		person
			.call<Attempt>('GET', `/api/attempts/${attempt.id}`)
			.then(({ answers }) => answers[question]?.answer ?? null);
	return { attempt, n, question, saved };
}
const choose = (page: Page, index: number) => page.getByRole('radio').nth(index).check();
/** Answers do not get through; all else does. */
const cutAnswers = (context: BrowserContext) => context.route('**/answers/**', (route) => route.abort());

test('the page of this device shows what waits, sends it, and says that it is saved', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.guest(origin, 'vi');
	const { attempt, n, saved } = await onQuestion(page, context, person);
	await cutAnswers(context);
	await choose(page, 0);
	await expect(page.getByText(t.quiz.held)).toBeVisible();

	await page.goto(devicePath);
	await expect(page.getByRole('heading', { name: t.device.waiting({ n: 1 }) })).toBeVisible();
	const row = page
		.locator('main li')
		.filter({ hasText: `${t.quiz.position({ n, of: 5 })} · ${attempt.title}` });
	await expect(row.getByText(t.device.states.held, { exact: true })).toBeVisible();
	await expect(page.getByRole('status').getByText(t.device.offline)).toBeVisible();

	await context.unroute('**/answers/**');
	await page.getByRole('button', { name: t.device.sendNow }).click();
	await expect(row.getByText(t.device.states.saved, { exact: true })).toBeVisible();
	await expect(page.getByRole('status').getByText(t.device.allSent)).toBeVisible();
	expect(await saved()).not.toBeNull();
	await page.reload();
	await expect(page.getByText(t.device.none)).toBeVisible();
});

test('the page of this device says when in figures, where the browser knows no Khmer', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.guest(origin, 'km');
	await onQuestion(page, context, person);
	await cutAnswers(context);
	await choose(page, 0);
	await expect(page.getByText(t.quiz.held)).toBeVisible();
	await page.goto(localise('km', devicePath));
	const main = page.locator('main');
	await expect(main.getByText(/\d{1,2}:\d\d.*\b\d{1,2}\/\d{1,2}\/20\d\d/)).toBeVisible();
	await expect(main.locator('li .soft')).not.toHaveText(/[A-Za-z]/);
});

test('what the server refused is told on every page, kept, and let go when its owner has seen it', async ({
	page,
	context,
	watch,
	origin,
}) => {
	watch.expected.push(/^404 .*\/answers\//);
	const person = await Person.guest(origin, 'vi');
	await onQuestion(page, context, person);
	const detail = 'Không có lượt làm bài này.';
	const gone = { type: 'urn:cung-hoc:problem:attempt-unknown', title: '', status: 404, detail };
	await cutAnswers(context);
	await choose(page, 0);
	await expect(page.getByText(t.quiz.held)).toBeVisible();
	await context.unroute('**/answers/**');
	await context.route('**/answers/**', (route) =>
		route.fulfill({ status: 404, contentType: 'application/problem+json', body: JSON.stringify(gone) }),
	);
	await page.goto('/help');
	await page.getByRole('link', { name: t.common.refusedSee }).click();
	await expect(page.getByRole('heading', { name: t.device.refusedTitle })).toBeVisible();
	await expect(page.getByText(detail)).toBeVisible();
	await page.getByRole('button', { name: t.device.dismiss }).click();
	await expect(page.getByText(t.device.none)).toBeVisible();
	await page.reload();
	await expect(page.getByText(t.device.none)).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the page of this device says what it cannot show, and where answers are', async ({
		page,
		context,
		origin,
	}) => {
		await page.goto(devicePath);
		await expect(page.getByText(t.device.visitor)).toBeVisible();
		await (await Person.guest(origin, 'vi')).enter(context);
		await page.goto(devicePath);
		await expect(page.getByText(t.device.noScript)).toBeVisible();
		await page.getByRole('link', { name: t.device.seeAnswers }).click();
		await expect(page).toHaveURL('/learn/answers');
	});
});

test('answers that an earlier version held on the device arrive', async ({ page, context, origin }) => {
	const person = await Person.guest(origin, 'vi');
	const { attempt, question, saved } = await onQuestion(page, context, person);
	const answer = await page.getByRole('radio').nth(1).getAttribute('value');
	const value = answer === 'true' || answer === 'false' ? answer === 'true' : answer;
	await page.goto('/help');
	await page.evaluate(
		([key, held]) => localStorage.setItem(key!, held!),
		[
			`cung-hoc.answer.${attempt.id}/${question}`,
			JSON.stringify({
				learner: person.me?.id,
				attempt: attempt.id,
				question,
				answer: value,
				revision: 1700,
			}),
		],
	);
	await page.goto('/help');
	await expect.poll(saved).toBe(value);
	await expect
		.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('answer'))))
		.toEqual([]);
});

test('two tabs send what is held once', async ({ page, context, origin }) => {
	const person = await Person.guest(origin, 'vi');
	const { saved } = await onQuestion(page, context, person);
	await cutAnswers(context);
	await choose(page, 0);
	await expect(page.getByText(t.quiz.held)).toBeVisible();
	const other = await context.newPage();
	await other.goto(devicePath);
	await expect(other.getByText(t.device.offline)).toBeVisible();
	await context.unroute('**/answers/**');

	let sent = 0;
	context.on('request', (request) => (sent += /\/answers\//.test(request.url()) ? 1 : 0));
	// The network is back for both at the same moment.
	await Promise.all([page, other].map((tab) => tab.evaluate(() => dispatchEvent(new Event('online')))));
	await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
	await expect(other.getByText(t.device.states.saved, { exact: true })).toBeVisible();
	expect(await saved()).not.toBeNull();
	expect(sent).toBe(1);
});

test('an answer that was given as the tab was closed is there at the next page', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.guest(origin, 'vi');
	const { saved } = await onQuestion(page, context, person);
	// The script that holds answers has come.
	await page.waitForLoadState('networkidle');
	await cutAnswers(context);
	// The database takes its time; the tab is gone before it has answered.
	await page.evaluate(() => {
		IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
	});
	await choose(page, 0);
	await page.close();
	await context.unroute('**/answers/**');
	const later = await context.newPage();
	await later.goto('/help');
	await expect.poll(saved).not.toBeNull();
});

test('who signs out of a shared phone leaves nothing on it, and is asked before anything is lost', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.account(origin, 'vi', { shared: true });
	await onQuestion(page, context, person);
	await cutAnswers(context);
	await choose(page, 0);
	await expect(page.getByText(t.quiz.held)).toBeVisible();

	await page.getByRole('button', { name: t.common.signOut, exact: true }).click();
	await expect(page.getByText(t.account.leaving.lost)).toBeVisible();
	await page.getByRole('button', { name: t.account.leaving.anywayLost }).click();
	await expect(page.getByText(t.account.signedOut)).toBeVisible();
	const held = () =>
		page.evaluate(async () => {
			const open = indexedDB.open('cung-hoc');
			await new Promise((resolve) => (open.onsuccess = resolve));
			const asked = open.result.transaction('outbox').objectStore('outbox').count();
			await new Promise((resolve) => (asked.onsuccess = resolve));
			open.result.close();
			return asked.result + Object.keys(localStorage).filter((key) => key.startsWith('cung-hoc')).length;
		});
	await expect.poll(held).toBe(0);
});
