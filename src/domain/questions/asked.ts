import type { Question } from '#schemas/question.ts';
import type { AskedQuestion } from './rule.ts';

/** A question as far as reading and grading an answer goes. */
export function askedOf({
	kind,
	points,
	options,
	targets,
	blanks,
	unit,
	needsUnit,
	survey,
}: Pick<
	Question,
	'kind' | 'points' | 'options' | 'targets' | 'blanks' | 'unit' | 'needsUnit' | 'survey'
>): AskedQuestion {
	const idsOf = (of: readonly { id: string }[]) => of.map(({ id }) => id);
	return {
		kind,
		points,
		...(survey && { survey }),
		...(options && { options: idsOf(options) }),
		...(targets && { targets: idsOf(targets) }),
		...((unit !== undefined || needsUnit) && { takesUnit: true }),
		...(blanks && {
			blanks: blanks.map((blank) => ({
				id: blank.id,
				...(blank.options && { options: idsOf(blank.options) }),
			})),
		}),
	};
}
