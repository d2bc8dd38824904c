/** How long answers took, by when they were first saved, and which came faster than their questions can be read. */
import type { Locale } from '#schemas/names.ts';
import type { QuestionText } from '#schemas/question.ts';
import { plainText } from '../text.ts';
import { wordCount } from '../words.ts';

/**
 * Written words a second. People who read for sense manage about 240 a minute (Brysbaert 2019, J. Mem. Lang. 109), and
 * who only looks for a word about 600 (Carver 1992, J. of Reading 36). Vietnamese is counted by the syllable, of which a
 * word has one or two: nobody is wronged by that.
 */
export const wordsASecond = 10;
/** Seconds below which nothing is read, however short. */
const shortest = 1;
/** Seconds after which somebody has done something else meanwhile. */
const longest = 30 * 60;

type Read = Pick<QuestionText, 'title' | 'body' | 'options' | 'targets'>;

/** Seconds that reading a question and what there is to choose from takes at the very least. */
export function readingSeconds({ title, body, options = [], targets = [] }: Read, locale: Locale): number {
	const text = [title, plainText(body), ...[...options, ...targets].map(({ content }) => plainText(content))];
	return Math.max(shortest, wordCount(text.join(' '), locale) / wordsASecond);
}

export interface SavedAnswer {
	question: string;
	/** When it was first saved, in milliseconds. */
	at: number;
	/** `readingSeconds` of its question. */
	reading: number;
}

export interface Pace {
	/** Null: not known, or too long to have been spent on it. */
	seconds: number | null;
	/** It was given faster than anybody can read the question. */
	isFast: boolean;
}

/**
 * How long each answer of an attempt took: since the answer before it, the first since the attempt began. Answers that
 * were saved at once share the time since those before them, and are fast where all their questions cannot be read in it.
 */
export function paceOf(startedAt: number, answers: readonly SavedAnswer[]): Map<string, Pace> {
	const together = new Map<number, SavedAnswer[]>();
	for (const answer of answers) together.set(answer.at, [...(together.get(answer.at) ?? []), answer]);
	const found = new Map<string, Pace>();
	let before = startedAt;
	for (const [at, saved] of [...together].sort(([a], [b]) => a - b)) {
		const passed = Math.max(0, at - before) / 1000;
		const isFast = passed < saved.reduce((sum, { reading }) => sum + reading, 0);
		const seconds = passed / saved.length;
		for (const { question } of saved)
			found.set(question, { seconds: seconds > longest ? null : seconds, isFast });
		before = at;
	}
	return found;
}

/** Whether an attempt was clicked through: half of its answers or more are fast. */
export function isRushed(answers: readonly Pick<Pace, 'isFast'>[]): boolean {
	const fast = answers.filter(({ isFast }) => isFast).length;
	return fast > 0 && fast * 2 >= answers.length;
}
