import { verdict } from '#domain/questions/grade.ts';
import type { Told } from '#domain/result-told.ts';
import type { Verdict } from '#schemas/question.ts';
import { correctedIn } from './corrected.ts';
import type { AttemptDeps } from './deps.ts';
import { pointsOf } from './grading.ts';
import { selectMarks, type MarkRow } from './mark-store.ts';
import { markedBy } from './marked.ts';
import { selectAsked, type CourseQuiz, type KeyedQuestion } from './quiz.ts';
import { selectRegraded, type RegradedAnswer } from './regraded-store.ts';
import type { Work } from './work-store.ts';

/** What is said to each answer of an attempt, as far as it is told. */
export async function selectVerdicts(
	deps: AttemptDeps,
	quiz: CourseQuiz,
	{ row, responses, gradings }: Work,
	{ told, again }: { told: Told; again: readonly RegradedAnswer[] },
): Promise<Record<string, Verdict>> {
	const questions = await corrected(deps, await selectAsked(deps, quiz, row), row, again);
	const answers = new Map(responses.map((response) => [response.questionId, response.answer.answer]));
	const latest = new Map(gradings.map((grading) => [grading.questionId, grading]));
	const marks = !told.verdicts ? [] : await selectMarksFor(deps, row, questions);
	const verdicts = questions.map(({ question, asked, key, feedback }) => {
		const made = verdict({
			question: asked,
			key,
			feedback,
			answer: answers.get(question.id) ?? null,
			locale: row.locale,
			show: told.key || told.explanation ? 'all' : told.verdicts ? 'verdict' : 'none',
		});
		const grading = latest.get(question.id);
		const marked =
			told.verdicts && 'rubric' in key
				? markedBy(marks, quiz.quiz, { id: question.id, rubric: key.rubric, feedback })
				: null;
		const graded = grading && told.verdicts ? asGraded(made, pointsOf(grading)) : made;
		const regraded = again.find((one) => one.question === question.id);
		const said = regraded && told.verdicts ? asRegraded(graded, regraded) : graded;
		return [question.id, { ...asTold(said, told), ...(marked && { marked }) }];
	});
	return Object.fromEntries(verdicts);
}

/** What was graded again: one read more, and only where something was graded more than once. */
export function selectAgain({ database }: AttemptDeps, { row, gradings }: Work): Promise<RegradedAnswer[]> {
	const isAgain = gradings.some(({ number }) => number > 1);
	return isAgain ? selectRegraded(database.query, row.learnerId, row.id) : Promise.resolve([]);
}

export function regradedAt(again: readonly RegradedAnswer[]): string | null {
	const times = again.filter(({ isChanged }) => isChanged).map(({ at }) => new Date(at).toISOString());
	return times.sort().at(-1) ?? null;
}

/** What is said to answers that were graded by a corrected key is of the corrected question. */
function corrected(
	{ catalog }: AttemptDeps,
	questions: readonly KeyedQuestion[],
	{ locale }: Work['row'],
	again: readonly RegradedAnswer[],
): Promise<KeyedQuestion[]> {
	const ways = new Map(again.map((one) => [one.question, one]));
	return Promise.all(
		questions.map(async (asked) => {
			const one = ways.get(asked.question.id);
			if (one?.way !== 'new-key') return asked;
			const { key, keyHash, feedback } = await correctedIn(catalog, one, locale);
			return key.kind === asked.question.kind ? { ...asked, key, keyHash, feedback } : asked;
		}),
	);
}

/** Where everybody got all points, or none, nothing is said of what would be right: the question was not sound. */
function asRegraded(
	{ feedback, remarks, written, solution, explanation, ...rest }: Verdict,
	{ way, reason, scoreBefore, maxScoreBefore, isChanged }: RegradedAnswer,
): Verdict {
	const said = Object.fromEntries(
		Object.entries({ feedback, remarks, written, solution, explanation }).filter(
			([, value]) => value !== undefined,
		),
	);
	return {
		...rest,
		...(way === 'new-key' && said),
		...(isChanged && { regraded: { way, reason, scoreBefore, maxScoreBefore } }),
	};
}

function asTold({ solution, explanation, ...rest }: Verdict, told: Told): Verdict {
	return {
		...rest,
		...(told.explanation && explanation !== undefined && { explanation }),
		...(told.key && solution !== undefined && { solution }),
	};
}

/** One read more, and only where people grade. */
async function selectMarksFor(
	{ database }: AttemptDeps,
	row: Work['row'],
	questions: readonly KeyedQuestion[],
): Promise<MarkRow[]> {
	const isByPerson = questions.some(({ key }) => 'rubric' in key);
	return isByPerson ? selectMarks(database.db, row.learnerId, row.id) : [];
}

/** The points of a grading stand, whatever the rule says today: words that were not taken then are not put right now. */
function asGraded({ written, ...made }: Verdict, points: ReturnType<typeof pointsOf>): Verdict {
	return { ...made, ...(written && points.correct !== false && { written }), ...points };
}
