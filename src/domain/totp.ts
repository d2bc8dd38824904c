/**
 * Codes of an authenticator app: RFC 6238 as every app has it, by SHA-1, of six digits, each for thirty seconds. The
 * keyed hash itself is the server's (`accounts/totp.ts`).
 */
import { millisOf, type Moment } from './time.ts';

const period = 30;
const digits = 6;

/** The step of time in which a moment lies. */
export function stepAt(at: Moment): number {
	return Math.floor(millisOf(at) / (period * 1000));
}

/**
 * The steps whose codes are taken at a moment: of now, and one either way, since clocks differ. A code counts once, and
 * so does every one before it: only steps after the newest that was used.
 */
export function stepsTaken(at: Moment, usedStep: number): number[] {
	const now = stepAt(at);
	return [now, now - 1, now + 1].filter((step) => step > usedStep && step >= 0);
}

/** A step as it is hashed: eight bytes, the highest first. */
export function counterOf(step: number): Uint8Array {
	const bytes = new Uint8Array(8);
	new DataView(bytes.buffer).setBigUint64(0, BigInt(step));
	return bytes;
}

/** The code in a hash of twenty bytes: RFC 4226, section 5.3. */
export function codeIn(hash: Uint8Array): string {
	const view = new DataView(hash.buffer, hash.byteOffset, hash.byteLength);
	const offset = view.getUint8(hash.byteLength - 1) & 0xf;
	const number = view.getUint32(offset) & 0x7fffffff;
	return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * What a QR code tells an app: whose codes these are, where they count, and the secret in Base32. What every app takes for
 * granted is left out, so that old cameras have less to read.
 */
export function keyUri({ issuer, account, secret }: Record<'issuer' | 'account' | 'secret', string>): string {
	const of = encodeURIComponent(issuer);
	const label = `${of}:${encodeURIComponent(account)}`;
	return `otpauth://totp/${label}?secret=${secret}&issuer=${of}`;
}

/** A secret as it is typed into an app by hand: in groups of four. */
export function inGroups(secret: string): string {
	return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
