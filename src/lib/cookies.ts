import type { Cookies } from '@sveltejs/kit';
import { parseSetCookie } from 'set-cookie-parser';

/** The visitor's cookies as they stand now: one that the API set a moment ago is already among them. */
export function cookieHeader(cookies: Cookies): string {
	return cookies
		.getAll()
		.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
		.join('; ');
}

/** Hands the API's `Set-Cookie` on to the visitor, value untouched. */
export function copyCookies(from: Pick<Headers, 'getSetCookie'>, cookies: Cookies): void {
	const lines = from.getSetCookie();
	if (lines.length === 0) return;
	for (const { name, value, ...given } of parseSetCookie(lines, { decodeValues: false })) {
		const { path = '/', httpOnly = false, secure = false, sameSite, expires, maxAge } = given;
		cookies.set(name, value, {
			path,
			httpOnly,
			secure,
			sameSite: sameSiteOf(sameSite),
			...(expires && { expires }),
			...(maxAge !== undefined && { maxAge }),
			encode: (raw) => raw,
		});
	}
}

function sameSiteOf(value: string | undefined): 'strict' | 'lax' | 'none' {
	const known = value?.toLowerCase();
	return known === 'strict' || known === 'none' ? known : 'lax';
}
