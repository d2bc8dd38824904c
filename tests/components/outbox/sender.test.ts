import { expect, it, vi } from 'vitest';
import { answerOf } from '#lib/outbox/answer.ts';
import { Sender } from '#lib/outbox/sender.ts';
import { away, Device, given, saved } from './device.ts';

const steps = Array.from({ length: 60 }, (_, n) => n);

it.each(steps)('sends what is done while it sends: %i steps after it began', async (n) => {
	const outbox = new Device().open();
	const sent: unknown[] = [];
	const send = (entry: Parameters<typeof answerOf>[0]) => {
		sent.push(answerOf(entry)?.answer);
		return Promise.resolve(saved);
	};
	const sender = new Sender(outbox, ['tam'], { send, alone: (work) => work() }, () => {});
	void outbox.hold(given({ answer: 'first' }));
	void sender.flush();
	for (let step = 0; step < n; step++) await Promise.resolve();
	void outbox.hold(given({ question: 'q2', answer: 'second', revision: 20 }));
	await sender.flush();
	expect(sent).toEqual(['first', 'second']);
	expect(await outbox.waiting('tam')).toEqual([]);
});

it('who flushes while the network fails does not try without end', async () => {
	const outbox = new Device().open();
	vi.useFakeTimers();
	let tries = 0;
	const send = () => {
		tries++;
		return Promise.resolve(away);
	};
	const sender = new Sender(outbox, ['tam'], { send, alone: (work) => work() }, () => {});
	await outbox.hold(given());
	await Promise.all([sender.flush(), sender.flush(), sender.flush()]);
	vi.useRealTimers();
	expect(tries).toBeLessThanOrEqual(2);
});
