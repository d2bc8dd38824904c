import type { Locale } from '#schemas/names.ts';
import type { KeyOf } from '#schemas/question.ts';
import { narrow, plainDashes, westernDigits, withoutInvisible } from '../fold.ts';
import { acceptedWords, typedOf } from './typed.ts';
import { writeNumber } from './write-number.ts';
import { allOrNothing, readAs, unreadable, type QuestionRule } from './rule.ts';

/**
 * A number between `low` and `high`: the answer is `3.5`, or as people write it, `"3,5"`; where units are taken, with one
 * behind or before it, `"3,5 km"`. A unit is compared by `typedOf`, so by its letters whatever their case: a wrong one
 * makes the answer wrong, and so does a missing one where it must be typed.
 */
export const number: QuestionRule<'number'> = {
	read(answer, { takesUnit = false }, locale) {
		if (answer === null) return readAs(null);
		if (typeof answer === 'number') {
			return Number.isFinite(answer) ? readAs(answer) : unreadable('not-a-number');
		}
		if (typeof answer !== 'string') return unreadable('wrong-type');
		if (withoutInvisible(answer).trim() === '') return readAs(null);
		const value = readNumber(answer, locale);
		if (value !== null) return readAs(value);
		const isMeasure = takesUnit && readMeasure(answer, locale) !== null;
		return isMeasure ? readAs(answer.normalize('NFC').trim()) : unreadable('not-a-number');
	},
	grade(key, answer, question, locale) {
		const measure = typeof answer === 'string' ? readMeasure(answer, locale) : { value: answer, unit: '' };
		const right =
			typeof measure?.value === 'number' &&
			within(measure.value, key.low, key.high) &&
			isUnitRight(measure.unit, key, locale);
		return allOrNothing(right, question);
	},
	feedback() {
		return undefined;
	},
	solution({ shown, units = {}, needsUnit }, locale) {
		return needsUnit ? `${writeNumber(shown, locale)} ${acceptedWords(units, locale)[0] ?? ''}` : shown;
	},
};

function isUnitRight(unit: string, { units = {}, needsUnit }: KeyOf<'number'>, locale: Locale): boolean {
	if (unit === '') return !needsUnit;
	return typedOf(unit, acceptedWords(units, locale), { locale, marks: false }) !== undefined;
}

const numberThenUnit = /^([^\p{L}\p{Sc}%°]*)([\p{L}\p{Sc}%°].*)$/su;
const unitThenNumber = /^([\p{L}\p{Sc}%°]+)\s*([^\p{L}\p{Sc}%°]+)$/su;

/** A number with its unit, `3,5 km` or `$ 20`; null where it is none. */
export function readMeasure(text: string, locale: Locale): { value: number; unit: string } | null {
	const written = withoutInvisible(text).trim();
	const [, before = '', after = ''] = unitThenNumber.exec(written) ?? [];
	const [, digits = after, unit = before] = before === '' ? (numberThenUnit.exec(written) ?? []) : [];
	const value = readNumber(digits, locale);
	return value === null ? null : { value, unit: unit.trim() };
}

/**
 * Bounds made by arithmetic may miss by a last digit (0.7 + 0.1 < 0.8): they stretch by 10^-12 of their
 * size.
 */
function within(value: number, low: number, high: number): boolean {
	const slack = Math.max(Math.abs(low), Math.abs(high)) * 1e-12;
	return low - slack <= value && value <= high + slack;
}

const thousandsMarks: Record<Locale, string> = { vi: '.', km: '.', en: ',' };

/**
 * A number as people write it, or null when it is none. Decimal comma and point are both read. Groups of
 * three may be parted by spaces, commas or points; one mark alone before exactly three digits parts groups
 * where it is the locale's thousands mark (vi, km: point; en: comma) and what precedes it can be a group:
 * `3.500` is 3500 in Vietnamese, `0.500` is a half everywhere. Khmer and full-width digits count, and every dash as a
 * minus; no exponents, no units.
 */
export function readNumber(text: string, locale: Locale): number | null {
	const written = plainDashes(narrow(westernDigits(withoutInvisible(text)))).trim();
	const [, sign = '', body = ''] = /^([+-]?)\s*(.*)$/su.exec(written) ?? [];
	const digits = plainDigits(body.replace(/\s/g, ' '), locale);
	if (digits === null) return null;
	const value = Number(digits);
	if (!Number.isFinite(value)) return null;
	return sign === '' || sign === '+' || value === 0 ? value : -value;
}

/** `1.234,5` as `1234.5`, by the marks that are there; null when they make no number. */
function plainDigits(body: string, locale: Locale): string | null {
	if (!/^[0-9 .,]+$/.test(body)) return null;
	const marks = body.replace(/[0-9]/g, '');
	const last = marks.at(-1);
	if (last === undefined) return body;
	const repeated = marks.split(last).length > 2;
	const isGroup = last === ' ' || repeated || (marks.length === 1 && last === thousandsMarks[locale]);
	if (isGroup && groups(last).test(body)) return body.replaceAll(last, '');
	if (last === ' ' || repeated) return null;
	return withDecimals(body, last);
}

/** `body` with its decimal mark, one that occurs once, as a point, and the groups before it closed up. */
function withDecimals(body: string, mark: string): string | null {
	const [whole = '', decimals = ''] = body.split(mark);
	if (whole + decimals === '' || !/^[0-9]*$/.test(decimals)) return null;
	if (/^[0-9]*$/.test(whole)) return `${whole || '0'}.${decimals || '0'}`;
	const parting = [' ', '.', ','].find((each) => each !== mark && groups(each).test(whole));
	return parting === undefined ? null : `${whole.replaceAll(parting, '')}.${decimals || '0'}`;
}

function groups(mark: string): RegExp {
	return new RegExp(`^[1-9][0-9]{0,2}(?:[${mark}][0-9]{3})+$`);
}
