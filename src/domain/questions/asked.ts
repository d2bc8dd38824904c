import type { Question } from '#schemas/question.ts';

/** A question as far as reading and grading an answer goes. */
export function askedOf({
	kind,
	points,
	options,
	targets,
}: Pick<Question, 'kind' | 'points' | 'options' | 'targets'>) {
	return {
		kind,
		points,
		...(options && { options: options.map(({ id }) => id) }),
		...(targets && { targets: targets.map(({ id }) => id) }),
	};
}
