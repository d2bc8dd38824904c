import type { AskedQuestion } from '#domain/questions/grade.ts';
import type { KeyOf, QuestionKind } from '#schemas/question.ts';

const options = ['a', 'b', 'c'];
export const asked = {
	single: { kind: 'single', points: 2, options },
	multiple: { kind: 'multiple', points: 2, options },
	truefalse: { kind: 'truefalse', points: 2 },
	number: { kind: 'number', points: 2 },
	text: { kind: 'text', points: 2 },
	order: { kind: 'order', points: 2, options },
	match: { kind: 'match', points: 2, options, targets: ['x', 'y', 'z'] },
	group: { kind: 'group', points: 2, options, targets: ['x', 'y', 'z'] },
	matrix: { kind: 'matrix', points: 2, options, targets: ['x', 'y', 'z'] },
	blanks: { kind: 'blanks', points: 2, blanks: [{ id: 'a' }, { id: 'b', options: ['x', 'y'] }] },
	hotspot: { kind: 'hotspot', points: 2, options },
	essay: { kind: 'essay', points: 2 },
	file: { kind: 'file', points: 2 },
} satisfies { [K in QuestionKind]: AskedQuestion & { kind: K } };
export const keys = {
	single: { kind: 'single', right: 'b' },
	multiple: { kind: 'multiple', right: ['a', 'c'] },
	truefalse: { kind: 'truefalse', right: false },
	number: { kind: 'number', low: 3.4, high: 3.6, shown: 3.5 },
	text: { kind: 'text', accept: { vi: ['Hà Nội', 'Thủ đô Hà Nội'], en: ['Hanoi'] } },
	order: { kind: 'order', right: ['c', 'a', 'b'] },
	match: { kind: 'match', right: { a: 'x', b: 'y', c: 'x' } },
	group: { kind: 'group', right: { a: 'x', b: 'y', c: 'x' } },
	matrix: { kind: 'matrix', right: { a: 'x', b: 'y', c: 'z' } },
	blanks: { kind: 'blanks', blanks: { a: { accept: { vi: ['Hà Nội'] } }, b: { right: 'y' } } },
	hotspot: { kind: 'hotspot', right: ['b', 'c'] },
	essay: { kind: 'essay', rubric: [{ id: 'a', points: 2 }] },
	file: { kind: 'file', rubric: [{ id: 'a', points: 2 }] },
} satisfies { [K in QuestionKind]: KeyOf<K> };
export type Kind = keyof typeof asked;
