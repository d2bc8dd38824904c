/** `form[data-look]`: the size of type and the background that are chosen show at once; the form keeps them. */
export function look() {
	const form = document.querySelector<HTMLFormElement>('form[data-look]');
	form?.addEventListener('change', ({ target }) => {
		if (!(target instanceof HTMLInputElement)) return;
		const page = document.documentElement.dataset;
		if (target.name === 'textSize') page.size = target.value;
		if (target.name === 'theme') page.theme = target.value;
		// Where the type grows, what was chosen stays in sight.
		target.scrollIntoView({ block: 'nearest' });
	});
}
