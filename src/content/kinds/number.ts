import { readNumber } from '#domain/questions/number.ts';
import type { Locale } from '#schemas/common.ts';
import type { Accept } from '#schemas/kinds.ts';
import type { ParsedQuestion, WrittenAnswer } from '../quiz/parsed.ts';
import { checkSameAnswer, type Authoring } from './authoring.ts';

const numberLike = /^[\s\d០-៩.,+\-−–]*[\d០-៩][\s\d០-៩.,+\-−–]*$/;
const spread = /^(.*?)\s*(?:±|\+\/-|\+-)\s*(.*)$/s;
const range = /^(.*?)\s*\.\.+\s*(.*)$/s;

/** `= 35`, `= 35 ± 0,5`, `= 10..20`; with `unit=`, `= 35 ± 0,5 km | cây số`. */
export const number: Authoring<'number'> = {
	form: 'written',
	written: {
		takes(words, named) {
			return named || looksLikeNumber(words);
		},
		read: readBounds,
	},
	orderIsKey: false,
	fields({ answer, unit }) {
		if (unit === 'required') return { needsUnit: true };
		const [shown] = unitsOf(answer);
		return unit && shown !== undefined ? { unit: shown } : {};
	},
	check({ answer, place, unit }, problems) {
		if (!answer) problems.add('no-answer', place, {});
		else if (unit && 'low' in answer && unitsOf(answer).length === 0)
			problems.add('unit-missing', answer.place, {});
		else if (!unit && unitsOf(answer).length > 0)
			problems.add('number-unreadable', answer.place, { written: unitsOf(answer).join(' | ') });
	},
	key({ answer, unit }, own) {
		const bounds = answer?.kind === 'number' && 'low' in answer ? answer : { low: 0, high: 0, shown: 0 };
		const { low, high, shown } = bounds;
		const units: Accept = {};
		for (const { locale, question } of own) {
			const written = unitsOf(question.answer);
			if (written.length > 0) units[locale] = written;
		}
		return {
			kind: 'number',
			...{ low, high, shown },
			...(unit && { units }),
			...(unit === 'required' && { needsUnit: true as const }),
		};
	},
	checkTranslation(question, original, around) {
		const { answer, unit, place, attributes } = question;
		if (original.unit && unitsOf(answer).length === 0)
			around.problems.add('translation-unit-missing', place, { unit: original.unit });
		const written = attributes.values.get('unit');
		if (written && unit !== original.unit)
			around.problems.add('translation-differs', written.place, { field: 'unit' });
		checkSameAnswer(withoutUnits(question), withoutUnits(original), around);
	},
};

function unitsOf(answer: ParsedQuestion['answer']): string[] {
	return (answer?.kind === 'number' && 'low' in answer && answer.units) || [];
}

/** Units are words: each language has its own. */
function withoutUnits(question: ParsedQuestion): ParsedQuestion {
	const { answer } = question;
	if (answer?.kind !== 'number' || !('low' in answer)) return question;
	const { units: _units, ...bounds } = answer;
	return { ...question, answer: bounds };
}

/** `0912345678` is dialled, not counted: a number would lose the nought. */
const dialled = /^[+\s]*[0០][\s.-]*[\d០-៩]/;

function looksLikeNumber(words: string): boolean {
	if (words.includes('|')) return false;
	const [, first = '', second = ''] = spread.exec(words) ?? range.exec(words) ?? [];
	if (first !== '' || second !== '') return numberLike.test(first) || numberLike.test(second);
	return numberLike.test(words) && !isDialled(words);
}

function isDialled(words: string): boolean {
	return dialled.test(words) && !/^[+\s]*[0០][.,]/.test(words);
}

/** Why digits are graded as words, letter by letter: a nought at the head, a unit, or several of them. */
export function digitsAsWords(words: string): 'nought' | 'unit' | 'several' | null {
	const parts = words.split('|').map((each) => each.trim());
	if (parts.length > 1) return parts.every((each) => numberLike.test(each)) ? 'several' : null;
	if (numberLike.test(words)) return isDialled(words) ? 'nought' : null;
	const [, digits = ''] =
		/^([^\p{L}%°$€₫៛]+)\s*(?:%|[\p{L}\p{M}°₫៛][\p{L}\p{M}²³]*(?:\/\p{L}+)?)$/u.exec(words) ?? [];
	const money = /^[$€₫៛]\s*([\d.,\s]+)$/.exec(words)?.[1] ?? '';
	return numberLike.test(digits) || numberLike.test(money) ? 'unit' : null;
}

const withUnits = /^([^\p{L}\p{Sc}%°|]+)([\p{L}\p{Sc}%°].*)$/su;

function readBounds(written: string, locale: Locale): WrittenAnswer {
	const [, digits = written, behind = ''] = withUnits.exec(written) ?? [];
	const bounds = readPlainBounds(digits.trim(), locale);
	const units = behind.split('|').map((each) => each.replace(/\s+/g, ' ').trim());
	if (behind === '' || !('low' in bounds)) return bounds;
	// Numbers on either side of a unit, as in `10 km..20 km`.
	if (units.some((unit) => unit === '' || /\.\.|±|\+\/-/.test(unit)))
		return { kind: 'number', wrong: 'unreadable' };
	return { ...bounds, units };
}

function readPlainBounds(words: string, locale: Locale): WrittenAnswer {
	const unreadable: WrittenAnswer = { kind: 'number', wrong: 'unreadable' };
	const around = spread.exec(words);
	const between = range.exec(words);
	const parts = (around ?? between)?.slice(1) ?? [words];
	const [first = null, second = null] = parts.map((part) => readNumber(part, locale));
	if (first === null) return unreadable;
	if (!around && !between) return { kind: 'number', low: first, high: first, shown: first };
	if (second === null) return unreadable;
	if (around && second < 0) return { kind: 'number', wrong: 'range' };
	if (around) return { kind: 'number', low: tidy(first - second), high: tidy(first + second), shown: first };
	if (first > second) return { kind: 'number', wrong: 'range' };
	return { kind: 'number', low: first, high: second, shown: tidy((first + second) / 2) };
}

/** 0.3 - 0.1 is 0.2, not 0.19999999999999998. */
function tidy(value: number): number {
	return Number(value.toPrecision(12));
}
