import type { PlainAnswer, QuestionKind } from '#schemas/question.ts';
import { readAnswer } from '../questions/read.ts';
import { nextRevision, type AnswerQueue, type HeldAnswer, type Outcome } from './answer-queue.ts';
import type { AnswerSender } from './answer-sender.ts';

/** How long going on waits for the answer to arrive. After that it goes on, and the answer follows from there. */
const patience = 4000;
const typingPause = 700;
type State = 'saved' | 'sending' | 'held' | 'refused';

/** The question on the screen: what is answered there is held and sent at once, and the screen says how that stands. */
export class AnswerScreen {
	private readonly attempt: string;
	private readonly question: string;
	private readonly status: HTMLElement | null;
	/** What was given last, as text to compare by. */
	private last: string;
	private revision: number;
	private outcome: Outcome | null = null;
	private waiting = 0;

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
		this.status = form.querySelector('[data-autosave-status]');
		this.last = JSON.stringify(this.given());
		this.restore();
	}

	listen(sender: AnswerSender): void {
		this.form.addEventListener('change', () => this.take() && sender.soon(0));
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
		if (outcome.kind === 'saved' && sent.attempt === this.attempt) markNumber(sent.question, sent.answer !== null);
		if (isHere && sent.revision === this.revision) this.outcome = outcome;
		if (outcome.kind === 'retry') return this.say(this.isLasting() ? 'held' : 'held-in-page', 'held');
		if (outcome.kind === 'signed-out') return this.say('signed-out', 'held');
		// A newer answer is on its way; what became of the older one no longer matters.
		if (!isHere || sent.revision !== this.revision) return;
		if (outcome.kind === 'saved') return this.say('saved', 'saved', clock(outcome.savedAt));
		if (outcome.kind === 'elsewhere') return this.say('elsewhere', 'refused');
		if (outcome.kind === 'unreadable') return this.say('unreadable', 'refused', '', outcome.message);
		this.say(outcome.why, 'refused');
		this.queue.drop(sent);
	}

	/** What is held from before shows again: it is newer than what the server had when it made the page. */
	private restore(): void {
		const held = this.queue.find(this.attempt, this.question);
		if (!held || held.learner !== this.learner) return;
		if (held.refused) this.say(held.refused, 'refused');
		if (held.refused || held.revision <= this.revision) return this.queue.drop(held);
		for (const input of this.inputs()) {
			if (input.type === 'text') input.value = held.answer === null ? '' : String(held.answer);
			else input.checked = [held.answer].flat().map(String).includes(input.value);
		}
		this.forgetShown();
		this.last = JSON.stringify(held.answer);
		this.revision = held.revision;
		this.say(this.isLasting() ? 'held' : 'held-in-page', 'held');
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
		clearTimeout(this.waiting);
		this.waiting = setTimeout(() => this.say('sending', 'sending'), 1500);
		return true;
	}

	/** The plain form would take an answer that was changed and changed back for one that was never touched. */
	private forgetShown(): void {
		const shown = this.form.elements.namedItem('was');
		if (shown instanceof HTMLInputElement) shown.value = '';
	}

	private async leave(to: string, sender: AnswerSender): Promise<void> {
		this.take();
		const isWaiting = () => this.queue.waiting(this.learner).some((held) => held.attempt === this.attempt);
		if (isWaiting()) await Promise.race([sender.flush(), new Promise((resolve) => setTimeout(resolve, patience))]);
		const path = this.form.dataset.path ?? '';
		const { outcome } = this;
		if (outcome?.kind === 'refused' && outcome.why !== 'gone')
			return location.assign(`${path}/result?note=${outcome.why}`);
		const mustStay = outcome?.kind === 'retry' ? outcome.offline : outcome !== null && outcome.kind !== 'saved';
		if (mustStay || !navigator.onLine) return this.status?.scrollIntoView({ block: 'center' });
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
		return readAnswer(this.form.dataset.kind as QuestionKind, new FormData(this.form));
	}

	private inputs(): HTMLInputElement[] {
		return [...this.form.querySelectorAll<HTMLInputElement>('input[name="answer"]')];
	}

	private say(words: string, state: State, time = '', more = ''): void {
		clearTimeout(this.waiting);
		const text = this.form.getAttribute(`data-words-${words}`) ?? '';
		const target = this.status?.querySelector('[data-autosave-words]');
		if (!this.status || !target) return;
		this.status.dataset.state = state;
		target.textContent = [text.replace('{time}', time), more].filter(Boolean).join('. ');
	}
}

/** The number of a question in the row of all numbers. */
function markNumber(question: string, isAnswered: boolean): void {
	const row = document.querySelector<HTMLElement>('[data-numbers]');
	const number = row?.querySelector(`[data-number="${question}"]`);
	const words = number?.querySelector('[data-number-words]');
	if (!row || !number || !words) return;
	number.classList.toggle('done', isAnswered);
	words.textContent = (isAnswered ? row.dataset.answeredWords : row.dataset.unansweredWords) ?? '';
}

/** The time in Vietnam, as the page itself writes it. */
function clock(timestamp: string): string {
	const shifted = new Date(Date.parse(timestamp) + 7 * 3_600_000);
	return `${shifted.getUTCHours()}:${String(shifted.getUTCMinutes()).padStart(2, '0')}`;
}
