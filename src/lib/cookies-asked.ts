/**
 * Whether the browser keeps cookies is known at the next request: whoever was signed in a moment ago is sent on with a
 * mark in the address, and comes back with the cookie or without it.
 */
const mark = 'cookies=asked';

/** An address with the mark, before its fragment. */
export function marked(address: string): string {
	const [, page = '', fragment = ''] = /^([^#]*)(.*)$/s.exec(address) ?? [];
	return `${page}${page.includes('?') ? '&' : '?'}${mark}${fragment}`;
}

/** The address as it was before it was marked; null for one that is not. */
export function unmarked({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string | null {
	const parts = search.slice(1).split('&');
	if (!parts.includes(mark)) return null;
	const kept = parts.filter((part) => part !== mark).join('&');
	return pathname + (kept && `?${kept}`);
}
