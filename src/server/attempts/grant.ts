import { v7 as uuidv7 } from 'uuid';
import type { Static } from 'typebox';
import { may, nobodyKnown } from '#domain/access.ts';
import { quizAllowance } from '#domain/quiz-policy.ts';
import { namesOf } from '#domain/renames.ts';
import type { AttemptGrant, AttemptGrantRequest } from '#schemas/attempt-grant.ts';
import { selectActedOn } from '../accounts/grant-store.ts';
import { insertAudit, lockLearner } from '../accounts/store.ts';
import { selectOptionalLogin } from '../accounts/username-store.ts';
import type { Principal } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { within } from '../db/query.ts';
import { fail, type Failure } from '../failure.ts';
import { selectStanding } from '../learning/facts-store.ts';
import { insertAttemptGrant, selectOptionalGrant } from './grant-store.ts';
import { quizNamed, type CourseQuiz } from './quiz.ts';

type Request = Static<typeof AttemptGrantRequest>;
type Granting = Pick<Deps, 'catalog' | 'database' | 'now'>;

/**
 * Grants one more attempt at a quiz to somebody who has none left; nobody does so for themselves. One at a time: what was
 * granted and not used yet is the same. Audited.
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
	return grantTo(deps, { learner, shown, quiz, actor, reason: request.reason.trim(), at });
}

interface Granted {
	learner: string;
	/** Their user name. */
	shown: string;
	quiz: CourseQuiz;
	actor: string;
	reason: string;
	at: Date;
}

async function grantTo(
	{ database }: Granting,
	{ learner, shown, quiz: { course, id }, actor, reason, at }: Granted,
): Promise<{ grant: AttemptGrant; fresh: boolean } | Failure> {
	const { manifest, timeZone } = course;
	const quizzes = namesOf(id, manifest.formerly, manifest.quizzes);
	const made = { username: shown, course: manifest.course, quiz: id };
	return database.db.transaction(async (tx) => {
		await lockLearner(tx, learner);
		const known = await selectOptionalGrant(tx, { learner, course: manifest.course, quizzes });
		const standing = await selectStanding(within(tx), learner, manifest.course);
		const attempts = standing.facts.attempts.filter(({ quizId }) => quizzes.includes(quizId));
		if (known && attempts.every(({ startedAt }) => startedAt < known.at))
			return { grant: { ...made, reason: known.reason, at: known.at.toISOString() }, fresh: false };
		const { mayStart } = quizAllowance(manifest, id, standing, { now: at, timeZone });
		const isOpen = attempts.some(({ submittedAt }) => submittedAt === null);
		if (mayStart !== 0 || isOpen) return fail('attempts-left');
		const row = { learnerId: learner, id: uuidv7(), reason, at };
		const more = { attempts: 1, minutes: 0, closes: null };
		await insertAttemptGrant(tx, { ...row, ...more, courseId: manifest.course, quizId: id, givenBy: actor });
		const subject = `${manifest.course}/${id}`;
		await insertAudit(tx, { ...row, id: uuidv7(), actor, action: 'attempt.grant', subject });
		return { grant: { ...made, reason, at: at.toISOString() }, fresh: true };
	});
}
