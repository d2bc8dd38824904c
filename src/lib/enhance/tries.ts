import type { Entry } from '../outbox/entry.ts';
import { isTicked, tryEntry, trySlot } from '../outbox/lesson.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { addField } from './answer-form.ts';
import { rememberMark, type knownMarks } from './known.ts';
import type { LessonWork } from './lesson-work.ts';
import { saySending, sayState, stateAfter } from './mark-state.ts';

/** `form[data-mark="try"]`: a task is ticked, or the tick is taken off, at once; the server is told after that. */
export class Tries {
	private readonly forms = new Map<string, HTMLFormElement>();

	constructor(
		article: HTMLElement,
		private readonly work: LessonWork,
	) {
		const { lesson = '', course = '' } = article.dataset;
		for (const form of article.querySelectorAll<HTMLFormElement>('form[data-mark="try"]')) {
			const slot = trySlot(course, lesson, form.dataset.item ?? '');
			this.forms.set(slot, form);
			if (work.reader.learner && !isUnticked(form)) rememberMark(work.reader.learner, slot, true);
			form.addEventListener('submit', (event) => {
				const { submitter } = event;
				if (!(submitter instanceof HTMLButtonElement)) return;
				event.preventDefault();
				event.stopPropagation();
				void this.press(form, slot, submitter.value === 'yes');
			});
		}
	}

	layOver(entries: readonly Entry[], known: ReturnType<typeof knownMarks>): void {
		for (const [slot, form] of this.forms) {
			const held = entries.find((entry) => entry.slot === slot);
			const isDone = held ? isTicked(held) : known[slot];
			if (isDone == null) continue;
			show(form, isDone);
			if (held?.refused) sayState(form, 'refused', held.refused.message);
			else sayState(form, held ? 'held' : 'saved');
		}
	}

	tell(sent: Entry, outcome: Outcome): void {
		const form = this.forms.get(sent.slot);
		const state = stateAfter(outcome, this.work.outbox.isLasting);
		if (!form || !state || isTicked(sent) === isUnticked(form)) return;
		sayState(form, state, outcome.kind === 'refused' ? outcome.message : '');
		if (outcome.kind === 'blocked' && form.dataset.pressed === sent.id) sendPlainly(form, sent);
	}

	private async press(form: HTMLFormElement, slot: string, isDone: boolean): Promise<void> {
		const { work } = this;
		const entry = tryEntry(work.place(form.dataset.title ?? ''), form.dataset.item ?? '', isDone);
		form.dataset.pressed = entry.id;
		const holding = work.outbox.hold(entry);
		rememberMark(work.reader.learner, slot, isDone);
		show(form, isDone);
		saySending(form, () => work.outbox.isLasting);
		const target = form.querySelector<HTMLElement>(isDone ? '[role="status"]' : 'button:not([hidden])');
		if (target && isDone) target.tabIndex = -1;
		target?.focus();
		await holding;
		work.sender.soon(0);
	}
}

export const isUnticked = (form: HTMLFormElement) =>
	form.querySelector<HTMLElement>('[data-when-ticked]')?.hidden ?? true;

function show(form: HTMLFormElement, isDone: boolean) {
	for (const part of form.querySelectorAll<HTMLElement>('[data-when-ticked]')) part.hidden = !isDone;
	for (const part of form.querySelectorAll<HTMLElement>('[data-when-unticked]')) part.hidden = isDone;
}

/** A form gets through where the script does not. */
function sendPlainly(form: HTMLFormElement, { id, body }: Entry) {
	addField(form, 'event', id);
	addField(form, 'done', body.type === 'try.done' ? 'yes' : 'no');
	form.submit();
}
