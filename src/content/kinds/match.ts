import type { Problems } from '../problems.ts';
import { optionText, type ParsedQuestion } from '../quiz/parsed.ts';
import { checkNoFeedback, checkRepeated, checkUncounted, type Authoring } from './authoring.ts';
import { checkSamePairs, pairFields, pairsOf } from './pairs.ts';

/** `- left => right` with `.match`; `- => right` is a decoy. A right-hand side may stand in several lines. */
export const match: Authoring<'match'> = {
	form: 'paired',
	orderIsKey: true,
	fields: pairFields,
	check(question, problems) {
		const { options, targets, place } = question;
		if (options.length < 2) problems.add('match-too-few', place, {});
		checkRepeated(options, problems);
		checkTargets(question, problems);
		checkNoFeedback([...options, ...targets], problems);
	},
	key(original) {
		return { kind: 'match', right: pairsOf(original) };
	},
	checkTranslation(question, original, around) {
		checkNoFeedback([...question.options, ...question.targets], around.problems);
		checkSamePairs(question, original, around);
	},
};

/** The same words are one choice, under one id: two would be told apart by nobody. */
function checkTargets({ options, targets }: ParsedQuestion, problems: Problems): void {
	const byWords = new Map<string, string | null>();
	const used = new Set(options.map(({ target }) => target));
	for (const [index, target] of targets.entries()) {
		const words = optionText(target);
		const known = byWords.get(words);
		const isDecoy = !used.has(index);
		if (known !== undefined && (isDecoy || (known !== null && target.id !== null && known !== target.id)))
			problems.add('match-same-words', target.place, {});
		if (known === undefined || known === null) byWords.set(words, target.id);
	}
	if (byWords.size < 2 && options.length >= 2) problems.add('match-one-target', targets[0]!.place, {});
	const each = targets.filter(({ id }, index) => targets.findIndex((other) => other.id === id) === index);
	checkUncounted(each, problems);
}
