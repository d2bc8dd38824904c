import type { PlainAnswer, QuestionKind } from '#schemas/question.ts';
import { fromForm, toForm } from '../questions/forms.ts';
import { nextRevision, type AnswerQueue, type HeldAnswer, type Outcome } from './answer-queue.ts';
import type { AnswerSender } from './answer-sender.ts';
import { AnswerStatus, clock, markNumber } from './answer-status.ts';

/** How long going on waits for the answer to arrive. After that it goes on, and the answer follows from there. */
const patience = 4000;
const typingPause = 1000;

/** The question on the screen: what is answered there is held and sent at once, and the screen says how that stands. */
export class AnswerScreen {
	private readonly attempt: string;
	private readonly question: string;
	private readonly status: AnswerStatus;
	/** What was given last, as text to compare by. */
	private last: string;
	private revision: number;
	private outcome: Outcome | null = null;

	constructor(
		private readonly form: HTMLFormElement,
		private readonly queue: AnswerQueue,
		private readonly learner: string,
		private readonly isLasting: () => boolean,
	) {
		const { attempt = '', question = '', revision = '0' } = form.dataset;
		this.attempt = attempt;
		this.question = question;
		this.revision = Number(revision);
		this.status = new AnswerStatus(form);
		this.last = this.shown()?.value ?? JSON.stringify(this.given());
		this.restore();
	}

	listen(sender: AnswerSender): void {
		// On a slow network the question is answered before this script arrives.
		if (this.take()) sender.soon(0);
		this.form.addEventListener('change', () => (this.take() ? sender.soon(0) : this.sayUnreadable()));
		this.form.addEventListener('input', ({ target }) => {
			const isTyped = target instanceof HTMLInputElement && target.type === 'text';
			if (this.take()) sender.soon(isTyped ? typingPause : 0);
		});
		addEventListener('pagehide', () => {
			this.take();
			if (this.queue.waiting(this.learner).length > 0) void sender.flush();
		});
		addEventListener('pageshow', () => this.form.removeAttribute('aria-busy'));
		this.form.addEventListener('submit', (event) => {
			const { submitter } = event;
			// Without the button's name the plain form saves and goes on by itself.
			if (!(submitter instanceof HTMLButtonElement)) return;
			event.preventDefault();
			if (this.form.getAttribute('aria-busy') === 'true') return;
			this.form.setAttribute('aria-busy', 'true');
			void this.leave(submitter.value, sender).finally(() => this.form.removeAttribute('aria-busy'));
		});
	}

	/** Says on the screen what became of an answer, of this question or of one before. */
	tell(sent: HeldAnswer, outcome: Outcome): void {
		const isHere = sent.attempt === this.attempt && sent.question === this.question;
		if (outcome.kind === 'saved' && sent.attempt === this.attempt)
			markNumber(sent.question, sent.answer !== null);
		if (isHere && sent.revision === this.revision) this.outcome = outcome;
		if (outcome.kind === 'retry') return this.status.say(this.isLasting() ? 'held' : 'held-in-page', 'held');
		if (outcome.kind === 'signed-out') return this.status.say('signed-out', 'held');
		if (!isHere && this.queue.waiting(this.learner).length === 0) this.status.clearHeld();
		// A newer answer is on its way; what became of the older one no longer matters.
		if (!isHere || sent.revision !== this.revision) return;
		if (outcome.kind === 'saved') return this.status.say('saved', 'saved', clock(outcome.savedAt));
		if (outcome.kind === 'elsewhere') return this.status.say('elsewhere', 'refused');
		if (outcome.kind === 'unreadable') return this.isTyping() ? this.status.clear() : this.sayUnreadable();
		this.status.say(outcome.why, 'refused');
		// Of a closed attempt the result tells once more.
		if (outcome.why === 'gone') this.queue.drop(sent);
	}

	/** What is held from before shows again: it is newer than what the server had when it made the page. */
	private restore(): void {
		const held = this.queue.find(this.attempt, this.question);
		if (!held || held.learner !== this.learner) return;
		if (held.refused) this.status.say(held.refused, 'refused');
		if (held.refused || held.revision <= this.revision) return this.queue.drop(held);
		// Answered anew before this script arrived: that is the newest of all.
		if (JSON.stringify(this.given()) !== this.last) return;
		const given = toForm(this.form.dataset.kind as QuestionKind, held.answer);
		for (const control of this.controls()) {
			const values = given.flatMap(([field, value]) => (field === control.name ? [value] : []));
			const isTick = control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type);
			if (isTick) control.checked = values.includes(control.value);
			else control.value = values[0] ?? '';
		}
		this.forgetShown();
		this.last = JSON.stringify(held.answer);
		this.revision = held.revision;
		this.status.say(this.isLasting() ? 'held' : 'held-in-page', 'held');
	}

	/** Holds the answer where it is another than before. */
	private take(): boolean {
		const answer = this.given();
		const text = JSON.stringify(answer);
		if (text === this.last) return false;
		const { attempt, question, learner } = this;
		const known = Math.max(this.revision, this.queue.find(attempt, question)?.revision ?? 0);
		this.last = text;
		this.outcome = null;
		this.revision = nextRevision(known, Date.now());
		this.queue.hold({ learner, attempt, question, answer, revision: this.revision });
		this.forgetShown();
		this.status.clear();
		this.status.sayLater('sending', 'sending');
		return true;
	}

	/** Half a number is no mistake while it is being typed. */
	private isTyping(): boolean {
		const { activeElement } = document;
		return this.controls().some((control) => control === activeElement && /^text/.test(control.type));
	}

	private sayUnreadable(): void {
		if (this.outcome?.kind === 'unreadable')
			this.status.say('unreadable', 'refused', '', this.outcome.message);
	}

	/** The plain form would take an answer that was changed and changed back for one that was never touched. */
	private forgetShown(): void {
		const shown = this.shown();
		if (shown) shown.value = '';
	}

	/** What the page was made with: the answer that the server has. */
	private shown(): HTMLInputElement | null {
		const input = this.form.elements.namedItem('was');
		return input instanceof HTMLInputElement ? input : null;
	}

	private async leave(to: string, sender: AnswerSender): Promise<void> {
		this.take();
		const isWaiting = () => this.queue.waiting(this.learner).some((held) => held.attempt === this.attempt);
		if (isWaiting())
			await Promise.race([sender.flush(), new Promise((resolve) => setTimeout(resolve, patience))]);
		const path = this.form.dataset.path ?? '';
		const { outcome } = this;
		if (outcome?.kind === 'refused' && outcome.why !== 'gone')
			return location.assign(`${path}/result${this.isLasting() ? '' : `?note=${outcome.why}`}`);
		this.sayUnreadable();
		const mustStay =
			outcome?.kind === 'retry' ? outcome.offline : outcome !== null && outcome.kind !== 'saved';
		if (mustStay || !navigator.onLine) return this.status.show();
		if (!isWaiting() || this.isLasting()) return location.assign(`${path}?q=${to}`);
		this.sendPlainly(to);
	}

	private sendPlainly(to: string): void {
		const pressed = document.createElement('input');
		Object.assign(pressed, { type: 'hidden', name: 'go', value: to });
		this.form.append(pressed);
		this.form.submit();
	}

	private given(): PlainAnswer {
		return fromForm(this.form.dataset.kind as QuestionKind, new FormData(this.form));
	}

	/** All that an answer is given by: its fields are called `answer`, or `answer.` and the name of a part. */
	private controls() {
		const found = this.form.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
			'input, select, textarea',
		);
		return [...found].filter(({ name }) => name === 'answer' || name.startsWith('answer.'));
	}
}
