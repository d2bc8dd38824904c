/** What a browser says about where a write comes from, as headers name it. */
export interface SaidOrigin {
	origin?: string | null | undefined;
	referer?: string | null | undefined;
	'sec-fetch-site'?: string | null | undefined;
}

/**
 * Where a write comes from: a page of ours, another site, or nobody says. `here`: addresses that are ours, written in
 * any of their forms. Newer browsers say by themselves whether it is the same site; older ones name the page, and some of
 * them only in `Referer`.
 */
export function cameFrom(said: SaidOrigin, here: readonly string[]): 'here' | 'elsewhere' | 'unknown' {
	const site = said['sec-fetch-site'];
	if (site) return site === 'same-origin' || site === 'none' ? 'here' : 'elsewhere';
	const page = said.origin ?? said.referer;
	if (!page) return 'unknown';
	const from = originOf(page);
	return from !== null && here.some((one) => originOf(one) === from) ? 'here' : 'elsewhere';
}

/** Small letters, no port that goes without saying, names of other scripts as the network writes them. */
function originOf(address: string): string | null {
	if (!URL.canParse(address)) return null;
	const { origin } = new URL(address);
	return origin === 'null' ? null : origin;
}

/**
 * The address of this site as it may stand in links, codes and previews that others will follow; null: nobody has
 * confirmed it. What a request names as its host may be anything: it counts where the operator has set it, and where it
 * is this machine itself, by the addresses that it has on its networks. `asked`: such as `http://192.168.1.10:3000`.
 */
export function confirmedOrigin(
	asked: string,
	configured: string | null | undefined,
	ownAddresses: () => readonly string[],
): string | null {
	if (configured) return originOf(configured);
	if (!URL.canParse(asked)) return null;
	const { hostname, origin } = new URL(asked);
	const bare = hostname.replace(/^\[(.*)\]$/, '$1');
	const isLoopback = bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
	return isLoopback || ownAddresses().includes(bare) ? origin : null;
}

/**
 * Where browsers keep passkeys for a site, by W3C WebAuthn: at a name and not a number, by https or on the machine
 * itself. `id` is what passkeys are bound to.
 */
export function passkeySite(origin: string | null): { id: string; origin: string } | null {
	if (origin === null || !URL.canParse(origin)) return null;
	const { protocol, hostname } = new URL(origin);
	const isName = /[a-z]/i.test(hostname) && !hostname.startsWith('[');
	const isSafe = protocol === 'https:' || hostname === 'localhost';
	return isName && isSafe ? { id: hostname, origin: new URL(origin).origin } : null;
}
