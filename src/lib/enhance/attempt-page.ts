import { answerOf, isOfAttempt } from '../outbox/answer.ts';
import type { Entry } from '../outbox/entry.ts';
import { handedInBy, handInSlot } from '../outbox/hand-in.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { markNumber } from './answer-status.ts';
import { AnswerScreen, type OtherScreens } from './answer-screen.ts';
import { dropArrived, savedHere } from './arrived.ts';
import type { AttemptWork } from './attempt-work.ts';
import { tellDeadline } from './deadline.ts';
import { HandIn } from './hand-in.ts';
import { rememberMark } from './known.ts';
import { markRows, Screens } from './screens.ts';

/** The screens of an attempt: a question (`form[data-autosave]`), the review and the result. */
export class AttemptPage {
	private screen: AnswerScreen | null = null;
	private handIn: HandIn | null = null;
	private readonly screens: Screens | null;
	/** Answers that the server has by now, though a screen that was fetched before does not know. */
	private readonly saved = new Map<string, Entry>();
	private readonly ready: Promise<void>;

	constructor(private readonly work: AttemptWork) {
		const { outbox, sender, learner, recovered } = work;
		const path = document.querySelector<HTMLElement>('form[data-path]')?.dataset.path;
		const count =
			document.querySelectorAll('[data-number]').length || document.querySelectorAll('[data-row]').length;
		this.screens = path && count > 0 ? new Screens(path, count) : null;
		this.ready = recovered.then(() => dropArrived(outbox, learner));
		const { openQuiz } = document.querySelector<HTMLElement>('[data-open-quiz]')?.dataset ?? {};
		if (openQuiz) rememberMark(learner, `open/${openQuiz}`, true);
		this.begin();
		void this.ready.then(() => tellRefused(outbox, learner)).then(() => sender.flush());
		addEventListener('popstate', () => {
			const name = new URLSearchParams(location.search).get('q');
			if (!name || !this.show(name)) location.reload();
		});
		document.addEventListener('click', (event) => this.follow(event));
	}

	tell(sent: Entry, outcome: Outcome): void {
		const answer = answerOf(sent);
		if (answer && outcome.kind === 'saved') {
			this.saved.set(answer.question, sent);
			tellDeadline(outcome);
		}
		void this.screen?.tell(sent, outcome);
		this.handIn?.tell(sent, outcome);
	}

	private begin(): void {
		const { outbox, sender, learner } = this.work;
		const form = document.querySelector<HTMLFormElement>('form[data-autosave]');
		const others: OtherScreens = {
			has: (name) => this.screens?.has(name) === true,
			show: (name) => this.bring(name),
		};
		this.screen = form && new AnswerScreen(form, outbox, learner, others);
		this.screen?.listen(sender);
		this.handIn = new HandIn({ ...this.work, ready: this.ready });
		void this.mark(
			form?.dataset.attempt ?? document.querySelector<HTMLElement>('[data-attempt]')?.dataset.attempt,
		);
	}

	/** The row of numbers and the review know of what is held. */
	private async mark(attempt: string | undefined): Promise<void> {
		if (!attempt) return;
		await this.ready;
		const { outbox, learner } = this.work;
		// It is handed in, though nobody else knows yet: nothing is answered any more.
		if (this.screen && (await outbox.find(learner, handInSlot(attempt)))) return void this.bring('review');
		const held = await outbox.waiting(learner);
		const all = [...this.saved.values(), ...held];
		for (const entry of all.filter((one) => isOfAttempt(one, attempt))) {
			const answer = answerOf(entry);
			if (answer) markNumber(answer.question, answer.answer !== null);
		}
		markRows(all, attempt);
	}

	private go(name: string): boolean {
		if (!this.show(name)) return false;
		history.pushState(null, '', `${location.pathname}?q=${name}`);
		return true;
	}

	private async bring(name: string): Promise<boolean> {
		return (await this.screens?.fetch(name)) === true && this.go(name);
	}

	private show(name: string): boolean {
		if (!this.screens?.show(name)) return false;
		this.screen?.stop();
		this.fillSaved();
		this.begin();
		return true;
	}

	/** What was saved since the screen was fetched. */
	private fillSaved(): void {
		const form = document.querySelector<HTMLFormElement>('form[data-autosave]');
		const saved = this.saved.get(form?.dataset.question ?? '');
		if (!form || !saved || saved.revision <= Number(form.dataset.revision)) return;
		AnswerScreen.fill(form, answerOf(saved)?.answer ?? null, saved.revision);
	}

	/** A link of the review to a question, while there is no network. */
	private follow(event: MouseEvent): void {
		const link =
			event.target instanceof Element
				? event.target.closest<HTMLAnchorElement>('#screen a[href*="?q="]')
				: null;
		if (!link || navigator.onLine) return;
		const name = new URL(link.href).searchParams.get('q');
		if (name && this.go(name)) event.preventDefault();
	}
}

/** `[data-autosave-result]`: says so where an answer came too late to count, and the page does not say it already. */
async function tellRefused(outbox: Outbox, learner: string) {
	const note = document.querySelector<HTMLElement>('[data-autosave-result]');
	if (!note) return;
	const { attempt, saved } = savedHere();
	const all = await outbox.all(learner);
	const held = all.filter((entry) => isOfAttempt(entry, attempt));
	const isLate = (entry: Entry) => entry.revision > (saved[answerOf(entry)?.question ?? ''] ?? 0);
	note.hidden = !held.some(isLate) || note.dataset.said !== undefined;
	// The attempt is closed: nothing of it can be taken any more, and handing it in is done.
	const handIns = all.filter((entry) => attempt !== undefined && handedInBy(entry) === attempt);
	for (const entry of [...held, ...handIns]) await outbox.drop(entry);
}
