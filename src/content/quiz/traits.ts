/** What a question's heading says of the item: `level=apply status=trial difficulty=40% .survey`. */
import { itemLevels, itemStatuses } from '#schemas/names.ts';
import type { Problems } from '../problems.ts';
import type { Place } from '../source.ts';
import { nearest } from '../suggest.ts';
import { isDate } from '../yaml/shape.ts';
import type { Attributes } from './attributes.ts';
import type { ItemTraits } from './parsed.ts';

export const traitKeys = [
	'level',
	'variant-of',
	'status',
	'case',
	'difficulty',
	'expires',
	'source',
] as const;
/** Classes of a heading that name no kind. */
export const traitClasses = ['survey', 'confidence'] as const;

const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;

interface Written {
	value: string;
	place: Place;
}

export function isTrait(key: string): key is (typeof traitKeys)[number] {
	return traitKeys.some((each) => each === key);
}

export function readClasses({ classes }: Attributes, item: ItemTraits): void {
	for (const each of traitClasses) if (classes.some(({ name }) => name === each)) item[each] = true;
}

export function readTrait(
	item: ItemTraits,
	key: (typeof traitKeys)[number],
	{ value, place }: Written,
	problems: Problems,
): void {
	if (key === 'level') {
		const level = oneOf(itemLevels, { field: key, value, place }, problems);
		if (level) item.level = level;
	} else if (key === 'status') {
		const status = oneOf([...itemStatuses, 'live'], { field: key, value, place }, problems);
		if (status && status !== 'live') item.status = status;
	} else if (key === 'difficulty') {
		const difficulty = readDifficulty(value);
		if (difficulty !== null) item.difficulty = difficulty;
		else problems.add('difficulty-unreadable', place, { value });
	} else if (key === 'expires') {
		if (isDate(value)) item.expires = value;
		else problems.add('expires-unreadable', place, { value });
	} else if (key === 'source') {
		if (isSource(value)) item.source = value;
		else problems.add('source-unreadable', place, { value });
	} else if (idForm.test(value)) item[key === 'case' ? 'case' : 'variantOf'] = value;
	else problems.add('id-pattern', place, { id: value });
}

/** `40%`, or `0.4`; null where it is neither, or beyond 0 to 100 per cent. */
function readDifficulty(written: string): number | null {
	const [, digits, percent] = /^(\d{1,3}(?:[.,]\d+)?)(%?)$/.exec(written) ?? [];
	if (digits === undefined) return null;
	const value = Number(digits.replace(',', '.'));
	const share = percent === '%' ? Number((value / 100).toPrecision(6)) : value;
	return share <= 1 ? share : null;
}

/** A number of a Vietnamese law or decree, such as 24/2018/QH14 or 13/2023/NĐ-CP. */
const lawForm = /^\d{1,4}\/\d{4}\/[A-ZĐ]+\d*(?:-[A-ZĐ]+\d*)*$/u;

/** A web address without a password in it, or the number of a law. */
function isSource(written: string): boolean {
	if (lawForm.test(written.normalize('NFC'))) return true;
	if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return false;
	const { username, password, hostname } = new URL(written);
	return username === '' && password === '' && hostname !== '';
}

export function oneOf<T extends string>(
	known: readonly T[],
	{ field, value, place }: Written & { field: string },
	problems: Problems,
): T | undefined {
	const found = known.find((each) => each === value);
	if (found === undefined)
		problems.add('item-value-unknown', place, {
			field,
			value,
			known: known.join(', '),
			suggestion: nearest(value, known),
		});
	return found;
}
