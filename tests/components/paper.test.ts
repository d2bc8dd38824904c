/** What stands on paper of where it leads. */
import { describe, expect, it } from 'vitest';
import { paperAddress } from '#lib/paper/address.ts';
import { inShort } from '#lib/paper/in-short.ts';
import { qrOf } from '#lib/qr.ts';

describe('the address on paper', () => {
	it.each([
		['https://hoc.example.vn/courses/a', 'hoc.example.vn/courses/a'],
		['http://192.168.1.5:3000/km/courses/a', '192.168.1.5:3000/km/courses/a'],
		['https://hoc.example.vn/sign-in?back=/learn', 'hoc.example.vn/sign-in'],
	])('%s is said as %s', (address, said) => {
		expect(inShort(address)).toBe(said);
	});

	it('is in the language of the sheet, and the code has all of it', () => {
		const to = paperAddress({ site: 'https://hoc.example.vn', locale: 'km' }, '/sign-in?back=/learn');
		expect(to).toEqual({
			words: 'hoc.example.vn/km/sign-in',
			start: 'hoc.example.vn/km',
			qr: qrOf('https://hoc.example.vn/km/sign-in?back=/learn', 'M'),
		});
	});

	it('of the start page is no more than the name', () => {
		expect(paperAddress({ site: 'https://hoc.example.vn', locale: 'vi' }, '/learn')?.start).toBe(
			'hoc.example.vn',
		);
	});

	it('is not there where nobody has confirmed it', () => {
		expect(paperAddress({ site: null, locale: 'vi' }, '/learn')).toBeNull();
		expect(paperAddress({ site: undefined, locale: 'vi' }, '/learn')).toBeNull();
	});

	it('on paper may be worn more than on a screen', () => {
		const text = 'https://hoc.example.vn/courses/dien-thoai-buoc-dau/lessons/bat-tat';
		expect(qrOf(text, 'M').size).toBeGreaterThan(qrOf(text).size);
	});
});
