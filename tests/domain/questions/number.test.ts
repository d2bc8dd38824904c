import { grade, readAnswer, rules } from '#domain/questions/grade.ts';
import { number, readNumber } from '#domain/questions/number.ts';
import { writeNumber } from '#domain/questions/write-number.ts';
import type { Locale } from '#schemas/common.ts';
import { locales } from '#schemas/names.ts';
import type { PlainAnswer } from '#schemas/question.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const question = { points: 2 };

describe('writeNumber', () => {
	it.each<[number, string, string]>([
		[1e-7, '0,0000001', '0.0000001'],
		[-2.5e-9, '-0,0000000025', '-0.0000000025'],
		[1e21, `1${'0'.repeat(21)}`, `1${'0'.repeat(21)}`],
		[1.25e22, `125${'0'.repeat(20)}`, `125${'0'.repeat(20)}`],
		[3.5, '3,5', '3.5'],
		[1.234, '1,234', '1.234'],
		[3500, '3500', '3500'],
		[0, '0', '0'],
	])('%d is %j, in English %j', (value, vietnamese, english) => {
		expect(writeNumber(value, 'vi')).toBe(vietnamese);
		expect(writeNumber(value, 'km')).toBe(vietnamese);
		expect(writeNumber(value, 'en')).toBe(english);
	});

	it('writes what is read as the same number again', () => {
		const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
		fc.assert(
			fc.property(finite, fc.constantFrom(...locales), (value, locale) => {
				expect(readNumber(writeNumber(value, locale), locale)).toBe(value === 0 ? 0 : value);
			}),
		);
	});
});

describe('readNumber', () => {
	it.each<[string, number | null, number | null]>([
		// written, in Vietnamese and Khmer, in English
		['35', 35, 35],
		['３５', 35, 35],
		['３，５', 3.5, 3.5],
		['—5', -5, -5],
		['－5', -5, -5],
		['0,0000001', 1e-7, 1e-7],
		['10²', null, null],
		['0', 0, 0],
		['-0', 0, 0],
		['007', 7, 7],
		['3,5', 3.5, 3.5],
		['3.5', 3.5, 3.5],
		['3.500', 3500, 3.5],
		['3,500', 3.5, 3500],
		['50.000', 50_000, 50],
		['50,000', 50, 50_000],
		['999.999', 999_999, 999.999],
		['1.2345', 1.2345, 1.2345],
		['1,2345', 1.2345, 1.2345],
		['1234.567', 1234.567, 1234.567],
		['1234,567', 1234.567, 1234.567],
		['0.125', 0.125, 0.125],
		['0,125', 0.125, 0.125],
		['1.234.567', 1_234_567, 1_234_567],
		['1,234,567', 1_234_567, 1_234_567],
		['1.234,5', 1234.5, 1234.5],
		['1,234.5', 1234.5, 1234.5],
		['1.234,567', 1234.567, 1234.567],
		['1,234.567', 1234.567, 1234.567],
		['1.234.567,89', 1_234_567.89, 1_234_567.89],
		['1 000', 1000, 1000],
		['1 000 000', 1_000_000, 1_000_000],
		['1\u00a0000', 1000, 1000],
		['1\u202f000', 1000, 1000],
		['12 345,67', 12_345.67, 12_345.67],
		['12 345.678', 12_345.678, 12_345.678],
		['  3,5  ', 3.5, 3.5],
		['\u200b3,5\u200b', 3.5, 3.5],
		['-3,5', -3.5, -3.5],
		['- 3,5', -3.5, -3.5],
		['\u22123,5', -3.5, -3.5],
		['\u20133,5', -3.5, -3.5],
		['+3,5', 3.5, 3.5],
		['-3.500', -3500, -3.5],
		[',5', 0.5, 0.5],
		['.5', 0.5, 0.5],
		['5,', 5, 5],
		['5.', 5, 5],
		['៣៥', 35, 35],
		['៣,៥', 3.5, 3.5],
		['៣.៥០០', 3500, 3.5],
		['', null, null],
		['-', null, null],
		[',', null, null],
		['.', null, null],
		['abc', null, null],
		['5c', null, null],
		['5x3', null, null],
		['35 nghìn', null, null],
		['1e5', null, null],
		['0x10', null, null],
		['Infinity', null, null],
		['NaN', null, null],
		['--5', null, null],
		['1 00', null, null],
		['1 0000', null, null],
		['1  000', null, null],
		['0 123', null, null],
		['3 ,5', null, null],
		['1.23.456', null, null],
		['1.2.3', null, null],
		['12.34,56', null, null],
		['1.234,567.8', null, null],
		['1,234.567,8', null, null],
		['1.234 567', null, null],
		['1/2', null, null],
		['9'.repeat(400), null, null],
	])('reads %j as %s in Vietnamese and Khmer, %s in English', (written, vietnamese, english) => {
		expect(readNumber(written, 'vi')).toBe(vietnamese);
		expect(readNumber(written, 'km')).toBe(vietnamese);
		expect(readNumber(written, 'en')).toBe(english);
	});

	it.each<[Locale, string]>([
		['vi', 'vi-VN'],
		['km', 'vi-VN'],
		['en', 'en-US'],
	])('reads back in %s what %s writes, with thousands marks and without', (locale, tag) => {
		const decimals = fc.integer({ min: 0, max: 6 });
		fc.assert(
			fc.property(fc.integer({ min: -1e9, max: 1e9 }), decimals, fc.boolean(), (units, places, grouped) => {
				const value = units / 10 ** places;
				const format = new Intl.NumberFormat(tag, { useGrouping: grouped, minimumFractionDigits: places });
				expect(readNumber(format.format(value), locale)).toBe(value);
			}),
		);
	});

	it('never throws, and gives a finite number or null', () => {
		const piece = fc.constantFrom(...'0123456789.,- +e៥x\u200b');
		const written = fc.oneof(
			fc.string(),
			fc.array(piece).map((pieces) => pieces.join('')),
		);
		fc.assert(
			fc.property(written, fc.constantFrom(...locales), (text, locale) => {
				const value = readNumber(text, locale);
				expect(value === null || Number.isFinite(value)).toBe(true);
			}),
		);
	});
});

describe('number', () => {
	it.each([
		['in the middle', 35, true],
		['on the lower bound', 34.5, true],
		['on the upper bound', 35.5, true],
		['below', 34.49, false],
		['above', 35.51, false],
		['none', null, false],
	])('grades an answer %s', (_where, answer, right) => {
		const key = { kind: 'number', low: 34.5, high: 35.5, shown: 35 } as const;
		expect(number.grade(key, answer, question, 'vi')).toEqual({
			score: right ? 2 : 0,
			maxScore: 2,
			correct: right,
		});
	});

	it.each([
		[0.7, 0.1, 0.8],
		[0.3, 0.1, 0.2],
		[1.1, 2.2, 3.3],
		[-0.7, 0.1, -0.8],
	])('takes %s ± %s as including %s, whatever the last binary digit', (middle, tolerance, answer) => {
		const key = { kind: 'number', low: middle - tolerance, high: middle + tolerance, shown: middle } as const;
		expect(number.grade(key, answer, question, 'vi').correct).toBe(true);
	});

	it('is exact for whole numbers without tolerance', () => {
		const key = { kind: 'number', low: 1000, high: 1000, shown: 1000 } as const;
		expect(number.grade(key, 1000, question, 'vi').correct).toBe(true);
		expect(number.grade(key, 1000.000001, question, 'vi').correct).toBe(false);
		const zero = { kind: 'number', low: 0, high: 0, shown: 0 } as const;
		expect(number.grade(zero, 0, question, 'vi').correct).toBe(true);
		expect(number.grade(zero, 1e-300, question, 'vi').correct).toBe(false);
	});

	it('shows the number that the author wrote', () => {
		expect(number.solution({ kind: 'number', low: 1, high: 3, shown: 2 }, 'vi')).toBe(2);
	});
});

describe('numbers with a unit', () => {
	const asked = { kind: 'number', points: 1, takesUnit: true } as const;
	const units = { vi: ['km', 'cây số'], en: ['km', 'kilometres'] };
	const key = (needsUnit?: true) =>
		({ kind: 'number', low: 34.5, high: 35.5, shown: 35, units, ...(needsUnit && { needsUnit }) }) as const;
	it.each<[PlainAnswer, boolean, boolean]>([
		[35, true, false],
		['35', true, false],
		['35 km', true, true],
		['35,0km', true, true],
		['35 KM.', true, true],
		['35 cay so', true, true],
		['៣៥ km', true, true],
		['km 35', true, true],
		['35 m', false, false],
		['36 km', false, false],
		['km', false, false],
		['35 km 2', false, false],
		['35 kilometres', false, false],
	])('%j is right without a unit: %s, with one: %s', (answer, optional, required) => {
		expect(grade(asked, key(), answer, 'vi').correct).toBe(optional);
		expect(grade(asked, key(true), answer, 'vi').correct).toBe(required);
	});

	it('take their own solution, and any other number as their bounds say', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -1e6, max: 1e6, noNaN: true }),
				fc.constantFrom('', 'km', 'cây số', 'm'),
				fc.constantFrom(undefined, true as const),
				(value, unit, needsUnit) => {
					const shown = Number(value.toPrecision(9));
					const own = { ...key(needsUnit), low: shown, high: shown, shown };
					const typed = `${writeNumber(shown, 'vi')} ${unit}`;
					const isRight = unit === '' ? !needsUnit : unit !== 'm';
					expect(grade(asked, own, typed, 'vi').correct).toBe(isRight);
					expect(grade(asked, own, rules.number.solution(own, 'vi'), 'vi').correct).toBe(true);
					const read = readAnswer(asked, typed, 'vi');
					expect(read.ok && readAnswer(asked, read.answer, 'vi')).toEqual(read);
				},
			),
			{ numRuns: 1000 },
		);
	});

	it('are refused where no unit is taken, and where there is no number', () => {
		const plain = { kind: 'number' } as const;
		expect(readAnswer(plain, '35 km', 'vi')).toEqual({ ok: false, reason: 'not-a-number' });
		expect(readAnswer(asked, 'xa lắm', 'vi')).toEqual({ ok: false, reason: 'not-a-number' });
	});
});
