import type { PlainAnswer } from '#schemas/question.ts';
import { visitor } from '#schemas/whose.ts';
import { answerEntry } from './answer.ts';
import { refusals, type Entry } from './entry.ts';
import { localStore, Mirror } from './mirror.ts';
import { Outbox } from './outbox.ts';
import type { Outcome } from './outcome.ts';
import { send } from './send.ts';
import { Sender } from './sender.ts';
import { DatabaseShelf } from './shelf.ts';
import { alone, tellTabs } from './tabs.ts';

/**
 * The outbox of this device, to be used at once. `recovered`: what earlier pages, and an earlier version of the script,
 * left behind is on the shelf.
 */
export function outboxOfDevice(): { outbox: Outbox; recovered: Promise<void> } {
	const mirror = new Mirror(localStore());
	mirror.takeOut(earlierPrefix, fromEarlier);
	const outbox = new Outbox(new DatabaseShelf(), mirror);
	return { outbox, recovered: outbox.recover() };
}

/** All whose things are sent for who reads this page: a guest's are also those that they did as nobody yet. */
export function thoseOf(learner: string | null, isGuest: boolean): string[] {
	if (learner === null) return [visitor];
	return isGuest ? [learner, visitor] : [learner];
}

/** Sends what is held for a learner: now and again until it has arrived, at once when the network or the page is back. */
export function startSender(
	outbox: Outbox,
	learners: readonly string[],
	told: (sent: Entry, outcome: Outcome) => void,
	/** This one is on its way. */
	sending: (entry: Entry) => void = () => undefined,
): Sender {
	const tell = tellTabs(told);
	const sendTelling = (entry: Entry) => {
		sending(entry);
		return send(entry);
	};
	const around = {
		send: sendTelling,
		alone: (work: () => Promise<void>) => alone(learners.at(-1) ?? visitor, work),
	};
	const sender = new Sender(outbox, learners, around, (sent, outcome) => {
		told(sent, outcome);
		if (outcome.kind !== 'retry' && outcome.kind !== 'blocked') tell(sent, outcome);
	});
	addEventListener('online', () => sender.soon(0));
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'visible') sender.soon(0);
	});
	return sender;
}

/** How answers were held before there was an outbox: one key in `localStorage` each. */
const earlierPrefix = 'cung-hoc.answer.';
interface Earlier {
	learner: string;
	attempt: string;
	question: string;
	answer: PlainAnswer;
	revision: number;
	refused?: string;
}

export function fromEarlier(value: unknown): Entry | null {
	if (typeof value !== 'object' || value === null) return null;
	const { learner, attempt, question, revision, answer, refused } = value as Partial<Earlier>;
	if (typeof learner !== 'string' || typeof attempt !== 'string' || typeof question !== 'string') return null;
	if (typeof revision !== 'number' || !Number.isSafeInteger(revision) || answer === undefined) return null;
	// Its revision was the clock's milliseconds.
	const page = `/attempts/${attempt}`;
	const entry = answerEntry({ learner, attempt, question, answer, revision, at: revision, title: '', page });
	const why = refusals.find((known) => known === refused);
	return why ? { ...entry, refused: { why, message: '' } } : entry;
}
