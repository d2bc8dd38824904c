import { createContext } from 'svelte';
import type { Answer, Question, Verdict } from '#schemas/question.ts';

/** What became of an answer to a check in this lesson. */
export interface CheckOutcome {
	question: string;
	answer: Answer;
	verdict: Verdict | null;
	/** Why there is no verdict. */
	refused: string | null;
}

/** What the interactive parts of a lesson need to know of it. */
export interface LessonPage {
	readonly questions: readonly Question[];
	/** Course version that this page shows; forms carry it on. */
	readonly version: string;
	readonly outcome: CheckOutcome | null;
	/** `<Try>` tasks that this learner has ticked. */
	readonly tried: readonly string[];
	/** Makes ids of writes; null for a visitor, whose page stays the same and may be kept by the browser. */
	newId(): string | null;
}

export const [getLessonPage, setLessonPage] = createContext<LessonPage>();
