import { answerBody, answerReceipt } from './answer.ts';
import type { Entry, Kind } from './entry.ts';
import type { Outcome, Reply } from './outcome.ts';

/** How a kind is sent, and how its receipt is read: null where it is none for this entry. */
interface KindRule {
	body(entry: Entry): Record<string, unknown>;
	receipt(sent: Entry, reply: Reply): Outcome | null;
}

export const rules: Record<Kind, KindRule> = {
	answer: { body: answerBody, receipt: answerReceipt },
};
