import type { Outcome } from '../outbox/outcome.ts';

/** How a mark stands, said in words beside it. The page brings the words, as `data-words-…` on `[data-lesson]`. */
export type MarkState = 'held' | 'held-in-page' | 'sending' | 'saved' | 'signed-out' | 'refused';

/** How long a mark may be on its way before it is said to be on this device, as it is until a receipt comes. */
export const patience = 2000;
const waiting = new WeakMap<Element, ReturnType<typeof setTimeout>>();

/** What an outcome says of a mark; null: nothing that its owner need know. */
export function stateAfter({ kind }: Outcome, isLasting: boolean): MarkState | null {
	if (kind === 'saved') return 'saved';
	if (kind === 'refused') return 'refused';
	if (kind === 'signed-out' || kind === 'other-learner') return 'signed-out';
	if (kind === 'retry' || kind === 'blocked') return isLasting ? 'held' : 'held-in-page';
	return null;
}

/** Says it in the `[data-mark-state]` of a mark. `more`: why the server does not take it. */
export function sayState(mark: Element, state: MarkState, more = ''): void {
	clearTimeout(waiting.get(mark));
	const place = mark.querySelector<HTMLElement>('[data-mark-state]');
	if (!place) return;
	const words = wordsFor(state);
	place.textContent = [words, more].filter(Boolean).join('. ');
	place.dataset.markState = state;
}

/** It is being sent. */
export function saySending(mark: Element, isLasting: () => boolean): void {
	sayState(mark, 'sending');
	waiting.set(
		mark,
		setTimeout(() => sayState(mark, isLasting() ? 'held' : 'held-in-page'), patience),
	);
}

export function wordsFor(name: string): string {
	return document.querySelector('[data-lesson]')?.getAttribute(`data-words-${name}`) ?? '';
}
