import type { Answer } from '#schemas/question.ts';
import { answerEntry, answerOf, answerSlot, isOfAttempt } from '../outbox/answer.ts';
import { newId, nextRevision, type Entry, type Refusal } from '../outbox/entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Outcome } from '../outbox/outcome.ts';
import type { Sender } from '../outbox/sender.ts';
import { formatTime } from '../time.ts';
import { AnswerForm } from './answer-form.ts';
import { AnswerStatus, markNumber } from './answer-status.ts';

/**
 * How long going on waits for the answer to arrive, in milliseconds: less where the next screen is here already. After
 * that it goes on, and the answer follows from there.
 */
const patience = { here: 1200, elsewhere: 4000 };
const typingPause = 1000;
/** The attempt is closed; its result says so. */
const closings: Refusal[] = ['late', 'submitted'];
/** Not the last word: the attempt may be found again, and of two answers its owner chooses. */
const undecided: Refusal[] = ['gone', 'elsewhere'];

type Elsewhere = Extract<Outcome, { kind: 'elsewhere' }>;

/** The other screens of the attempt. */
export interface OtherScreens {
	/** Whether it can be shown without the network. */
	has(name: string): boolean;
	/** Shows it on this page; false where it cannot be had. */
	show(name: string): Promise<boolean>;
}

/** The question on the screen: what is answered there is held and sent at once, and the screen says how that stands. */
export class AnswerScreen {
	private readonly attempt: string;
	private readonly question: string;
	private readonly status: AnswerStatus;
	/** What was given last, as text to compare by. */
	private last: string;
	private revision: number;
	/** What is held of this question, once something is. */
	private held: Entry | null = null;
	private outcome: Outcome | null = null;
	/** The number of the question showed it so when the page was made. */
	private readonly wasAnswered: boolean;
	/** What cannot be read, after going on was refused for it once: next time it is left behind. */
	private leftBehind = '';
	private readonly form: AnswerForm;
	private readonly listening = new AbortController();

	constructor(
		private readonly element: HTMLFormElement,
		private readonly outbox: Outbox,
		private readonly learner: string,
		private readonly others: OtherScreens = { has: () => false, show: async () => false },
	) {
		const { attempt = '', question = '', revision = '0' } = element.dataset;
		this.form = new AnswerForm(element);
		this.attempt = attempt;
		this.question = question;
		this.revision = Number(revision);
		this.status = new AnswerStatus(element);
		this.last = this.form.shown() ?? JSON.stringify(this.form.given());
		this.wasAnswered = this.last !== 'null';
	}

	listen(sender: Sender): void {
		// On a slow network the question is answered before this script arrives: that is the newest of all.
		if (this.take()) sender.soon(0);
		else void this.restore(sender);
		this.element.addEventListener('change', () => (this.take() ? sender.soon(0) : this.sayUnreadable()));
		this.element.addEventListener('input', ({ target }) => {
			const isTyped = target instanceof HTMLInputElement && target.type === 'text';
			if (this.take()) sender.soon(isTyped ? typingPause : 0);
		});
		const { signal } = this.listening;
		const hide = () => {
			this.take();
			if (this.held && (!this.outcome || this.outcome.kind === 'retry')) sender.dash(this.held);
		};
		addEventListener('pagehide', hide, { signal });
		this.listenToChoice(sender);
		addEventListener('pageshow', () => this.element.removeAttribute('aria-busy'), { signal });
		this.element.addEventListener('submit', (event) => {
			const { submitter } = event;
			// Without the button's name the plain form saves and goes on by itself.
			if (!(submitter instanceof HTMLButtonElement)) return;
			// What was sent is taken back by the plain form.
			if (this.form.isTakenBack()) return;
			event.preventDefault();
			if (this.element.getAttribute('aria-busy') === 'true') return;
			this.element.setAttribute('aria-busy', 'true');
			const going = this.form.hasFile()
				? this.sendFile(submitter.value)
				: this.leave(submitter.value, sender);
			void going.finally(() => this.element.removeAttribute('aria-busy'));
		});
	}

	/** The screen is no longer shown. */
	stop(): void {
		this.listening.abort();
	}

	/** Puts an answer on a screen that was fetched before it was saved. */
	static fill(element: HTMLFormElement, answer: Answer, revision: number): void {
		const form = new AnswerForm(element);
		form.fill(answer);
		form.setShown(JSON.stringify(form.given()));
		element.dataset.revision = String(revision);
	}

	/** Says on the screen what became of an answer, of this question or of one before. */
	async tell(sent: Entry, outcome: Outcome): Promise<void> {
		const answer = answerOf(sent);
		if (outcome.kind === 'saved' && answer?.attempt === this.attempt)
			markNumber(answer.question, answer.answer !== null);
		const isHere = sent.id === this.held?.id;
		if (isHere) this.outcome = outcome;
		if (outcome.kind === 'retry') return this.sayHeld();
		if (outcome.kind === 'blocked') return this.status.say('blocked', 'held');
		if (outcome.kind === 'signed-out' || outcome.kind === 'other-learner')
			return this.status.say(outcome.kind, 'held');
		// A newer answer is on its way; what became of the older one no longer matters.
		if (!isHere) {
			if ((await this.outbox.waiting(this.learner)).length === 0) this.status.clearHeld();
			return;
		}
		if (outcome.kind === 'saved') return this.status.say('saved', 'saved', formatTime(outcome.savedAt));
		if (outcome.kind === 'elsewhere') return this.offer(outcome);
		this.sayRefused(outcome);
		markNumber(this.question, this.wasAnswered);
		// Of a closed attempt the result tells once more; of what is half typed nothing has been told yet.
		const isToBeKept = closings.includes(outcome.why) || undecided.includes(outcome.why);
		if (!isToBeKept && !this.form.isTyping()) await this.outbox.drop(sent);
	}

	/** What is held from before shows again: it is newer than what the server had when it made the page. */
	private async restore(sender: Sender): Promise<void> {
		const held = await this.outbox.find(this.learner, answerSlot(this.attempt, this.question));
		// Answered anew meanwhile: that is the newest of all.
		if (!held || this.held || JSON.stringify(this.form.given()) !== this.last) return;
		const { refused, ...entry } = held;
		if (refused && !undecided.includes(refused.why)) {
			this.sayRefused(refused);
			return this.outbox.drop(held);
		}
		const answer = answerOf(held)?.answer ?? null;
		const text = JSON.stringify(answer);
		const isOlder = held.revision < this.revision || refused?.why === 'elsewhere';
		const hasArrived = held.revision === this.revision && !refused;
		if (hasArrived || (isOlder && text === this.last)) return this.outbox.drop(held);
		this.form.fill(answer);
		this.last = text;
		this.held = held;
		const { savedAt = '' } = this.element.dataset;
		if (isOlder) return this.offer({ kind: 'elsewhere', revision: this.revision, savedAt });
		this.revision = held.revision;
		this.sayHeld();
		// The page of the attempt is here, so it is sent once more.
		if (!refused) return;
		this.held = { ...entry, id: newId() };
		this.revision = (await this.outbox.hold(this.held)).revision;
		sender.soon(0);
	}

	/** The server has another answer, saved by another tab or device, or by this one when its clock was ahead. */
	private offer(outcome: Elsewhere): void {
		this.outcome = outcome;
		// What is answered here from now on stands above that one.
		this.revision = Math.max(this.revision, outcome.revision);
		this.status.say('elsewhere', 'refused', outcome.savedAt && formatTime(outcome.savedAt));
	}

	/** Keeps what is on the screen, above what the server has; or takes what the server has in its place. */
	private listenToChoice(sender: Sender): void {
		this.status.onChoice('mine', () => {
			this.last = '';
			if (this.take()) sender.soon(0);
		});
		this.status.onChoice('theirs', () => {
			const { held } = this;
			void (held ? this.outbox.drop(held) : Promise.resolve()).then(() => location.reload());
		});
	}

	/** Holds the answer where it is another than before. */
	private take(): boolean {
		const answer = this.form.given();
		const text = JSON.stringify(answer);
		if (text === this.last) return false;
		this.last = text;
		this.outcome = null;
		this.revision = nextRevision(this.revision, Date.now());
		const { attempt, question, learner, revision } = this;
		const { title = '' } = this.element.dataset;
		const page = location.pathname + location.search;
		const locale = document.documentElement.lang;
		const at = Date.now();
		const held = answerEntry({ learner, attempt, question, answer, revision, at, title, page, locale });
		this.held = held;
		void this.outbox.hold(held).then((kept) => (this.revision = Math.max(this.revision, kept.revision)));
		this.form.forgetShown();
		markNumber(question, answer !== null);
		this.status.clear();
		const { outbox } = this;
		this.status.sayLater(() => (outbox.isLasting ? 'sending' : 'held-in-page'), 'held');
		return true;
	}

	private sayHeld(): void {
		this.status.say(this.outbox.isLasting ? 'held' : 'held-in-page', 'held');
	}

	private sayRefused({ why, message }: { why: Refusal; message: string }): void {
		if (why === 'refused') this.status.say('unreadable', 'refused', '', message);
		else if (why !== 'unreadable') this.status.say(why, 'refused');
		else if (this.form.isTyping()) this.status.clear();
		else this.status.say('unreadable', 'refused', '', message);
	}

	private sayUnreadable(): void {
		const { outcome } = this;
		if (outcome?.kind === 'refused' && outcome.why === 'unreadable')
			this.status.say('unreadable', 'refused', '', outcome.message);
	}

	/** Where the part that sends it does not come, the plain form does. */
	private async sendFile(to: string): Promise<void> {
		const part = await import('./send-file.ts').catch(() => null);
		if (!part) return this.form.sendPlainly(to, undefined);
		await part.sendChosen(this.element, this.status, { learner: this.learner, to });
	}

	/** What nobody can read is no answer: the question stays as the server has it. */
	private async goWithout(to: string): Promise<void> {
		if (this.held) await this.outbox.drop(this.held);
		if (navigator.onLine || !(await this.others.show(to)))
			location.assign(`${this.element.dataset.path ?? ''}?q=${to}`);
	}

	private haveWaited(to: string): Promise<void> {
		const time = this.others.has(to) ? patience.here : patience.elsewhere;
		return new Promise((resolve) => setTimeout(resolve, time));
	}

	private async leave(to: string, sender: Sender): Promise<void> {
		this.take();
		const isWaiting = async () =>
			(await this.outbox.waiting(this.learner)).some((held) => isOfAttempt(held, this.attempt));
		if (await isWaiting()) await Promise.race([sender.flush(), this.haveWaited(to)]);
		const path = this.element.dataset.path ?? '';
		const { outcome } = this;
		if (outcome?.kind === 'refused' && closings.includes(outcome.why))
			return location.assign(`${path}/result?note=${outcome.why}`);
		if (outcome?.kind === 'refused' && outcome.why === 'unreadable') {
			if (this.leftBehind === this.last) return this.goWithout(to);
			this.leftBehind = this.last;
			this.status.say('unreadable', 'refused', '', outcome.message, 'leave-open');
			return this.status.show();
		}
		// The form gets through where the script does not.
		if (outcome?.kind === 'blocked') return this.form.sendPlainly(to, this.held ? this.revision : undefined);
		const mustStay =
			outcome?.kind === 'retry' ? outcome.offline : outcome !== null && outcome.kind !== 'saved';
		// Nothing was heard of it yet: a page asked for now might be the browser's own, that there is no network.
		const isUnheard = (outcome === null || outcome.kind === 'retry') && (await isWaiting());
		if (mustStay || !navigator.onLine || (isUnheard && this.others.has(to))) {
			const isHeld = outcome === null || outcome.kind === 'retry' || outcome.kind === 'saved';
			if (!(isHeld && (await this.others.show(to)))) this.status.show();
			return;
		}
		if (this.outbox.isLasting || !(await isWaiting())) return location.assign(`${path}?q=${to}`);
		this.form.sendPlainly(to, this.held ? this.revision : undefined);
	}
}
