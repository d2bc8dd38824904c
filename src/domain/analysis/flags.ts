/** What to look at in an item, by its figures. The thresholds are stated here, and nowhere else. */
import type { ItemFlag } from '#schemas/names.ts';
import type { OptionCount } from './thirds.ts';

export type Flag = ItemFlag;
export type ToldFlag = Exclude<Flag, 'few-people'>;

/** Below so many people figures are told to be uncertain; below so many nothing else is said of an item. */
export const fewPeople = 30;
export const tooFewToTell = 10;

/** Facility, a share: Moodle calls an item with less "difficult", with more "extremely easy". */
const hard = 0.2;
const easy = 0.95;
/** Share of those asked who left it empty. */
const oftenEmpty = 0.2;
/** One-sided 5 % of the normal distribution. */
const beyondChance = 1.645;

/** Figures of an item that say what to look at. */
interface Telling {
	people: number;
	facility: number | null;
	itemRest: number | null;
	suggestedKey: string | null;
	empty: number | null;
}

export function flagsOf(figures: Telling): Flag[] {
	const { people, facility, itemRest, suggestedKey, empty } = figures;
	const found: Flag[] = [];
	if (people >= tooFewToTell) {
		if (suggestedKey !== null) found.push('key-maybe-wrong');
		if (itemRest !== null && isBelowNought(itemRest, people)) found.push('negative-discrimination');
		if (facility !== null && facility <= hard) found.push('too-hard');
		if (facility !== null && facility >= easy) found.push('too-easy');
		if (empty !== null && empty >= oftenEmpty) found.push('often-left-empty');
	}
	if (people < fewPeople) found.push('few-people');
	return found;
}

/** What is said of an item on its own: not that there are few people, which holds for all, nor what follows from a wrong key. */
export function toldOf({ flags, suggestedKey }: { flags: readonly Flag[]; suggestedKey: string | null }) {
	return flags.filter((flag): flag is ToldFlag => {
		if (flag === 'negative-discrimination' || flag === 'too-hard') return suggestedKey === null;
		return flag !== 'few-people';
	});
}

/** Below nought by more than chance alone brings: a correlation of n people has a standard error of about 1 / sqrt(n - 1). */
function isBelowNought(correlation: number, n: number): boolean {
	return correlation * Math.sqrt(n - 1) <= -beyondChance;
}

/**
 * The wrong option that may be the right one: of the best third more chose it than the key, by more than chance alone
 * brings (a sign test between the two), and a larger share of them than of the worst third. Null: none.
 */
export function suspectOption(
	options: readonly OptionCount[],
	{ lower, upper }: { lower: number; upper: number },
): string | null {
	const key = options.filter(({ right }) => right);
	if (key.length === 0) return null;
	const ofKey = Math.max(...key.map((option) => option.upper));
	const suspects = options.filter((one) => {
		const beyond = (one.upper - ofKey) / Math.sqrt(Math.max(1, one.upper + ofKey));
		return !one.right && beyond >= beyondChance && one.upper * lower > one.lower * upper;
	});
	return suspects.sort((a, b) => b.upper - a.upper)[0]?.option ?? null;
}
