/**
 * Syllables as Vietnamese writes them, without their diacritics: `nguyen`, `trang`, `y`. All that can be written, names
 * and words alike, whether or not it means something.
 */
const onset = '(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|r|s|t|th|tr|v|x)?';
const rimes = [
	'a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?',
	'e(?:c|ch|m|n|ng|nh|o|p|t|u)?',
	'i(?:a|c|ch|m|n|ng|nh|p|t|u|ec|em|en|eng|ep|et|eu)?',
	'o(?:c|i|m|n|ng|p|t|oc|ong)?',
	'oa(?:c|ch|i|m|n|ng|nh|o|p|t|y)?',
	'oe(?:n|o|t)?',
	'u(?:c|i|m|n|ng|p|t|u)?',
	'ua(?:n|ng|t|y)?',
	'ue(?:ch|nh)?',
	'uo(?:c|i|m|n|ng|p|t|u)?',
	'uy(?:a|ch|en|et|nh|t|u)?',
	'y(?:em|en|et|eu)?',
];
/** The `u` of `qu` belongs to the consonant. */
const afterQu = [
	'a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?',
	'e(?:n|o|t)?',
	'i(?:t)?',
	'o(?:c|n|t)?',
	'y(?:ch|en|et|n|nh|t)?',
];
const syllable = new RegExp(`^(?:${onset}(?:${rimes.join('|')})|qu(?:${afterQu.join('|')}))$`);

/** Whether these small letters without diacritics can be a Vietnamese syllable. */
export function isSyllable(letters: string): boolean {
	return syllable.test(letters);
}
