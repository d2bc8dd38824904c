/** Item and test analysis: what a test's results say of its questions. */
import { itemFigures, type ItemFigures } from './item.ts';
import { testFigures, type TestFigures } from './whole.ts';
import type { CountedTest } from './cases.ts';

export { countedFrom, type CountedTest, type ItemCases, type MatrixItem, type ScoreMatrix } from './cases.ts';
export { fewPeople, toldOf, type Flag, type ToldFlag } from './flags.ts';
export type { ItemFigures } from './item.ts';
export { reliabilityOf, type Bar, type Reliability, type TestFigures } from './whole.ts';

export interface Analysis extends TestFigures {
	/** In the order of the test. */
	items: ItemFigures[];
}

/** Figures of a test and of each of its items; null where one cannot be told. */
export function analyse(test: CountedTest): Analysis {
	return { ...testFigures(test), items: test.items.map(itemFigures) };
}
