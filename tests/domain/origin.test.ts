import { describe, expect, it } from 'vitest';
import { cameFrom, confirmedOrigin, passkeySite, type SaidOrigin } from '#domain/origin.ts';

/** “học”, as people write it; browsers send what the network calls it. */
const written = 'https://học.example';
const sent = new URL(written).origin;

describe('a write came', () => {
	it.each<[string, SaidOrigin, string[], string]>([
		['from here', { origin: 'https://hoc.example' }, ['https://hoc.example'], 'here'],
		['from a host in capitals', { origin: 'https://hoc.example' }, ['https://HOC.example'], 'here'],
		[
			'from the port that goes without saying',
			{ origin: 'https://hoc.example' },
			['https://hoc.example:443'],
			'here',
		],
		['from port 80 by http', { origin: 'http://hoc.example' }, ['http://hoc.example:80'], 'here'],
		['from a name with marks', { origin: sent }, [written], 'here'],
		['from such a name with others', { origin: sent }, ['https://hóc.example'], 'elsewhere'],
		['from another port', { origin: 'https://hoc.example:8443' }, ['https://hoc.example'], 'elsewhere'],
		['by http, not https', { origin: 'http://hoc.example' }, ['https://hoc.example'], 'elsewhere'],
		['from a longer name', { origin: 'https://hoc.example.xau' }, ['https://hoc.example'], 'elsewhere'],
		['from a sandboxed frame', { origin: 'null' }, ['https://hoc.example'], 'elsewhere'],
		['from a frame, and a file is ours', { origin: 'null' }, ['file:///tmp'], 'elsewhere'],
		['from what is no address', { origin: 'xin chào' }, ['https://hoc.example'], 'elsewhere'],
		['while our host is no address', { origin: 'https://hoc.example' }, ['http://a b'], 'elsewhere'],
		[
			'from a page that Referer names',
			{ referer: 'https://hoc.example/vi/x?y' },
			['https://hoc.example'],
			'here',
		],
		[
			'from another one',
			{ referer: 'https://xau.example/https://hoc.example' },
			['https://hoc.example'],
			'elsewhere',
		],
		[
			'from Origin before Referer',
			{ origin: 'https://xau.example', referer: 'https://hoc.example/' },
			['https://hoc.example'],
			'elsewhere',
		],
		[
			'as the browser says, from here',
			{ 'sec-fetch-site': 'same-origin', origin: 'https://hoc.example' },
			[],
			'here',
		],
		[
			'as the browser says, without Origin',
			{ 'sec-fetch-site': 'same-origin' },
			['https://hoc.example'],
			'here',
		],
		['from the reader', { 'sec-fetch-site': 'none' }, ['https://hoc.example'], 'here'],
		[
			'from a neighbour',
			{ 'sec-fetch-site': 'same-site', origin: 'https://hoc.example' },
			['https://hoc.example'],
			'elsewhere',
		],
		['from another site', { 'sec-fetch-site': 'cross-site' }, ['https://hoc.example'], 'elsewhere'],
		['from nobody knows where', {}, ['https://hoc.example'], 'unknown'],
	])('%s', (_name, said, here, expected) => {
		expect(cameFrom(said, here)).toBe(expected);
	});
});

describe('the address that may stand in links', () => {
	const own = ['192.168.1.10', 'fd00::10'];
	it.each([
		['http://localhost:3000', null, 'http://localhost:3000'],
		['http://127.0.0.1:3000', null, 'http://127.0.0.1:3000'],
		['http://[::1]:3000', null, 'http://[::1]:3000'],
		['http://192.168.1.10:3000', null, 'http://192.168.1.10:3000'],
		['http://[fd00::10]', null, 'http://[fd00::10]'],
		['http://192.168.1.11', null, null],
		['http://evil.example', null, null],
		['http://localhost.evil.example', null, null],
		['http://127.0.0.1.evil.example', null, null],
		['http://evil.example', 'https://hoc.example.vn', 'https://hoc.example.vn'],
		['http://evil.example', 'HTTPS://Hoc.Example.vn:443', 'https://hoc.example.vn'],
		['no address', null, null],
	])('asked at %s, set to %s: %s', (asked, configured, origin) =>
		expect(confirmedOrigin(asked, configured, () => own)).toBe(origin),
	);
});

describe('browsers keep passkeys', () => {
	it.each<[string | null, string | null]>([
		['https://hoc.example.vn', 'hoc.example.vn'],
		['https://hoc.example.vn:8443', 'hoc.example.vn'],
		['http://localhost:3000', 'localhost'],
		['http://hoc.example.vn', null],
		['https://203.0.113.7', null],
		['http://127.0.0.1:3000', null],
		['https://[2001:db8::1]', null],
		['nothing', null],
		[null, null],
	])('of a site at %s for %s', (origin, id) => {
		expect(passkeySite(origin)?.id ?? null).toBe(id);
	});
});
