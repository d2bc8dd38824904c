/** Answers that are typed, as several formats declare them: each with its share of the points, in per cent. */
import { Rejected, type Change, type Item, type ItemBody } from './item.ts';

/**
 * Accepted words: those worth all the points.
 * @param stars whether a star stands for any letters, and `\*` for itself, as in Moodle
 */
export function wordsBody(
	answers: readonly { words: string; share: number }[],
	changes: Set<Change>,
	stars: 'any-letters' | 'themselves' = 'themselves',
): ItemBody {
	const isWild = (words: string) => stars === 'any-letters' && /(?<!\\)\*/.test(words);
	const usable = answers.filter(({ words, share }) => share >= 100 && !isWild(words));
	const partial = answers.some(({ words, share }) => share > 0 && (share < 100 || isWild(words)));
	if (usable.length === 0) throw new Rejected(partial ? 'wildcard' : 'no-right');
	if (partial) changes.add('variants');
	const written = (words: string) => (stars === 'any-letters' ? words.replaceAll('\\*', '*') : words);
	const words = usable.map((each) => written(each.words).replace(/\s+/g, ' ').trim());
	if (words.some((each) => each === '' || each.includes('|'))) throw new Rejected('bad-words');
	return { kind: 'text', words: [...new Set(words)] };
}

export interface Bounds {
	low: number;
	high: number;
	shown: number;
}

/** One range; several that touch are one; several single numbers are words. */
export function numberBody(
	answers: readonly (Bounds & { share: number })[],
	changes: Set<Change>,
): Extract<ItemBody, { kind: 'number' }> {
	if (answers.some(({ low, high }) => !Number.isFinite(low) || !Number.isFinite(high) || low > high))
		throw new Rejected('bad-number');
	const right = answers.filter(({ share }) => share >= 100);
	if (answers.some(({ share }) => share > 0 && share < 100)) changes.add('variants');
	const sorted = [...right].sort((a, b) => a.low - b.low);
	const [first] = sorted;
	if (!first) throw new Rejected('no-right');
	let high = first.high;
	for (const each of sorted.slice(1)) {
		if (each.low > high) throw new Rejected('several-numbers');
		high = Math.max(high, each.high);
	}
	return { kind: 'number', low: first.low, high, shown: right[0]?.shown ?? first.shown };
}

export function boundsAround(value: number, tolerance: number): Bounds {
	const tidy = (each: number) => Number(each.toPrecision(12));
	const by = Math.abs(tolerance);
	return { low: tidy(value - by), high: tidy(value + by), shown: value };
}

export interface WeighedChoice {
	content: Item['question'];
	/** In per cent of the points. */
	share: number;
	feedback?: string;
	last?: boolean;
}

/** Options with weights: with one right answer it is the best, with several all that give points. */
export function choiceBody(
	choices: readonly WeighedChoice[],
	isSingle: boolean,
	changes: Set<Change>,
): ItemBody {
	if (choices.length < 2) throw new Rejected('too-few');
	const most = Math.max(...choices.map(({ share }) => share));
	if (!(most > 0)) throw new Rejected('no-right');
	const best = choices.findIndex(({ share }) => share === most);
	const isRight = ({ share }: WeighedChoice, index: number) => (isSingle ? index === best : share > 0);
	const shares = new Set(choices.filter(isRight).map(({ share }) => Math.round(share)));
	const others = choices.some((each, index) => !isRight(each, index) && isSingle && each.share > 0);
	if (shares.size > 1 || others) changes.add('weights');
	const options = choices.map((each, index) => ({
		content: each.content,
		right: isRight(each, index),
		...(each.last && { last: true as const }),
		...(each.feedback ? { feedback: each.feedback } : {}),
	}));
	return { kind: isSingle ? 'single' : 'multiple', options };
}

/** Pairs, and right-hand sides that belong to nothing. */
export function matchBody(
	pairs: readonly { left: Item['question']; right: Item['question'] }[],
	decoys: readonly Item['question'][] = [],
): ItemBody {
	if (pairs.length < 2) throw new Rejected('too-few');
	return { kind: 'match', pairs: [...pairs], decoys: [...decoys] };
}

/** The same below and above the number to show; null: it is not. */
export function spreadOf({ low, high, shown }: Bounds): number | null {
	const above = Number((high - shown).toPrecision(12));
	const isEven = Math.abs(shown - low - above) <= Math.abs(above) * 1e-9;
	return isEven ? above : null;
}

/** A value with the same below and above, whatever number is to be shown. */
export function evenBounds(bounds: Bounds): { value: number; spread: number } {
	const spread = spreadOf(bounds);
	if (spread !== null) return { value: bounds.shown, spread };
	const tidy = (each: number) => Number(each.toPrecision(12));
	return { value: tidy((bounds.low + bounds.high) / 2), spread: tidy((bounds.high - bounds.low) / 2) };
}

/** In per cent, as Moodle knows shares: 33.33333. */
export function rightShare(rights: number): number {
	return Number((100 / rights).toFixed(5));
}

/** What a wrong option takes away, so that ticking all brings nothing. */
export function wrongShare(wrongs: number): number {
	return wrongs === 0 ? 0 : -Number((100 / wrongs).toFixed(5));
}

/** A star that is itself, in words of Moodle; a backslash before one cannot be told from that. @throws Rejected */
export function withStars(words: string): string {
	if (words.includes('\\*')) throw new Rejected('words-not-held');
	return words.replaceAll('*', '\\*');
}
