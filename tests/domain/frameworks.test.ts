import { findCompetence, localised, tierOf } from '#domain/frameworks.ts';
import { pickLocale } from '#domain/locales.ts';
import { type Locale, type Localised } from '#schemas/common.ts';
import { locales } from '#schemas/names.ts';
import type { FrameworkFile } from '#schemas/framework.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const framework: FrameworkFile = {
	id: 'khung-thu',
	title: { vi: 'Khung thử' },
	description: { vi: 'Để thử' },
	in_force: '2026-01-01',
	tiers: [
		{ id: 'co-ban', title: { vi: 'Cơ bản' }, levels: [1, 2] },
		{ id: 'trung-cap', title: { vi: 'Trung cấp' }, levels: [3, 4] },
	],
	domains: [
		{
			id: '1',
			numeral: 'I',
			title: { vi: 'Khai thác' },
			competences: [{ id: '1.1', title: { vi: 'Tìm' } }],
		},
		{
			id: '4',
			numeral: 'IV',
			title: { vi: 'An toàn' },
			competences: [
				{ id: '4.1', title: { vi: 'Thiết bị' } },
				{ id: '4.2', title: { vi: 'Dữ liệu' }, digcomp: '4.2' },
			],
		},
	],
};

describe('pickLocale', () => {
	it.each<[Locale[], Locale, Locale, Locale]>([
		[['vi', 'km', 'en'], 'km', 'vi', 'km'],
		[['vi', 'en'], 'km', 'vi', 'vi'],
		[['vi', 'en'], 'km', 'en', 'en'],
		[['vi', 'km'], 'en', 'en', 'vi'],
		[['km'], 'vi', 'vi', 'km'],
		[[], 'km', 'en', 'en'],
	])('of %j, wanted %s, source %s: %s', (available, wanted, source, picked) => {
		expect(pickLocale(available, wanted, source)).toBe(picked);
	});

	it('picks what is there whenever anything is', () => {
		const locale = fc.constantFrom(...locales);
		fc.assert(
			fc.property(
				fc.subarray([...locales], { minLength: 1 }),
				locale,
				locale,
				(available, wanted, source) => {
					expect(available).toContain(pickLocale(available, wanted, source));
				},
			),
		);
	});
});

describe('localised', () => {
	it.each<[Localised, Locale, Locale, string, Locale]>([
		[{ vi: 'Chào', km: 'សួស្តី', en: 'Hello' }, 'km', 'vi', 'សួស្តី', 'km'],
		[{ vi: 'Chào', en: 'Hello' }, 'km', 'vi', 'Chào', 'vi'],
		[{ vi: 'Chào', en: 'Hello' }, 'km', 'en', 'Hello', 'en'],
		[{ en: 'Hello' }, 'km', 'vi', 'Hello', 'en'],
		[{ vi: 'Chào', km: '' }, 'km', 'vi', 'Chào', 'vi'],
		[{ vi: 'Chào', km: '  ' }, 'km', 'vi', 'Chào', 'vi'],
		[{}, 'km', 'vi', '', 'vi'],
	])('%j, wanted %s, source %s', (map, wanted, source, text, locale) => {
		expect(localised(map, wanted, source)).toEqual({ text, locale });
	});
});

describe('tierOf', () => {
	it.each([
		[1, 'co-ban'],
		[2, 'co-ban'],
		[3, 'trung-cap'],
		[4, 'trung-cap'],
		[5, undefined],
		[0, undefined],
	])('level %s: %s', (level, tier) => {
		expect(tierOf(framework, level)?.id).toBe(tier);
	});
});

describe('findCompetence', () => {
	it('finds a competence with its domain', () => {
		const found = findCompetence(framework, '4.2');
		expect(found?.domain.numeral).toBe('IV');
		expect(found?.competence).toEqual({ id: '4.2', title: { vi: 'Dữ liệu' }, digcomp: '4.2' });
	});

	it.each(['4', '4.3', '4.10', '', '4.2 '])('finds none by %j', (code) => {
		expect(findCompetence(framework, code)).toBeUndefined();
	});
});
