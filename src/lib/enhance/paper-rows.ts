/** `form[data-paper-rows]`: Enter goes to the next row, and from the last one to the button that saves. */
export function paperRows() {
	const form = document.querySelector<HTMLFormElement>('form[data-paper-rows]');
	form?.addEventListener('keydown', (event) => {
		const { target } = event;
		if (event.key !== 'Enter' || event.isComposing || !(target instanceof HTMLInputElement)) return;
		const row = target.closest('tr');
		if (!row) return;
		event.preventDefault();
		const next = row.nextElementSibling?.querySelector<HTMLElement>('input:not([type="hidden"])');
		(next ?? form.querySelector<HTMLElement>('button'))?.focus();
	});
}
