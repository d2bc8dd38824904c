import { gradersOf, markingOf, type Criterion } from '#domain/marking.ts';
import type { QuizEntry } from '#schemas/catalog.ts';
import type { Feedback, Verdict } from '#schemas/question.ts';
import type { MarkRow } from './mark-store.ts';

/** What people gave an answer, as its learner is told: once it is graded, and what the grade rests on. Null: not yet. */
export function markedBy(
	all: readonly MarkRow[],
	quiz: QuizEntry,
	{ id, rubric, feedback }: { id: string; rubric: Criterion[]; feedback: Feedback },
): NonNullable<Verdict['marked']> | null {
	const marks = all.filter(({ questionId }) => questionId === id);
	const marking = markingOf(marks, rubric, gradersOf(quiz));
	if (marking.state !== 'graded') return null;
	const { points, by } = marking;
	return {
		criteria: rubric.map((criterion) => {
			const comments = by.flatMap((index) => marks[index]?.remarks[criterion.id] ?? []);
			return {
				says: feedback.options[criterion.id] ?? '',
				score: points[criterion.id] ?? 0,
				maxScore: criterion.points,
				...(comments.length > 0 && { comments }),
			};
		}),
		comments: by.flatMap((index) => marks[index]?.comment || []),
	};
}
