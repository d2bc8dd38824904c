import { checkNoFeedback, checkRepeated, type Authoring } from './authoring.ts';
import { checkSamePairs, pairFields, pairsOf } from './pairs.ts';

/** A table with `.matrix`: in each row one `x`, under the column that is right. */
export const matrix: Authoring<'matrix'> = {
	form: 'tabled',
	orderIsKey: false,
	fields: pairFields,
	check({ options, targets, place }, problems) {
		if (options.length < 2 || targets.length < 2) problems.add('matrix-too-few', place, {});
		const open = options.filter(({ target }) => target === null);
		for (const row of open) problems.add('matrix-row-open', row.place, {});
		const used = new Set(options.map(({ target }) => target));
		if (open.length === 0 && options.length >= 2 && used.size < 2)
			problems.add('matrix-one-column', place, {});
		checkRepeated(options, problems);
		checkRepeated(targets, problems);
		checkNoFeedback([...options, ...targets], problems);
	},
	key(original) {
		return { kind: 'matrix', right: pairsOf(original) };
	},
	checkTranslation(question, original, around) {
		checkNoFeedback([...question.options, ...question.targets], around.problems);
		checkSamePairs(question, original, around);
	},
};
