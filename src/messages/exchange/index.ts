/** What the commands `grade`, `import` and `export` say, in Vietnamese or English. */
import { en } from './en.ts';
import { vi, type ExchangeMessages } from './vi.ts';

export type { ExchangeMessages } from './vi.ts';

export function exchangeMessages(locale: 'vi' | 'en'): ExchangeMessages {
	return locale === 'en' ? en : vi;
}
