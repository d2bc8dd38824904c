import { randomInt } from 'node:crypto';

/** Letters and digits that are not mistaken for one another when read aloud or copied. */
const alphabet = 'ACDEFGHJKMNPQRTUVWXY34679';
const length = 10;

/** A code that works once, as it is hashed. */
export function newCode(): string {
	return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** As it is read and copied. */
export function writeCode(code: string): string {
	return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** A code as it is hashed: capitals and digits alone, however it was typed. */
export function bareCode(typed: string): string {
	return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
