import type { Address } from '#schemas/names.ts';
import { addressing } from './address.ts';
import { en } from './en/index.ts';
import { km } from './km/index.ts';
import { vi, type Messages } from './vi/index.ts';

export type { Messages };

const messages: Record<'vi' | 'km' | 'en', Messages> = { vi, km, en };

/**
 * The words as they are written, before anybody is addressed: what the API says, and what an action of a page hands
 * back. Whoever shows them says them to their reader (`said`).
 */
export const messagesAsWritten = (locale: 'vi' | 'km' | 'en'): Messages => messages[locale];

const addressed = new Map<string, Messages>();

/** Every word that the site says, in one language, to a reader who is addressed so. */
export function messagesFor(locale: 'vi' | 'km' | 'en', address: Address = 'bạn'): Messages {
	const key = `${locale} ${address}`;
	const known = addressed.get(key) ?? addressing(messages[locale], locale, address);
	addressed.set(key, known);
	return known;
}
