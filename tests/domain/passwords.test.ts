import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldPassword, weaknessOf } from '#domain/passwords.ts';

const common = new Set(['password', 'matkhau', 'iloveyou', 'sunshine', '1q2w3e4r']);
const owner = { username: 'ba-tam', displayName: 'Nguyễn Thị Tám' };
const of = (password: string) => weaknessOf(password, owner, common);

describe('a new password', () => {
	it.each([
		'password',
		'PASSWORD',
		'Password1',
		'2024password!',
		'P@ssw0rd',
		'p4$$w0rd',
		'mật khẩu',
		'MẬT-KHẨU',
		'Matkhau@123',
		'matkhaumatkhau',
		'ｐａｓｓｗｏｒｄ',
		'pass\u200bword',
		'1q2w3e4r',
		'sunshine2024',
	])('that many use is common: %s', (password) => expect(of(password)).toBe('common'));

	it.each([
		'12345678',
		'87654321',
		'aaaaaaaa',
		'        ',
		'--------',
		'12121212',
		'abcabcabc',
		'qwertyuiop',
		'        a',
		'a       b',
		'. . . . .',
		'aaaaaaaaab',
		'qwerty12345',
		'abcd-1234',
		'asdf 123456',
		'12061985',
		'12/06/1985',
		'1985-06-12',
		'06121985',
		'0912345677',
		'+84 912 345 677',
		'+855 12 345 677',
	])('is a pattern: %s', (password) => expect(of(password)).toBe('pattern'));

	it.each(['ba-tam-ba-tam', 'nguyenthitam', 'Nguyễn Thị Tám', 'tam1958tam', 'thi.tam.1958', 'NguyenTam@58'])(
		'is its owner’s name: %s',
		(password) => expect(of(password)).toBe('own'),
	);

	it.each([
		'ba con gà',
		'con gà vàng nhảy',
		'chim-sẻ-bảy-cây-tre',
		'mat-khau-dai',
		'cung-hoc-demo',
		'ba-tam-trong-rau-muong',
		'tám quả bưởi',
		'xanh8tim',
		'91837465',
		'ខ្ញុំ ចូលចិត្ត ត្រី',
		'my password is long',
		'🐓🐓🌾🌾🛶🛶🏮🪷',
	])('is taken: %s', (password) => expect(of(password)).toBeNull());

	it('is judged by the names of its owner, and by no one else’s', () => {
		expect(weaknessOf('nguyenthitam', { username: 'lan' }, common)).toBeNull();
		expect(weaknessOf('nguyenthitam', {}, common)).toBeNull();
	});

	it('of signs and pictures alone is no pattern for having no letters', () => {
		expect(of('!?*#%&/(')).toBeNull();
	});

	it('stays what it is with figures behind, capitals, signs and tones', () => {
		const figures = fc.stringMatching(/^\d{0,4}$/);
		const sign = fc.constantFrom('', '-', '.', '!', ' ', '_');
		fc.assert(
			fc.property(figures, sign, fc.boolean(), (digits, between, large) => {
				const word = `iloveyou${between}${digits}`;
				expect(of(large ? word.toUpperCase() : word)).not.toBeNull();
			}),
		);
	});

	it('is judged in a moment, however long', () => {
		const started = performance.now();
		of('ab1'.repeat(60) + 'x');
		expect(performance.now() - started).toBeLessThan(50);
	});
});

it('folds to what can be compared again', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
			expect(foldPassword(foldPassword(text))).toBe(foldPassword(text));
		}),
	);
});
