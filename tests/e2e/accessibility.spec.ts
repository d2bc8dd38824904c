import type { Page } from '@playwright/test';
import { locales, textSizes } from '#schemas/names.ts';
import {
	axeProblems,
	headingProblems,
	languageProblems,
	overflowProblems,
	targetProblems,
} from './checks.ts';
import { expect, test } from './fixtures.ts';
import { keyboardProblems } from './keyboard.ts';
import { pages, visit, type SitePage } from './pages.ts';
import { pairwise, product, type Row } from './pairs.ts';
import { names as namesOfPeople } from './people.ts';
import { revocationReason, type Standings } from './standing.ts';

const dimensions = {
	locale: locales,
	theme: ['light', 'dark'],
	textSize: textSizes,
	width: [360, 1280],
} as const;
type Look = Row<typeof dimensions>;
const isDeep = Boolean(process.env.E2E_DEEP);
const looks = isDeep ? product(dimensions) : pairwise(dimensions);

/** Proper names, and what people themselves wrote, stand in their own language on every page. Longest first. */
const names = [
	'Nhóm biên soạn Cùng Học',
	'Cùng Học',
	'TT-BGDĐT',
	'QĐ-BKHCN',
	revocationReason,
	...Object.values(namesOfPeople),
];

for (const site of pages) {
	test(`${site.name}: can be read and used by everybody`, async ({ page, standings }) => {
		test.setTimeout(isDeep ? 240_000 : 90_000);
		for (const look of looks)
			await test.step(JSON.stringify(look), () => checkLook(page, site, look, standings));
		await test.step('by keyboard alone', async () => {
			await page.setViewportSize({ width: 360, height: 740 });
			await visit(page, site, 'vi', standings);
			expect.soft(await keyboardProblems(page), 'Keyboard').toEqual([]);
		});
	});
}

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
	expect.soft(await axeProblems(page), `axe ${of}`).toEqual([]);
	expect.soft(await headingProblems(page), `Headings ${of}`).toEqual([]);
	expect.soft(await targetProblems(page), `Targets ${of}`).toEqual([]);
	expect.soft(await languageProblems(page, locale, names), `Languages ${of}`).toEqual([]);
	expect.soft(await overflowProblems(page), `Width ${of}`).toEqual([]);
	if (width > 360) return;
	await page.setViewportSize({ width: 320, height: 740 });
	expect.soft(await overflowProblems(page), `Width 320 ${of}`).toEqual([]);
}
