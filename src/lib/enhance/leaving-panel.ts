/** `[data-leaving]`, which live pages have not: stands in the place of the page of who is signing out, as `held` (what was not sent) or `offline`. */
export function showLeaving(which: 'held' | 'offline' | null): HTMLElement | null {
	const panel = document.querySelector<HTMLElement>('[data-leaving]');
	if (!panel) return null;
	for (const part of panel.querySelectorAll<HTMLElement>('[data-leaving-part]'))
		part.hidden = part.dataset.leavingPart !== which;
	panel.hidden = which === null;
	document.documentElement.toggleAttribute('data-left', which !== null);
	if (which) panel.querySelector<HTMLElement>('[data-leaving-part]:not([hidden]) h1')?.focus();
	return panel;
}
