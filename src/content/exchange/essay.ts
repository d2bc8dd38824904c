/** What a person looks at in an essay, as a list in the notes for scorers that other systems have. */
import type { List } from 'mdast';
import { escapeXml } from './html.ts';
import { type Criterion, type ItemBody, type Rich } from './item.ts';
import { plainText } from './rich.ts';

/** `<ul><li>[2] words</li></ul>`. */
export function criteriaHtml(criteria: readonly Criterion[]): string {
	const items = criteria.map(({ points, words }) => `<li>[${points}] ${escapeXml(words)}</li>`);
	return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
}

/** Criteria of notes that are nothing but such a list; null: they are other notes. */
export function readCriteria(notes: Rich): Criterion[] | null {
	const [list, ...more] = notes;
	if (list?.type !== 'list' || more.length > 0) return null;
	const criteria = (list as List).children.map((item): Criterion | null => {
		const [, points, words = ''] = /^\[(\d{1,3}(?:\.\d{1,2})?)\] (.+)$/.exec(plainText([item])) ?? [];
		return points === undefined ? null : { points: Number(points), words };
	});
	return criteria.includes(null) ? null : (criteria as Criterion[]);
}

/** The points of all criteria; undefined: there is none. */
export function criteriaPoints(body: ItemBody): number | undefined {
	if (body.kind !== 'essay' || body.criteria.length === 0) return undefined;
	return body.criteria.reduce((sum, { points }) => sum + points, 0);
}

/** A whole number of words or lines, as written; undefined: none that can be used. */
export function countOf(written: string | undefined, most: number): number | undefined {
	const count = Number(written?.trim() || NaN);
	return Number.isInteger(count) && count >= 1 ? Math.min(count, most) : undefined;
}

interface Length {
	least?: number | undefined;
	most?: number | undefined;
	lines?: number | undefined;
}

/** `least` and `most`: in words; where they contradict each other the most is left out. */
export function essayBody(criteria: Criterion[] = [], { least, most, lines }: Length = {}): ItemBody {
	const end = most !== undefined && most >= (least ?? 1) ? most : undefined;
	const words = { ...(least && { least }), ...(end && { most: end }) };
	const length = { ...((least || end) && { words }), ...(lines && { lines }) };
	return { kind: 'essay', length, criteria };
}
