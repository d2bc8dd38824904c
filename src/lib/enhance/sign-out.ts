import { leavingHere } from '../offline/leaving-here.ts';
import { isHolding } from './answers.ts';

type Leave = typeof import('./leave.ts');
let found: Leave | null = null;
let coming: Promise<unknown> | undefined;
/** Milliseconds that signing out waits for what looks after it, where something is held. */
const patience = 4000;

/**
 * Forms to `/sign-out`: what the device still holds is sent or shown first, and where no network is the page says that
 * nobody is signed out yet, and hides what is theirs. What does so is fetched with the page: by then it may be too late.
 */
export function signOut() {
	if (!leavingHere() && !document.querySelector('main[data-learner]')) return;
	document.addEventListener('submit', (event) => {
		const form = event.target;
		if (!(form instanceof HTMLFormElement) || !/\/sign-out$/.test(new URL(form.action).pathname)) return;
		if (!found && !isHolding()) return;
		event.preventDefault();
		void leaveBy(form);
	});
	coming = import('./leave.ts').then((leaving) => (found = leaving).watchLeaving()).catch(() => undefined);
}

/** Signs out by that form. `isIdle`: nobody is there to be asked. */
export async function leaveBy(form: HTMLFormElement, how = { isIdle: false }): Promise<void> {
	// Pressed as soon as the page stood there.
	if (!found && isHolding())
		await Promise.race([coming, new Promise((resolve) => setTimeout(resolve, patience))]);
	if (found) found.leave(form, how);
	else form.submit();
}
