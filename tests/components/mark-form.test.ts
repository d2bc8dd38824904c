/** Points as they are offered and typed, and a mark as it stands in its form. */
import { expect, it } from 'vitest';
import { besideOf, fieldsIn, markIn, startOf } from '#lib/grading/mark-form.ts';
import { pointsIn, pointsOffered } from '#lib/grading/points.ts';
import type { GradingTask, Mark } from '#schemas/grading.ts';

it.each<[number, number | undefined, number[] | null]>([
	[0.5, undefined, [0, 0.25, 0.5]],
	[2, undefined, [0, 0.5, 1, 1.5, 2]],
	[1.25, undefined, [0, 0.5, 1, 1.25]],
	[0.3, undefined, [0, 0.25]],
	[6, undefined, [0, 1, 2, 3, 4, 5, 6]],
	[2, 1.25, [0, 0.5, 1, 1.25, 1.5, 2]],
	[9, undefined, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
	[10, undefined, null],
])('of %d points, with %s given, these are offered', (most, given, offered) => {
	expect(pointsOffered(most, given)).toEqual(offered);
});

it.each<[string, number | null]>([
	['2', 2],
	[' 2,5 ', 2.5],
	['0.25', 0.25],
	['១,៥', 1.5],
	['', null],
	['-1', null],
	['hai', null],
	['1,2,3', null],
	['12345', null],
])('%j is read as %s', (text, points) => {
	expect(pointsIn(text)).toBe(points);
});

it('a form says a mark; what is open or no number is left for the API to ask for', () => {
	const form = new FormData();
	for (const [name, value] of [
		['seen', '1'],
		['points/a', '1,5'],
		['points/b', 'nhiều'],
		['remarks/a', ' Thiếu một bước. '],
		['remarks/b', ''],
		['comment', 'Tốt.'],
	] as const)
		form.append(name, value);
	const fields = fieldsIn(form);
	expect(fields).not.toHaveProperty('seen');
	expect(fields['points/b']).toBe('nhiều');
	expect(markIn(fields)).toEqual({
		points: { a: 1.5 },
		remarks: { a: 'Thiếu một bước.' },
		comment: 'Tốt.',
	});
});

const mark = (more: Partial<Mark>): Mark => ({
	isMine: false,
	grader: null,
	points: { a: 1 },
	comment: '',
	remarks: {},
	markedAt: '2026-11-28T00:00:00.000Z',
	stands: false,
	...more,
});
const task = (state: GradingTask['state'], ...marks: Mark[]) => ({ state, marks }) as GradingTask;

it('the form begins with what was chosen, what I gave, or what counts', () => {
	const mine = mark({ isMine: true, points: { a: 2 }, comment: 'Của tôi.' });
	const [one, two] = [
		mark({ points: { a: 0 }, stands: true, comment: 'Một.', remarks: { a: 'x' } }),
		mark({ points: { a: 1.5 }, stands: true, comment: 'Hai.' }),
	];
	expect(startOf(task('waits'), null)).toEqual({ comment: '' });
	expect(startOf(task('waits', mine), null)).toEqual({ 'points/a': '2', comment: 'Của tôi.' });
	expect(startOf(task('differs', one, mine), null)).toEqual({ comment: '' });
	expect(startOf(task('differs', one, mine), 1)).toEqual({
		'points/a': '0',
		'remarks/a': 'x',
		comment: 'Một.',
	});
	expect(startOf(task('graded', one, two), null)).toMatchObject({
		'points/a': '0.75',
		comment: 'Một.\nHai.',
	});
	expect(besideOf(task('graded', one, mine))).toBe(mine);
	expect(startOf(task('graded', one, mine), null)).toMatchObject({ 'points/a': '2' });
	// Once somebody has graded anew, the old one is no matter any more.
	expect(besideOf(task('graded', mine, one))).toBeNull();
});
