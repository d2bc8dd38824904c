import { isHolding } from './answers.ts';

/** Forms to `/sign-out`: what the device still holds is sent first. */
export function signOut() {
	document.addEventListener('submit', (event) => {
		const form = event.target;
		if (!(form instanceof HTMLFormElement) || !isHolding()) return;
		if (!/\/sign-out$/.test(new URL(form.action).pathname)) return;
		event.preventDefault();
		leave(form);
	});
}

let isLeaving = false;

/** Signs out by that form. `isIdle`: nobody is there to be asked. */
export function leave(form: HTMLFormElement, { isIdle = false } = {}) {
	if (!isHolding()) return form.submit();
	if (isLeaving) return;
	isLeaving = true;
	void import('./autosave.ts')
		.then(({ beforeLeaving }) => beforeLeaving(form, isIdle))
		.catch(() => form.submit())
		.finally(() => (isLeaving = false));
}
