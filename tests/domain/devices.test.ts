import { describe, expect, it } from 'vitest';
import { blockOf, deviceOf, networkOf, readDevice, writeDevice } from '#domain/devices.ts';

const android = 'Mozilla/5.0 (Linux; Android 11; CPH2239) AppleWebKit/537.36 (KHTML, like Gecko)';
const iphone =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';

describe('a device', () => {
	it.each([
		[`${android} Chrome/126.0.0.0 Mobile Safari/537.36`, 'phone', 'Android, Chrome'],
		[
			`${android} Version/4.0 Chrome/126 Mobile Safari/537.36 Zalo android/24060212 ZaloTheme/light`,
			'phone',
			'Android, Zalo',
		],
		[
			`${android} Version/4.0 Chrome/126 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/468.0.0.54.74;]`,
			'phone',
			'Android, Facebook',
		],
		[`${android} SamsungBrowser/25.0 Chrome/121 Mobile Safari/537.36`, 'phone', 'Android, Samsung Internet'],
		[`${iphone} Version/17.5 Mobile/15E148 Safari/604.1`, 'phone', 'iPhone, Safari'],
		[`${iphone} CriOS/126.0 Mobile/15E148 Safari/604.1`, 'phone', 'iPhone, Chrome'],
		[`${windows} Chrome/126.0.0.0 Safari/537.36 Edg/126.0`, 'computer', 'Windows, Edge'],
		[`${windows} coc_coc_browser/126.0 Chrome/120 Safari/537.36`, 'computer', 'Windows, Cốc Cốc'],
		['Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0', 'computer', 'Linux, Firefox'],
		['curl/8.5.0', 'unknown', ''],
		['', 'unknown', ''],
	])('%s is %s: %s', (agent, kind, name) => {
		expect(deviceOf(agent)).toEqual({ kind, name });
		expect(readDevice(writeDevice(deviceOf(agent)))).toEqual({ kind, name });
	});

	it('that was not kept is unknown', () => expect(readDevice(null)).toEqual({ kind: 'unknown', name: '' }));
});

describe('the network of an address', () => {
	it.each([
		['203.0.113.77', '203.0.113.0/24'],
		['::ffff:203.0.113.77', '203.0.113.0/24'],
		['2001:db8:a:b:c:d:e:f', '2001:db8:a::/48'],
		['2001:0DB8::1', '2001:db8:0::/48'],
		['fe80::1%eth0', 'fe80:0:0::/48'],
		['::1', '0:0:0::/48'],
		['', ''],
		['unknown', ''],
	])('%s -> %s', (address, network) => expect(networkOf(address)).toBe(network));
});

describe('the block of an address', () => {
	it.each([
		['203.0.113.77', '203.0.113.77'],
		['::ffff:203.0.113.77', '203.0.113.77'],
		['2001:db8:a:b:c:d:e:f', '2001:db8:a:b::/64'],
		['2001:0DB8:a:b::1', '2001:db8:a:b::/64'],
		['2001:db8::1', '2001:db8:0:0::/64'],
		['fe80::1%eth0', 'fe80:0:0:0::/64'],
		['', ''],
		['unknown', 'unknown'],
	])('%s -> %s', (address, block) => expect(blockOf(address)).toBe(block));
});
