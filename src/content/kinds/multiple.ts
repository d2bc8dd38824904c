import { withOptions, type Authoring } from './authoring.ts';
import { checkSameTicks, checkTicked, tickedIds } from './ticked.ts';

/** Several `- [x]`, or `.multiple`. */
export const multiple: Authoring<'multiple'> = {
	form: 'ticked',
	orderIsKey: false,
	fields: withOptions,
	check: checkTicked,
	key(original) {
		return { kind: 'multiple', right: tickedIds(original) };
	},
	checkTranslation: checkSameTicks,
};
