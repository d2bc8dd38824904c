import { isHolding } from './answers.ts';

/** Forms to `/sign-out`: what the device still holds is sent first. */
export function signOut() {
	document.addEventListener('submit', (event) => {
		const form = event.target;
		if (!(form instanceof HTMLFormElement) || !/\/sign-out$/.test(new URL(form.action).pathname)) return;
		forgetSigns();
		if (!isHolding()) return;
		event.preventDefault();
		leave(form);
	});
}

/** What this device knows of who leaves: what waits to be sent is looked after by the outbox. */
function forgetSigns() {
	try {
		for (const key of Object.keys(localStorage))
			if (/^cung-hoc\.(known|reader|rescue)/.test(key)) localStorage.removeItem(key);
	} catch {
		return;
	}
}

let isLeaving = false;

/** Signs out by that form. `isIdle`: nobody is there to be asked. */
export function leave(form: HTMLFormElement, { isIdle = false } = {}) {
	forgetSigns();
	if (!isHolding()) return form.submit();
	if (isLeaving) return;
	isLeaving = true;
	void import('./autosave.ts')
		.then(({ beforeLeaving }) => beforeLeaving(form, isIdle))
		.catch(() => form.submit())
		.finally(() => (isLeaving = false));
}
