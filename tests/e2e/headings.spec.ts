/** No heading, button or card ends a line within a Vietnamese word of several syllables, on any page, phone or desk, in either size. */
import { compounds } from '#messages/compounds.ts';
import { textSizes } from '#schemas/names.ts';
import { expect, test } from './fixtures.ts';
import { pages, visit } from './pages.ts';

const isDeep = Boolean(process.env.E2E_DEEP);

/** The deep tests look at every page in every look; these at what visitors see, on a phone. */
const sites = pages.filter(({ act, status, as }) => !act && !status && (isDeep || !as));
const looks = isDeep
	? { widths: [360, 1280], sizes: textSizes }
	: { widths: [360], sizes: ['normal'] as const };

for (const width of looks.widths)
	for (const textSize of looks.sizes)
		test(`headings at ${width} px, ${textSize}`, async ({ page, standings }) => {
			test.setTimeout(600_000);
			await page.setViewportSize({ width, height: 740 });
			await page.context().addCookies([{ name: 'textSize', value: textSize, url: standings.origin }]);
			const parted: string[] = [];
			for (const site of sites) {
				await visit(page, site, 'vi', standings);
				parted.push(
					...(await page.evaluate(partedHeadings, compounds)).map((text) => `${site.name}: ${text}`),
				);
			}
			expect(parted).toEqual([]);
		});

/** Headings, buttons and cards of the page of which a line ends within one of these words, with the place. Runs in the browser. */
function partedHeadings(words: string[]): string[] {
	const topAt = (node: Text, offset: number) => {
		const range = document.createRange();
		range.setStart(node, offset);
		range.setEnd(node, offset + 1);
		return range.getBoundingClientRect().top;
	};
	return [...document.querySelectorAll('h1, h2, h3, h4, legend, button, .button, .tile strong')].flatMap(
		(heading) => {
			const found: string[] = [];
			const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
				const text = node.data.toLowerCase().replace(/\s/g, ' ');
				for (const word of words)
					for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
						const around = (text[at - 1] ?? ' ') + (text[at + word.length] ?? ' ');
						if (/\p{L}/u.test(around)) continue;
						if (Math.abs(topAt(node, at) - topAt(node, at + word.length - 1)) > 4)
							found.push(`${word} in “${text.trim()}”`);
					}
			}
			return found;
		},
	);
}
