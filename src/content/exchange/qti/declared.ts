/** What a QTI item declares right. */
import { childOf, childrenOf, wordsOf, type XmlElement } from '../xml/parse.ts';

export interface Declared {
	cardinality: string;
	baseType: string;
	/** The values of the correct response. */
	correct: string[];
	/** What values bring, in points. */
	mapped: { key: string; points: number }[];
	caseSensitive: boolean;
}

/** Our own word for notes for scorers that are a list of criteria. */
export const criteriaUse = 'ext:cung-hoc-criteria';

/** An essay needs no declaration of what is right. */
export const undeclared: Declared = {
	cardinality: 'single',
	baseType: 'string',
	correct: [],
	mapped: [],
	caseSensitive: false,
};

export function declarationsOf(item: XmlElement): Map<string, Declared> {
	return new Map(
		childrenOf(item, 'responseDeclaration').map((element) => {
			const mapping = childOf(element, 'mapping');
			const entries = childrenOf(mapping, 'mapEntry').map(({ attributes }) => ({
				key: tidy(attributes.mapKey ?? ''),
				points: Number(attributes.mappedValue),
				caseSensitive: attributes.caseSensitive === 'true',
			}));
			const declared: Declared = {
				cardinality: element.attributes.cardinality ?? 'single',
				baseType: element.attributes.baseType ?? 'identifier',
				correct: childrenOf(childOf(element, 'correctResponse'), 'value').map((value) =>
					tidy(wordsOf(value)),
				),
				mapped: entries.filter(({ points }) => Number.isFinite(points)),
				caseSensitive: entries.some((each) => each.caseSensitive),
			};
			return [element.attributes.identifier ?? '', declared];
		}),
	);
}

const tidy = (words: string) => words.replace(/\s+/g, ' ').trim();

/**
 * In per cent, for `choiceBody`: what the correct response names is worth all; where there is none, what the mapping
 * gives most for.
 */
export function shareOf(id: string, { correct, mapped }: Declared): number {
	if (correct.length > 0) return correct.includes(id) ? 100 : 0;
	const most = Math.max(0, ...mapped.map(({ points }) => points));
	const points = mapped.find(({ key }) => key === id)?.points ?? 0;
	return most > 0 ? 100 * (points / most) : 0;
}

/** The pairs `a b` that are right. */
export function pairsOf({ correct, mapped }: Declared): [string, string][] {
	const right =
		correct.length > 0 ? correct : mapped.filter(({ points }) => points > 0).map(({ key }) => key);
	return right.map((pair) => {
		const [left = '', other = ''] = pair.split(' ');
		return [left, other];
	});
}
