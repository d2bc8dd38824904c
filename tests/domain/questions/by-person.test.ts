/** Kinds that a person grades: what counts as an answer, and that nothing but a person gives points. */
import { grade, readAnswer } from '#domain/questions/grade.ts';
import { locales, personGraded } from '#schemas/names.ts';
import type { PlainAnswer } from '#schemas/question.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asked, keys } from './samples.ts';

const runs = { numRuns: 1000 };
const id = '0198f3a0-1111-7000-8000-00000000ABCD';
const anyLocale = fc.constantFrom(...locales);
const anything = fc.oneof(
	fc.anything(),
	fc.record({ upload: fc.oneof(fc.uuid(), fc.string(), fc.anything()) }, { requiredKeys: [] }),
	fc.record({ upload: fc.uuid(), text: fc.string() }),
);

describe('a file', () => {
	it.each<[string, unknown, unknown]>([
		['an upload', { upload: id.toLowerCase() }, { upload: id.toLowerCase() }],
		['its id in capitals', { upload: id }, { upload: id.toLowerCase() }],
		['nothing', null, null],
		['no id', { upload: '' }, 'wrong-type'],
		['a path', { upload: '../../etc/passwd' }, 'wrong-type'],
		['an id with something behind it', { upload: `${id}\n` }, 'wrong-type'],
		['a number', { upload: 1 }, 'wrong-type'],
		['more than an id', { upload: id, name: 'anh.jpg' }, 'wrong-type'],
		['the id alone', id, 'wrong-type'],
		['a list', [id], 'wrong-type'],
		['a text', { text: 'anh.jpg' }, 'wrong-type'],
	])('%s', (_, given, expected) => {
		const read = readAnswer(asked.file, given as PlainAnswer, 'vi');
		expect(read.ok ? read.answer : read.reason).toEqual(expected);
	});

	it('that was handed in waits for a person, and nothing handed in scores 0', () => {
		expect(grade(asked.file, keys.file, { upload: id }, 'vi')).toEqual({
			score: 0,
			maxScore: 2,
			correct: null,
		});
		expect(grade(asked.file, keys.file, null, 'vi')).toEqual({ score: 0, maxScore: 2, correct: false });
	});

	it('is read as an id and nothing else, whatever is sent', () => {
		fc.assert(
			fc.property(anything, anyLocale, (given, locale) => {
				const read = readAnswer(asked.file, given as PlainAnswer, locale);
				if (!read.ok || read.answer === null) return;
				expect(Object.keys(read.answer)).toEqual(['upload']);
				expect((read.answer as { upload: string }).upload).toMatch(
					/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
				);
			}),
			runs,
		);
	});
});

describe.each(personGraded)('%s', (kind) => {
	it('never gets points by a rule, and waits exactly where something is given', () => {
		fc.assert(
			fc.property(anything, anyLocale, (given, locale) => {
				const read = readAnswer(asked[kind], given as PlainAnswer, locale);
				const { score, correct } = grade(asked[kind], keys[kind], given as PlainAnswer, locale);
				expect(score).toBe(0);
				expect(correct).toBe(read.ok && read.answer !== null ? null : false);
			}),
			runs,
		);
	});
});
