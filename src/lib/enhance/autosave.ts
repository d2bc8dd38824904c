import { isOfAttempt } from '../outbox/answer.ts';
import { forgetWhoLeft, rememberWhoLeaves } from '../outbox/leaving.ts';
import { outboxOfDevice, startSender } from '../outbox/open.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Sender } from '../outbox/sender.ts';
import { AnswerScreen } from './answer-screen.ts';

/**
 * Saves answers as they are given (`form[data-autosave]`), holds them on the device while the network fails, and sends
 * what is still held from whatever page comes next (`[data-learner]` names whose).
 */
export function autosave() {
	const learner = document.querySelector<HTMLElement>('[data-learner]')?.dataset.learner ?? null;
	const { outbox, recovered } = outboxOfDevice();
	void recovered.then(() => forgetWhoLeft(outbox, learner));
	if (!learner) return;
	const form = document.querySelector<HTMLFormElement>('form[data-autosave]');
	const screen = form && new AnswerScreen(form, outbox, learner);
	const sender = startSender(outbox, learner, (sent, outcome) => void screen?.tell(sent, outcome));
	screen?.listen(sender);
	beforeHandingIn(outbox, sender, learner);
	void tellRefused(outbox, learner);
	void recovered.then(() => sender.flush()).then(() => (form ? undefined : showRefused(outbox, learner)));
}

/** `[data-refused]`: what the server did not take is no secret, on whatever page its owner is. */
async function showRefused(outbox: Outbox, learner: string) {
	const note = document.querySelector<HTMLElement>('[data-refused]');
	if (note) note.hidden = !(await outbox.all(learner)).some(({ refused }) => refused);
}

/** `form[data-autosave-review]`: what the device still holds goes first, and the list shows it. */
function beforeHandingIn(outbox: Outbox, sender: Sender, learner: string) {
	const form = document.querySelector<HTMLFormElement>('form[data-autosave-review]');
	if (!form) return;
	const isHolding = async () =>
		(await outbox.waiting(learner)).some((held) => isOfAttempt(held, form.dataset.attempt));
	const note = document.querySelector<HTMLElement>('[data-autosave-held]');
	let isBusy = false;
	const handIn = async () => {
		if (await isHolding()) await sender.flush();
		if (!(await isHolding())) return form.submit();
		isBusy = false;
		if (note) note.hidden = false;
	};
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		if (isBusy) return;
		isBusy = true;
		void handIn();
	});
	addEventListener('pageshow', () => (isBusy = false));
	void (async () => {
		if (!(await isHolding())) return;
		await sender.flush();
		if (!isBusy && !(await isHolding())) location.reload();
	})();
}

/** `[data-autosave-result]`: says so where an answer came too late to count, and the page does not say it already. */
async function tellRefused(outbox: Outbox, learner: string) {
	const note = document.querySelector<HTMLElement>('[data-autosave-result]');
	if (!note) return;
	const late = (await outbox.all(learner)).filter((held) => isOfAttempt(held, note.dataset.autosaveResult));
	note.hidden = late.length === 0 || note.dataset.said !== undefined;
	// The attempt is closed: nothing of it can be taken any more.
	for (const held of late) await outbox.drop(held);
}

/** How long signing out waits for what is still held. */
const patience = 4000;

/**
 * Sends what is held, then signs out by that form. Of a guest, and of who uses a shared device, nothing stays here;
 * where something cannot be sent and would be lost with it, its owner is shown it first.
 */
export async function beforeLeaving(form: HTMLFormElement, isIdle: boolean) {
	const { learner = '', leaves, device = '' } = document.querySelector<HTMLElement>('main')?.dataset ?? {};
	const { outbox, recovered } = outboxOfDevice();
	await recovered;
	const sender = startSender(outbox, learner, () => undefined);
	await Promise.race([sender.flush(), new Promise((resolve) => setTimeout(resolve, patience))]);
	const isAllSent = (await outbox.waiting(learner)).length === 0;
	const isMeant = form.dataset.leaveAnyway !== undefined;
	if (leaves === 'shared' && !isAllSent && !isIdle && !isMeant) return location.assign(device);
	// Nobody was asked: what could not be sent waits, seen by nobody, for its owner to come back.
	if (leaves && (isAllSent || !isIdle)) rememberWhoLeaves(learner);
	form.submit();
}
