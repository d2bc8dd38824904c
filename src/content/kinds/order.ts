import {
	checkNoFeedback,
	checkRepeated,
	checkUncounted,
	idsOf,
	withOptions,
	type Authoring,
} from './authoring.ts';

/** `1.` `2.` `3.` with `.order`, in the right order. */
export const order: Authoring<'order'> = {
	form: 'numbered',
	orderIsKey: true,
	fields: withOptions,
	check({ options, place }, problems) {
		if (options.length < 2) problems.add('order-too-few', place, {});
		checkRepeated(options, problems);
		checkNoFeedback(options, problems);
		checkUncounted(options, problems);
	},
	key({ options }) {
		return { kind: 'order', right: idsOf(options) };
	},
	checkTranslation({ options }, _original, { problems }) {
		checkNoFeedback(options, problems);
	},
};
