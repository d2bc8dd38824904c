import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	foldUsername,
	isClearUsername,
	joinUsername,
	normaliseUsername,
	suggestUsername,
} from '#domain/usernames.ts';

it.each([
	['Nguyễn Thị Lan', 7, 'lan0007'],
	['Trần Đình Đậu', 4821, 'dau4821'],
	['  Bà  Sáu ', 12_345, 'sau12345'],
	['ចាន់ សុខា', 1, 'hoc0001'],
	['Trần Văn \u00d0ức', 3, 'duc0003'],
	['Anna-Marie O’Neill', 20, 'oneill0020'],
])('%j and %i make %s', (name, number, expected) => {
	expect(suggestUsername(name, number)).toBe(expected);
});

it.each([
	['Lê Văn Tám', 'le-van-tam'],
	['  Trần  Đình Đậu ', 'tran-dinh-dau'],
	['bà 6', 'ba-6'],
	['O’Neill, Anna', 'oneill-anna'],
	['ចាន់ សុខា', 'ចាន់-សុខា'],
	['a', null],
	['- . -', null],
	['Lan សុខា', null],
])('%j may be written %j', (name, expected) => {
	expect(joinUsername(name)).toBe(expected);
});

it('is always a user name that can be typed', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.nat(999_999), (name, number) => {
			expect(suggestUsername(name, number)).toMatch(/^[a-z0-9]{4,40}$/);
		}),
	);
});

it.each([
	['Hoa.Nguyen', 'hoa.nguyen'],
	['ĐÀO', 'đào'],
	['\u00d0A\u0300O', 'đào'],
	['hoa ', 'hoa'],
	['Ｈｏａ', 'hoa'],
	['hòa', 'hoà'],
	['សុខ\u200bា', 'សុខា'],
	['ហ\u17e1\u17e2', 'ហ12'],
])('the user name %j is compared as %j', (name, folded) => {
	expect(foldUsername(name)).toBe(folded);
	expect(foldUsername(folded)).toBe(folded);
});

it('tells user names with other marks apart', () => {
	expect(foldUsername('hoa')).not.toBe(foldUsername('hòa'));
	expect(foldUsername('dao')).not.toBe(foldUsername('đao'));
});

it.each([
	'lan.1970',
	'Nguyễn-Thị_Hoa',
	'ĐÀO',
	'Jürgen',
	'ចាន់សុខា',
	'ចាន់\u200bសុខា',
	'ចាន់២០',
	'2026',
	'李小龙',
	'ａｂｃ',
])('%j is clear', (name) => {
	expect(isClearUsername(name)).toBe(true);
});

it.each([
	['a Cyrillic letter among Latin', 'l\u0430n'],
	['Cyrillic alone', '\u0441\u043e\u0440\u0430'],
	['a Greek letter', 'h\u03bfa'],
	['Latin with Khmer', 'lanសុខ'],
	['a letter of phonetics', 'l\u0251n'],
	['a dotless i', 'm\u0131nh'],
	['a joiner that is not seen', 'lan\u034fh'],
	['a variation selector', 'lan\ufe0f'],
	['a filler', 'lan\u3164'],
	['a Khmer vowel that is not seen', 'សុខ\u17b5'],
	['heaped marks', 'la\u0302\u0301\u0300\u0303n'],
	['no letter or digit', '.-_'],
	['two letters, parted by what is not seen', 'l\u200bn'],
])('%s is not clear', (_what, name) => {
	expect(isClearUsername(name)).toBe(false);
});

it('is shown without what is not seen', () => {
	expect(normaliseUsername('ចាន់\u200bសុខា')).toBe('ចាន់សុខា');
	expect(normaliseUsername('Đa\u0300o')).toBe('Đào');
});
