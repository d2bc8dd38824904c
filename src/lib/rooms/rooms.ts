/** What pages of rooms share: how time is said. */
import type { Messages } from '#messages/index.ts';
import type { Room, Sitter } from '#schemas/room.ts';
import { formatTime, secondsUntil } from '#lib/time.ts';

/** How long a room may be chosen to be open, in minutes; and how much time is added at once. */
export const roomLengths = [30, 60, 90, 120, 180, 240, 480] as const;
export const moreMinutes = [5, 10, 15, 30, 60] as const;

type Words = Messages['room'];

export function lengthInWords(words: Words, minutes: number): string {
	if (minutes < 60) return words.minutes({ n: minutes });
	const n = Math.floor(minutes / 60);
	return minutes % 60 === 0 ? words.hours({ n }) : words.hoursAndHalf({ n });
}

/** What somebody in a room is called; a guest without a name by when they began. */
export function sitterName(words: Words, { name, username, startedAt }: Sitter): string {
	return name ?? username ?? words.guest({ time: formatTime(startedAt) });
}

/** How much time is left until a deadline; `now`: by the clock of the server. */
export function leftInWords(words: Words, { deadline }: Sitter, now: string): string {
	const n = Math.floor(secondsUntil(deadline, Date.parse(now)) / 60);
	const time = formatTime(deadline);
	return n < 1 ? words.leftLast({ time }) : words.left({ n, time });
}

/** How many are in a room, at work and done, in a sentence. */
export function summaryInWords(words: Words, { people, handedIn }: Room): string {
	return words.summary({ total: people.length, n: people.length - handedIn, done: handedIn });
}
