/** Answers that are typed, as several formats declare them: each with its share of the points, in per cent. */
import { Rejected, type Change, type Item, type ItemBody } from './item.ts';

/** Accepted words: those worth all the points, without wildcards. */
export function wordsBody(
	answers: readonly { words: string; share: number }[],
	changes: Set<Change>,
): ItemBody {
	const usable = answers.filter(({ words, share }) => share >= 100 && !words.includes('*'));
	const partial = answers.some(({ words, share }) => share > 0 && (share < 100 || words.includes('*')));
	if (usable.length === 0) throw new Rejected(partial ? 'wildcard' : 'no-right');
	if (partial) changes.add('variants');
	const words = usable.map((each) => each.words.replace(/\s+/g, ' ').trim());
	if (words.some((each) => each === '' || each.includes('|'))) throw new Rejected('bad-words');
	return { kind: 'text', words: [...new Set(words)] };
}

export interface Bounds {
	low: number;
	high: number;
	shown: number;
}

/** One range; several that touch are one; several single numbers are words. */
export function numberBody(answers: readonly (Bounds & { share: number })[], changes: Set<Change>): ItemBody {
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
