import { answerOf, isOfAttempt } from '../outbox/answer.ts';
import type { Entry } from '../outbox/entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Outcome } from '../outbox/outcome.ts';
import type { Sender } from '../outbox/sender.ts';
import { addField } from './answer-form.ts';

interface Holding {
	outbox: Outbox;
	sender: Sender;
	learner: string;
	/** What the server has already is no longer held. */
	ready: Promise<void>;
	/** What came of the last entry that was sent. */
	last(): Outcome | null;
}

/**
 * `form[data-autosave-review]`: what the device still holds is sent first, and the list shows it. What cannot be sent
 * travels with the form: only a missing network is waited for, and not for ever.
 */
export function beforeHandingIn({ outbox, sender, learner, ready, last }: Holding) {
	const form = document.querySelector<HTMLFormElement>('form[data-autosave-review]');
	if (!form) return;
	const held = async () =>
		(await outbox.waiting(learner)).filter((entry) => isOfAttempt(entry, form.dataset.attempt));
	const note = document.querySelector<HTMLElement>('[data-autosave-held]');
	let isBusy = false;

	const handIn = async () => {
		if ((await held()).length > 0) await sender.flush();
		const left = await held();
		const outcome = last();
		const isOffline = !navigator.onLine || (outcome?.kind === 'retry' && outcome.offline);
		// Told once, and pressed again while the browser has a network: then the form may do what the script cannot.
		const isTold = note?.hidden === false && navigator.onLine;
		if (left.length === 0 || !isOffline || isTold) return sendWith(form, left);
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
		await ready;
		if ((await held()).length === 0) return;
		await sender.flush();
		const left = await held();
		if (isBusy) return;
		if (left.length === 0) return location.reload();
		const { keep } = form.dataset;
		if (last()?.kind !== 'blocked' || !keep) return;
		form.action = keep;
		sendWith(form, left);
	})();
}

function sendWith(form: HTMLFormElement, held: Entry[]) {
	const answers = held.map((entry) => ({ ...answerOf(entry), revision: entry.revision }));
	if (answers.length > 0) addField(form, 'held', JSON.stringify(answers));
	form.submit();
}
