/** An authenticator app, as far as the tests need one. */
import { createHmac } from 'node:crypto';
import { decodeBase32IgnorePadding } from '@oslojs/encoding';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { codeIn, counterOf, stepAt } from '#domain/totp.ts';

/** The code that an app shows for a secret now, or so many steps later. */
export function codeFor(secret: string, later = 0): string {
	const key = decodeBase32IgnorePadding(secret.replaceAll(' ', ''));
	return codeIn(
		createHmac('sha1', key)
			.update(counterOf(stepAt(Date.now()) + later))
			.digest(),
	);
}

/** What a camera reads off a picture. */
export async function scan(picture: Buffer): Promise<string | null> {
	const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
	return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null;
}
