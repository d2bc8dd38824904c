import { answerOf, isOfAttempt } from '../outbox/answer.ts';
import { handInEntry, handInSlot } from '../outbox/hand-in.ts';
import type { Entry } from '../outbox/entry.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { addField } from './answer-form.ts';
import type { AttemptWork } from './attempt-work.ts';

interface Holding extends AttemptWork {
	/** What the server has already is no longer held. */
	ready: Promise<void>;
}

/** How long handing in waits for a network that does not answer. */
const patience = 3000;

/**
 * `form[data-autosave-review]`: what the device still holds is sent first, then the hand-in. Without a network both are
 * held, the page says so (`[data-handed-in]`) and leads on; what cannot be sent otherwise travels with the form.
 */
export class HandIn {
	private readonly form = document.querySelector<HTMLFormElement>('form[data-autosave-review]');
	private readonly attempt = this.form?.dataset.attempt ?? '';
	private outcome: Outcome | null = null;
	private isBusy = false;

	constructor(private readonly work: Holding) {
		const { form } = this;
		if (!form) return;
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			if (this.isBusy || (!form.checkValidity() && !form.noValidate)) return;
			this.isBusy = true;
			void this.handIn(form).finally(() => (this.isBusy = false));
		});
		void this.begin(form);
	}

	tell(sent: Entry, outcome: Outcome): void {
		if (!this.form || sent.slot !== handInSlot(this.attempt)) return;
		this.outcome = outcome;
		// Whoever waits on this page is shown what came of it.
		if (!this.isBusy && outcome.kind === 'saved') this.toResult();
	}

	private async begin(form: HTMLFormElement): Promise<void> {
		const { outbox, sender, learner, ready, last } = this.work;
		await ready;
		if (await outbox.find(learner, handInSlot(this.attempt))) return this.showHeld();
		if ((await this.held()).length === 0) return;
		await sender.flush();
		const left = await this.held();
		if (this.isBusy) return;
		if (left.length === 0) return location.reload();
		const { keep } = form.dataset;
		if (last()?.kind !== 'blocked' || !keep) return;
		form.action = keep;
		sendWith(form, left);
	}

	private async handIn(form: HTMLFormElement): Promise<void> {
		const { outbox, sender, learner, last } = this.work;
		// A question that is open has to be meant: the form says so by itself.
		const meant = form.querySelector<HTMLInputElement>('input[name="anyway"]:not([type="hidden"])');
		if (meant?.checked === false) return navigator.onLine ? form.submit() : meant.focus();
		// Told once, and pressed again while the browser has a network: the form may do what the script cannot.
		const panel = document.querySelector<HTMLElement>('[data-handed-in]');
		if (panel?.hidden === false) return sendWith(form, await this.held());
		const { title = '', path = '' } = form.dataset;
		const locale = document.documentElement.lang;
		const entry = handInEntry({
			attempt: this.attempt,
			learner,
			at: Date.now(),
			title,
			page: `${path}/result`,
			locale,
		});
		await outbox.hold(entry);
		await Promise.race([sender.flush(), new Promise((resolve) => setTimeout(resolve, patience))]);
		if (this.outcome?.kind === 'saved') return this.toResult();
		const said = this.outcome ?? last();
		const isOffline = !navigator.onLine || said === null || (said.kind === 'retry' && said.offline);
		if (isOffline) return this.showHeld();
		// The form gets through where the script does not, and says what is wrong.
		sendWith(form, await this.held());
	}

	private showHeld(): void {
		const panel = document.querySelector<HTMLElement>('[data-handed-in]');
		if (!panel || !this.form) return;
		this.form.hidden = !navigator.onLine;
		panel.hidden = false;
		panel.focus();
	}

	private toResult(): void {
		location.assign(`${this.form?.dataset.path ?? ''}/result`);
	}

	private async held(): Promise<Entry[]> {
		const { outbox, learner } = this.work;
		return (await outbox.waiting(learner)).filter((entry) => isOfAttempt(entry, this.attempt));
	}
}

function sendWith(form: HTMLFormElement, held: Entry[]) {
	const answers = held.map((entry) => ({ ...answerOf(entry), revision: entry.revision }));
	if (answers.length > 0) addField(form, 'held', JSON.stringify(answers));
	form.submit();
}
