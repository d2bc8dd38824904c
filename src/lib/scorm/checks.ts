import { createContext } from 'svelte';
import type { Question } from '#schemas/question.ts';

/** The questions that stand in the text of this page. */
export const [getQuestions, setQuestions] = createContext<readonly Question[]>();
