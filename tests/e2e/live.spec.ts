/** Pages that are alive in the browser: what they weigh, what they bring, and the page of what this device holds. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page, Request } from '@playwright/test';
import { localise } from '#lib/locale.ts';
import { messagesFor, type Messages } from '#messages/index.ts';
import { locales, type Locale } from '#schemas/names.ts';
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
			expect(response.headers()['content-encoding'], request.url()).toBe('br');
			const { responseBodySize: bytes } = await request.sizes();
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
		const foreign = locales.filter((other) => other !== locale).map(messagesFor);
		const unasked = [others, ...foreign].flatMap(sentences).filter((sentence) => !asked.includes(sentence));
		expect(unasked.length).toBeGreaterThan(300);
		expect(unasked.filter(isThere)).toEqual([]);
		expect(readFileSync('node_modules/typebox/build/type/types/tuple.mjs', 'utf8')).toContain('~kind');
		expect(text).not.toContain('~kind');
	});
}
