import { en } from './en/index.ts';
import { km } from './km/index.ts';
import { vi, type Messages } from './vi/index.ts';

export type { Messages };

const messages: Record<'vi' | 'km' | 'en', Messages> = { vi, km, en };

/** Every word that the site says, in one language. */
export function messagesFor(locale: 'vi' | 'km' | 'en'): Messages {
	return messages[locale];
}
