import { answerOf, isOfAttempt } from '../outbox/answer.ts';
import type { Entry } from '../outbox/entry.ts';

/**
 * The other screens of an attempt, fetched once while there is a network, so that next and back work when it is gone and
 * nothing else keeps pages (plain http, browsers within apps).
 */
export class Screens {
	private readonly kept = new Map<string, string>();

	constructor(
		private readonly path: string,
		count: number,
	) {
		const names = [...Array.from({ length: count }, (_, index) => String(index + 1)), 'review'];
		const here = new URLSearchParams(location.search).get('q');
		const old = document.getElementById('screen');
		if (old && here) this.kept.set(here, old.outerHTML);
		const begin = () => setTimeout(() => void this.fetchAll(names), 300);
		if (document.readyState === 'complete') begin();
		else addEventListener('load', begin);
	}

	/** Shows a screen without the network. False: it is not here. */
	show(name: string): boolean {
		const html = this.kept.get(name);
		const old = document.getElementById('screen');
		if (html === undefined || !old) return false;
		const box = document.createElement('template');
		box.innerHTML = html;
		const fresh = box.content.querySelector<HTMLElement>('page-part');
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

	private async fetchAll(names: string[]): Promise<void> {
		for (const name of names) {
			if (this.kept.has(name)) continue;
			try {
				const response = await fetch(`${this.path}?q=${name}`, {
					headers: { accept: 'text/html', 'x-part': 'screen' },
					// Of an attempt that is handed in there are no screens.
					redirect: 'manual',
				});
				if (!response.ok) return;
				const html = await response.text();
				if (html.includes('<page-part id="screen"')) this.kept.set(name, html);
			} catch {
				return;
			}
		}
	}
}

/** On a review that was made before: what is held since is answered too. */
export function markRows(entries: readonly Entry[], attempt: string): void {
	for (const entry of entries.filter((one) => isOfAttempt(one, attempt))) {
		const row = document.querySelector<HTMLElement>(`[data-row="${answerOf(entry)?.question ?? ''}"]`);
		const words = row?.querySelector('[data-row-words]');
		if (!row || !words || answerOf(entry)?.answer === null) continue;
		words.textContent = row.dataset.heldWords ?? '';
		row.classList.remove('open');
	}
	if (!document.querySelector('[data-row]') || document.querySelector('[data-row].open')) return;
	const count = document.querySelector<HTMLElement>('[data-review-count]');
	if (count) count.textContent = count.dataset.all ?? '';
	const meant = document.querySelector<HTMLInputElement>('input[name="anyway"]');
	const label = meant?.closest('label');
	if (meant && label) [meant.checked, label.hidden] = [true, true];
}
