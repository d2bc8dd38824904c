import { en } from './en.ts';
import { vi } from './vi.ts';

export type CheckerMessages = typeof vi;
/** Name of a finding; `report-…` are words of the report itself. */
export type Code = keyof CheckerMessages;
export type Params<C extends Code> =
	Parameters<CheckerMessages[C]> extends [infer P] ? P : Record<string, never>;

/** The sentences, each a function of what it names. */
export type Sentences = { [C in Code]: (params: Params<C>) => string };

export function checkerMessages(locale: 'vi' | 'en'): Sentences {
	return locale === 'en' ? en : vi;
}
