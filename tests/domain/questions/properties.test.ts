import { grade, readAnswer, verdict } from '#domain/questions/grade.ts';
import { isPersonGraded, locales } from '#schemas/names.ts';
import { questionKinds, type PlainAnswer } from '#schemas/question.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asked, keys } from './samples.ts';

const anyAnswer: fc.Arbitrary<PlainAnswer> = fc.oneof(
	fc.string({ unit: 'grapheme' }),
	fc.constantFrom('a', 'b', 'c', '3,5', '1.000', 'hanoi', '   '),
	fc.double(),
	fc.boolean(),
	fc.array(fc.constantFrom('a', 'b', 'c', 'z'), { maxLength: 5 }),
	fc.array(fc.constantFrom('a', 'b', 'c', null), { maxLength: 5 }),
	fc.dictionary(fc.constantFrom('a', 'b', 'c', 'q'), fc.constantFrom('x', 'y', 'z', 'q')),
	fc.record({ text: fc.string({ unit: 'grapheme' }) }),
	fc.record({ upload: fc.oneof(fc.uuid(), fc.string()) }),
	fc.constant(null),
);
const anyKind = fc.constantFrom(...questionKinds);
const ruledKind = fc.constantFrom(...questionKinds.filter((kind) => !isPersonGraded(kind)));
const anyLocale = fc.constantFrom(...locales);

describe('properties of every kind', () => {
	it('reads what it has read once as it is', () => {
		fc.assert(
			fc.property(anyKind, anyAnswer, anyLocale, (kind, answer, locale) => {
				const once = readAnswer(asked[kind], answer, locale);
				fc.pre(once.ok);
				expect(readAnswer(asked[kind], once.answer, locale)).toEqual(once);
			}),
		);
	});

	it('grades within the points, and the same before and after reading', () => {
		fc.assert(
			fc.property(anyKind, anyAnswer, anyLocale, (kind, answer, locale) => {
				const grading = grade(asked[kind], keys[kind], answer, locale);
				expect(grading.maxScore).toBe(2);
				expect(grading.score).toBeGreaterThanOrEqual(0);
				expect(grading.score).toBeLessThanOrEqual(2);
				const read = readAnswer(asked[kind], answer, locale);
				const again = read.ok ? grade(asked[kind], keys[kind], read.answer, locale) : { score: 0 };
				expect(grading).toMatchObject(again);
			}),
		);
	});

	it('gives its own solution all the points', () => {
		fc.assert(
			fc.property(ruledKind, anyLocale, (kind, locale) => {
				const { solution } = verdict({
					question: asked[kind],
					key: keys[kind],
					feedback: { options: {} },
					answer: null,
					locale,
					show: 'all',
				});
				expect(grade(asked[kind], keys[kind], solution ?? null, locale)).toEqual({
					score: 2,
					maxScore: 2,
					correct: true,
				});
			}),
		);
	});

	it('says nothing of right and wrong while nothing is to be shown', () => {
		const feedback = { options: { a: 'fa', b: 'fb', c: 'fc', true: 't', false: 'f' }, explanation: 'E' };
		fc.assert(
			fc.property(anyKind, anyAnswer, anyLocale, (kind, answer, locale) => {
				const told = verdict({
					question: asked[kind],
					key: keys[kind],
					feedback,
					answer,
					locale,
					show: 'none',
				});
				expect(told).toEqual({ score: 0, maxScore: 2, correct: null });
			}),
		);
	});
});
