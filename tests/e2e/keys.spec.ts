import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import type { CompiledCourse } from '#schemas/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import { locales } from '#schemas/names.ts';
import type { Node } from '#schemas/node.ts';
import { leavesOf } from '../messages/walk.ts';
import { ai, compiled, phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { pages, visit } from './pages.ts';
import { Person } from './people.ts';
import { foundIn, secretsOf, sourceOf } from './secrets.ts';

/** All that the site itself says, which stands in the client build for pages that run there. */
const siteWords = locales
	.flatMap((locale) => leavesOf(messagesFor(locale)))
	.flatMap(({ said }) => (typeof said === 'string' ? [said.normalize('NFC')] : []))
	.join('\n');

for (const locale of ['vi', 'km'] as const) {
	for (const [course, quiz] of [
		[phone, 'giua-khoa'],
		[phone, 'cuoi-khoa'],
		[ai, 'cuoi-khoa'],
	] as const) {
		test(`${course}/${quiz} in ${locale}: no screen tells an answer before handing in`, async ({
			page,
			context,
			origin,
		}) => {
			const secrets = [...(await secretsOf(phone)), ...(await secretsOf(ai))];
			const person = await Person.guest(origin, locale);
			const attempt = await person.start(course, quiz);
			await person.enter(context);
			const replies: string[] = [];
			page.on('response', async (response) => {
				if (response.url().includes('/api/')) replies.push(await response.text().catch(() => ''));
			});
			for (let n = 1; n <= attempt.questions.length; n++) {
				await page.goto(`/${locale}/attempts/${attempt.id}?q=${n}`);
				const screen = await sourceOf(page);
				expect(screen).toContain(`data-question="${attempt.questions[n - 1]?.id}"`);
				expect(foundIn(screen, secrets), `Question ${n}`).toEqual([]);
				await answerSomething(page);
			}
			await page.goto(`/${locale}/attempts/${attempt.id}?q=review`);
			expect(foundIn(await sourceOf(page), secrets), 'Review').toEqual([]);
			expect(foundIn(replies.join('\n').normalize('NFC'), secrets), 'Replies of the API').toEqual([]);
		});
	}
}

/** Whatever is chosen, nothing is told. */
async function answerSomething(page: Page) {
	const typed = page.locator('form[data-autosave] input[type="text"]');
	if (await typed.count()) await typed.fill('1');
	else await page.locator('form[data-autosave] input[name="answer"]').last().check();
	await expect(page.locator('[data-autosave-status]')).toHaveAttribute('data-state', 'saved');
}

test('a result does tell: the texts that are looked for are the right ones', async ({ page, standings }) => {
	const secrets = await secretsOf(phone);
	const result = pages.find(({ name }) => name === 'result, passed')!;
	await visit(page, result, 'vi', standings);
	expect(foundIn(await sourceOf(page), secrets).length).toBeGreaterThan(3);
});

test('the client build holds nothing of any course', async () => {
	const files = filesIn('build/client');
	expect(
		files.some((file) => /enhance\.[\w-]+\.js$/.test(file)),
		'The script is there',
	).toBe(true);
	const texts = [...textsOf(await compiled(phone)), ...textsOf(await compiled(ai))];
	expect(texts.length).toBeGreaterThan(1000);
	for (const file of files) {
		const text = readClientFile(file);
		expect(foundIn(text, texts), file).toEqual([]);
	}
});

function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => path.join(folder, name))
		.filter((name) => statSync(name).isFile());
}

function readClientFile(file: string): string {
	const bytes = readFileSync(file);
	const plain = file.endsWith('.br')
		? brotliDecompressSync(bytes)
		: file.endsWith('.gz')
			? gunzipSync(bytes)
			: bytes;
	const text = plain.toString('utf8');
	// A bundler may write letters as escapes.
	const unescaped = text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
		String.fromCharCode(parseInt(code, 16)),
	);
	return unescaped.normalize('NFC');
}

/** Every sentence of a course, in all its languages: lessons, questions, options, feedback, titles. */
function textsOf({ manifest, parts }: CompiledCourse): string[] {
	const found = new Set<string>();
	const take = (value: unknown): void => {
		if (typeof value === 'string') found.add(value.trim().normalize('NFC'));
		else if (Array.isArray(value)) value.forEach(take);
		else if (typeof value === 'object' && value !== null) takeFrom(value as Partial<Node & object>);
	};
	const takeFrom = (value: object) => Object.values(value).forEach(take);
	Object.values(parts).forEach(take);
	const locales: Locale[] = manifest.locales;
	for (const { locales: texts } of Object.values(manifest.lessons))
		for (const locale of locales) take(texts[locale]?.title);
	// Words of one or two syllables may well be words of the site, too; others are so, as names of things.
	return [...found].filter((text) => text.length >= 20 && /\s/.test(text) && !siteWords.includes(text));
}
