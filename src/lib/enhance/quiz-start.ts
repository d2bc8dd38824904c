import { visitor } from '#schemas/whose.ts';
import type { Locale } from '#schemas/names.ts';
import { localise } from '../locale.ts';
import { isKept, readerHere } from '../offline/reader.ts';
import { knownMarks } from './known.ts';

/** `[data-quiz-start]`: no attempt begins without a network, which is said in place; one that lies on the device goes on. */
export function quizStart(box: HTMLElement): void {
	const form = box.querySelector('form');
	form?.addEventListener('submit', (event) => {
		if (navigator.onLine && !isKept()) return;
		event.preventDefault();
		event.stopPropagation();
		void say();
	});
	if (isKept()) void say();
	else addEventListener('online', () => show('now'));

	async function say(): Promise<void> {
		const attempt = await attemptHere(box.dataset.quizStart ?? '');
		box.querySelector('[data-start-go-on] a')?.setAttribute('href', attempt ?? '');
		show(attempt === null ? 'later' : 'go-on');
	}

	function show(which: 'now' | 'later' | 'go-on'): void {
		for (const name of ['now', 'later', 'go-on']) {
			const part = box.querySelector<HTMLElement>(`[data-start-${name}]`);
			if (part) part.hidden = name !== which;
		}
	}
}

/** The newest attempt at a quiz, `course/quiz`, whose screens lie on this device. */
async function attemptHere(quiz: string): Promise<string | null> {
	const locale = document.documentElement.lang as Locale;
	const prefix = `open/${quiz}/`;
	const ids = Object.keys(knownMarks(readerHere() ?? visitor))
		.filter((slot) => slot.startsWith(prefix))
		.map((slot) => slot.slice(prefix.length));
	for (const id of ids.reverse()) {
		const path = localise(locale, `/attempts/${id}`);
		if (await caches.match(`${path}?q=1`).catch(() => undefined)) return path;
	}
	return null;
}
