/** What every page has to be: run in the page, they come back with what is wrong, in words. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from '@playwright/test';
import type { Locale } from '#schemas/common.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeResult {
	violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}
declare global {
	interface Window {
		axe: { run(context: Document, options: object): Promise<AxeResult> };
	}
}

/** One a page, and it stays: one that leaves takes away what others have set up, such as a device with passkeys. */
const sessions = new WeakMap<Page, Promise<CDPSession>>();
function devtoolsOf(page: Page): Promise<CDPSession> {
	const known = sessions.get(page) ?? page.context().newCDPSession(page);
	sessions.set(page, known);
	return known;
}

export async function axeProblems(page: Page): Promise<string[]> {
	// So the browser knows the source again on the next page of the same site, and compiles it once.
	const session = await devtoolsOf(page);
	await session.send('Runtime.evaluate', { expression: `${axeSource};0` });
	const { violations } = await page.evaluate(
		(values) =>
			window.axe.run(document, {
				runOnly: { type: 'tag', values },
				resultTypes: ['violations'],
				preload: false,
			}),
		axeTags,
	);
	return violations.flatMap(({ id, help, nodes }) =>
		nodes.map(({ html, failureSummary = '' }) => `${id} (${help}): ${html.slice(0, 160)} ${failureSummary}`),
	);
}

/** Nothing may be wider than the screen. */
export function overflowProblems(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		if ((document.scrollingElement?.scrollWidth ?? 0) <= width) return [];
		const wide = [...document.querySelectorAll('body *')].filter(
			(element) => element.getBoundingClientRect().right > width + 0.5,
		);
		const inner = wide.filter(
			(element) => !wide.some((other) => other !== element && element.contains(other)),
		);
		return inner.slice(0, 3).map((element) => `wider than ${width}: ${element.outerHTML.slice(0, 160)}`);
	});
}

/** What is pressed stands at least 44 px high, unless it is a link within a sentence. */
export function targetProblems(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const found = document.querySelectorAll<HTMLElement>(
			'a[href], button, summary, select, textarea, input:not([type="hidden"])',
		);
		const isInSentence = (element: HTMLElement) => {
			if (element.tagName !== 'A' || getComputedStyle(element).display !== 'inline') return false;
			const block = element.closest('p, li, dd, td, h1, h2, h3, legend, figcaption');
			const links = [...(block?.querySelectorAll('a') ?? [])].map(({ textContent }) => textContent ?? '');
			const words = (block?.textContent ?? '').replace(/\s+/g, '').length;
			return words > links.join('').replace(/\s+/g, '').length;
		};
		const targetOf = (element: HTMLElement) =>
			element.matches('[type="radio"], [type="checkbox"]') ? (element.closest('label') ?? element) : element;
		return [...found].flatMap((element) => {
			const box = targetOf(element).getBoundingClientRect();
			const isShown =
				box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true });
			if (!isShown || element.classList.contains('skip') || isInSentence(element)) return [];
			const size = `${Math.round(box.width)} x ${Math.round(box.height * 10) / 10}`;
			return box.height < 43.9 || box.width < 24 ? [`${size}: ${element.outerHTML.slice(0, 160)}`] : [];
		});
	});
}

/** Parts that have styles of their own carry a class of their own; those for which no rule has come. */
export function unstyledParts(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const parts = [...document.querySelectorAll('[class*="svelte-"]')];
		const classes = parts.flatMap(({ classList }) =>
			[...classList].filter((name) => /^svelte-[a-z0-9]+$/.test(name)),
		);
		const rules = [...document.styleSheets]
			.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
			.join('\n');
		return [...new Set(classes)].filter((name) => !rules.includes(name));
	});
}

/** Says from now on what the content security policy blocks on a page. */
export async function watchBlocked(page: Page): Promise<string[]> {
	const blocked: string[] = [];
	await page.exposeFunction('tellBlocked', (what: string) => blocked.push(what));
	await page.addInitScript(() => {
		addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
			const { tellBlocked } = window as unknown as { tellBlocked(what: string): void };
			tellBlocked(`${violatedDirective}: ${blockedURI}`);
		});
	});
	return blocked;
}

/** One first heading, none skipped. */
export function headingProblems(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const headings = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')].filter((heading) =>
			heading.checkVisibility(),
		);
		const levels = headings.map(({ tagName }) => Number(tagName.slice(1)));
		const first = levels.filter((level) => level === 1).length;
		return [
			...(first === 1 ? [] : [`${first} headings of level 1`]),
			...levels.flatMap((level, index) => {
				const before = levels[index - 1] ?? level;
				return level > before + 1 ? [`h${level} after h${before}: ${headings[index]?.textContent}`] : [];
			}),
		];
	});
}

const vietnamese = 'ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ';
const khmer = '\u1780-\u17ff';
/** Letters that a text of this language has not. */
const foreign: Record<Locale, string> = { vi: khmer, km: vietnamese, en: khmer + vietnamese };

/** The page says its language, and no text is in another without saying so. `names`: proper names, as they are. */
export function languageProblems(page: Page, locale: Locale, names: readonly string[]): Promise<string[]> {
	return page.evaluate(
		({ locale, foreign, names }) => {
			// Words that stand in Vietnamese on the phone's own buttons are given so, in brackets.
			const withoutBrackets = (text: string) => (locale === 'km' ? text.replace(/\([^()]*\)/g, '') : text);
			const said = document.documentElement.lang;
			const problems = said === locale ? [] : [`<html lang="${said}">`];
			const look = (text: string, owner: Element | null) => {
				const lang = owner?.closest('[lang]')?.getAttribute('lang') ?? '';
				const letters = foreign[lang as keyof typeof foreign];
				const rest = names.reduce(
					(left, name) => left.replaceAll(name, ''),
					withoutBrackets(text.normalize('NFC')),
				);
				if (!letters) problems.push(`lang="${lang}": ${text.trim().slice(0, 80)}`);
				else if (new RegExp(`[${letters}]`, 'iu').test(rest))
					problems.push(`${lang}: ${text.trim().slice(0, 120)}`);
			};
			const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			while (walk.nextNode()) {
				const owner = walk.currentNode.parentElement;
				if (!owner?.closest('script, style, pre')) look(walk.currentNode.nodeValue ?? '', owner);
			}
			for (const name of ['alt', 'aria-label', 'title', 'placeholder'])
				for (const element of document.querySelectorAll(`[${name}]`))
					look(element.getAttribute(name) ?? '', element);
			return problems;
		},
		{ locale, foreign, names },
	);
}
