import { hash, verify } from '@node-rs/argon2';
import { fail, unwrap } from '../failure.ts';

/**
 * Hashing is dear on purpose, so only a few run at once and a queue forms; past its end the caller is asked to come
 * again, and everybody else's work goes on.
 */
const atOnce = 4;
const mayWait = 60;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (running >= atOnce) {
		if (waiting.length >= mayWait) return unwrap(fail('unavailable'));
		await new Promise<void>((resolve) => waiting.push(resolve));
	} else running++;
	try {
		return await work();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else running--;
	}
}

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
	return inTurn(() => hash(password.normalize('NFC'), cost));
}

/** A hash of nothing that anybody types, so that an unknown user name takes as long as a wrong password. */
const nobody = hashPassword(crypto.randomUUID());

export async function isPassword(secret: string | undefined, password: string): Promise<boolean> {
	const known = secret ?? (await nobody);
	const right = await inTurn(() => verify(known, password.normalize('NFC')));
	return right && secret !== undefined;
}
