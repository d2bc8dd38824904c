import { LRUCache } from 'lru-cache';
import type { SavedResponse, Work } from './work-store.ts';

const keyOf = (learner: string, id: string) => `${learner}/${id}`;

/**
 * Attempts that learners are working on, as this process last knew them, so that an answer and a submission cost one
 * round trip each. Other processes may have gone on with them: what never changes may be relied on (the questions, the
 * deadline), all else only where the write that rests on it asks the database whether it is still so.
 */
export class OpenWorks {
	readonly #kept = new LRUCache<string, Work>({ max: 2000 });

	keep(work: Work): void {
		this.#kept.set(keyOf(work.row.learnerId, work.row.id), work);
	}

	get(learner: string, id: string): Work | undefined {
		return this.#kept.get(keyOf(learner, id));
	}

	/** An answer was written. */
	saved(learner: string, id: string, response: SavedResponse): void {
		const work = this.get(learner, id);
		if (!work) return;
		const known = work.responses.find(({ questionId }) => questionId === response.questionId);
		if (known && known.revision > response.revision) return;
		const others = work.responses.filter((each) => each !== known);
		this.keep({ ...work, responses: [...others, response] });
	}

	forget(learner: string, id: string): void {
		this.#kept.delete(keyOf(learner, id));
	}
}
