import { checkNoFeedback, checkRepeated, checkUncounted, type Authoring } from './authoring.ts';
import { checkSamePairs, pairFields, pairsOf } from './pairs.ts';

/** `- group` with `.group`, its items set in under it; a group without items is a decoy. */
export const group: Authoring<'group'> = {
	form: 'grouped',
	orderIsKey: true,
	fields: pairFields,
	check({ options, targets, place }, problems) {
		const used = new Set(options.map(({ target }) => target));
		if (used.size < 2) problems.add('group-too-few', place, {});
		checkRepeated(options, problems);
		checkRepeated(targets, problems);
		checkNoFeedback([...options, ...targets], problems);
		checkUncounted(options, problems);
	},
	key(original) {
		return { kind: 'group', right: pairsOf(original) };
	},
	checkTranslation(question, original, around) {
		checkNoFeedback([...question.options, ...question.targets], around.problems);
		checkSamePairs(question, original, around);
	},
};
