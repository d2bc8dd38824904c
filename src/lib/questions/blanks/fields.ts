import { createContext } from 'svelte';
import type { AnswerOf, QuestionOf } from '#schemas/question.ts';

/** What the fields within a text need to know of their question. */
export interface BlankFields {
	readonly question: QuestionOf<'blanks'>;
	readonly answer: AnswerOf<'blanks'> | null;
	readonly name: string;
}

export const [getBlankFields, setBlankFields] = createContext<BlankFields>();
