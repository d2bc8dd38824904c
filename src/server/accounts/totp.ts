import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { encodeBase32UpperCaseNoPadding } from '@oslojs/encoding';
import { codeIn, counterOf, stepsTaken } from '#domain/totp.ts';

/** As long as the hash, as RFC 4226 advises. */
export const newSecret = (): Buffer => randomBytes(20);

/** As apps read it. */
export const writeSecret = (secret: Uint8Array): string => encodeBase32UpperCaseNoPadding(secret);

export function codeAt(secret: Uint8Array, step: number): string {
	return codeIn(createHmac('sha1', secret).update(counterOf(step)).digest());
}

/** The step whose code this is, among those that are taken now; null where it is none. */
export function stepOf(secret: Uint8Array, code: string, now: Date, usedStep: number): number | null {
	const given = Buffer.from(code);
	const isRight = (step: number) => {
		const right = Buffer.from(codeAt(secret, step));
		return right.length === given.length && timingSafeEqual(right, given);
	};
	return stepsTaken(now.getTime(), usedStep).find(isRight) ?? null;
}
