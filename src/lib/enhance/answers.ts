/** Fetches what saves answers only where there are answers: on an attempt's pages, or while the device still holds some. */
export function answers() {
	if (
		!document.querySelector('[data-autosave], [data-autosave-review], [data-autosave-result]') &&
		!isHolding()
	)
		return;
	void import('./autosave.ts').then(({ autosave }) => autosave());
}

function isHolding(): boolean {
	try {
		return Object.keys(localStorage).some((key) => key.startsWith('cung-hoc.answer.'));
	} catch {
		return false;
	}
}
