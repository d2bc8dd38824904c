import { askedOf } from '#domain/questions/asked.ts';
import type { AskedQuestion } from '#domain/questions/grade.ts';
import { expect, it } from 'vitest';

const option = (id: string) => ({ id, content: [`Chữ của ${id}`] });
const plain = { kind: 'single', points: 2 } as const;

it.each<[string, Partial<Parameters<typeof askedOf>[0]>, Partial<AskedQuestion>]>([
	['a question that is typed', {}, {}],
	['options', { options: [option('a'), option('b')] }, { options: ['a', 'b'] }],
	['an opinion asked for', { survey: true }, { survey: true }],
	['headings', { targets: [option('x')] }, { targets: ['x'] }],
	['a unit that may be typed', { unit: 'km' }, { takesUnit: true }],
	['a unit that must be typed', { needsUnit: true }, { takesUnit: true }],
	[
		'blanks',
		{ blanks: [{ id: 'a' }, { id: 'b', options: [option('x'), option('y')] }] },
		{ blanks: [{ id: 'a' }, { id: 'b', options: ['x', 'y'] }] },
	],
])('keeps of a question with %s what reading and grading need, and nothing else', (_what, more, kept) => {
	expect(askedOf({ ...plain, ...more })).toEqual({ ...plain, ...kept });
});
