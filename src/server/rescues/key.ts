import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What a learner's files are sealed with, 64 hexadecimal digits: HMAC-SHA-256 of their id under a secret of the
 * installation, so that no table holds it.
 */
export function rescueKeyOf(secret: string, learner: string): string {
	return createHmac('sha256', secret).update(`rescue ${learner}`).digest('hex');
}

/** Whether a seal is that of this text under this key (both hexadecimal). */
export function isSealedBy(key: string, payload: string, seal: string): boolean {
	const wanted = createHmac('sha256', Buffer.from(key, 'hex')).update(payload).digest();
	const given = Buffer.from(seal, 'hex');
	return given.length === wanted.length && timingSafeEqual(given, wanted);
}
