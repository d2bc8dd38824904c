import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	AnswerQueue,
	nextRevision,
	readReply,
	waitBefore,
	type HeldAnswer,
	type Shelf,
} from '#lib/enhance/answer-queue.ts';

class MemoryShelf implements Shelf {
	readonly kept = new Map<string, string>();
	keys = () => [...this.kept.keys()];
	get = (key: string) => this.kept.get(key) ?? null;
	set = (key: string, value: string) => void this.kept.set(key, value);
	remove = (key: string) => void this.kept.delete(key);
}

const given = (more: Partial<HeldAnswer> = {}): HeldAnswer => ({
	learner: 'tam',
	attempt: 'a1',
	question: 'mat-khau',
	answer: 'b',
	revision: 10,
	...more,
});
const saved = { kind: 'saved', savedAt: '2026-11-22T02:32:00.000Z' } as const;

let shelf: MemoryShelf;
let queue: AnswerQueue;
beforeEach(() => {
	shelf = new MemoryShelf();
	queue = new AnswerQueue(shelf);
});

describe('what a device holds', () => {
	it('is there again after a reload', () => {
		queue.hold(given({ answer: ['a', 'c'] }));
		expect(new AnswerQueue(shelf).waiting('tam')).toEqual([given({ answer: ['a', 'c'] })]);
	});

	it('keeps the newest answer to a question, in whatever order they come', () => {
		queue.hold(given({ answer: 'new', revision: 12 }));
		queue.hold(given({ answer: 'old', revision: 11 }));
		expect(queue.find('a1', 'mat-khau')?.answer).toBe('new');
	});

	it('is sent in the order it was given', () => {
		queue.hold(given({ question: 'q2', revision: 30 }));
		queue.hold(given({ question: 'q1', revision: 20 }));
		queue.hold(given({ question: 'q3', revision: 40 }));
		expect(queue.waiting('tam').map(({ question }) => question)).toEqual(['q1', 'q2', 'q3']);
	});

	it('is nobody else’s on a shared phone', () => {
		queue.hold(given({ learner: 'tam' }));
		queue.hold(given({ learner: 'ut', attempt: 'a2' }));
		expect(queue.waiting('ut').map(({ attempt }) => attempt)).toEqual(['a2']);
	});

	it('holds an answer that was taken back', () => {
		queue.hold(given({ answer: null }));
		expect(queue.waiting('tam')).toHaveLength(1);
	});

	it('leaves alone what it cannot read', () => {
		shelf.set('cung-hoc.answer.a1/broken', '{"learner":"tam"');
		shelf.set('cung-hoc.answer.a1/foreign', '{"learner":"tam","answer":1}');
		shelf.set('textSize', 'large');
		expect(queue.all('tam')).toEqual([]);
		expect(shelf.kept.size).toBe(3);
	});
});

describe('what became of an answer', () => {
	it('lets go of a saved one', () => {
		queue.hold(given());
		queue.settle(given(), saved);
		expect(queue.all('tam')).toEqual([]);
	});

	it('keeps a newer one that was given while the older was on its way', () => {
		queue.hold(given({ revision: 10, answer: 'a' }));
		queue.hold(given({ revision: 11, answer: 'b' }));
		queue.settle(given({ revision: 10, answer: 'a' }), saved);
		expect(queue.waiting('tam')).toEqual([given({ revision: 11, answer: 'b' })]);
	});

	it('keeps one that nobody knows of, and one of a learner who was signed out', () => {
		queue.hold(given());
		queue.settle(given(), { kind: 'retry', offline: true });
		queue.settle(given(), { kind: 'signed-out' });
		expect(queue.waiting('tam')).toEqual([given()]);
	});

	it('keeps a refused one to tell of it, without sending it again', () => {
		queue.hold(given());
		queue.settle(given(), { kind: 'refused', why: 'late' });
		expect(queue.waiting('tam')).toEqual([]);
		expect(queue.all('tam')).toEqual([given({ refused: 'late' })]);
		queue.drop(given());
		expect(queue.all('tam')).toEqual([]);
	});

	it('lets a new answer take the place of a refused one', () => {
		queue.hold(given());
		queue.settle(given(), { kind: 'refused', why: 'late' });
		queue.hold(given({ revision: 11 }));
		expect(queue.waiting('tam')).toEqual([given({ revision: 11 })]);
	});

	it('lets go of one that cannot be read or was overtaken elsewhere', () => {
		queue.hold(given({ question: 'q1' }));
		queue.hold(given({ question: 'q2' }));
		queue.settle(given({ question: 'q1' }), { kind: 'unreadable', message: '' });
		queue.settle(given({ question: 'q2' }), { kind: 'elsewhere' });
		expect(queue.all('tam')).toEqual([]);
	});

	it('never loses the last answer, whatever the network does', () => {
		const step = fc.oneof(
			fc.record({ do: fc.constant('give' as const), answer: fc.string({ maxLength: 3 }) }),
			fc.record({ do: fc.constant('send' as const), arrives: fc.boolean(), isToldOf: fc.boolean() }),
		);
		fc.assert(
			fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
				const own = new AnswerQueue(new MemoryShelf());
				let clock = 0;
				let last: string | undefined;
				let server: { answer: unknown; revision: number } = { answer: undefined, revision: 0 };
				for (const each of steps) {
					if (each.do === 'give') {
						const held = own.find('a1', 'mat-khau')?.revision ?? server.revision;
						clock += 1;
						own.hold(given({ answer: each.answer, revision: nextRevision(held, clock) }));
						last = each.answer;
						continue;
					}
					const [next] = own.waiting('tam');
					if (!next) continue;
					if (each.arrives && next.revision > server.revision) server = next;
					own.settle(next, each.arrives && each.isToldOf ? saved : { kind: 'retry', offline: true });
				}
				const held = own.find('a1', 'mat-khau');
				expect(held ? held.answer : server.answer).toBe(last);
			}),
		);
	});
});

describe('a revision', () => {
	it('follows the clock', () => expect(nextRevision(5, 1_000.9)).toBe(1_000));
	it('rises although the clock stands still or is wrong', () => {
		expect(nextRevision(1_000, 1_000)).toBe(1_001);
		expect(nextRevision(2_000_000, 7)).toBe(2_000_001);
	});
});

describe('waiting before another try', () => {
	it('doubles up to a minute, spread by a quarter either way', () => {
		expect(waitBefore(0, 0.5)).toBe(1000);
		expect(waitBefore(3, 0.5)).toBe(8000);
		expect(waitBefore(30, 0.5)).toBe(60_000);
		expect(waitBefore(0, 0)).toBe(750);
		expect(waitBefore(0, 1)).toBe(1250);
	});
});

describe('the reply', () => {
	const receipt = { question: 'mat-khau', revision: 10, savedAt: saved.savedAt, accepted: true };
	const problem = (code: string, more = {}) => ({
		type: `urn:cung-hoc:problem:${code}`,
		detail: 'Chi tiết.',
		...more,
	});

	it('is a receipt', () => expect(readReply(given(), 200, receipt)).toEqual(saved));
	it('says that a newer answer stands', () => {
		expect(readReply(given(), 200, { ...receipt, accepted: false })).toEqual({ kind: 'elsewhere' });
	});
	it.each([
		['a page of a public network', 200, null],
		['a receipt for another question', 200, { ...receipt, question: 'goi' }],
		['an error page of a proxy', 404, null],
		['a refusal that is not the API’s', 403, { message: 'Forbidden' }],
		['too many at once', 429, problem('too-many')],
		['a server that is busy', 503, problem('unavailable')],
		['a server that broke', 500, problem('internal')],
	])('%s says nothing: try again', (_name, status, body) => {
		expect(readReply(given(), status, body)).toEqual({ kind: 'retry', offline: false });
	});
	it.each([
		[409, 'attempt-late', { kind: 'refused', why: 'late' }],
		[409, 'attempt-submitted', { kind: 'refused', why: 'submitted' }],
		[404, 'attempt-unknown', { kind: 'refused', why: 'gone' }],
		[401, 'not-signed-in', { kind: 'signed-out' }],
	])('%i %s', (status, code, outcome) => {
		expect(readReply(given(), status, problem(code))).toEqual(outcome);
	});
	it('carries the words on what cannot be read', () => {
		const body = problem('answer-unreadable', {
			errors: [{ path: '/answer', message: 'Hãy viết một con số.' }],
		});
		expect(readReply(given(), 422, body)).toEqual({ kind: 'unreadable', message: 'Hãy viết một con số.' });
	});
});
