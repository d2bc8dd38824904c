/** Fetches what saves answers only where there are answers: on an attempt's pages, or while the device still holds some. */
export function answers() {
	// That page looks after the outbox itself.
	if (document.querySelector('[data-outbox]')) return;
	if (
		!document.querySelector('[data-autosave], [data-autosave-review], [data-autosave-result]') &&
		!isHolding()
	)
		return;
	void import('./autosave.ts').then(({ autosave }) => autosave());
}

/** By the keys of `outbox/mirror.ts`, and of answers held before there was an outbox. */
export function isHolding(): boolean {
	try {
		return Object.keys(localStorage).some((key) => /^cung-hoc\.(outbox|answer\.)/.test(key));
	} catch {
		return false;
	}
}
