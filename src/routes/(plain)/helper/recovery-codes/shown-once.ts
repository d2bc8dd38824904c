import type { RequestEvent } from '@sveltejs/kit';
import type { Static } from 'typebox';
import type { RecoveryCode } from '#schemas/account.ts';

type Made = Static<typeof RecoveryCode>;

/** A code on its way from the form that made it to the page that shows it once: a cookie for a minute, for one person. */
const name = 'code_made';
const seconds = 60;

type Visit = Pick<RequestEvent, 'cookies' | 'url'>;

export function keepForOnce({ cookies, url }: Visit, maker: string, made: Made): void {
	cookies.set(name, JSON.stringify({ maker, made }), {
		path: url.pathname,
		httpOnly: true,
		sameSite: 'strict',
		secure: url.protocol === 'https:',
		maxAge: seconds,
	});
}

/** Gives it once; null where there is none, or where somebody else has signed in since. */
export function takeOnce({ cookies, url }: Visit, reader: string): Made | null {
	const kept = cookies.get(name);
	if (kept === undefined) return null;
	cookies.delete(name, { path: url.pathname });
	try {
		const { maker, made } = JSON.parse(kept) as { maker: string; made: Made };
		return maker === reader ? made : null;
	} catch {
		return null;
	}
}
