import { answerBody, answerReceipt } from './answer.ts';
import type { Entry, Kind } from './entry.ts';
import { handInReceipt, waitsForAnswer } from './hand-in.ts';
import { checkBody, checkReceipt, eventBody, eventReceipt } from './lesson.ts';
import type { Outcome, Reply } from './outcome.ts';

/** How a kind is sent, and how its receipt is read: null where it is none for this entry. */
interface KindRule {
	body(entry: Entry): Record<string, unknown>;
	receipt(sent: Entry, reply: Reply): Outcome | null;
	/** Whether it is sent only once the other one has gone. */
	waitsFor?(entry: Entry, other: Entry): boolean;
}

const event: KindRule = { body: eventBody, receipt: eventReceipt };

export const rules: Record<Kind, KindRule> = {
	answer: { body: answerBody, receipt: answerReceipt },
	done: event,
	try: event,
	check: { body: checkBody, receipt: checkReceipt },
	'hand-in': { body: ({ body }) => body, receipt: handInReceipt, waitsFor: waitsForAnswer },
};
