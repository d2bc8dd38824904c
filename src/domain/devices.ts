/** What somebody signs in by, as far as their browser tells; kept in place of what it says of itself, which tells more. */
export interface Device {
	kind: 'phone' | 'computer' | 'unknown';
	/** Proper names of the system and the browser, such as `Android, Chrome`; empty: not known. */
	name: string;
}

/** First that fits: what is built upon another browser names that one too. */
const browsers: [RegExp, string][] = [
	[/Zalo/i, 'Zalo'],
	[/FBAN|FBAV|FB_IAB/, 'Facebook'],
	[/coc_coc_browser/i, 'Cốc Cốc'],
	[/SamsungBrowser/, 'Samsung Internet'],
	[/OPR\/|Opera/, 'Opera'],
	[/Edg(e|A|iOS)?\//, 'Edge'],
	[/Firefox\/|FxiOS\//, 'Firefox'],
	[/Chrome\/|CriOS\//, 'Chrome'],
	[/Safari\//, 'Safari'],
];
const systems: [RegExp, string, Device['kind']][] = [
	[/iPhone|iPod/, 'iPhone', 'phone'],
	[/iPad/, 'iPad', 'phone'],
	[/Android/, 'Android', 'phone'],
	[/Windows/, 'Windows', 'computer'],
	[/CrOS/, 'ChromeOS', 'computer'],
	[/Macintosh|Mac OS X/, 'macOS', 'computer'],
	[/Linux|X11/, 'Linux', 'computer'],
];

/** `agent`: the header User-Agent. */
export function deviceOf(agent: string): Device {
	const browser = browsers.find(([sign]) => sign.test(agent))?.[1];
	const [, system, kind = 'unknown'] = systems.find(([sign]) => sign.test(agent)) ?? [];
	return { kind, name: [system, browser].filter(Boolean).join(', ') };
}

/** As it is kept: `phone/Android, Chrome`. */
export function writeDevice({ kind, name }: Device): string {
	return `${kind}/${name}`;
}

export function readDevice(written: string | null): Device {
	const [kind = '', name = ''] = (written ?? '').split('/');
	return kind === 'phone' || kind === 'computer' ? { kind, name } : { kind: 'unknown', name };
}

/**
 * The network that an address is in, such as `203.0.113.0/24` or `2001:db8:a::/48`: it tells one's own network from a
 * strange one, and not which person of it. Empty where it is no address.
 */
export function networkOf(address: string): string {
	const four = fourOf(address);
	if (four) return `${four.replace(/\.\d+$/, '')}.0/24`;
	const groups = groupsOf(address);
	return groups ? `${groups.slice(0, 3).join(':')}::/48` : '';
}

/**
 * What one household or hall has of addresses, which limits count as one: an IPv4 address, or the 2⁶⁴ of IPv6 that a
 * connection is given (RFC 6177), such as `2001:db8:a:0::/64`. What is no address is a block of its own.
 */
export function blockOf(address: string): string {
	const four = fourOf(address);
	if (four) return four;
	const groups = groupsOf(address);
	return groups ? `${groups.slice(0, 4).join(':')}::/64` : address;
}

/** An IPv4 address, also where it is written within IPv6. */
function fourOf(address: string): string | null {
	return /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1] ?? null;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] | null {
	if (!/^[0-9a-f:]+(%.*)?$/i.test(address) || !address.includes(':')) return null;
	const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::');
	const groups = head.split(':').filter(Boolean);
	const last = (tail ?? '').split(':').filter(Boolean);
	const zeros =
		tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - last.length)).fill('0');
	return [...groups, ...zeros, ...last].map((group) => parseInt(group, 16).toString(16));
}
