import { inGroups, keyUri } from '#domain/totp.ts';
import { qrOf, type Qr } from '#lib/qr.ts';

/** A secret on its way into an app, in each way that it can go there. */
export interface Begun {
	secret: string;
	/** As it is typed by hand. */
	typed: string;
	uri: string;
	qr: Qr;
}

export function begunWith({ secret, uri }: Pick<Begun, 'secret' | 'uri'>): Begun {
	return { secret, uri, typed: inGroups(secret), qr: qrOf(uri) };
}

/** The same again, of the secret that a form shows; null for what is none. */
export function begunAgain(secret: string, issuer: string, account: string): Begun | null {
	if (!/^[A-Z2-7]{32}$/.test(secret)) return null;
	return begunWith({ secret, uri: keyUri({ issuer, account, secret }) });
}
