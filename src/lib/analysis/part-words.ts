import { languageOwnNames } from '#messages/own-names.ts';
import type { Messages } from '#messages/index.ts';
import { channels, formNames, isLocale, targetGroups, type SliceName } from '#schemas/names.ts';
import { oneOf } from '#lib/preferences.ts';

export interface PartWords {
	words: string;
	/** Language of the words, where it is not the page’s. */
	lang?: string;
}

/** What a part of the attempts is called; null: it is not known which. */
export function partWords(
	{ analysis, course }: Pick<Messages, 'analysis' | 'course'>,
	by: SliceName,
	value: string | null,
): PartWords {
	if (by === 'locale' && isLocale(value)) return { words: languageOwnNames[value], lang: value };
	const group = by === 'group' && oneOf(targetGroups, value);
	if (group) return { words: course.targetGroups[group] };
	const channel = by === 'channel' && oneOf(channels, value);
	if (channel) return { words: analysis.channel[channel] };
	const form = by === 'form' && oneOf(formNames, value);
	if (form) return { words: analysis.form({ form }) };
	const assisted = by === 'assisted' && oneOf(['true', 'false'] as const, value);
	return { words: assisted ? analysis.assisted[assisted] : analysis.unknown };
}
