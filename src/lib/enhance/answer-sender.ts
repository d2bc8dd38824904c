import { pathTo } from '#schemas/address.ts';
import { saveAnswer } from '#schemas/paths.ts';
import { readReply, waitBefore, type AnswerQueue, type HeldAnswer, type Outcome } from './answer-queue.ts';

const timeLimit = 20_000;
type Told = (sent: HeldAnswer, outcome: Outcome) => void;

/**
 * Sends what the queue holds for one learner, one after the other, until all of it has arrived: again and again where
 * the network fails, at once when it comes back.
 */
export class AnswerSender {
	private running: Promise<void> | null = null;
	private tries = 0;
	private timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly queue: AnswerQueue,
		private readonly learner: string,
		private readonly told: Told,
	) {
		addEventListener('online', () => this.soon(0));
		document.addEventListener('visibilitychange', () => {
			if (document.visibilityState === 'visible' && queue.waiting(learner).length > 0) this.soon(0);
		});
	}

	soon(delay: number): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => void this.flush(), delay);
	}

	/** Tries all that is waiting, once. What is given meanwhile is sent too. */
	flush(): Promise<void> {
		clearTimeout(this.timer);
		this.running ??= this.sendAll().finally(() => {
			this.running = null;
		});
		return this.running;
	}

	private async sendAll(): Promise<void> {
		for (;;) {
			const [next] = this.queue.waiting(this.learner);
			if (!next) return;
			const outcome = await send(next);
			this.queue.settle(next, outcome);
			this.told(next, outcome);
			if (outcome.kind === 'signed-out') return;
			if (outcome.kind === 'retry') {
				this.soon(waitBefore(this.tries, Math.random()));
				this.tries = Math.min(this.tries + 1, 10);
				return;
			}
			this.tries = 0;
		}
	}
}

async function send(held: HeldAnswer): Promise<Outcome> {
	const address = pathTo(saveAnswer, held.attempt, held.question);
	const control = new AbortController();
	const timer = setTimeout(() => control.abort(), timeLimit);
	try {
		const response = await fetch(address, {
			method: 'PUT',
			headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
			body: JSON.stringify({ answer: held.answer, revision: held.revision }),
			// Goes on when the page is left.
			keepalive: true,
			signal: control.signal,
		});
		const body: unknown = await response.json().catch(() => null);
		return readReply(held, response.status, body);
	} catch {
		return { kind: 'retry', offline: true };
	} finally {
		clearTimeout(timer);
	}
}
