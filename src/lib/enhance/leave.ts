import { leavingHere, leavingKey } from '../offline/leaving-here.ts';
import { isSignedOut, noteLeaving, signOutBy } from '../offline/leaving.ts';
import type { Leaving } from '../offline/messages.ts';
import { isHolding } from './answers.ts';
import { showLeaving } from './leaving-panel.ts';

/** A reply that comes sooner needs no word before it: milliseconds. */
const patience = 3000;
/** Between two tries where there is a network that brings no answer: milliseconds. */
const again = 10_000;

/** Also where somebody was to be signed out while no network was. */
export function watchLeaving() {
	void goOn();
	addEventListener('online', () => void goOn());
	// Another tab of theirs asks for it, or has done it.
	addEventListener('storage', ({ key }) => key === leavingKey && void goOn());
}

let isLeaving = false;
/** Whose sign-out this page says it waits for, which another tab may have done meanwhile. */
let awaited: Leaving | null = null;

/** Signs out by that form. `isIdle`: nobody is there to be asked. */
export function leave(form: HTMLFormElement, { isIdle = false } = {}) {
	if (isLeaving) return;
	isLeaving = true;
	void settleHeld(form, isIdle)
		.then((isSettled) => (isSettled ? send(form) : undefined))
		.finally(() => (isLeaving = false));
}

/** Whether what is held is sent, or its owner knows of it; where that cannot be looked at it stays on the device. */
async function settleHeld(form: HTMLFormElement, isIdle: boolean): Promise<boolean> {
	if (!isHolding()) return true;
	try {
		const { beforeLeaving } = await import('./before-leaving.ts');
		return await beforeLeaving(form, isIdle);
	} catch {
		return true;
	}
}

async function send(form: HTMLFormElement): Promise<void> {
	const learner = readerOfPage();
	if (!learner) return form.submit();
	const leaving = { learner, address: leavingHere()?.address ?? form.action };
	const late = setTimeout(() => showLeaving('offline'), patience);
	const reply = await signOutBy(leaving);
	clearTimeout(late);
	if (reply) return arrive(leaving, reply, form);
	noteLeaving(leaving);
	awaited = leaving;
	if (!showLeaving('offline')) form.submit();
}

function arrive(leaving: Leaving, reply: Response, form?: HTMLFormElement): void {
	if (isSignedOut(reply)) {
		forgetSigns();
		noteLeaving(null);
		awaited = null;
		if (reply.status !== 409 && readerOfPage() === leaving.learner) return location.assign(reply.url);
	}
	// What went wrong is the site's to say.
	form?.submit();
}

/** Somebody was to be signed out while no network was: their page is hidden, and it is asked for once more. */
async function goOn(): Promise<void> {
	const leaving = leavingHere() ?? awaited;
	if (!leaving) return;
	if (readerOfPage() === leaving.learner) {
		awaited = leaving;
		showLeaving('offline');
	}
	const reply = await signOutBy(leaving);
	if (reply) arrive(leaving, reply);
	else if (navigator.onLine) setTimeout(() => void goOn(), again);
}

function readerOfPage(): string | undefined {
	return document.querySelector('main')?.dataset.learner;
}

/** What this device knows of who has left: what waits to be sent is looked after by the outbox. */
function forgetSigns() {
	try {
		for (const key of Object.keys(localStorage))
			if (/^cung-hoc\.(known|reader|rescue)/.test(key)) localStorage.removeItem(key);
	} catch {
		return;
	}
}
