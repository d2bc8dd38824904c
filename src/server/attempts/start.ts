import { v7 as uuidv7 } from 'uuid';
import type { Static } from 'typebox';
import { drawAttempt } from '#domain/draw.ts';
import type { Facts } from '#domain/facts.ts';
import { dayOf } from '#domain/days.ts';
import { deadlineFor, isLate } from '#domain/deadline.ts';
import { quizAllowance } from '#domain/quiz-allowance.ts';
import { type QuizPolicy } from '#domain/quiz-policy.ts';
import { currentId, namesOf } from '#domain/renames.ts';
import { deadlineInRoom } from '#domain/rooms.ts';
import type { AttemptRequest } from '#schemas/attempt.ts';
import type { Principal } from '../app-types.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { contextOf } from '../learning/context.ts';
import { standings, type Standing } from '../learning/facts-store.ts';
import { settleLate } from './close.ts';
import type { WorkDeps } from './deps.ts';
import { roomFor } from './enter-room.ts';
import { policyFor } from './exposure.ts';
import { quizNamed, type CourseQuiz } from './quiz.ts';
import { refusedStart } from './refused-start.ts';
import { insertAttempt, type AttemptRow } from './store.ts';
import { selectOptionalWork, type Work } from './work-store.ts';

type Request = Static<typeof AttemptRequest>;
interface Started {
	work: Work;
	/** False: it was there already. */
	fresh: boolean;
	/** More of the quiz's pool is asked for than learning takes: this attempt will tell its score alone. */
	isExposed?: boolean;
}

/** From which block of addresses a request comes, and when. */
interface Visit {
	block: string;
	now: Date;
}

/** Starts that come at the same time meet at most once each; more rounds than this mean that something is wrong. */
const rounds = 10;

/**
 * Starts an attempt, or finds the one that the device has started before, or the one that is open. An open one whose
 * time is up is submitted first.
 */
export async function startAttempt(
	deps: WorkDeps,
	who: Principal,
	request: Request,
	visit: Visit,
): Promise<Started | Failure> {
	const quiz = await selectQuiz(deps, request);
	for (let round = 0; round < rounds; round += 1) {
		const standing = await deps.database.together(standings, {
			learner: who.learner,
			course: request.course,
		});
		// The standing knows the attempts of this course; an id that is used elsewhere shows when it cannot be inserted.
		const isKnown = standing.facts.attempts.some(({ id }) => id === request.id);
		if (request.id && (isKnown || round > 0)) {
			const known = await repeated(deps, who, { ...request, id: request.id }, visit.now);
			if (known) return known;
		}
		if (isFailure(quiz)) return quiz;
		const started = await findOrInsert(deps, who, { quiz, standing }, request, visit);
		if (started) return started;
	}
	throw new Error(`Starting ${request.course}/${request.quiz} did not come to an end.`);
}

/** The attempt that the device has started before under this id; null when there is none. */
async function repeated(
	deps: WorkDeps,
	who: Principal,
	request: Request & { id: string },
	now: Date,
): Promise<Started | Failure | null> {
	const found = await selectOptionalWork(deps.database, who.learner, request.id);
	if (!found) return null;
	if (found.row.courseId !== request.course || found.row.quizId !== request.quiz) return fail('id-in-use');
	const work = await settleLate(deps, found, now);
	return work && { work, fresh: false };
}

async function selectQuiz({ catalog }: WorkDeps, request: Request): Promise<CourseQuiz | Failure> {
	const course = await catalog.version(request.course);
	if (!course) return fail('course-unknown');
	return quizNamed(course, request.quiz) ?? fail('quiz-unknown');
}

/** Null: things have changed meanwhile, look again. */
async function findOrInsert(
	deps: WorkDeps,
	who: Principal,
	{ quiz, standing }: { quiz: CourseQuiz; standing: Standing },
	request: Request,
	{ block, now }: Visit,
): Promise<Started | Failure | null> {
	const { manifest, timeZone } = quiz.course;
	const names = namesOf(quiz.id, manifest.formerly, manifest.quizzes);
	const made = standing.facts.attempts.filter((attempt) => names.includes(attempt.quizId));
	const open = made.find((attempt) => attempt.submittedAt === null);
	if (open) {
		const work = await selectOptionalWork(deps.database, who.learner, open.id);
		if (!work || work.row.submittedAt) return null;
		if (!isLate(work.row.deadline, now)) return { work, fresh: false };
		await settleLate(deps, work, now);
		return null;
	}
	const allowance = quizAllowance(manifest, quiz.id, standing, { now, timeZone });
	const refused = refusedStart(allowance, quiz);
	if (refused) return refused;
	const room = await roomFor(deps, who, quiz, { typed: request.code, block, now });
	if (isFailure(room)) return room;
	const { policy, isExposed } = await policyFor(deps, who, quiz, block);
	// Numbers may have gaps, where a merge was taken back.
	const number = Math.max(0, ...made.map((attempt) => attempt.number)) + 1;
	const ends = deadlineFor(now, quiz.quiz.minutes, allowance);
	const deadline = room ? deadlineInRoom(ends, room) : ends;
	const before = { number, facts: standing.facts, deadline, roomId: room?.id ?? null };
	const row = newAttempt(who, quiz, request, { ...before, policy, seed: deps.newSeed() }, now);
	if (!(await insertAttempt(deps.database, row))) return null;
	const work = { row, responses: [], gradings: [], standing: withStarted(standing, row) };
	deps.open.keep(work);
	return { work, fresh: true, isExposed };
}

interface Beginning {
	number: number;
	facts: Facts;
	policy: QuizPolicy;
	seed: string;
	deadline: Date | null;
	roomId: string | null;
}

function newAttempt(
	who: Principal,
	{ course, id, quiz }: CourseQuiz,
	request: Request,
	{ seed, policy, ...before }: Beginning,
	now: Date,
): AttemptRow {
	const { formerly, questions: pool } = course.manifest;
	const names = namesOf(id, formerly, course.manifest.quizzes);
	const earlier = before.facts.attempts.filter(({ quizId }) => names.includes(quizId));
	const { form, questions } = drawAttempt(quiz, pool, {
		seed,
		today: dayOf(now.toISOString(), course.timeZone),
		earlier: earlier.map((attempt) =>
			attempt.questions.map((asked) => currentId(asked, formerly, pool) ?? asked),
		),
	});
	return {
		learnerId: who.learner,
		id: request.id ?? uuidv7(),
		courseId: course.manifest.course,
		quizId: id,
		version: course.version,
		number: before.number,
		seed,
		form,
		paperForm: null,
		questions,
		firstExposures: firstExposures(course.manifest, questions, before.facts),
		pass: quiz.pass,
		policy,
		startedAt: now,
		deadline: before.deadline,
		submittedAt: null,
		score: null,
		maxScore: null,
		passed: null,
		waiting: 0,
		uncounted: null,
		roomId: before.roomId,
		supervised: before.roomId !== null,
		...contextOf(who, request.locale, request.context),
	};
}

/** Those that no earlier attempt has asked and no check in a lesson, under whatever name. */
export function firstExposures(
	{ formerly, questions }: CourseQuiz['course']['manifest'],
	asked: string[],
	facts: Facts,
): string[] {
	const met = new Set([
		...facts.attempts.flatMap((attempt) => attempt.questions),
		...facts.checks.map((check) => check.questionId),
	]);
	return asked.filter((id) => !namesOf(id, formerly, questions).some((name) => met.has(name)));
}

function withStarted(standing: Standing, row: AttemptRow): Standing {
	const { retryHours, waitMinutes = null, show } = row.policy;
	const started = { ...row, retryHours, waitMinutes, scoreTold: show?.score ?? null };
	return { ...standing, facts: { ...standing.facts, attempts: [...standing.facts.attempts, started] } };
}
