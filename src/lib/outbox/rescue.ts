/**
 * What cannot be sent for long, as a file that anybody may hand in: it counts for its learner alone. No page needs this
 * at once; it is fetched when it is asked for.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { rescueFormat, type Locale } from '#schemas/names.ts';
import type { RescueEntry, RescueFile, RescueKey, RescuePayload } from '#schemas/rescue.ts';
import { dayForFile } from '../time.ts';
import { answerOf } from './answer.ts';
import type { Entry } from './entry.ts';
import { handedInBy } from './hand-in.ts';
import { rules } from './kinds.ts';

/** As much as the server takes at once, entries and bytes of a file; the oldest go first, the others in a next file. */
const most = { entries: 500, bytes: 230 * 1024 };

/** How a file of this day, as the platform counts days, is called. `at`: milliseconds. */
export function rescueName(at: number): string {
	return `cung-hoc-${dayForFile(new Date(at).toISOString())}.json`;
}

/** The file, as text: all of it counts for this learner, what guests did whose learning became theirs too. */
export function rescueFile(entries: readonly Entry[], { learner, key }: RescueKey, locale: Locale): string {
	const own = entries.filter(({ refused }) => !refused).slice(0, most.entries);
	const sizes = own.map((entry) => bytesIn(JSON.stringify(JSON.stringify(rescued(entry)))));
	let bytes = 0;
	const fitting = own.filter((_, index) => (bytes += sizes[index] ?? 0) <= most.bytes);
	const payload = JSON.stringify({
		format: rescueFormat,
		learner,
		locale,
		entries: fitting.map(rescued),
	} satisfies RescuePayload);
	// WebCrypto is missing where the address is plain http, as in a village hall.
	const seal = bytesToHex(hmac(sha256, hexToBytes(key), utf8ToBytes(payload)));
	return JSON.stringify({ payload, seal } satisfies RescueFile);
}

const bytesIn = (text: string) => utf8ToBytes(text).length;

/** One entry, as the server would have been asked. */
function rescued(entry: Entry): RescueEntry {
	const named = { id: entry.id, title: entry.title };
	const body = rules[entry.kind].body(entry);
	const answer = answerOf(entry);
	const attempt = handedInBy(entry);
	if (answer) {
		const { attempt: of, question } = answer;
		return { ...named, kind: 'answer', attempt: of, question, body } as RescueEntry;
	}
	if (attempt) return { ...named, kind: 'hand-in', attempt };
	if (entry.kind === 'check') return { ...named, kind: 'check', body } as RescueEntry;
	const [event] = (body as { events: unknown[] }).events;
	return { ...named, kind: 'event', body: event } as RescueEntry;
}
