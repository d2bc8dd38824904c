import { answerOf, isOfAttempt } from '../outbox/answer.ts';
import type { Entry } from '../outbox/entry.ts';
import { forgetWhoLeft, rememberWhoLeaves } from '../outbox/leaving.ts';
import { outboxOfDevice, startSender } from '../outbox/open.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { AnswerScreen } from './answer-screen.ts';
import { dropArrived, savedHere } from './arrived.ts';
import { beforeHandingIn } from './hand-in.ts';

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
	let last: Outcome | null = null;
	const sender = startSender(outbox, [learner], (sent, outcome) => {
		last = outcome;
		void screen?.tell(sent, outcome);
	});
	screen?.listen(sender);
	const ready = recovered.then(() => dropArrived(outbox, learner));
	beforeHandingIn({ outbox, sender, learner, ready, last: () => last });
	void ready
		.then(() => tellRefused(outbox, learner))
		.then(() => sender.flush())
		.then(() => (form ? undefined : showRefused(outbox, learner)));
}

/** `[data-refused]`: what the server did not take is no secret, on whatever page its owner is. */
async function showRefused(outbox: Outbox, learner: string) {
	const note = document.querySelector<HTMLElement>('[data-refused]');
	if (note) note.hidden = !(await outbox.all(learner)).some(({ refused }) => refused);
}

/** `[data-autosave-result]`: says so where an answer came too late to count, and the page does not say it already. */
async function tellRefused(outbox: Outbox, learner: string) {
	const note = document.querySelector<HTMLElement>('[data-autosave-result]');
	if (!note) return;
	const { attempt, saved } = savedHere();
	const held = (await outbox.all(learner)).filter((entry) => isOfAttempt(entry, attempt));
	const isLate = (entry: Entry) => entry.revision > (saved[answerOf(entry)?.question ?? ''] ?? 0);
	note.hidden = !held.some(isLate) || note.dataset.said !== undefined;
	// The attempt is closed: nothing of it can be taken any more.
	for (const entry of held) await outbox.drop(entry);
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
	let isOthers = false;
	const sender = startSender(outbox, [learner], (_sent, { kind }) => (isOthers ||= kind === 'other-learner'));
	await Promise.race([sender.flush(), new Promise((resolve) => setTimeout(resolve, patience))]);
	const isAllSent = (await outbox.waiting(learner)).length === 0;
	const isMeant = form.dataset.leaveAnyway !== undefined;
	if (leaves === 'shared' && !isAllSent && !isIdle && !isMeant) return location.assign(device);
	// Nobody was asked, or this is not who leaves: what could not be sent waits, seen by nobody, for its owner to come back.
	if (leaves && !isOthers && (isAllSent || !isIdle)) rememberWhoLeaves(learner);
	form.submit();
}
