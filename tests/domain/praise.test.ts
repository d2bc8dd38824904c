import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { praiseFor, type DoneLesson } from '#domain/praise.ts';

const day = 86_400_000;
/** Lessons `l1`, `l2` … done in this order, days apart. */
const after = (...days: number[]) => {
	let at = Date.parse('2026-11-01T08:00:00Z');
	return days.map((n, index) => ({ id: `l${index + 1}`, at: (at += n * day) }));
};
const known = { of: 16, allRight: false, allTried: false, partDone: false };

describe('the word of praise', () => {
	it.each<[string, Partial<DoneLesson> & Pick<DoneLesson, 'id' | 'done'>]>([
		['first', { id: 'l1', done: after(0), allRight: true }],
		['back', { id: 'l2', done: after(0, 3) }],
		['last', { id: 'l5', done: after(0, 0, 0, 0, 4), of: 5, partDone: true }],
		['first', { id: 'l1', done: after(0), of: 1 }],
		['second', { id: 'l2', done: after(0, 2.9) }],
		['steady', { id: 'l3', done: after(0, 0, 2.9) }],
		['part', { id: 'l3', done: after(0, 0, 0), partDone: true, allRight: true }],
		['part', { id: 'l8', done: after(0, 0, 0, 0, 0, 0, 0, 0), partDone: true }],
		['half', { id: 'l8', done: after(0, 0, 0, 0, 0, 0, 0, 0), allRight: true }],
		['plain', { id: 'l9', done: after(0, 0, 0, 0, 0, 0, 0, 0, 0) }],
		['half', { id: 'l3', done: after(0, 0, 0), of: 5 }],
		['nearly', { id: 'l4', done: after(0, 0, 0, 0), of: 5 }],
		['second', { id: 'l2', done: after(0, 0), of: 3 }],
		['both', { id: 'l2', done: after(0, 0), allRight: true, allTried: true }],
		['checked', { id: 'l2', done: after(0, 0), allRight: true }],
		['sure', { id: 'l3', done: after(0, 0, 0), allRight: true }],
		['plain', { id: 'l3', done: after(0, 0, 0) }],
		['step', { id: 'l4', done: after(0, 0, 0, 0) }],
		['kept', { id: 'l5', done: after(0, 0, 0, 0, 0) }],
		['tried', { id: 'l2', done: after(0, 0), allTried: true }],
	])('is “%s” for %o', (praise, lesson) => {
		expect(praiseFor({ ...known, ...lesson })).toBe(praise);
	});

	it('does not depend on the order in which lessons are told, nor on what was done later', () => {
		const lessons = fc.uniqueArray(fc.record({ id: fc.uuid(), at: fc.integer({ min: 0, max: 100 * day }) }), {
			minLength: 1,
			selector: ({ at }) => at,
		});
		fc.assert(
			fc.property(lessons, fc.nat(), (done, n) => {
				const { id, at } = done[n % done.length]!;
				const praise = praiseFor({ ...known, id, done });
				expect(praiseFor({ ...known, id, done: [...done].reverse() })).toBe(praise);
				expect(praiseFor({ ...known, id, done: done.filter((one) => one.at <= at) })).toBe(praise);
			}),
		);
	});
});
