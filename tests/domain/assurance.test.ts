import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assure, learnedMinutes, neededMinutes, type Evidence } from '#domain/assurance.ts';
import type { Manifest } from '#schemas/catalog.ts';

const minute = 60_000;
const start = Date.parse('2026-11-26T08:00:00Z');
const at = (...minutes: number[]) => minutes.map((n) => start + n * minute);

describe('minutes of learning', () => {
	it.each<[string, number[], number]>([
		['nothing', [], 0],
		['one act alone', at(0), 0],
		['two acts', at(0, 4), 4],
		['in any order', at(9, 0, 4), 9],
		['a pause counts ten', at(0, 4, 240, 243), 17],
		['all at once', at(0, 0, 0), 0],
		['seconds add up', [start, start + 40_000, start + 80_000], 1],
	])('%s', (_name, acts, minutes) => expect(learnedMinutes(acts)).toBe(minutes));

	it('are never more than the time between the first and the last act, and never fewer with more acts', () => {
		const times = fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 30 });
		fc.assert(
			fc.property(times, fc.integer({ min: 0, max: 10_000 }), (minutes, more) => {
				const acts = at(...minutes);
				const learned = learnedMinutes(acts);
				const span = minutes.length ? Math.max(...minutes) - Math.min(...minutes) : 0;
				expect(learned).toBeGreaterThanOrEqual(0);
				expect(learned).toBeLessThanOrEqual(span);
				expect(learnedMinutes([...acts, ...at(more)])).toBeGreaterThanOrEqual(learned);
			}),
		);
	});
});

const course = (minutes: number[], required: number[] = []) =>
	({
		sourceLocale: 'vi',
		lessons: Object.fromEntries(minutes.map((n, i) => [`l${i}`, { locales: { vi: { minutes: n } } }])),
		requires: { lessons: required.map((i) => `l${i}`), quizzes: [] },
	}) as unknown as Manifest;

describe('minutes that a course needs', () => {
	it.each([
		['a quarter of its reading', course([20, 20, 20]), 15],
		['of the lessons that it asks for', course([20, 20, 20], [0, 1]), 10],
		['five at least', course([1, 2]), 5],
		['rounded up', course([25, 16]), 11],
		['without lessons', course([]), 5],
	])('%s', (_name, manifest, needed) => expect(neededMinutes(manifest)).toBe(needed));
});

describe('a certificate is assured', () => {
	const evidence = (more: Partial<Evidence> = {}): Evidence => ({
		hasAccount: true,
		since: start,
		acts: at(0, 8, 16, 24),
		vouched: false,
		...more,
	});
	const later = (minutes: number) => start + minutes * minute;

	it.each<[string, Evidence, number, number]>([
		['by an hour and the minutes', evidence(), 60, 24],
		['by a guest who registered in time', evidence({ acts: at(0, 5) }), 90, 5],
	])('%s', (_name, given, minutes, learned) =>
		expect(assure(given, 5, later(minutes))).toEqual({ assurance: { by: 'learning', minutes: learned } }),
	);

	it.each<[string, Evidence, number, object]>([
		[
			'without an account',
			evidence({ hasAccount: false }),
			60,
			{ account: false, minutes: 24, notBefore: null },
		],
		['too soon', evidence(), 59, { minutes: 24, notBefore: '2026-11-26T09:00:00.000Z' }],
		['with too little', evidence({ acts: at(0, 4) }), 600, { minutes: 4, notBefore: null }],
		['by times before they came', evidence({ acts: at(-500, -400, -300) }), 600, { minutes: 0 }],
		['by times to come', evidence({ acts: at(700, 710, 720) }), 600, { minutes: 0 }],
	])('not %s', (_name, given, minutes, proof) =>
		expect(assure(given, 5, later(minutes))).toMatchObject({ proof: { needed: 5, account: true, ...proof } }),
	);

	it('not before its minutes can have passed, where they are more than an hour', () =>
		expect(assure(evidence(), 90, later(70))).toMatchObject({
			proof: { notBefore: '2026-11-26T09:30:00.000Z' },
		}));

	it('by whoever vouches, at once', () =>
		expect(assure(evidence({ hasAccount: false, acts: [], vouched: true }), 5, start)).toEqual({
			assurance: { by: 'helper', minutes: 0 },
		}));

	it('to nobody who is new, whatever their device says', () => {
		const acts = fc.array(fc.integer({ min: -1e7, max: 1e7 }), { maxLength: 40 });
		fc.assert(
			fc.property(acts, fc.integer({ min: 0, max: 59 }), (minutes, age) => {
				expect(assure(evidence({ acts: at(...minutes) }), 5, later(age))).toHaveProperty('proof');
			}),
		);
	});
});
