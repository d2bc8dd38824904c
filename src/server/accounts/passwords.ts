import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
	return hash(password.normalize('NFC'), cost);
}

/** A hash of nothing that anybody types, so that an unknown user name takes as long as a wrong password. */
const nobody = hashPassword(crypto.randomUUID());

export async function isPassword(secret: string | undefined, password: string): Promise<boolean> {
	const right = await verify(secret ?? (await nobody), password.normalize('NFC'));
	return right && secret !== undefined;
}
