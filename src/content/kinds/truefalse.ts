import { checkSameAnswer, noFields, type Authoring } from './authoring.ts';

const truth = /^(true|false)$/i;

/** `= true` or `= false`. */
export const truefalse: Authoring<'truefalse'> = {
	form: 'written',
	written: {
		takes(words) {
			return truth.test(words);
		},
		read(words) {
			return { kind: 'truefalse', right: words.toLowerCase() === 'true' };
		},
	},
	orderIsKey: false,
	fields: noFields,
	check({ answer, place }, problems) {
		if (!answer) problems.add('no-answer', place, {});
	},
	key({ answer }) {
		return { kind: 'truefalse', right: answer?.kind === 'truefalse' && answer.right };
	},
	checkTranslation: checkSameAnswer,
};
