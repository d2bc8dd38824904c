import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstOpen, mayAnswer } from '#domain/question-order.ts';

const questions = ['a', 'b', 'c'];

it.each<[string, 'sequential' | undefined, string, string[], boolean]>([
	['any order', undefined, 'a', ['a', 'c'], true],
	['the last one answered', 'sequential', 'b', ['a', 'b'], true],
	['one that is left behind', 'sequential', 'a', ['a', 'b'], false],
	['a first answer that comes late', 'sequential', 'a', ['b'], true],
	['nothing answered', 'sequential', 'c', [], true],
])('%s', (_, order, question, answered, expected) => {
	expect(mayAnswer({ order, questions }, question, answered)).toBe(expected);
});

it('what is before the first open one is never changed, the last answered may be', () => {
	fc.assert(
		fc.property(fc.subarray(questions), (answered) => {
			const open = firstOpen(questions, answered);
			for (const [n, id] of questions.entries())
				if (answered.includes(id))
					expect(mayAnswer({ order: 'sequential', questions }, id, answered)).toBe(n === open - 1);
		}),
	);
});
