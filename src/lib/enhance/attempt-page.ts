import { answerOf, isOfAttempt } from '../outbox/answer.ts';
import type { Entry } from '../outbox/entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Outcome } from '../outbox/outcome.ts';
import type { Sender } from '../outbox/sender.ts';
import { AnswerScreen } from './answer-screen.ts';
import { dropArrived, savedHere } from './arrived.ts';
import { beforeHandingIn } from './hand-in.ts';

export interface AttemptWork {
	outbox: Outbox;
	sender: Sender;
	learner: string;
	/** What earlier pages left behind is on the shelf. */
	recovered: Promise<void>;
	/** What came of the last entry that was sent. */
	last(): Outcome | null;
}

/** The screens of an attempt: a question (`form[data-autosave]`), the review and the result. */
export function attemptPage(work: AttemptWork): { tell(sent: Entry, outcome: Outcome): void } {
	const { outbox, sender, learner, recovered } = work;
	const form = document.querySelector<HTMLFormElement>('form[data-autosave]');
	const screen = form && new AnswerScreen(form, outbox, learner);
	screen?.listen(sender);
	const ready = recovered.then(() => dropArrived(outbox, learner));
	beforeHandingIn({ ...work, ready });
	void ready.then(() => tellRefused(outbox, learner)).then(() => sender.flush());
	return { tell: (sent, outcome) => void screen?.tell(sent, outcome) };
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
