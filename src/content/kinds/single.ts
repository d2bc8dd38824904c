import { withOptions, type Authoring } from './authoring.ts';
import { checkSameTicks, checkTicked, tickedIds } from './ticked.ts';

/** `- [ ]` and one `- [x]`. */
export const single: Authoring<'single'> = {
	form: 'ticked',
	orderIsKey: false,
	fields: withOptions,
	check: checkTicked,
	key(original) {
		return { kind: 'single', right: tickedIds(original)[0] ?? '' };
	},
	checkTranslation: checkSameTicks,
};
