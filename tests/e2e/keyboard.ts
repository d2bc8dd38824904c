import type { Page } from '@playwright/test';

interface Stop {
	/** Which of the elements that take the focus; -1: none, the end was passed. */
	index: number;
	html: string;
	isMarked: boolean;
	isInSight: boolean;
}

/**
 * Goes through the whole page with the Tab key. All that can be pressed is reached, shows where one is, and is not
 * covered.
 */
export async function keyboardProblems(page: Page): Promise<string[]> {
	const count = await markTargets(page);
	await page.evaluate(startAtTop);
	/** Stops that came after they were counted: the script shows what it can do once it is there. */
	let late = 0;
	/** Further stops within one field, as a date has for its day, its month and its year; a trap has no end of them. */
	let within = 0;
	let last = -1;
	const seen = new Map<number, Stop>();
	for (let press = 0; press <= count + late + within + 2; press++) {
		await page.keyboard.press('Tab');
		const stop = await page.evaluate(lookAtFocus);
		if (stop.index >= 0 && stop.index === last && within < 12) {
			within++;
			continue;
		}
		last = stop.index;
		if (stop.index < 0 || seen.has(stop.index)) break;
		if (stop.index >= count) late++;
		seen.set(stop.index, stop);
	}
	const missed = await page.evaluate(
		(reached) =>
			[...document.querySelectorAll<HTMLElement>('[data-e2e-stop]')]
				.filter((element) => !reached.includes(Number(element.dataset.e2eStop)))
				.map((element) => `not reached by Tab: ${element.outerHTML.slice(0, 160)}`),
		[...seen.keys()],
	);
	const badly = [...seen.values()].flatMap(({ html, isMarked, isInSight }) => [
		...(isMarked ? [] : [`no focus to be seen: ${html}`]),
		...(isInSight ? [] : [`focus out of sight: ${html}`]),
	]);
	return [...missed, ...badly];
}

/** Numbers what Tab has to reach: of radio buttons one a group. */
function markTargets(page: Page): Promise<number> {
	return page.evaluate(() => {
		const groups = new Set<string>();
		const found = document.querySelectorAll<HTMLElement>(
			'a[href], button:not(:disabled), summary, select, textarea, input:not([type="hidden"]), [tabindex="0"]',
		);
		const stops = [...found].filter((element) => element.checkVisibility({ visibilityProperty: true }));
		const wanted = stops.filter((element) => {
			if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
			const group = [...document.getElementsByName(element.name)].filter((other) =>
				element.form?.contains(other),
			);
			const chosen = group.find((other) => other instanceof HTMLInputElement && other.checked) ?? group[0];
			if (element !== chosen || groups.has(`${element.form?.action} ${element.name}`)) return false;
			groups.add(`${element.form?.action} ${element.name}`);
			return true;
		});
		wanted.forEach((element, index) => (element.dataset.e2eStop = String(index)));
		return wanted.length;
	});
}

/** What was done on the page before may have moved the focus. */
function startAtTop(): void {
	document.body.tabIndex = -1;
	document.body.focus();
	document.body.removeAttribute('tabindex');
	scrollTo(0, 0);
}

function lookAtFocus(): Stop {
	const element = document.activeElement;
	if (!(element instanceof HTMLElement) || element === document.body)
		return { index: -1, html: '', isMarked: true, isInSight: true };
	const marker = element.closest('label') ?? element;
	const isRinged = [element, marker].some((each) => {
		const { outlineStyle, outlineWidth } = getComputedStyle(each);
		return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
	});
	const { left, top, right, bottom } = element.getBoundingClientRect();
	const x = Math.min(Math.max((left + right) / 2, 0), innerWidth - 1);
	const points = [top + 1, (top + bottom) / 2, bottom - 1].filter((y) => y >= 0 && y < innerHeight);
	const isOnTop = (y: number) => {
		const there = document.elementFromPoint(x, y);
		return there !== null && (element.contains(there) || marker.contains(there) || there.contains(element));
	};
	element.dataset.e2eStop ??= String(document.querySelectorAll('[data-e2e-stop]').length);
	return {
		index: Number(element.dataset.e2eStop),
		html: element.outerHTML.slice(0, 160),
		isMarked: isRinged,
		isInSight: points.some(isOnTop),
	};
}
