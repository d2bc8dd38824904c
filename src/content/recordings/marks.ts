/** What a recording says of itself: which text was read, and that a machine read it. */
import { createHash } from 'node:crypto';
import type { SpokenBlock } from '#domain/spoken.ts';

/** `NOTE text 0123456789ab`: the mark of the text that was read. */
export const textNote = /^(?:NOTE[ \t]+)?text[ \t]+([0-9a-f]{12})[ \t]*$/;
/** `NOTE voice machine: espeak-ng 1.51, vi`: no person read it. */
export const machineNote = /^(?:NOTE[ \t]+)?voice[ \t]+machine\b/;
/** The comment in the audio file that says the same. */
export const machineComment = (voice: string) => `machine-generated voice: ${voice}`;
export const isMachineComment = (comment: string) =>
	/machine-generated voice|giọng đọc do máy tạo/i.test(comment);

/** Mark of what is read aloud of a lesson: 12 hex characters. Markup, ids and questions are no part of it. */
export function spokenMark(blocks: readonly SpokenBlock[]): string {
	const words = blocks.map(({ text }) => text).join('\n');
	return createHash('sha256').update(words).digest('hex').slice(0, 12);
}
