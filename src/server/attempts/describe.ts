import { competenceResults, lastAtEnd, optionOrder } from '#domain/attempts.ts';
import { isPass } from '#domain/facts.ts';
import { verdict } from '#domain/questions/grade.ts';
import { quizAllowance } from '#domain/quiz-allowance.ts';
import { certifies, isEarnest } from '#domain/quiz-policy.ts';
import { isClosed, opensOnPassing, resultTold, type Told } from '#domain/result-told.ts';
import type { ResultPart, Review } from '#schemas/names.ts';
import type { Attempt, Submission } from '#schemas/attempt.ts';
import type { Node } from '#schemas/node.ts';
import type { Option, Question, Taught, Verdict } from '#schemas/question.ts';
import { textIn } from '../courses/describe.ts';
import { lessonsOnce, taughtAt } from '../courses/teaching.ts';
import { shownAnswer } from './answers.ts';
import type { AttemptDeps } from './deps.ts';
import { correctedIn } from './corrected.ts';
import { selectMarks, type MarkRow } from './mark-store.ts';
import { markedBy } from './marked.ts';
import { pointsOf } from './grading.ts';
import { entryOf, quizNow, quizOf, selectAsked, type CourseQuiz, type KeyedQuestion } from './quiz.ts';
import { describeRoomOf } from './in-room.ts';
import { selectRegraded, type RegradedAnswer } from './regraded-store.ts';
import type { SavedResponse, Work } from './work-store.ts';

/** An attempt as its learner sees it: nothing of keys or feedback before it is submitted. */
export async function describeAttempt(deps: AttemptDeps, work: Work, now: Date): Promise<Attempt> {
	const { row, responses } = work;
	const { course, quiz, ...named } = await quizOf(deps.catalog, row);
	const text = textIn(quiz.locales, row.locale, course.manifest.sourceLocale);
	const [asked, intro, room] = await Promise.all([
		selectAsked(deps, { course, quiz, ...named }, row),
		deps.catalog.part<Node[]>(text.intro),
		describeRoomOf(deps, row),
	]);
	const questions = asked.map(({ question }) => (quiz.hints ? question : withoutHint(question)));
	return {
		id: row.id,
		course: row.courseId,
		quiz: row.quizId,
		title: text.title,
		intro,
		kind: quiz.kind,
		version: row.version,
		locale: row.locale,
		number: row.number,
		pass: row.pass,
		order: row.policy.order ?? 'free',
		startedAt: row.startedAt.toISOString(),
		...(row.deadline && { deadline: row.deadline.toISOString() }),
		room,
		questions: quiz.shuffle ? questions.map((question) => shuffled(question, row.seed)) : questions,
		answers: Object.fromEntries(responses.map((response) => [response.questionId, savedAnswer(response)])),
		submission: row.submittedAt && (await describeSubmission(deps, work, now)),
	};
}

function withoutHint({ hint: _hint, ...question }: Question): Question {
	return question as Question;
}

/** The same fields, in another order. */
function shuffled(question: Question, seed: string): Question {
	const { id, options, targets, blanks } = question;
	return {
		...question,
		...(options && { options: inOrder(options, seed, id) }),
		...(targets && { targets: inOrder(targets, seed, `${id}/targets`) }),
		...(blanks && {
			blanks: blanks.map((blank) => ({
				...blank,
				...(blank.options && { options: inOrder(blank.options, seed, `${id}/${blank.id}`) }),
			})),
		}),
	} as Question;
}

function inOrder(options: readonly Option[], seed: string, of: string): Option[] {
	const byId = new Map(options.map((option) => [option.id, option]));
	return lastAtEnd(optionOrder([...byId.keys()], seed, of).map((id) => byId.get(id)!));
}

function savedAnswer({ answer, revision, savedAt }: SavedResponse) {
	return { answer: shownAnswer(answer), revision, savedAt: savedAt.toISOString() };
}

function reviewNow({ verdicts, key, explanation }: Told): Review {
	if (key && explanation) return 'full';
	return verdicts ? 'verdicts' : 'score';
}

/**
 * A submission by its latest gradings; what it shows opens up as `resultTold` says. The policy is what the attempt was
 * started under; how many attempts are left, and whether a certificate rests on it, is as the author has it now.
 * @throws when the attempt is open.
 */
export async function describeSubmission(deps: AttemptDeps, work: Work, now: Date): Promise<Submission> {
	const { row, responses, standing } = work;
	const { submittedAt, score, maxScore } = row;
	if (!submittedAt || score === null || maxScore === null)
		throw new Error(`Attempt ${row.id} is not submitted.`);
	const current = await quizNow(deps.catalog, row);
	const { manifest, timeZone } = current.course;
	const allowance = quizAllowance(manifest, current.id, standing, { now, timeZone });
	const asked = row.questions.length;
	const how = {
		...allowance.standing,
		isClosed: isClosed(allowance.closesAt, now),
		certifies: certifies(manifest, current.id),
		isEarnest: isEarnest({ asked, answered: responses.length, startedAt: row.startedAt, submittedAt }),
	};
	const told = resultTold(row.policy, how);
	const again = await selectAgain(deps, work);
	const verdicts = await selectVerdicts(deps, await quizOf(deps.catalog, row), work, { told, again });
	const taught = await selectTaught(deps, row, verdicts, told);
	return {
		attempt: row.id,
		score: told.score ? score : null,
		maxScore,
		passed: isPass(row),
		competences: told.score ? await describeCompetences(deps, work) : [],
		uncounted: row.uncounted,
		waiting: row.waiting,
		regradedAt: regradedAt(again),
		submittedAt: submittedAt.toISOString(),
		laterAt: laterAt(work, told, allowance.closesAt),
		moreOnPassing: opensOnPassing(row.policy, how),
		review: reviewNow(told),
		attemptsLeft: allowance.mayStart,
		againFrom: allowance.againFrom?.toISOString() ?? null,
		lessons: lessonsOnce([...taught.values()].flat()),
		verdicts: Object.fromEntries(
			Object.entries(verdicts).map(([id, verdict]) => {
				const teaches = told.verdicts ? taught.get(id) : undefined;
				return [id, teaches?.length ? { ...verdict, teaches } : verdict];
			}),
		),
	};
}

/** When more of the result is told, where that waits for the quiz to close. */
function laterAt({ row }: Work, told: Told, closesAt: Date | null): string | null {
	const waits = Object.entries(row.policy.show ?? {}).some(
		([part, when]) => when === 'after-closing' && !told[part as ResultPart],
	);
	return waits ? (closesAt?.toISOString() ?? null) : null;
}

/** How it went in each competence, where each has a mark of its own. */
async function describeCompetences({ catalog }: AttemptDeps, { row, gradings }: Work) {
	const { passEach } = row.policy;
	if (passEach === undefined) return [];
	const quiz = await quizOf(catalog, row);
	const ofSkill = gradings.map((one) => ({ ...one, skill: entryOf(quiz, one.questionId).skill }));
	return competenceResults(ofSkill, passEach);
}

/**
 * Where the questions that were not right are taught, by question. Where the quiz does not tell which those are, that of
 * all questions, so that it says nothing of the answers. Nothing of a course that was withdrawn: its lessons are closed.
 */
async function selectTaught(
	{ catalog }: AttemptDeps,
	row: Work['row'],
	verdicts: Record<string, Verdict>,
	told: Told,
): Promise<Map<string, Taught[]>> {
	const course = await catalog.version(row.courseId);
	const meant = row.questions.filter((id) => !told.verdicts || verdicts[id]?.correct !== true);
	return new Map(course ? meant.map((id) => [id, taughtAt(course, id, row.locale)]) : []);
}

async function selectVerdicts(
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

/** One read more, and only where something was graded more than once. */
function selectAgain({ database }: AttemptDeps, { row, gradings }: Work): Promise<RegradedAnswer[]> {
	const isAgain = gradings.some(({ number }) => number > 1);
	return isAgain ? selectRegraded(database.query, row.learnerId, row.id) : Promise.resolve([]);
}

function regradedAt(again: readonly RegradedAnswer[]): string | null {
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
