import { readNumber } from '#domain/questions/number.ts';
import type { Locale } from '#schemas/common.ts';
import type { WrittenAnswer } from '../quiz/parsed.ts';
import { checkSameAnswer, noFields, type Authoring } from './authoring.ts';

const numberLike = /^[\s\d០-៩.,+\-−–]*[\d០-៩][\s\d០-៩.,+\-−–]*$/;
const spread = /^(.*?)\s*(?:±|\+\/-|\+-)\s*(.*)$/s;
const range = /^(.*?)\s*\.\.+\s*(.*)$/s;

/** `= 35`, `= 35 ± 0,5`, `= 10..20`. */
export const number: Authoring<'number'> = {
	form: 'written',
	written: {
		takes(words, named) {
			return named || looksLikeNumber(words);
		},
		read: readBounds,
	},
	orderIsKey: false,
	fields: noFields,
	check({ answer, place }, problems) {
		if (!answer) problems.add('no-answer', place, {});
	},
	key({ answer }) {
		const bounds = answer?.kind === 'number' && 'low' in answer ? answer : { low: 0, high: 0, shown: 0 };
		return { kind: 'number', low: bounds.low, high: bounds.high, shown: bounds.shown };
	},
	checkTranslation: checkSameAnswer,
};

function looksLikeNumber(words: string): boolean {
	if (words.includes('|')) return false;
	const [, first = '', second = ''] = spread.exec(words) ?? range.exec(words) ?? [];
	if (first !== '' || second !== '') return numberLike.test(first) || numberLike.test(second);
	return numberLike.test(words);
}

function readBounds(words: string, locale: Locale): WrittenAnswer {
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
