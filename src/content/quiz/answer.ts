/** What `= …` says: a truth value, a number with its bounds, or words. */
import { readNumber } from '#domain/questions/number.ts';
import type { Locale } from '#schemas/common.ts';

export type WrittenAnswer =
	| { kind: 'truefalse'; right: boolean }
	| { kind: 'number'; low: number; high: number; shown: number }
	| { kind: 'text'; words: string[] }
	| { kind: 'number'; wrong: 'unreadable' | 'range' };

const numberLike = /^[\s\d០-៩.,+\-−–]*[\d០-៩][\s\d០-៩.,+\-−–]*$/;
const spread = /^(.*?)\s*(?:±|\+\/-|\+-)\s*(.*)$/s;
const range = /^(.*?)\s*\.\.+\s*(.*)$/s;

export function readAnswer(written: string, locale: Locale, forced: string | undefined): WrittenAnswer {
	const words = written.normalize('NFC').trim();
	const truth = /^(true|false)$/i.exec(words)?.[1]?.toLowerCase();
	if (truth !== undefined && (forced === undefined || forced === 'truefalse')) {
		return { kind: 'truefalse', right: truth === 'true' };
	}
	const isNumber = forced === 'number' || (forced === undefined && looksLikeNumber(words));
	if (isNumber) return readBounds(words, locale);
	const variants = words.split('|').map((variant) => variant.replace(/\s+/g, ' ').trim());
	return { kind: 'text', words: variants };
}

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
