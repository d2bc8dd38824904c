import { LRUCache } from 'lru-cache';
import type { CheckFact } from '#domain/facts.ts';
import { atMost } from '../bounded.ts';
import type { SavedResponse, Work } from './work-store.ts';

/**
 * Attempts that learners are working on, as this process last knew them, so that an answer and a submission cost one
 * round trip each. Other processes may have gone on with them: what never changes may be relied on (the questions,
 * and that time is not up before the deadline, which is only ever put off, unless a supervisor closes the room: then
 * the database closes the attempt a minute later), all else only where the write that rests on it asks the database
 * whether it is still so.
 */
export class OpenWorks {
	/** By learner, then by attempt. */
	readonly #kept = new LRUCache<string, Map<string, Work>>(atMost(2000));

	keep(work: Work): void {
		const { learnerId, id } = work.row;
		const works = this.#kept.get(learnerId) ?? new Map<string, Work>();
		this.#kept.set(learnerId, works.set(id, work));
	}

	get(learner: string, id: string): Work | undefined {
		return this.#kept.get(learner)?.get(id);
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

	/** A practice question was answered, which counts for the course from its first answer on. */
	checked(learner: string, { courseId, questionId, at }: CheckFact): void {
		for (const work of this.#kept.get(learner)?.values() ?? []) {
			const { standing } = work;
			const { checks } = standing.facts;
			if (work.row.courseId !== courseId) continue;
			if (checks.some((each) => each.questionId === questionId)) continue;
			const facts = { ...standing.facts, checks: [...checks, { courseId, questionId, at }] };
			this.keep({ ...work, standing: { ...standing, facts } });
		}
	}

	forget(learner: string, id: string): void {
		const works = this.#kept.get(learner);
		works?.delete(id);
		if (works?.size === 0) this.#kept.delete(learner);
	}
}
