import { answerOf, isOfAttempt } from '../outbox/answer.ts';
import { waitBefore, type Entry } from '../outbox/entry.ts';

/** How long a screen is waited for, in milliseconds. */
const patience = 8000;

/**
 * The other screens of an attempt, fetched while there is a network, so that next and back work when it is gone and
 * nothing else keeps pages (plain http, browsers within apps).
 */
export class Screens {
	private readonly kept = new Map<string, string>();
	private readonly names: readonly string[];
	private tries = 0;

	constructor(
		private readonly path: string,
		count: number,
	) {
		this.names = [...Array.from({ length: count }, (_, index) => String(index + 1)), 'review'];
		const here = new URLSearchParams(location.search).get('q');
		const old = document.getElementById('screen');
		if (old && here) this.kept.set(here, old.outerHTML);
		const begin = () => setTimeout(() => void this.fetchAll(), 300);
		if (document.readyState === 'complete') begin();
		else addEventListener('load', begin);
		addEventListener('online', () => void this.fetchAll());
	}

	has(name: string): boolean {
		return this.kept.has(name);
	}

	/** Sees to it that a screen is here. False: it cannot be had now. */
	async fetch(name: string): Promise<boolean> {
		for (let n = 0; n < 3 && !this.kept.has(name); n++) {
			if (n > 0) await new Promise((resolve) => setTimeout(resolve, 500 * n));
			if ((await this.fetchOne(name)) === 'refused' || !navigator.onLine) break;
		}
		return this.kept.has(name);
	}

	/** Shows a screen without the network. False: it is not here. */
	show(name: string): boolean {
		const html = this.kept.get(name);
		const old = document.getElementById('screen');
		if (html === undefined || !old) return false;
		const box = document.createElement('template');
		box.innerHTML = html;
		const fresh = box.content.querySelector<HTMLElement>('page-part#screen');
		if (!fresh) return false;
		old.replaceWith(fresh);
		const heading = document.querySelector<HTMLElement>('[data-screen-heading]');
		if (heading) {
			heading.textContent = fresh.dataset.heading ?? '';
			heading.focus();
		}
		document.title = document.title.replace(/^[^·]*/, `${fresh.dataset.heading ?? ''} `);
		return true;
	}

	/** Where the network drops one, it is asked for again, later each time. */
	private async fetchAll(): Promise<void> {
		let isMissed = false;
		for (const name of this.names) {
			if (this.kept.has(name)) continue;
			const found = await this.fetchOne(name);
			if (found === 'refused') return;
			isMissed ||= found === 'missed';
		}
		if (isMissed && this.tries < 10) setTimeout(() => void this.fetchAll(), waitBefore(this.tries++, 0.5));
	}

	private async fetchOne(name: string): Promise<'kept' | 'missed' | 'refused'> {
		const cut = new AbortController();
		const timer = setTimeout(() => cut.abort(), patience);
		try {
			const response = await fetch(`${this.path}?q=${name}`, {
				headers: { accept: 'text/html', 'x-part': 'screen' },
				// Of an attempt that is handed in there are no screens.
				redirect: 'manual',
				signal: cut.signal,
			});
			if (!response.ok) return 'refused';
			return this.keep(name, await response.text());
		} catch {
			return this.takeFromDevice(name);
		} finally {
			clearTimeout(timer);
		}
	}

	/** Where the worker keeps pages it has them whole. */
	private async takeFromDevice(name: string): Promise<'kept' | 'missed'> {
		const page = await window.caches?.match(`${this.path}?q=${name}`).catch(() => undefined);
		return page ? this.keep(name, await page.text()) : 'missed';
	}

	private keep(name: string, html: string): 'kept' | 'missed' {
		if (!html.includes('<page-part id="screen"')) return 'missed';
		this.kept.set(name, html);
		return 'kept';
	}
}

/** On a review that was made before: what is held since is answered too. */
export function markRows(entries: readonly Entry[], attempt: string): void {
	for (const entry of entries.filter((one) => isOfAttempt(one, attempt))) {
		const answer = answerOf(entry);
		const row = document.querySelector<HTMLElement>(`[data-row="${answer?.question ?? ''}"]`);
		const words = row?.querySelector('[data-row-words]');
		if (!row || !words || answer?.answer === null) continue;
		words.textContent = row.dataset.heldWords ?? '';
		row.classList.remove('open');
		document.querySelector(`[data-open="${answer?.question ?? ''}"]`)?.remove();
	}
	const count = document.querySelector<HTMLElement>('[data-review-count]');
	const open = document.querySelectorAll('[data-row].open').length;
	if (!count || !document.querySelector('[data-row]')) return;
	for (const words of [count, document.querySelector<HTMLElement>('[data-open-count]')])
		if (words)
			words.textContent =
				(open === 1 ? words.dataset.one : words.dataset.words?.replace('{n}', String(open))) ?? '';
	if (open > 0) return;
	count.textContent = count.dataset.all ?? '';
	const meant = document.querySelector<HTMLInputElement>('input[name="anyway"]');
	const label = meant?.closest('label');
	if (meant && label) [meant.checked, label.hidden] = [true, true];
}
