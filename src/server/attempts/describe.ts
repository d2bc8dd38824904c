import { competenceResults, lastAtEnd, optionOrder } from '#domain/attempts.ts';
import { isPass } from '#domain/facts.ts';
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
import { selectUploads, type UploadRow } from '../uploads/store.ts';
import { describeFile } from './upload.ts';
import { entryOf, quizNow, quizOf, selectAsked } from './quiz.ts';
import { describeRoomOf } from './in-room.ts';
import { regradedAt, selectAgain, selectVerdicts } from './verdicts.ts';
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
	const files = asked.some(({ question }) => question.kind === 'file')
		? await selectUploads(deps.database.db, row)
		: new Map<string, UploadRow>();
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
		form: row.form,
		pass: row.pass,
		order: row.policy.order ?? 'free',
		startedAt: row.startedAt.toISOString(),
		...(row.deadline && { deadline: row.deadline.toISOString() }),
		room,
		questions: quiz.shuffle ? questions.map((question) => shuffled(question, row.seed)) : questions,
		answers: Object.fromEntries(
			responses.map((response) => [response.questionId, savedAnswer(response, files)]),
		),
		submission: row.submittedAt && (await describeSubmission(deps, work, now)),
	};
}

function withoutHint({ hint: _hint, ...question }: Question): Question {
	return question as Question;
}

/** The same fields, in another order. */
export function shuffled(question: Question, seed: string): Question {
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

function savedAnswer({ answer, revision, savedAt }: SavedResponse, files: ReadonlyMap<string, UploadRow>) {
	const saved = { answer: shownAnswer(answer), revision, savedAt: savedAt.toISOString() };
	const given = answer.answer;
	const id = typeof given === 'object' && given !== null && 'upload' in given ? given.upload : null;
	const file = typeof id === 'string' ? files.get(id) : undefined;
	return { ...saved, ...(file && { file: describeFile(file) }) };
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
