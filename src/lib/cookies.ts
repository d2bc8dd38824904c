import type { Cookies } from '@sveltejs/kit';

/** The visitor's cookies as they stand now: one that the API set a moment ago is already among them. */
export function cookieHeader(cookies: Cookies): string {
	return cookies
		.getAll()
		.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
		.join('; ');
}

/** Hands the API's `Set-Cookie` on to the visitor, value untouched. */
export function copyCookies(from: Headers, cookies: Cookies): void {
	for (const line of from.getSetCookie()) {
		const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
		const cut = pair.indexOf('=');
		const given = new Map(attributes.map((attribute) => splitAttribute(attribute)));
		const expires = given.get('expires');
		const maxAge = given.get('max-age');
		cookies.set(pair.slice(0, cut), pair.slice(cut + 1), {
			path: given.get('path') ?? '/',
			httpOnly: given.has('httponly'),
			secure: given.has('secure'),
			sameSite: sameSite(given.get('samesite')),
			...(expires !== undefined && { expires: new Date(expires) }),
			...(maxAge !== undefined && { maxAge: Number(maxAge) }),
			encode: (value) => value,
		});
	}
}

function splitAttribute(attribute: string): [string, string] {
	const [name = '', value = ''] = attribute.split('=', 2);
	return [name.toLowerCase(), value];
}

function sameSite(value: string | undefined): 'strict' | 'lax' | 'none' {
	const known = value?.toLowerCase();
	return known === 'strict' || known === 'none' ? known : 'lax';
}
