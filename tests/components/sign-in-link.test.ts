/** Signing in leads back to where one was, and never to another site. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { wayBack } from '#lib/account.ts';
import { localise, splitLocale } from '#lib/locale.ts';
import { signInFrom } from '#lib/sign-in-link.ts';

const at = (path: string) => new URL(path, 'https://vi-du.vn');
const link = (path: string) => localise('km', path);

describe('the link to signing in', () => {
	it.each([
		['/', '/km/sign-in'],
		['/km', '/km/sign-in'],
		[
			'/km/courses/mot/lessons/hai?version=3',
			'/km/sign-in?back=%2Fcourses%2Fmot%2Flessons%2Fhai%3Fversion%3D3',
		],
		['/certificates/0000-0000-0000-0', '/km/sign-in?back=%2Fcertificates%2F0000-0000-0000-0'],
		['/km/sign-in/second-step?back=/learn', '/km/sign-in?back=%2Flearn'],
		['/recover', '/km/sign-in'],
		['/attempts/mot?q=2&/save', '/km/sign-in?back=%2Fattempts%2Fmot%3Fq%3D2'],
		['/certificates?/ask', '/km/sign-in?back=%2Fcertificates'],
	])('from %s is %s', (from, wanted) => expect(signInFrom(at(from), link)).toBe(wanted));

	it('is never written without a way back, but where nobody comes back to', () => {
		const without = readdirSync('src', { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.svelte'))
			.map((file) => path.join('src', file))
			.filter((file) => /\{link\('\/sign-(in|up)'\)\}(?!\?)/.test(readFileSync(file, 'utf8')));
		expect(without).toEqual(['src/routes/(plain)/sign-out/+page.svelte']);
	});
});

describe('the way back', () => {
	it.each([
		['/courses/mot', '/courses/mot'],
		['/km/courses/mot?a=b', '/courses/mot?a=b'],
		['/vi/learn', '/learn'],
		['/', null],
		['/km', null],
		['//la.vn', null],
		['/km//la.vn', null],
		['/en/\\la.vn', null],
		['https://la.vn/x', null],
		['/km/\tla', null],
		['javascript:alert(1)', null],
	])('%s leads to %s', (back, wanted) => {
		const url = at(`/sign-in?${new URLSearchParams({ back })}`);
		expect(wayBack(url)).toBe(wanted);
		expect(new URL(wayBack(url) ?? '/', url).origin).toBe(url.origin);
	});
});

it('a language before a query is one', () => {
	expect(splitLocale('/km?saved')).toEqual({ locale: 'km', path: '/?saved' });
	expect(splitLocale('/km/')).toEqual({ locale: 'km', path: '/' });
	expect(splitLocale('/kmx/a')).toEqual({ locale: null, path: '/kmx/a' });
});
