import type { Entry } from '../outbox/entry.ts';
import { rememberWhoLeaves } from '../outbox/leaving.ts';
import type { Outbox } from '../outbox/outbox.ts';

/**
 * `[data-held-of]`: what this device still holds of guests whose learning may be brought into the account. On a shared
 * device it goes where somebody says that it is not theirs.
 */
export async function heldHere(box: HTMLElement, outbox: Outbox): Promise<void> {
	const guests = (box.dataset.heldOf ?? '').split(' ');
	const held = await outbox.waiting(...guests);
	const title = box.querySelector('h2 span');
	if (held.length === 0 || !title) return;
	title.textContent = (box.dataset.words ?? '').replace('{n}', String(held.length));
	box.querySelector('[data-held-things]')?.replaceChildren(...held.map(rowOf));
	box.hidden = false;
	if (box.dataset.drops === undefined) return;
	document.addEventListener('submit', ({ submitter }) => {
		const isNo = submitter instanceof HTMLButtonElement && submitter.value === 'no';
		if (isNo) rememberWhoLeaves(guests[0] ?? '', guests);
	});
}

/** One of them in a list, in the language in which it was done. */
export function rowOf({ title, locale }: Entry): HTMLElement {
	const row = document.createElement('li');
	row.textContent = title;
	if (locale) row.lang = locale;
	return row;
}
