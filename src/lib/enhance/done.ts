import type { Entry } from '../outbox/entry.ts';
import { doneEntry, doneSlot } from '../outbox/lesson.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { isKept } from '../offline/reader.ts';
import { addField } from './answer-form.ts';
import { rememberMark, type knownMarks } from './known.ts';
import type { LessonWork } from './lesson-work.ts';
import { patience, sayState, stateAfter } from './mark-state.ts';
import { isUnticked } from './tries.ts';

/** `form[data-mark="done"]`: the end of a lesson, and `[data-done-here]`, which says that it is done and leads on. */
export class Done {
	private readonly form: HTMLFormElement | null;
	private readonly panel: HTMLElement | null;
	private readonly slot: string;
	private held: Entry | null = null;
	private outcome: Outcome | null = null;

	constructor(
		private readonly article: HTMLElement,
		private readonly work: LessonWork,
	) {
		const { lesson = '', course = '' } = article.dataset;
		this.slot = doneSlot(course, lesson);
		this.form = article.querySelector('form[data-mark="done"]');
		this.panel = article.querySelector('[data-done-here]');
		if (!this.form && this.panel) rememberMark(work.reader.learner, this.slot, true);
		this.form?.addEventListener('submit', (event) => this.press(event));
		this.form?.addEventListener('part-failed', (event) => {
			event.preventDefault();
			void this.send();
		});
		this.form?.addEventListener('part-slow', (event) => {
			event.preventDefault();
			this.showHeld();
		});
		document.addEventListener('part-came', () => void this.partCame());
	}

	layOver(entries: readonly Entry[], known: ReturnType<typeof knownMarks>): void {
		const held = entries.find(({ slot }) => slot === this.slot);
		if (held && !held.refused) this.held = held;
		if (!this.form || !(held ?? known[this.slot])) return;
		this.show();
		if (held?.refused) this.say('refused', held.refused.message);
		else this.say(held ? 'held' : 'saved');
	}

	tell(sent: Entry, outcome: Outcome): void {
		if (sent.slot !== this.slot) return;
		this.outcome = outcome;
		if (this.form?.hidden === false) return;
		const state = stateAfter(outcome, this.work.outbox.isLasting);
		if (state) this.say(state, outcome.kind === 'refused' ? outcome.message : '');
	}

	/** It is held before anything is sent: the network may be gone although the browser does not know. */
	private press(event: SubmitEvent): void {
		const { form, work } = this;
		if (!form || form.getAttribute('aria-busy') === 'true') return;
		this.held = doneEntry(work.place(form.dataset.title ?? ''));
		addField(form, 'event', this.held.id);
		void work.outbox.hold(this.held);
		rememberMark(work.reader.learner, this.slot, true);
		// A page that knows its reader sends the form itself (`parts.ts`), and has its end in the reply.
		if (form.dataset.part && !isKept()) return;
		event.preventDefault();
		event.stopPropagation();
		form.setAttribute('aria-busy', 'true');
		void this.send().finally(() => form.removeAttribute('aria-busy'));
	}

	private async send(): Promise<void> {
		const { form, work } = this;
		if (!form) return;
		await Promise.race([work.sender.flush(), new Promise((resolve) => setTimeout(resolve, patience))]);
		const { outcome } = this;
		if (outcome?.kind === 'saved') {
			if (!isKept()) return location.assign(form.dataset.finished ?? '');
			this.show();
			this.say('saved');
			return this.layEnd();
		}
		// A form gets through where the script does not, and says what is wrong where somebody else is signed in.
		if (outcome && outcome.kind !== 'retry' && !isKept()) return form.submit();
		this.showHeld();
	}

	private showHeld(): void {
		this.show();
		this.say(this.work.outbox.isLasting ? 'held' : 'held-in-page');
		void this.layEnd();
		this.panel?.querySelector<HTMLElement>('[tabindex]')?.focus();
	}

	/** What the server would say at the end of the lesson, as far as the device can say it. */
	private async layEnd(): Promise<void> {
		const { lesson: id = '', course = '' } = this.article.dataset;
		const tasks = [...this.article.querySelectorAll<HTMLFormElement>('form[data-mark="try"]')];
		const allTried = tasks.length > 0 && !tasks.some(isUnticked);
		// The network may have gone before this was fetched: then the page says what it can by itself.
		const { layWayOver } = await import('./lay-way.ts').catch(() => ({ layWayOver: null }));
		await layWayOver?.(this.work.reader.learner, course, { id, isNew: true, allTried });
	}

	/** The server has shown the end of the lesson: it has what was held. */
	private async partCame(): Promise<void> {
		if (!this.held || this.form?.isConnected) return;
		if (document.querySelector('form[data-mark="done"]')) this.work.sender.soon(0);
		else await this.work.outbox.drop(this.held);
	}

	private show(): void {
		if (this.form) this.form.hidden = true;
		if (this.panel) this.panel.hidden = false;
	}

	private say(state: Parameters<typeof sayState>[1], more = ''): void {
		if (!this.panel) return;
		sayState(this.panel, state, more);
		const note = this.panel.querySelector<HTMLElement>('[data-held-note]');
		if (note) note.hidden = state !== 'held';
	}
}
