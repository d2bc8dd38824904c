import { grade } from '#domain/questions/grade.ts';
import type { PlainAnswer, Verdict } from '#schemas/question.ts';
import type { KeyedQuestion } from './quiz.ts';

/** How one question of an attempt was graded, as it is kept. */
export interface GradedRow {
	questionId: string;
	keyHash: string;
	score: number;
	maxScore: number;
	/** Null: waits for a person. */
	correct: 'true' | 'false' | 'partially' | null;
}

type Correct = Verdict['correct'];
export const writtenCorrect = (correct: Correct): GradedRow['correct'] =>
	correct === null || correct === 'partially' ? correct : correct ? 'true' : 'false';
const read = (correct: GradedRow['correct']): Correct =>
	correct === null || correct === 'partially' ? correct : correct === 'true';

/** Grades the questions of an attempt by their keys. */
export function gradeAll(
	questions: readonly KeyedQuestion[],
	answers: ReadonlyMap<string, PlainAnswer>,
	locale: Parameters<typeof grade>[3],
): GradedRow[] {
	return questions.map(({ question, asked, key, keyHash }) => {
		const graded = grade(asked, key, answers.get(question.id) ?? null, locale);
		const { score, maxScore, correct } = graded;
		return { questionId: question.id, keyHash, score, maxScore, correct: writtenCorrect(correct) };
	});
}

/** The points of a grading as a verdict tells them. */
export function pointsOf({
	score,
	maxScore,
	correct,
}: GradedRow): Pick<Verdict, 'score' | 'maxScore' | 'correct'> {
	return { score, maxScore, correct: read(correct) };
}
