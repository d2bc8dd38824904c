import { v7 as uuidv7 } from 'uuid';
import type { Static } from 'typebox';
import { drawQuestions } from '#domain/attempts.ts';
import type { AttemptRequest } from '#schemas/attempt.ts';
import type { Principal } from '../app-types.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { insertEnrolment } from '../progress/store.ts';
import { settleLate } from './close.ts';
import { contextOf } from './context.ts';
import type { AttemptDeps } from './deps.ts';
import { deadlineFrom, isAttemptLate, namesOf, quizNamed, type CourseQuiz } from './quiz.ts';
import { selectQuizAllowance } from './quiz-allowance.ts';
import { newSeed } from './seed.ts';
import { insertAttempt, selectAttemptsAt, selectOptionalAttempt, type AttemptRow } from './store.ts';

type Request = Static<typeof AttemptRequest>;
interface Started {
	row: AttemptRow;
	/** False: it was there already. */
	fresh: boolean;
}

/** Starts that come at the same time meet at most once each; more rounds than this mean that something is wrong. */
const rounds = 10;

/**
 * Starts an attempt, or finds the one that the device has started before, or the one that is open. An open one whose
 * time is up is submitted first.
 */
export async function startAttempt(
	deps: AttemptDeps,
	who: Principal,
	request: Request,
	now: Date,
): Promise<Started | Failure> {
	for (let round = 0; round < rounds; round += 1) {
		const known = request.id ? await selectOptionalAttempt(deps.db, who.learner, request.id) : null;
		if (known) return repeated(deps, known, request, now);
		const at = await selectQuiz(deps, request);
		if (isFailure(at)) return at;
		const started = await findOrInsert(deps, who, at, request, now);
		if (started) return started;
	}
	throw new Error(`Starting ${request.course}/${request.quiz} did not come to an end.`);
}

async function repeated(
	deps: AttemptDeps,
	row: AttemptRow,
	request: Request,
	now: Date,
): Promise<Started | Failure> {
	if (row.courseId !== request.course || row.quizId !== request.quiz) return fail('id-in-use');
	return { row: await settleLate(deps, row, now), fresh: false };
}

async function selectQuiz({ catalog }: AttemptDeps, request: Request): Promise<CourseQuiz | Failure> {
	const course = await catalog.version(request.course);
	if (!course) return fail('course-unknown');
	return quizNamed(course, request.quiz) ?? fail('quiz-unknown');
}

/** Null: things have changed meanwhile, look again. */
async function findOrInsert(
	deps: AttemptDeps,
	who: Principal,
	at: CourseQuiz,
	request: Request,
	now: Date,
): Promise<Started | Failure | null> {
	const { db } = deps;
	const { manifest } = at.course;
	const names = namesOf(at.id, manifest.formerly, manifest.quizzes);
	const select = () => selectAttemptsAt(db, who.learner, manifest.course, names);
	const made = await select();
	const open = made.find((row) => row.submittedAt === null);
	if (open && !isAttemptLate(open, now)) return { row: open, fresh: false };
	if (open) {
		await settleLate(deps, open, now);
		return null;
	}
	const { attemptsLeft } = await selectQuizAllowance(db, now, who.learner, at);
	if (attemptsLeft === 0) {
		// The last one may have been started since the attempts were read: then it is the open one.
		if ((await select()).length > made.length) return null;
		return fail('attempts-used-up', { values: { allowed: at.quiz.attempts ?? 0 } });
	}
	const row = newAttempt(who, at, request, made.length + 1, now);
	const inserted = await db.transaction(async (tx) => {
		if (!(await insertAttempt(tx, row))) return false;
		await insertEnrolment(tx, who.learner, manifest.course, now);
		return true;
	});
	return inserted ? { row, fresh: true } : null;
}

function newAttempt(who: Principal, at: CourseQuiz, request: Request, number: number, now: Date): AttemptRow {
	const seed = newSeed();
	return {
		learnerId: who.learner,
		id: request.id ?? uuidv7(),
		courseId: at.course.manifest.course,
		quizId: at.id,
		version: at.course.version,
		number,
		seed,
		questions: drawQuestions(at.quiz, seed),
		startedAt: now,
		deadline: deadlineFrom(now, at.quiz.minutes),
		submittedAt: null,
		...contextOf(who, request.locale, request.context),
	};
}
