import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { HashQueue, type Turn } from './hash-queue.ts';

/**
 * Hashing is dear on purpose. Two at once, and one processor is left for pages where there are several; they run in
 * threads, of which Node has four for files too.
 */
export const hashing = new HashQueue(Math.min(2, Math.max(1, availableParallelism() - 1)));

export interface HashCost {
	/** In KiB. */
	memoryCost: number;
	timeCost: number;
	parallelism: number;
}
/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
export const hashCost: Readonly<HashCost> = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
let cost = hashCost;

/** Hashes at another cost from now on, in this process: tests make thousands of accounts. A hash says what it was made at. */
export function hashAt(other: Readonly<HashCost>): void {
	cost = other;
}

export function hashPassword(password: string, turn: Turn): Promise<string> {
	return hashing.run(turn, () => hash(password.normalize('NFC'), cost));
}

/** A hash of nothing that anybody types, so that an unknown user name takes as long as a wrong password. */
const nobody = hash(crypto.randomUUID(), cost);

export async function isPassword(secret: string | undefined, password: string, turn: Turn): Promise<boolean> {
	const known = secret ?? (await nobody);
	const right = await hashing.run(turn, () => verify(known, password.normalize('NFC')));
	return right && secret !== undefined;
}

/** Hashes of codes that stand for one another, by one salt, so that a try at any of them costs one hash. */
export function hashCodes(codes: readonly string[], salt: Uint8Array, turn: Turn): Promise<string[]> {
	return hashing.run(turn, async () => {
		const hashes: string[] = [];
		// One after another: they have one place in the queue.
		for (const code of codes) hashes.push(await hash(code, { ...cost, salt }));
		return hashes;
	});
}

/** The salt of a hash. */
export function saltOf(hashed: string): Uint8Array {
	return Buffer.from(hashed.split('$')[4] ?? '', 'base64');
}
