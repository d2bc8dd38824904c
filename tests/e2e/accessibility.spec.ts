import type { Page } from '@playwright/test';
import { locales, textSizes } from '#schemas/names.ts';
import {
	axeProblems,
	headingProblems,
	languageProblems,
	overflowProblems,
	targetProblems,
	unstyledParts,
	watchBlocked,
} from './checks.ts';
import { ai, phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { keyboardProblems } from './keyboard.ts';
import { pages, visit, type SitePage } from './pages.ts';
import { pairwise, product, type Row } from './pairs.ts';
import { names as namesOfPeople } from './people.ts';
import { foundIn, secretsOf, sourceOf } from './secrets.ts';
import { revocationReason, roomWords, wishes, type Standings } from './standing.ts';

const dimensions = {
	locale: locales,
	theme: ['light', 'dark'],
	textSize: textSizes,
	width: [360, 1280],
} as const;
type Look = Row<typeof dimensions>;
const isDeep = Boolean(process.env.E2E_DEEP);
const allPairs = pairwise(dimensions);

/**
 * Every page in every language, on a phone and on a desk, light and dark, with normal and large type; of the six looks
 * that cover all pairs, one page has three and the next the other three. The deep tests look at every page in all 24.
 */
function looksOf(page: number): Look[] {
	if (isDeep) return product(dimensions);
	return locales.map((locale, n) => {
		const width = dimensions.width[(page + (n >> 1)) % 2];
		return allPairs.find((look) => look.locale === locale && look.width === width)!;
	});
}

/** Proper names, and what people themselves wrote, stand in their own language on every page. Longest first. */
const names = [
	'Nhóm biên soạn Cùng Học',
	'Cùng Học',
	'TT-BGDĐT',
	'QĐ-BKHCN',
	revocationReason,
	...Object.values(roomWords),
	...Object.values(wishes).flatMap(({ displayName, reason }) => [reason ?? displayName, displayName]),
	...Object.values(namesOfPeople),
	// Where a name stands beside another, the words that differ stand out.
	...[
		...Object.values(namesOfPeople),
		...Object.values(wishes).map(({ displayName }) => displayName),
	].flatMap((name) => name.split(' ')),
];

for (const [index, site] of pages.entries()) {
	test(`${site.name}: can be read and used by everybody, and is sound`, async ({ page, standings }) => {
		test.setTimeout(isDeep ? 240_000 : 90_000);
		const blocked = await watchBlocked(page);
		for (const look of looksOf(index))
			await test.step(JSON.stringify(look), () => checkLook(page, site, look, standings));
		await test.step('by keyboard alone', async () => {
			expect.soft(await keyboardProblems(page), 'Keyboard').toEqual([]);
		});
		expect.soft(blocked, 'Blocked by the content security policy').toEqual([]);
	});
}

let secretsOfBoth: Promise<string[]> | undefined;
const secretsOfCourses = () =>
	(secretsOfBoth ??= Promise.all([phone, ai].map(secretsOf)).then((found) => found.flat()));

async function checkLook(page: Page, site: SitePage, look: Look, standings: Standings): Promise<void> {
	const { locale, theme, textSize, width } = look;
	await page.setViewportSize({ width, height: 740 });
	await page.context().addCookies([
		{ name: 'theme', value: theme, url: standings.origin },
		{ name: 'textSize', value: textSize, url: standings.origin },
	]);
	expect.soft(await visit(page, site, locale, standings), 'Status').toBe(site.status ?? 200);
	await expect(page.locator('html')).toHaveAttribute('data-size', textSize);
	const of = JSON.stringify(look);
	// English is built as Vietnamese is.
	if (isDeep || locale !== 'en') expect.soft(await axeProblems(page), `axe ${of}`).toEqual([]);
	expect.soft(await headingProblems(page), `Headings ${of}`).toEqual([]);
	expect.soft(await targetProblems(page), `Targets ${of}`).toEqual([]);
	expect.soft(await languageProblems(page, locale, names), `Languages ${of}`).toEqual([]);
	expect.soft(await unstyledParts(page), `Parts without their styles ${of}`).toEqual([]);
	if (locale === 'vi' && !site.name.startsWith('result'))
		expect
			.soft(foundIn(await sourceOf(page), await secretsOfCourses()), 'Told before handing in')
			.toEqual([]);
	expect.soft(await overflowProblems(page), `Width ${of}`).toEqual([]);
	if (width > 360) return;
	await page.setViewportSize({ width: 320, height: 740 });
	expect.soft(await overflowProblems(page), `Width 320 ${of}`).toEqual([]);
}

test('the looks of two pages cover all pairs, and each has both of everything', () => {
	if (isDeep) return;
	for (const page of [0, 1])
		for (const [name, values] of Object.entries(dimensions))
			expect(new Set<unknown>(looksOf(page).map((look) => look[name as keyof Look]))).toEqual(
				new Set<unknown>(values),
			);
	expect(new Set([...looksOf(0), ...looksOf(1)])).toEqual(new Set(allPairs));
});
