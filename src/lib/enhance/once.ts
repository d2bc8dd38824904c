/** `<form data-once>`: a second press while the first is on its way sends nothing. */
export function once() {
	const pressed = new Set<HTMLButtonElement>();
	document.addEventListener('submit', ({ target, submitter }) => {
		if (!(target instanceof HTMLFormElement) || target.dataset.once === undefined) return;
		if (!(submitter instanceof HTMLButtonElement)) return;
		// After this event, so that the button's own name and value still go with the form.
		setTimeout(() => {
			submitter.disabled = true;
			pressed.add(submitter);
		});
	});
	addEventListener('pageshow', () => {
		for (const button of pressed) button.disabled = false;
		pressed.clear();
	});
}
