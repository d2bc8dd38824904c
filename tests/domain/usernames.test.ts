import fc from 'fast-check';
import { expect, it } from 'vitest';
import { suggestUsername } from '#domain/usernames.ts';

it.each([
	['Nguyễn Thị Lan', 7, 'lan0007'],
	['Trần Đình Đậu', 4821, 'dau4821'],
	['  Bà  Sáu ', 12_345, 'sau12345'],
	['ចាន់ សុខា', 1, 'hoc0001'],
	['Anna-Marie O’Neill', 20, 'oneill0020'],
])('%j and %i make %s', (name, number, expected) => {
	expect(suggestUsername(name, number)).toBe(expected);
});

it('is always a user name that can be typed', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.nat(999_999), (name, number) => {
			expect(suggestUsername(name, number)).toMatch(/^[a-z0-9]{4,40}$/);
		}),
	);
});
