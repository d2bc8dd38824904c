/**
 * Rooms in which somebody sees to it that people take a quiz themselves. A room is open until its time is over or it is
 * closed; whoever starts an attempt with its code while it is open sits in it, until they hand in.
 */
import type { SittingState } from '#schemas/names.ts';
import { isLate } from './deadline.ts';

/** A code is so many digits: easy to read aloud in every language, and typed on any keyboard. */
export const codeLength = 6;

/** A code from 4 random bytes: six digits. @throws RangeError when there are fewer. */
export function roomCodeFrom(bytes: Uint8Array): string {
	if (bytes.length < 4) throw new RangeError('A code takes 4 random bytes');
	const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) % 10 ** codeLength;
	return String(number).padStart(codeLength, '0');
}

/** The code that was meant, or null when it can be none: Khmer digits, spaces and hyphens are forgiven. */
export function readRoomCode(typed: string): string | null {
	const digits = typed
		.normalize('NFKC')
		.replace(/[\s\u200b-\u200d\u2060\ufeff\-_.\u2010-\u2015\u2212]/g, '')
		.replace(/[\u17e0-\u17e9]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0));
	return new RegExp(`^\\d{${codeLength}}$`).test(digits) ? digits : null;
}

/** A code in two halves, as it is shown and read aloud. */
export function shownCode(code: string): string {
	return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** When a room ends. */
export interface RoomTimes {
	until: Date;
	/** Null: it was not closed before that. */
	closedAt: Date | null;
}

export function isOpenRoom({ until, closedAt }: RoomTimes, now: Date): boolean {
	return closedAt === null && until > now;
}

/** When what is begun in a room must be handed in: as the quiz has it, and before the room closes. */
export function deadlineInRoom(deadline: Date | null, { until }: Pick<RoomTimes, 'until'>): Date {
	return deadline && deadline < until ? deadline : until;
}

/** An attempt made in a room, as far as its time goes. */
export interface Sitting {
	deadline: Date | null;
	submittedAt: Date | null;
}

/** Whether time can still be added to it: it is open, and its time is not up. */
export function mayExtend({ deadline, submittedAt }: Sitting, now: Date): boolean {
	return submittedAt === null && deadline !== null && !isLate(deadline, now);
}

/**
 * What adding minutes to some of a room's attempts comes to: their deadlines, and until when the room is open, which is
 * never before one of them. For all, the room itself is open longer by that too.
 */
export function extension<S extends Sitting>(
	sittings: readonly S[],
	{ until }: Pick<RoomTimes, 'until'>,
	{ minutes, isForAll, now }: { minutes: number; isForAll: boolean; now: Date },
): { until: Date; deadlines: { of: S; deadline: Date }[] } {
	const later = (moment: Date) => new Date(moment.getTime() + minutes * 60_000);
	const deadlines = sittings
		.filter((one) => mayExtend(one, now))
		.map((of) => ({ of, deadline: later(of.deadline as Date) }));
	const ends = [isForAll ? later(until) : until, ...deadlines.map(({ deadline }) => deadline)];
	return { until: new Date(Math.max(...ends.map((end) => end.getTime()))), deadlines };
}

/** Whoever is heard nothing of for so long, in minutes, may have lost the network, or need help. */
export const quietAfter = 5;

/**
 * `working`: something was saved, or it was begun, within the last minutes; `quiet`: not for longer; `time-up`: it is
 * about to be handed in by itself.
 */
export function sittingState(
	{ startedAt, savedAt, deadline, submittedAt }: Sitting & { startedAt: Date; savedAt: Date | null },
	now: Date,
): SittingState {
	if (submittedAt) return 'handed-in';
	if (deadline && deadline <= now) return 'time-up';
	const heard = (savedAt ?? startedAt).getTime();
	return now.getTime() - heard > quietAfter * 60_000 ? 'quiet' : 'working';
}
