import type { Answer, QuestionKind, Verdict } from '#schemas/question.ts';
import type { Entry } from '../outbox/entry.ts';
import { checkEntry } from '../outbox/lesson.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { fromFormRated } from '../questions/forms.ts';
import { newId } from '../outbox/entry.ts';
import { isKept } from '../offline/reader.ts';
import { addField, AnswerForm } from './answer-form.ts';
import type { LessonWork } from './lesson-work.ts';
import { wordsFor } from './mark-state.ts';
import { showHeld, showVerdict } from './verdict-box.ts';

interface Given {
	id: string;
	answer: Answer;
	text: string;
}

/**
 * `form[data-check]`: the page asks the server (`parts.ts`). Where that fails, the answer is held, and judged here if the
 * device has the keys of the lesson, which it has once the course was downloaded; else as soon as the network is back.
 */
export class Checks {
	/** What was answered last to each question. */
	private readonly given = new Map<string, Given>();

	constructor(
		private readonly article: HTMLElement,
		private readonly work: LessonWork,
	) {
		article.addEventListener('submit', ({ target }) => this.note(target));
		// Whatever is said here, the server's word stands when it comes.
		for (const type of ['part-failed', 'part-slow'])
			article.addEventListener(type, (event) => {
				const form = event.target;
				if (!(form instanceof HTMLFormElement) || form.dataset.check === undefined) return;
				event.preventDefault();
				void this.hold(form, form.dataset.check);
			});
	}

	layOver(entries: readonly Entry[]): void {
		for (const form of this.article.querySelectorAll<HTMLFormElement>('form[data-check]')) {
			const held = entries.filter(
				({ kind, body, refused }) => kind === 'check' && !refused && body.question === form.dataset.check,
			);
			const last = held.at(-1);
			if (!last || this.given.has(form.dataset.check ?? '')) continue;
			const answer = last.body.answer as Answer;
			const given = { id: last.id, answer, text: JSON.stringify(answer) };
			this.given.set(form.dataset.check ?? '', given);
			new AnswerForm(form).fill(answer);
			if (isKept()) void this.showJudged(form, given);
			else showHeld(form, wordsFor('check-held'));
		}
	}

	/** The network is back: the server says what is so, whatever was judged here. */
	tell(sent: Entry, outcome: Outcome): void {
		const question = String(sent.body.question);
		if (sent.kind !== 'check' || this.given.get(question)?.id !== sent.id) return;
		const form = this.article.querySelector<HTMLFormElement>(`form[data-check="${question}"]`);
		if (!form) return;
		if (outcome.kind === 'refused') showHeld(form, outcome.message || wordsFor('refused'));
		else if (outcome.kind === 'saved' && outcome.verdict)
			showVerdict(form, outcome.verdict, wordsFor('saved'));
	}

	/** The same answer that is sent again goes under the same id, so that it counts once. */
	private note(form: EventTarget | null): void {
		if (!(form instanceof HTMLFormElement) || form.dataset.check === undefined) return;
		const answer = fromFormRated(form.dataset.kind as QuestionKind, new FormData(form));
		const text = JSON.stringify(answer);
		const before = this.given.get(form.dataset.check);
		const given = before?.text === text ? before : { id: newId(), answer, text };
		this.given.set(form.dataset.check, given);
		addField(form, 'event', given.id);
	}

	private async hold(form: HTMLFormElement, question: string): Promise<void> {
		const given = this.given.get(question);
		if (!given) return;
		if (given.answer === null) return showHeld(form, wordsFor('no-answer'));
		const place = this.work.place(form.dataset.title ?? '');
		void this.work.outbox.hold(checkEntry(place, question, given.answer, given.id));
		this.work.sender.soon(1000);
		await this.showJudged(form, given);
	}

	private async showJudged(form: HTMLFormElement, given: Given): Promise<void> {
		const question = form.dataset.check ?? '';
		const verdict = await this.judge(question, given.answer).catch(() => null);
		if (this.given.get(question) !== given) return;
		if (verdict) showVerdict(form, verdict, wordsFor('held'));
		else showHeld(form, wordsFor('check-held'));
	}

	private async judge(question: string, answer: Answer): Promise<Verdict | null> {
		const { judgeHere } = await import('./judge.ts');
		return answer === null ? null : judgeHere(this.article.dataset.keys ?? '', question, answer);
	}
}
