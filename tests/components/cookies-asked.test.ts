import { expect, it } from 'vitest';
import { marked, unmarked } from '#lib/cookies-asked.ts';

it.each([
	['/learn', '/learn?cookies=asked'],
	['/learn?welcome', '/learn?welcome&cookies=asked'],
	['/km/courses/a?version=1#try-b', '/km/courses/a?version=1&cookies=asked#try-b'],
])('%s is marked as %s, and that is taken off again', (address, expected) => {
	expect(marked(address)).toBe(expected);
	expect(unmarked(new URL(expected, 'http://localhost'))).toBe(address.split('#')[0]);
});

it('an address without the mark is none that was marked', () => {
	for (const address of ['/learn', '/learn?welcome', '/learn?xcookies=asked', '/learn?cookies=x'])
		expect(unmarked(new URL(address, 'http://localhost'))).toBeNull();
});
