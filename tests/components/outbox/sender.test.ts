import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { answerOf } from '#lib/outbox/answer.ts';
import { Sender } from '#lib/outbox/sender.ts';
import { checkEntry, tryEntry } from '#lib/outbox/lesson.ts';
import type { Outcome } from '#lib/outbox/outcome.ts';
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

it('what never gets through holds up nothing else, of whatever kind it is', async () => {
	const blocked: Outcome = { kind: 'blocked' };
	const busy: Outcome = { kind: 'retry', offline: false };
	const entries = fc.array(
		fc.record({
			kind: fc.constantFrom('answer', 'try', 'check'),
			fate: fc.constantFrom(saved, saved, away, blocked, busy),
		}),
		{ minLength: 1, maxLength: 10 },
	);
	vi.useFakeTimers();
	await fc.assert(
		fc.asyncProperty(entries, async (all) => {
			const outbox = new Device().open();
			const fates = new Map<string, Outcome>();
			for (const [n, { kind, fate }] of all.entries()) {
				const place = { learner: 'tam', course: 'ai', lesson: 'mot', version: '0f', locale: 'vi' };
				const done = { ...place, title: '', page: '/', at: n + 1 };
				const entry =
					kind === 'answer'
						? given({ question: `q${n}`, at: n + 1 })
						: kind === 'try'
							? tryEntry(done, `viec-${n}`, true)
							: checkEntry(done, `kt-${n}`, 'b');
				fates.set((await outbox.hold(entry)).id, fate);
			}
			const send = ({ id }: { id: string }) => Promise.resolve(fates.get(id) ?? saved);
			const sender = new Sender(outbox, ['tam'], { send, alone: (work) => work() }, () => {});
			for (const _ of all) await sender.flush();
			const doomed = [...fates].filter(([, { kind }]) => kind !== 'saved').map(([id]) => id);
			expect((await outbox.waiting('tam')).map(({ id }) => id)).toEqual(doomed);
		}),
	);
	vi.useRealTimers();
});

it('where every second request is lost, what was lost is tried again within two seconds', async () => {
	const outbox = new Device().open();
	vi.useFakeTimers();
	let count = 0;
	const send = () => Promise.resolve(count++ % 2 === 0 ? saved : away);
	const sender = new Sender(outbox, ['tam'], { send, alone: (work) => work() }, () => {});
	await outbox.hold(given({ question: 'q0', at: 1 }));
	count = 1;
	await sender.flush();
	// Each new answer gets through, and the first one is lost each time.
	for (let n = 1; n <= 8; n++) {
		await outbox.hold(given({ question: `q${n}`, at: n + 1 }));
		count = 0;
		await sender.flush();
	}
	expect(await outbox.waiting('tam')).toHaveLength(1);
	await vi.advanceTimersByTimeAsync(2000);
	expect(await outbox.waiting('tam')).toEqual([]);
	vi.useRealTimers();
});
