import { v7 as uuidv7 } from 'uuid';
import type { Static } from 'typebox';
import { may, nobodyKnown } from '#domain/access.ts';
import { momentOf } from '#domain/days.ts';
import { deadlineFor } from '#domain/deadline.ts';
import { quizAllowance, type Allowance } from '#domain/quiz-allowance.ts';
import { namesOf } from '#domain/renames.ts';
import type { AttemptGrant, AttemptGrantRequest } from '#schemas/attempt-grant.ts';
import { selectActedOn } from '../accounts/grant-store.ts';
import { insertAudit, lockLearner } from '../accounts/store.ts';
import { selectOptionalLogin } from '../accounts/username-store.ts';
import type { Principal } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { within } from '../db/query.ts';
import type { Sql } from '../db/connect.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { selectStanding } from '../learning/facts-store.ts';
import { insertAttemptGrant, selectOptionalGrant, type GrantRow } from './grant-store.ts';
import { quizNamed, type CourseQuiz } from './quiz.ts';
import { selectOptionalAttempt, updateDeadline } from './store.ts';

type Request = Static<typeof AttemptGrantRequest>;
export type Granting = Pick<Deps, 'catalog' | 'database' | 'now'>;

/**
 * Grants attempts at a quiz to somebody who has none left, or more time for it, or a later end; nobody does so for
 * themselves. What was granted and not used yet is the same. Audited.
 */
export async function grantAttempt(
	deps: Granting,
	{ actor, grants }: Principal,
	request: Request,
): Promise<{ grant: AttemptGrant; fresh: boolean } | Failure> {
	const { catalog, database, now } = deps;
	const at = now();
	const { username, course } = request;
	const found = await selectOptionalLogin(database.db, username);
	const acted = found ? await selectActedOn(database.db, found.learnerId, actor, at) : nobodyKnown;
	const isAllowed = may(grants, 'attempt.grant', { learner: acted, course }, at.getTime());
	if (!isAllowed || found?.learnerId === actor) return fail('not-in-care');
	if (!found) return fail('username-unknown', { path: '/username' });
	const version = await catalog.version(course);
	if (!version) return fail('course-unknown');
	const quiz = quizNamed(version, request.quiz);
	if (!quiz) return fail('quiz-unknown');
	const { learnerId: learner, shown } = found;
	const reason = request.reason.trim();
	const more = moreIn(request, quiz, at);
	if (isFailure(more)) return more;
	return grantTo(deps, { learner, shown, quiz, actor, reason, more, at });
}

/** What is granted. */
type More = Pick<GrantRow, 'attempts' | 'minutes' | 'closes'>;

/** One more attempt, where nothing else is asked for. Time is added only where there is a limit of it. */
function moreIn(
	{ attempts, minutes = 0, closes }: Request,
	{ quiz, course: { timeZone } }: CourseQuiz,
	at: Date,
): More | Failure {
	const until = closes === undefined ? null : new Date(momentOf(closes, timeZone));
	if (minutes > 0 && quiz.minutes === null) return fail('nothing-to-extend', { path: '/minutes' });
	if (until && (!quiz.closes || until <= at)) return fail('nothing-to-extend', { path: '/closes' });
	return { attempts: attempts ?? (minutes > 0 || until ? 0 : 1), minutes, closes: until };
}

interface Granted {
	learner: string;
	/** Their user name. */
	shown: string;
	quiz: CourseQuiz;
	actor: string;
	reason: string;
	more: More;
	at: Date;
}

async function grantTo(
	{ database }: Granting,
	{ learner, shown, quiz: { course, id }, actor, reason, more, at }: Granted,
): Promise<{ grant: AttemptGrant; fresh: boolean } | Failure> {
	const { manifest, timeZone } = course;
	const quizzes = namesOf(id, manifest.formerly, manifest.quizzes);
	const of = { learner, course: manifest.course, quizzes };
	const made = { username: shown, course: manifest.course, quiz: id };
	return database.db.transaction(async (tx) => {
		await lockLearner(tx, learner);
		const known = await selectOptionalGrant(tx, of);
		const standing = await selectStanding(within(tx), learner, manifest.course);
		const attempts = standing.facts.attempts.filter(({ quizId }) => quizzes.includes(quizId));
		if (known && isSame(known, more) && attempts.every(({ startedAt }) => startedAt < known.at))
			return { grant: { ...made, ...described(known) }, fresh: false };
		const { mayStart } = quizAllowance(manifest, id, standing, { now: at, timeZone });
		const open = attempts.find(({ submittedAt }) => submittedAt === null);
		if (more.attempts > 0 && (mayStart !== 0 || open)) return fail('attempts-left');
		const row = { learnerId: learner, id: uuidv7(), reason, at, ...more };
		await insertAttemptGrant(tx, { ...row, courseId: manifest.course, quizId: id, givenBy: actor });
		const after = await selectStanding(within(tx), learner, manifest.course);
		const allowance = quizAllowance(manifest, id, after, { now: at, timeZone });
		if (open) await extend(tx, learner, open.id, allowance);
		const audited = { learnerId: learner, id: uuidv7(), at, actor };
		await insertAudit(tx, { ...audited, action: 'attempt.grant', subject: `${manifest.course}/${id}` });
		return { grant: { ...made, ...described(row) }, fresh: true };
	});
}

function isSame(one: More, other: More): boolean {
	const ends = [one, other].map(({ closes }) => closes?.getTime() ?? null);
	return one.attempts === other.attempts && one.minutes === other.minutes && ends[0] === ends[1];
}

function described({ reason, at, attempts, minutes, closes }: Pick<GrantRow, 'reason' | 'at'> & More) {
	return { reason, at: at.toISOString(), attempts, minutes, closes: closes?.toISOString() ?? null };
}

/** The open attempt gets the time too; no grant takes any away. */
async function extend(tx: Sql, learner: string, id: string, allowance: Allowance): Promise<void> {
	const row = await selectOptionalAttempt(tx, learner, id);
	const deadline = row && deadlineFor(row.startedAt, row.policy.minutes, allowance);
	if (row?.deadline && deadline && deadline > row.deadline) await updateDeadline(tx, learner, id, deadline);
}
