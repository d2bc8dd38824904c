/**
 * The buttons that steer what is read: `[data-listen-bar]` where the page has one, and what begins stays beside it and
 * begins anew; else those in the box itself, in place of what begins.
 */
export interface Steering {
	/** Which of the two buttons there is. */
	show(isPlaying: boolean): void;
	/** Takes the keyboard back to where listening began, if it stood on a button. */
	close(): void;
	rate(): number;
}

export interface Acts {
	pause(): void;
	resume(): void;
	skip(by: 1 | -1): void;
	end(): void;
	rate(rate: number): void;
}

const rateKey = 'cung-hoc.listen.rate';

export function bar(box: HTMLElement, start: HTMLElement | null, acts: Acts): Steering {
	const root = document.querySelector<HTMLElement>('[data-listen-bar]') ?? box;
	const off = new AbortController();
	const find = (act: string) => root.querySelector<HTMLElement>(`[data-act="${act}"]`);
	const on = (name: string, act: () => void) =>
		find(name)?.addEventListener('click', act, { signal: off.signal });
	on('pause', acts.pause);
	on('resume', acts.resume);
	on('back', () => acts.skip(-1));
	on('next', () => acts.skip(1));
	on('end', acts.end);
	const rate = root.querySelector<HTMLSelectElement>('[data-rate]');
	if (rate) rate.value = recall(rateKey) ?? '1';
	rate?.addEventListener(
		'change',
		() => {
			remember(rateKey, rate.value);
			acts.rate(Number(rate.value));
		},
		{ signal: off.signal },
	);
	let isOpen = false;
	const has = (button: HTMLElement | null) => document.activeElement === button;
	return {
		show(isPlaying) {
			const [pause, resume, end] = [find('pause'), find('resume'), find('end')];
			const hadFocus = !isOpen || has(pause) || has(resume);
			isOpen = true;
			if (root !== box) root.hidden = false;
			else if (start) start.hidden = true;
			// What is led to or has the keyboard is not covered by the bar.
			if (root !== box) document.documentElement.style.scrollPaddingBottom = `${root.offsetHeight}px`;
			if (pause) pause.hidden = !isPlaying;
			if (resume) resume.hidden = isPlaying;
			if (end) end.hidden = false;
			// No jump of the page: the bar is in sight wherever the reader is.
			if (hadFocus) (isPlaying ? (pause ?? end) : (resume ?? end))?.focus({ preventScroll: true });
		},
		close() {
			off.abort();
			const hadFocus = root.contains(document.activeElement);
			if (root === box) find('end')?.setAttribute('hidden', '');
			else root.hidden = true;
			document.documentElement.style.scrollPaddingBottom = '';
			if (start) start.hidden = false;
			if (hadFocus) start?.focus({ preventScroll: true });
		},
		rate: () => Number(rate?.value ?? recall(rateKey) ?? 1) || 1,
	};
}

/** Private windows of some browsers remember nothing. */
export function recall(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

export function remember(key: string, value: string): void {
	try {
		localStorage.setItem(key, value);
	} catch {
		// It holds for this page.
	}
}
