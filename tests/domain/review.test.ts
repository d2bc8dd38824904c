import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boxAfter, dueAt } from '#domain/review.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000);

it.each<[string, number, { box: number; on: number } | null, number | null]>([
	['a fresh mistake comes the next day', 0, null, 1],
	['wrong again, the next day', 0, { box: 1, on: 1 }, 2],
	['right once, after three', 0, { box: 2, on: 1 }, 4],
	['twice, after a week', 0, { box: 3, on: 4 }, 11],
	['three times, after two', 0, { box: 4, on: 11 }, 25],
	['four times, after a month', 0, { box: 5, on: 25 }, 55],
	['five times: learned', 0, { box: 6, on: 55 }, null],
	['a mistake elsewhere begins anew', 60, { box: 6, on: 55 }, 61],
])('%s', (_, lapsed, reviewed, due) => {
	const kept = reviewed && { box: reviewed.box, reviewedAt: day(reviewed.on) };
	expect(dueAt(day(lapsed), kept)).toEqual(due === null ? null : day(due));
});

it('right moves up by one, wrong goes back to the first', () => {
	const reviewed = { box: 3, reviewedAt: day(5) };
	expect(boxAfter(day(0), null, true)).toBe(2);
	expect(boxAfter(day(0), reviewed, true)).toBe(4);
	expect(boxAfter(day(0), reviewed, false)).toBe(1);
	expect(boxAfter(day(6), reviewed, true)).toBe(2);
});

it('whoever answers right each time it is due has learned it after five times', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(20), { minLength: 5, maxLength: 5 }), (late) => {
			let reviewed: { box: number; reviewedAt: Date } | null = null;
			for (const days of late) {
				const due: Date = dueAt(day(0), reviewed)!;
				reviewed = {
					box: boxAfter(day(0), reviewed, true),
					reviewedAt: new Date(due.getTime() + days * 86_400_000),
				};
			}
			expect(dueAt(day(0), reviewed)).toBeNull();
		}),
	);
});
