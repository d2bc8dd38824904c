/** A line in which no address holds up another by more than a turn in each round. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairLine, hurriedInARow } from '#domain/fair-line.ts';

interface One {
	lane: string;
	hurried: boolean;
	n: number;
}
const someone = fc.record({ lane: fc.constantFrom('a', 'b', 'c', 'd'), hurried: fc.boolean() });
/** People come, and in between some are taken: `null`. */
const doings = fc.array(fc.option(someone, { freq: 3, nil: null }), { maxLength: 60 });

/** The line after all that, and who still waits in it, in the order in which they came. */
function play(done: (Omit<One, 'n'> | null)[]) {
	const line = new FairLine<One>();
	let waiting: One[] = [];
	done.forEach((one, n) => {
		if (one) {
			const item = { ...one, n };
			line.add(item.lane, item.hurried, item);
			waiting.push(item);
		} else {
			const taken = line.take();
			waiting = waiting.filter((item) => item !== taken);
		}
	});
	return { line, waiting };
}
function takeAll(line: FairLine<One>): One[] {
	const taken: One[] = [];
	for (let one = line.take(); one; one = line.take()) taken.push(one);
	return taken;
}

describe('the line', () => {
	it('lets everybody go who came, once, and those of one lane in their order', () => {
		fc.assert(
			fc.property(doings, (done) => {
				const { line, waiting } = play(done);
				expect(line.size).toBe(waiting.length);
				const taken = takeAll(line);
				expect([...taken].sort((a, b) => a.n - b.n)).toEqual(waiting);
				for (const lane of ['a', 'b', 'c', 'd'])
					for (const hurried of [true, false]) {
						const own = taken.filter((one) => one.lane === lane && one.hurried === hurried);
						expect(own).toEqual([...own].sort((a, b) => a.n - b.n));
					}
			}),
		);
	});

	it('knows how many go before whoever comes next', () => {
		fc.assert(
			fc.property(doings, someone, (done, next) => {
				const { line } = play(done);
				const before = line.before(next.lane, next.hurried);
				const item = { ...next, n: -1 };
				line.add(next.lane, next.hurried, item);
				expect(takeAll(line).indexOf(item)).toBe(before);
			}),
		);
	});

	it('lets no lane go more often before somebody than they stand from the head of their own', () => {
		fc.assert(
			fc.property(doings, doings, someone, (done, later, next) => {
				const { line, waiting } = play(done);
				const own = waiting.filter(({ lane, hurried }) => lane === next.lane && hurried === next.hurried);
				const item = { ...next, n: -1 };
				line.add(next.lane, next.hurried, item);
				// Whoever comes later changes nothing of it.
				later.forEach((one, n) => one && line.add(one.lane, one.hurried, { ...one, n: 1000 + n }));
				const taken = takeAll(line);
				const before = taken.slice(0, taken.indexOf(item)).filter(({ hurried }) => hurried === next.hurried);
				for (const other of ['a', 'b', 'c', 'd'].filter((lane) => lane !== next.lane))
					expect(before.filter(({ lane }) => lane === other).length).toBeLessThanOrEqual(own.length + 1);
			}),
		);
	});

	it('lets a thousand of one address hold up another by one', () => {
		const line = new FairLine<string>();
		for (let n = 0; n < 1000; n++) line.add('crowd', false, 'crowd');
		expect(line.before('other', false)).toBe(1);
		expect(line.before('crowd', false)).toBe(1000);
		line.add('other', false, 'other');
		expect([line.take(), line.take(), line.take()]).toEqual(['crowd', 'other', 'crowd']);
	});

	it('lets those in a hurry go first, and the others not wait for ever', () => {
		fc.assert(
			fc.property(doings, (done) => {
				const { line } = play(done);
				const kinds = takeAll(line).map(({ hurried }) => hurried);
				const last = kinds.lastIndexOf(false);
				for (let n = 0; n + hurriedInARow < last; n++)
					expect(kinds.slice(n, n + hurriedInARow + 1)).toContain(false);
				// The other way round: one who is in no hurry goes between, never two.
				const lastHurried = kinds.lastIndexOf(true);
				for (let n = 0; n + 1 < lastHurried; n++) expect(kinds.slice(n, n + 2)).toContain(true);
			}),
		);
	});

	it('forgets who leaves', () => {
		fc.assert(
			fc.property(doings, fc.nat(), (done, which) => {
				const { line, waiting } = play(done);
				fc.pre(waiting.length > 0);
				const gone = waiting[which % waiting.length]!;
				expect(line.remove(gone.lane, gone.hurried, gone)).toBe(true);
				expect(line.remove(gone.lane, gone.hurried, gone)).toBe(false);
				expect(takeAll(line).sort((a, b) => a.n - b.n)).toEqual(waiting.filter((one) => one !== gone));
			}),
		);
	});
});
