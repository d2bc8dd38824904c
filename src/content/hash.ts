import { createHash, createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Hash, Manifest, Part } from '#schemas/catalog.ts';

/** RFC 8785: the same value is always the same bytes. */
export function canonical(value: unknown): string {
	return canonicalize(value) ?? 'null';
}

export function partHash(part: Part): Hash {
	return createHash('sha256').update(canonical(part)).digest('hex');
}

/** For what must have nothing to do with the order in which it was written down. */
export function idHash(id: string): string {
	return createHash('sha256').update(id).digest('hex');
}

/** For keys and feedback: nobody without the secret can try out which key a hash stands for. */
export function secretHash(part: Part, secret: string): Hash {
	return createHmac('sha256', secret).update(canonical(part)).digest('hex');
}

export function versionOf(manifest: Manifest, secret: string): string {
	return createHmac('sha256', secret).update(canonical(manifest)).digest('hex').slice(0, 16);
}

export function mediaHash(bytes: Uint8Array): Hash {
	return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
