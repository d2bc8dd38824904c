import { randomBytes } from 'node:crypto';

/** Decides which questions an attempt draws and in which order it shows them; kept with the attempt. */
export function randomSeed(): string {
	return randomBytes(16).toString('hex');
}
