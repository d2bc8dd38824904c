import { keptSeconds, writeAnswered, type Correct } from '#domain/analysis/answered.ts';
import { chosenIn, rowsChosen } from '#domain/analysis/chosen.ts';
import { isRushed, paceOf, readingSeconds, type Pace } from '#domain/analysis/pace.ts';
import type { PlainAnswer, Question, QuestionText } from '#schemas/question.ts';
import { keyedQuestions, quizNamed, type KeyedQuestion } from '../attempts/quiz.ts';
import type { Deps } from '../deps.ts';
import { selectUntold, updateTold, type ToldAttempt, type UntoldAttempt } from './tell-store.ts';

type Needed = Pick<Deps, 'catalog' | 'database'>;

/** Small enough that nobody waits for a round of it, in the process of the embedded database too. */
const aRound = 200;

/**
 * Tells statistics of attempts that were handed in or graded anew since: of one quiz by all its names, at most so many,
 * or of all.
 */
export async function tellItems(
	deps: Needed,
	of?: { course: string; quizzes: string[] },
	most = Infinity,
): Promise<void> {
	for (let told = 0; told < most; told += aRound) {
		const untold = await selectUntold(deps.database.query, aRound, of);
		if (untold.length === 0) return;
		await updateTold(deps.database.query, await Promise.all(untold.map((attempt) => itemsOf(deps, attempt))));
		if (untold.length < aRound) return;
	}
}

async function itemsOf({ catalog }: Needed, attempt: UntoldAttempt): Promise<ToldAttempt> {
	const course = await catalog.version(attempt.course, attempt.version);
	const quiz = course && quizNamed(course, attempt.quiz);
	const questions = quiz ? await keyedQuestions(catalog, quiz, attempt.locale) : new Map<string, never>();
	const paces = pacesOf(attempt, questions);
	const given = new Map((attempt.responses ?? []).map(([question, answer]) => [question, answer]));
	const sure = new Map((attempt.responses ?? []).map(([question, , , level]) => [question, level]));
	const items = (attempt.gradings ?? []).flatMap(([question, key, score, maxScore, correct]) => {
		const asked = questions.get(question)?.question;
		// What waits for a person says nothing yet.
		if (correct === null || !asked) return [];
		const isKnown = !attempt.isLoosened || !given.has(question);
		const pace = paces.get(question);
		return {
			line: writeAnswered({
				question,
				key,
				score,
				maxScore,
				correct: correct as Correct,
				chosen: isKnown ? chosenOf(asked, given.get(question) ?? null) : null,
				confidence: asked.confidence ? (sure.get(question) ?? null) : null,
				isFast: pace?.isFast ?? null,
			}),
			seconds: keptSeconds(pace),
		};
	});
	return {
		learner: attempt.learner,
		id: attempt.id,
		state: attempt.state,
		lines: items.map(({ line }) => line),
		seconds: items.map(({ seconds }) => seconds),
		rushed: isRushed([...paces.values()]),
	};
}

/** Of opinions in a table each row with what was ticked in it is counted. */
function chosenOf({ kind, survey }: Question, answer: PlainAnswer): string[] | null {
	return survey && kind === 'matrix' ? rowsChosen(answer) : chosenIn(kind, answer);
}

/** Of answers that came over the network one by one, as they were given: when others were given is not known here. */
function pacesOf(
	{ channel, isLoosened, startedAt, responses }: UntoldAttempt,
	questions: ReadonlyMap<string, KeyedQuestion>,
): ReadonlyMap<string, Pace> {
	if (isLoosened || channel === 'offline' || channel === 'paper') return new Map();
	const saved = (responses ?? []).flatMap(([question, , at]) => {
		const asked = questions.get(question)?.question;
		if (!asked) return [];
		return [{ question, at: Date.parse(at), reading: readingSeconds(asked as QuestionText, asked.locale) }];
	});
	return paceOf(Date.parse(startedAt), saved);
}
