import { grade, readAnswer, verdict } from '#domain/questions/grade.ts';
import type { KeyOf } from '#schemas/question.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const runs = { numRuns: 1000 };
const ids = fc.uniqueArray(fc.constantFrom(...'abcdef', 'constructor'), { minLength: 1 });
const words = fc.constantFrom('Hà Nội', 'Huế', 'Cần Thơ', 'x', 'y', 'z');
/** Typed and chosen blanks, what is right in each, and what somebody put into some of them. */
const texts = ids.chain((all) =>
	fc.record({
		all: fc.constant(all),
		chosen: fc.subarray(all),
		right: fc.array(words, { minLength: all.length, maxLength: all.length }),
		given: fc.array(fc.option(words), { minLength: all.length, maxLength: all.length }),
	}),
);
type Text = typeof texts extends fc.Arbitrary<infer T> ? T : never;

const options = ['Hà Nội', 'Huế', 'Cần Thơ', 'x', 'y', 'z'];
function of({ all, chosen, right }: Text) {
	const isChosen = (id: string) => chosen.includes(id);
	const keys = all.map((id, n): [string, KeyOf<'blanks'>['blanks'][string]] => [
		id,
		isChosen(id) ? { right: right[n]! } : { accept: { vi: [right[n]!] } },
	]);
	return {
		question: {
			kind: 'blanks' as const,
			points: 1,
			blanks: all.map((id) => ({ id, ...(isChosen(id) && { options }) })),
		},
		key: { kind: 'blanks' as const, blanks: Object.fromEntries(keys) },
		answer: (given: Text['given']) =>
			Object.fromEntries(all.flatMap((id, n) => (given[n] ? [[id, given[n]]] : []))),
	};
}

describe('blanks', () => {
	it('give the share of the blanks that are right', () => {
		fc.assert(
			fc.property(texts, (text) => {
				const { question, key, answer } = of(text);
				const hits = text.right.filter((word, n) => word === text.given[n]).length;
				const { score, correct } = grade(question, key, answer(text.given), 'vi');
				expect(score).toBeCloseTo(hits / text.all.length, 12);
				expect(correct).toBe(hits === text.all.length || (hits > 0 && 'partially'));
				expect(grade(question, key, answer(text.right), 'vi').correct).toBe(true);
				expect(grade(question, key, {}, 'vi')).toEqual({ score: 0, maxScore: 1, correct: false });
			}),
			runs,
		);
	});

	it('refuse strangers, and choices that are not there', () => {
		fc.assert(
			fc.property(texts, (text) => {
				const { question, answer } = of(text);
				const [chosen] = text.chosen;
				const given = answer(text.right);
				expect(readAnswer(question, { ...given, la: 'x' }, 'vi').ok).toBe(false);
				expect(readAnswer(question, text.all, 'vi')).toEqual({ ok: false, reason: 'wrong-type' });
				if (chosen === undefined) return;
				expect(readAnswer(question, { ...given, [chosen]: 'la' }, 'vi').ok).toBe(false);
				expect(readAnswer(question, { [chosen]: '' }, 'vi')).toEqual({ ok: true, answer: null });
			}),
			runs,
		);
	});

	it('take words without diacritics, and say how they are written', () => {
		const { question, key } = of({ all: ['a', 'b'], chosen: ['b'], right: ['Hà Nội', 'x'], given: [] });
		const told = (marks?: true) =>
			verdict({
				question,
				key: { ...key, ...(marks && { marks }) },
				feedback: { options: {} },
				answer: { a: 'ha noi', b: 'x' },
				locale: 'vi',
				show: 'verdict',
			});
		expect(told()).toEqual({ score: 1, maxScore: 1, correct: true, written: ['Hà Nội'] });
		expect(told(true)).toEqual({ score: 0.5, maxScore: 1, correct: 'partially' });
	});
});
