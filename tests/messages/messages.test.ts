import { describe, expect, it } from 'vitest';
import { messagesFor } from '#messages/index.ts';
import { locales } from '#schemas/names.ts';
import { failureCodes } from '#schemas/failures.ts';
import { leavesOf, numbersAsked, say, textsAsked, type Leaf } from './walk.ts';
import {
	ending,
	engineers,
	khmer,
	khmerBookish,
	khmerMistyped,
	latin,
	notEnglish,
	withoutNames,
} from './words.ts';

const leaves = {
	vi: leavesOf(messagesFor('vi')),
	km: leavesOf(messagesFor('km')),
	en: leavesOf(messagesFor('en')),
};
const translations = ['km', 'en'] as const;
/** The site's own name stands alone in these. */
const nameOnly = ['common.siteName', 'common.pageTitle', 'pdf.site'];

/** Paths of the messages for which `isWrong` holds, with their words. */
function wrong(of: Leaf[], isWrong: (text: string, path: string) => boolean): string[] {
	return of
		.map((leaf) => ({ path: leaf.path, text: say(leaf).text }))
		.filter(({ path, text }) => isWrong(text, path))
		.map(({ path, text }) => `${path}: ${text}`);
}

function pairs(locale: 'km' | 'en'): { source: Leaf; leaf: Leaf }[] {
	const of = new Map(leaves[locale].map((leaf) => [leaf.path, leaf]));
	return leaves.vi.flatMap((source) => {
		const leaf = of.get(source.path);
		return leaf ? [{ source, leaf }] : [];
	});
}

describe.each(locales)('messages in %s', (locale) => {
	it('say something everywhere, without stray spaces', () => {
		expect(leaves[locale].length).toBeGreaterThan(250);
		expect(wrong(leaves[locale], (text) => text.trim() === '' || / {2}|\n|undefined|NaN/.test(text))).toEqual(
			[],
		);
		const padded = wrong(leaves[locale], (text, path) => text !== text.trim() && path !== 'question.and');
		expect(padded).toEqual([]);
	});
	it('are composed letters, as people search for them', () => {
		expect(wrong(leaves[locale], (text) => text !== text.normalize('NFC'))).toEqual([]);
	});
	it('have words for every failure of the API', () => {
		const { failures } = messagesFor(locale).api;
		expect(Object.keys(failures).sort()).toEqual([...failureCodes].sort());
	});
	it('put the given texts and numbers into the sentence', () => {
		const lost = leaves[locale].flatMap((leaf) => {
			const sentence = say(leaf);
			const isThere = (value: string) => sentence.text.includes(value);
			const values = [...textsAsked(sentence), ...numbersAsked(sentence)];
			return values.every(isThere) ? [] : [leaf.path];
		});
		expect(lost).toEqual([]);
	});
});

describe.each(translations)('messages in %s beside the Vietnamese ones', (locale) => {
	it('are the same, none missing, none left over', () => {
		expect(leaves[locale].map(({ path }) => path).sort()).toEqual(leaves.vi.map(({ path }) => path).sort());
	});
	it('ask for the same values', () => {
		for (const { source, leaf } of pairs(locale)) {
			expect(typeof leaf.said, leaf.path).toBe(typeof source.said);
			expect(leaf.said.length === source.said.length || typeof leaf.said === 'string', leaf.path).toBe(true);
			expect(say(leaf).asked, leaf.path).toEqual(say(source).asked);
		}
	});
	it('hold the same numbers and examples', () => {
		const figures = (leaf: Leaf) =>
			typeof leaf.said === 'string' ? (leaf.said.match(/\d+/g) ?? []).sort() : [];
		for (const { source, leaf } of pairs(locale)) expect(figures(leaf), leaf.path).toEqual(figures(source));
	});
	it('are translated', () => {
		const same = pairs(locale).filter(({ source, leaf }) => say(leaf).text === say(source).text);
		expect(same.map(({ leaf }) => leaf.path)).toEqual(
			nameOnly.filter((path) => leaves.vi.some((l) => l.path === path)),
		);
	});
	it('end as a sentence, a question or a label where the Vietnamese do', () => {
		const differ = pairs(locale).filter(
			({ source, leaf }) => ending(say(leaf).text) !== ending(say(source).text),
		);
		expect(differ.map(({ leaf }) => `${leaf.path}: ${say(leaf).text}`)).toEqual([]);
	});
});

describe('a wait', () => {
	it.each([
		['vi', 71, '71 giây'],
		['vi', 3540, '59 phút'],
		['en', 1, '1 second,'],
		['en', 121, '3 minutes'],
		['km', 3540, '59 នាទី'],
	] as const)('in %s of %i seconds is said as people say it', (locale, seconds, said) => {
		expect(messagesFor(locale).api.failures['too-many'].detail({ seconds })).toContain(said);
	});
});

describe('one language on one screen', () => {
	it('Vietnamese and English hold no Khmer letters', () => {
		expect([...wrong(leaves.vi, hasKhmer), ...wrong(leaves.en, hasKhmer)]).toEqual([]);
	});
	it('English holds no Vietnamese letters', () => {
		expect(wrong(leaves.en, (text) => notEnglish.test(withoutNames(text)))).toEqual([]);
	});
	it('Khmer holds no Latin letters but names', () => {
		expect(wrong(leaves.km, (text) => latin.test(withoutNames(text)))).toEqual([]);
		expect(wrong(leaves.km, (text, path) => !khmer.test(text) && !nameOnly.includes(path))).toEqual([]);
	});
});

describe('spelling', () => {
	it.each(Object.entries(khmerMistyped))('Khmer is typed without %s', (_, mistyped) => {
		expect(wrong(leaves.km, (text) => mistyped.test(text))).toEqual([]);
	});
	it('Khmer says things as people do', () => {
		expect(wrong(leaves.km, (text) => khmerBookish.test(text))).toEqual([]);
	});
	it('learners read no words of engineers', () => {
		expect(wrong([...leaves.vi, ...leaves.en], (text) => engineers.test(text))).toEqual([]);
	});
	it('English counts one and several', () => {
		const one = leaves.en.map((leaf) => ({ path: leaf.path, text: say(leaf, 1).text }));
		expect(one.filter(({ text }) => /\b1 (?!is\b|less\b)[a-z]*s\b|\b1 are\b/.test(text))).toEqual([]);
		const several = leaves.en.map((leaf) => ({ path: leaf.path, text: say(leaf).text }));
		const nouns =
			/\b\d+ (minute|lesson|question|test|year|month|day|part|try|time|point|second|character|item)\b/;
		expect(several.filter(({ text }) => nouns.test(text))).toEqual([]);
	});
});

function hasKhmer(text: string): boolean {
	return khmer.test(text);
}
