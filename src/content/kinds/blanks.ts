import type { KeyOf } from '#schemas/question.ts';
import type { Problems } from '../problems.ts';
import { optionText, type ParsedBlank } from '../quiz/parsed.ts';
import { idFrom } from '../slug.ts';
import { checkRepeated, marksCount, type Authoring, type InLocale, type Translating } from './authoring.ts';

type BlankKey = KeyOf<'blanks'>['blanks'][string];

/** In the text: `[= Hà Nội | Hanoi]{#thu-do}` to type in, `[( ) sông | (x) núi]{#dia-hinh}` to choose from. */
export const blanks: Authoring<'blanks'> = {
	form: 'inline',
	orderIsKey: false,
	fields({ blanks: all }, shown) {
		const shownOf = ({ id, words, options }: ParsedBlank) => ({
			id: id ?? '',
			...(words ? {} : { options: shown(options) }),
		});
		return { blanks: all.map(shownOf) };
	},
	check({ blanks: all, place }, problems) {
		if (all.length === 0) problems.add('blanks-none', place, {});
		for (const blank of all) checkBlank(blank, problems);
	},
	key(original, own) {
		const keys = original.blanks.map((blank) => [blank.id ?? '', keyOf(blank, own)] as const);
		return {
			kind: 'blanks',
			blanks: Object.fromEntries(keys),
			...(marksCount(original) && { marks: true as const }),
		};
	},
	checkTranslation(question, original, around) {
		for (const blank of question.blanks) {
			const twin = original.blanks.find(({ id }) => id !== null && id === blank.id);
			if (twin) checkTwin(blank, twin, around);
		}
	},
};

function checkBlank({ id, words, options, place, attributes }: ParsedBlank, problems: Problems): void {
	const right = words ?? options.filter(({ ticked }) => ticked).map(optionText);
	if (words === null) {
		if (options.length < 2) problems.add('options-too-few', place, {});
		if (right.length !== 1) problems.add('blank-ticks', place, { ticks: right.length });
		checkRepeated(options, problems);
	}
	if (right.some((each) => idFrom(each, '', new Set()) === id))
		problems.add('blank-id-tells', attributes.idPlace, { id: id ?? '' });
}

function keyOf(blank: ParsedBlank, own: readonly InLocale[]): BlankKey {
	if (blank.words === null) return { right: blank.options.find(({ ticked }) => ticked)?.id ?? '' };
	const accept: Extract<BlankKey, { accept: object }>['accept'] = {};
	for (const { locale, question } of own) {
		const words = question.blanks.find(({ id }) => id === blank.id)?.words;
		if (words && words.length > 0) accept[locale] = words;
	}
	return { accept };
}

/** Where a translation says what is right, it says the same; words are its own. */
function checkTwin(blank: ParsedBlank, twin: ParsedBlank, { locale, problems }: Translating): void {
	if ((blank.words === null) !== (twin.words === null)) problems.add('translation-kind', blank.place, {});
	if (blank.words?.length === 0)
		problems.add('translation-words-missing', blank.place, { field: '=', locale });
	const ticked = blank.options.filter(({ ticked }) => ticked);
	const differs = ticked.some(({ id }) => !twin.options.some((each) => each.id === id && each.ticked));
	if (differs) problems.add('translation-key', blank.place, {});
}
