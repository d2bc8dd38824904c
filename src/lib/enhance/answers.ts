/**
 * Fetches what holds and sends what people do only where there is something to do: on an attempt's pages and in lessons,
 * or while the device still holds something.
 */
export function answers() {
	// That page looks after the outbox itself.
	if (document.querySelector('[data-outbox]')) return;
	if (
		document.querySelector('[data-autosave], [data-autosave-review], [data-autosave-result]') ||
		isHolding()
	)
		return load();
	// A lesson is read before anything is done in it; what holds it must be there before the network is gone.
	if (document.querySelector('[data-lesson]')) addEventListener('load', () => setTimeout(load));
}

/** Until it is there each thing that is done, and each sign of a network, is another occasion. */
function load() {
	let isOnItsWay = false;
	const signs = [
		['online', window],
		['part-failed', document],
		['change', document],
		['visibilitychange', document],
	] as const;
	const again = () => {
		if (isOnItsWay) return;
		isOnItsWay = true;
		void import('./autosave.ts')
			.then(({ autosave }) => autosave())
			.then(() => signs.forEach(([type, target]) => target.removeEventListener(type, again)))
			.catch(() => undefined)
			.finally(() => (isOnItsWay = false));
	};
	for (const [type, target] of signs) target.addEventListener(type, again);
	again();
}

/** By the keys of `outbox/mirror.ts`, and of answers held before there was an outbox. */
export function isHolding(): boolean {
	try {
		return Object.keys(localStorage).some((key) => /^cung-hoc\.(outbox|answer\.)/.test(key));
	} catch {
		return false;
	}
}
