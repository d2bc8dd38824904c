import { attemptResult, optionOrder, type Shown } from '#domain/attempts.ts';
import { verdict } from '#domain/questions/grade.ts';
import type { QuestionEntry, Review } from '#schemas/catalog.ts';
import type { Attempt, Submission } from '#schemas/attempt.ts';
import type { Node } from '#schemas/node.ts';
import type { Feedback, Key, Question, Verdict } from '#schemas/question.ts';
import { textOf } from '../courses/describe.ts';
import { selectQuestions } from '../courses/lesson.ts';
import { askedOf, shownAnswer } from './answers.ts';
import type { AttemptDeps } from './deps.ts';
import { selectLatestGradings, type GradingRow } from './grading-store.ts';
import { quizNow, quizOf, type CourseQuiz } from './quiz.ts';
import { selectQuizAllowance } from './quiz-allowance.ts';
import { selectResponses, type ResponseRow } from './response-store.ts';
import type { AttemptRow } from './store.ts';

/** An attempt as its learner sees it: nothing of keys or feedback before it is submitted. */
export async function describeAttempt(deps: AttemptDeps, row: AttemptRow, now: Date): Promise<Attempt> {
	const { catalog, db } = deps;
	const at = await quizOf(catalog, row);
	const text = textOf(at.quiz.locales, row.locale, at.course.manifest.sourceLocale);
	const [questions, intro, responses] = await Promise.all([
		selectAsked(deps, at, row),
		catalog.part<Node[]>(text.intro),
		selectResponses(db, row),
	]);
	return {
		id: row.id,
		course: row.courseId,
		quiz: row.quizId,
		title: text.title,
		intro,
		kind: at.quiz.kind,
		version: row.version,
		locale: row.locale,
		number: row.number,
		pass: at.quiz.pass,
		startedAt: row.startedAt.toISOString(),
		...(row.deadline && { deadline: row.deadline.toISOString() }),
		questions: at.quiz.shuffle ? questions.map((question) => shuffled(question, row.seed)) : questions,
		answers: Object.fromEntries(responses.map((response) => [response.questionId, savedAnswer(response)])),
		submission:
			row.submittedAt && (await describeSubmission(deps, { ...row, submittedAt: row.submittedAt }, now)),
	};
}

/** The questions that the attempt drew, options in the author's order. */
export function selectAsked(
	{ catalog }: AttemptDeps,
	{ course }: CourseQuiz,
	row: AttemptRow,
): Promise<Question[]> {
	return selectQuestions(catalog, course.manifest, row.questions, row.locale);
}

function shuffled(question: Question, seed: string): Question {
	if (!question.options) return question;
	const byId = new Map(question.options.map((option) => [option.id, option]));
	const options = optionOrder([...byId.keys()], seed, question.id).map((id) => byId.get(id)!);
	return { ...question, options };
}

function savedAnswer({ answer, revision, savedAt }: ResponseRow) {
	return { answer: shownAnswer(answer), revision, savedAt: savedAt.toISOString() };
}

const reviewNow: Record<Shown, Review> = { all: 'full', verdict: 'verdicts', none: 'score' };

/** A submission by its latest gradings; what it shows opens up once the quiz is passed or no attempt is left. */
export async function describeSubmission(
	deps: AttemptDeps,
	row: AttemptRow & { submittedAt: Date },
	now: Date,
): Promise<Submission> {
	const { catalog, db } = deps;
	const [at, current] = await Promise.all([quizOf(catalog, row), quizNow(catalog, row)]);
	const [allowance, gradings] = await Promise.all([
		selectQuizAllowance(db, now, row.learnerId, current),
		selectLatestGradings(db, row.learnerId, [row.id]),
	]);
	return {
		attempt: row.id,
		...attemptResult(gradings, at.quiz.pass),
		submittedAt: row.submittedAt.toISOString(),
		review: reviewNow[allowance.shown],
		attemptsLeft: allowance.attemptsLeft,
		verdicts: await selectVerdicts(deps, at, row, gradings, allowance.shown),
	};
}

async function selectVerdicts(
	deps: AttemptDeps,
	at: CourseQuiz,
	row: AttemptRow,
	gradings: GradingRow[],
	show: Shown,
): Promise<Record<string, Verdict>> {
	const { catalog, db } = deps;
	const { manifest } = at.course;
	const entries = row.questions.map((id) => manifest.questions[id] as QuestionEntry);
	const told = entries.map((entry) => textOf(entry.locales, row.locale, manifest.sourceLocale).feedback);
	const [questions, keys, feedbacks, responses] = await Promise.all([
		selectAsked(deps, at, row),
		catalog.parts<Key>(entries.map((entry) => entry.key)),
		catalog.parts<Feedback>(told),
		selectResponses(db, row),
	]);
	const answers = new Map(responses.map((response) => [response.questionId, response.answer.answer]));
	const graded = new Map(gradings.map((grading) => [grading.questionId, grading]));
	const verdicts = questions.map((question, index) => {
		const made = verdict({
			question: askedOf(question),
			key: keys[index]!,
			feedback: feedbacks[index]!,
			answer: answers.get(question.id) ?? null,
			locale: row.locale,
			show,
		});
		const grading = graded.get(question.id);
		return [question.id, show === 'none' || !grading ? made : { ...made, ...pointsOf(grading) }];
	});
	return Object.fromEntries(verdicts);
}

function pointsOf({ score, maxScore, correct }: GradingRow): Pick<Verdict, 'score' | 'maxScore' | 'correct'> {
	return { score, maxScore, correct: correct === 'partially' ? correct : correct === 'true' };
}
