import { beforeEach, describe, expect, it } from 'vitest';
import { answerOf, answerSlot } from '#lib/outbox/answer.ts';
import { newId } from '#lib/outbox/entry.ts';
import { Mirror } from '#lib/outbox/mirror.ts';
import { fromEarlier } from '#lib/outbox/open.ts';
import { Outbox } from '#lib/outbox/outbox.ts';
import { away, Device, given, late, saved } from './device.ts';

let device: Device;
let outbox: Outbox;
beforeEach(() => {
	device = new Device();
	outbox = device.open();
});
const slot = answerSlot('a1', 'mat-khau');
const answers = async (of = outbox, learner = 'tam') =>
	(await of.waiting(learner)).map((entry) => answerOf(entry)?.answer);

describe.each([
	['with a database', false],
	['where the database is refused', true],
])('what a device holds, %s', (_name, isRefused) => {
	beforeEach(() => {
		device.shelf.isRefused = isRefused;
	});

	it('is there again after a reload', async () => {
		const held = await outbox.hold(given({ answer: ['a', 'c'] }));
		const later = device.open();
		await later.recover();
		expect(await later.waiting('tam')).toEqual([held]);
		expect(outbox.isLasting).toBe(true);
	});

	it('is held when the call returns, before any promise', () => {
		void outbox.hold(given());
		expect(new Mirror(device.store).all()).toHaveLength(1);
	});

	it('is what was done last, whatever the clock says', async () => {
		await outbox.hold(given({ answer: 'first', revision: 12 }));
		const held = await outbox.hold(given({ answer: 'last', revision: 11 }));
		expect(held.revision).toBe(13);
		expect(await answers()).toEqual(['last']);
	});

	it('is sent in the order it was done', async () => {
		await outbox.hold(given({ question: 'q2', revision: 30 }));
		await outbox.hold(given({ question: 'q1', revision: 20 }));
		await outbox.hold(given({ question: 'q3', revision: 40 }));
		const order = (await outbox.waiting('tam')).map((entry) => answerOf(entry)?.question);
		expect(order).toEqual(['q1', 'q2', 'q3']);
	});

	it('is nobody else’s on a shared phone', async () => {
		await outbox.hold(given({ answer: 'tam’s' }));
		await outbox.hold(given({ learner: 'ut', answer: 'ut’s' }));
		expect(await answers(outbox, 'ut')).toEqual(['ut’s']);
		expect(await answers(outbox, 'tam')).toEqual(['tam’s']);
	});

	it('holds an answer that was taken back', async () => {
		await outbox.hold(given({ answer: null }));
		expect(await answers()).toEqual([null]);
	});

	it('is gone once it is saved', async () => {
		await outbox.settle(await outbox.hold(given()), saved);
		expect(await outbox.all('tam')).toEqual([]);
	});

	it('stays where something newer was done while the older was on its way', async () => {
		const older = await outbox.hold(given({ answer: 'a' }));
		await outbox.hold(given({ answer: 'b', revision: 11 }));
		await outbox.settle(older, saved);
		expect(await answers()).toEqual(['b']);
	});

	it('stays where nobody knows of it, something on the way refused it, or its owner was signed out', async () => {
		const held = await outbox.hold(given());
		await outbox.settle(held, away);
		await outbox.settle(held, { kind: 'blocked' });
		await outbox.settle(held, { kind: 'signed-out' });
		await outbox.settle(held, { kind: 'other-learner' });
		expect(await outbox.waiting('tam')).toEqual([held]);
	});

	it('is kept apart once it is refused, to tell of it, and not sent again', async () => {
		const held = await outbox.hold(given());
		await outbox.settle(held, late);
		expect(await outbox.waiting('tam')).toEqual([]);
		expect(await device.open().all('tam')).toEqual([{ ...held, refused: { why: 'late', message: '' } }]);
		await outbox.drop(held);
		expect(await outbox.all('tam')).toEqual([]);
	});

	it('is kept where the server has another, or does not find it: its owner decides', async () => {
		const held = await outbox.hold(given());
		await outbox.settle(held, { kind: 'elsewhere', revision: 99, savedAt: saved.savedAt });
		expect(await device.open().all('tam')).toMatchObject([{ id: held.id, refused: { why: 'elsewhere' } }]);
		const { refused: _, ...again } = (await outbox.all('tam'))[0]!;
		const anew = await outbox.hold({ ...again, id: newId() });
		expect(await outbox.waiting('tam')).toEqual([{ ...held, id: anew.id, revision: 11 }]);
		await outbox.settle(anew, { kind: 'refused', why: 'gone', message: '' });
		expect(await outbox.all('tam')).toMatchObject([{ id: anew.id, refused: { why: 'gone' } }]);
	});

	it('takes a new answer in the place of a refused one', async () => {
		await outbox.settle(await outbox.hold(given()), late);
		await outbox.hold(given({ answer: 'mended', revision: 11 }));
		expect(await answers()).toEqual(['mended']);
	});

	it('leaves nothing of who signs out, and everything of others', async () => {
		await outbox.hold(given());
		await outbox.settle(await outbox.hold(given({ question: 'q2' })), late);
		await outbox.hold(given({ learner: 'ut', answer: 'ut’s' }));
		await outbox.forget('tam');
		expect(await device.open().all('tam')).toEqual([]);
		expect(JSON.stringify([...device.store.kept, ...device.shelf.kept])).not.toContain('tam');
		expect(await answers(outbox, 'ut')).toEqual(['ut’s']);
	});
});

describe('the last moment', () => {
	it('is on the shelf at the next page, when the tab was closed in the middle', async () => {
		void outbox.hold(given({ answer: 'just now' }));
		// Nothing of that page runs any more.
		const later = new Device();
		for (const [key, value] of device.store.kept) later.store.kept.set(key, value);
		const next = later.open();
		await next.recover();
		expect(await answers(next)).toEqual(['just now']);
		expect(new Mirror(later.store).all()).toEqual([]);
		expect(later.shelf.kept.size).toBe(1);
	});

	it('does not come over something newer', async () => {
		new Mirror(device.store).put(given({ answer: 'older', revision: 5 }));
		await outbox.hold(given({ answer: 'newer', revision: 9 }));
		await device.open().recover();
		expect(await answers()).toEqual(['newer']);
	});

	it('is in the page’s memory alone where everything is refused, and says so', async () => {
		device.shelf.isRefused = true;
		device.store.isFull = true;
		await outbox.hold(given());
		expect(await answers()).toEqual(['b']);
		expect(outbox.isLasting).toBe(false);
		expect(await answers(device.open())).toEqual([]);
	});

	it('moves to the shelf when the browser gives one again', async () => {
		device.shelf.isRefused = true;
		await outbox.hold(given());
		device.shelf.isRefused = false;
		await device.open().recover();
		expect(device.shelf.kept.size).toBe(1);
		expect(new Mirror(device.store).all()).toEqual([]);
	});
});

describe('pages that hold nothing themselves', () => {
	const isHolding = () => [...device.store.kept.keys()].some((key) => key.startsWith('cung-hoc.outbox'));

	it('know by a key whether something is held', async () => {
		expect(isHolding()).toBe(false);
		const held = await outbox.hold(given());
		expect(isHolding()).toBe(true);
		await outbox.settle(held, saved);
		await outbox.tidy();
		expect(isHolding()).toBe(false);
	});

	it('still know where the shelf does not answer', async () => {
		await outbox.hold(given());
		device.shelf.isRefused = true;
		await outbox.tidy();
		expect(isHolding()).toBe(true);
	});

	it('still know where something was put there at the same time', async () => {
		const held = await outbox.hold(given());
		await outbox.settle(held, saved);
		await Promise.all([outbox.tidy(), device.open().hold(given({ question: 'q2' }))]);
		expect(isHolding()).toBe(true);
	});
});

describe('answers that were held before there was an outbox', () => {
	const before = { learner: 'tam', attempt: 'a1', question: 'mat-khau', answer: ['a'], revision: 1_700 };
	const move = async () => {
		const mirror = new Mirror(device.store);
		mirror.takeOut('cung-hoc.answer.', fromEarlier);
		const moved = new Outbox(device.shelf, mirror);
		await moved.recover();
		return moved;
	};

	it('are moved over, once', async () => {
		device.store.setItem('cung-hoc.answer.a1/mat-khau', JSON.stringify(before));
		const moved = await move();
		await move();
		expect(await moved.waiting('tam')).toMatchObject([
			{ slot, revision: 1_700, body: { answer: ['a'] }, address: '/api/attempts/a1/answers/mat-khau' },
		]);
		expect(device.store.getItem('cung-hoc.answer.a1/mat-khau')).toBeNull();
	});

	it('stay refused', async () => {
		device.store.setItem('cung-hoc.answer.a1/mat-khau', JSON.stringify({ ...before, refused: 'submitted' }));
		const moved = await move();
		expect(await moved.waiting('tam')).toEqual([]);
		expect(await moved.all('tam')).toMatchObject([{ refused: { why: 'submitted' } }]);
	});

	it('are left alone where they cannot be read, as is what is not ours', async () => {
		device.store.setItem('cung-hoc.answer.a1/broken', '{"learner":"tam"');
		device.store.setItem('cung-hoc.answer.a1/foreign', '{"learner":"tam","answer":1}');
		device.store.setItem('textSize', 'large');
		expect(await (await move()).all('tam')).toEqual([]);
		expect(device.store.kept.size).toBe(3);
	});
});
