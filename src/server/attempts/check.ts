import { v7 as uuidv7 } from 'uuid';
import type { Static } from 'typebox';
import { namesOf } from '#domain/renames.ts';
import { messagesFor } from '#messages/index.ts';
import type { CheckRequest } from '#schemas/attempt.ts';
import type { Locale } from '#schemas/common.ts';
import type { Verdict } from '#schemas/question.ts';
import type { Principal } from '../app-types.ts';
import type { CourseVersion } from '../courses/catalog.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { contextOf } from '../learning/context.ts';
import { settleLesson } from '../learning/settle.ts';
import { isSameAnswer, keptAnswer, type KeptAnswer } from './answers.ts';
import { judge, loadCheck, selectCheck, type CheckQuestion } from './check-question.ts';
import { insertCheckResponse, selectCheckResponse, type NewCheck } from './check-store.ts';
import type { AttemptDeps, WorkDeps } from './deps.ts';

type Request = Static<typeof CheckRequest>;
interface ToCheck {
	request: Request;
	/** In which the API speaks to the client. */
	locale: Locale;
}

/** Judges an answer to a practice question at once; recorded when somebody is signed in. */
export async function checkAnswer(
	deps: WorkDeps,
	who: Principal | null,
	{ request, locale }: ToCheck,
	now: Date,
): Promise<Verdict | Failure> {
	const check = await selectCheck(deps.catalog, request, request.locale ?? locale);
	if (isFailure(check)) return check;
	const lesson = lessonOf(check.course, request);
	if (isFailure(lesson)) return lesson;
	const answer = readCheck(check, request, locale);
	if (isFailure(answer)) return answer;
	if (!who) return judge(check, answer);
	const row = newCheck(who, check, { request, answer, lesson, now });
	return recordCheck(deps, check, row);
}

/** The lesson that the answer was given in, where it shows the question; null where there is none. */
function lessonOf({ manifest }: CourseVersion, { lesson, question }: Request): string | null | Failure {
	if (lesson === undefined) return null;
	const entry = Object.hasOwn(manifest.lessons, lesson) ? manifest.lessons[lesson] : undefined;
	if (!entry) return fail('lesson-unknown');
	return entry.checks.includes(question) ? lesson : null;
}

/** A check asks for an answer: nothing chosen is none. */
function readCheck({ question, locale }: CheckQuestion, request: Request, api: Locale): KeptAnswer | Failure {
	const kept = keptAnswer(question, request.answer, { answer: locale, api }, '/answer');
	if (isFailure(kept) || kept.answer !== null) return kept;
	const message = messagesFor(api).api.fields.required;
	return fail('answer-unreadable', { errors: [{ path: '/answer', message }] });
}

function newCheck(
	who: Principal,
	check: CheckQuestion,
	given: { request: Request; answer: KeptAnswer; lesson: string | null; now: Date },
): NewCheck {
	const { score, maxScore } = judge(check, given.answer);
	return {
		learnerId: who.learner,
		id: given.request.clientId ?? uuidv7(),
		courseId: check.course.manifest.course,
		version: check.course.version,
		lessonId: given.lesson,
		questionId: check.question.id,
		keyHash: check.keyHash,
		answer: given.answer,
		score,
		maxScore,
		at: given.now,
		...contextOf(who, check.locale, given.request.context),
	};
}

/**
 * The lesson is settled after the answer is committed: of answers that come at the same time, the last to be settled
 * sees them all. What was cut off in between is made up for when the device repeats itself.
 */
async function recordCheck(deps: WorkDeps, check: CheckQuestion, row: NewCheck): Promise<Verdict | Failure> {
	const { course } = check;
	const { questions, formerly } = course.manifest;
	const names = namesOf(row.questionId, formerly, questions);
	const fresh = await insertCheckResponse(deps.database, row, names);
	if (fresh) deps.open.checked(row.learnerId, row);
	const found = fresh ? row : await selectCheckResponse(deps.database.db, row.learnerId, row.id);
	if (!isRepeated(row, found)) return fail('id-in-use');
	const { lessonId } = found;
	const active = await deps.catalog.version(row.courseId);
	if (lessonId && active)
		await deps.database.db.transaction((tx) =>
			settleLesson(tx, { asked: course, active }, row.learnerId, lessonId, row.at),
		);
	return fresh ? judge(check, row.answer) : judgeAgain(deps, found);
}

function isRepeated(row: NewCheck, found: NewCheck): boolean {
	const isSame = row.courseId === found.courseId && row.questionId === found.questionId;
	return isSame && isSameAnswer(row.answer, found.answer);
}

/** What was said when the device sent this first, though course and language may have changed since. */
async function judgeAgain({ catalog }: AttemptDeps, row: NewCheck): Promise<Verdict> {
	const course = await catalog.version(row.courseId, row.version);
	if (!course)
		throw new Error(`Version ${row.version} of ${row.courseId}, which a check was answered on, is missing.`);
	return judge(await loadCheck(catalog, course, row.questionId, row.locale), row.answer);
}
