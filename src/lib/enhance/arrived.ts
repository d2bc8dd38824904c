import { answerOf } from '../outbox/answer.ts';
import type { Outbox } from '../outbox/outbox.ts';

/** What `[data-saved]` says that the server has of an attempt: the revision of each answer, by question. */
export function savedHere(): { attempt: string | undefined; saved: Record<string, number> } {
	const { attempt, saved = '{}' } = document.querySelector<HTMLElement>('[data-saved]')?.dataset ?? {};
	return { attempt, saved: JSON.parse(saved) as Record<string, number> };
}

/** Lets go of what the server has, however it got there: a page that came by a form is as good as a receipt. */
export async function dropArrived(outbox: Outbox, learner: string): Promise<void> {
	const { attempt, saved } = savedHere();
	for (const entry of await outbox.all(learner)) {
		const answer = answerOf(entry);
		if (entry.refused || !answer || answer.attempt !== attempt) continue;
		if (saved[answer.question] === entry.revision) await outbox.drop(entry);
	}
}
