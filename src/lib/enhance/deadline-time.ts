import { formatTime } from '../time.ts';

/** Until when there is time: words with a place for it. */
export function untilWords(words: string, end: string): string {
	return words.replace('{time}', formatTime(end));
}
