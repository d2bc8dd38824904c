import { may } from '#domain/access.ts';
import type { AttemptFact } from '#domain/facts.ts';
import { quizAllowance } from '#domain/quiz-allowance.ts';
import { currentId } from '#domain/renames.ts';
import type { AttemptGrants, GivenAttempt, StuckLearner } from '#schemas/attempt-grant.ts';
import type { PersonInCare } from '#schemas/care.ts';
import type { Locale } from '#schemas/common.ts';
import { selectInCare } from '../accounts/care-store.ts';
import { selectActedOn } from '../accounts/grant-store.ts';
import type { Principal } from '../app-types.ts';
import type { CourseVersion } from '../courses/catalog.ts';
import { onePointEach, summariseCourse, summariseQuiz } from '../courses/describe.ts';
import type { Deps } from '../deps.ts';
import { standings } from '../learning/facts-store.ts';
import { selectCoursesTried, selectGrantedBy } from './grant-list-store.ts';

type Listing = Pick<Deps, 'catalog' | 'database' | 'now'>;
const mostPeople = 200;
const mostGranted = 50;

/** Whom a helper may grant another attempt, and what they have granted; nobody and nothing that they may not act on now. */
export async function listAttemptGrants(
	deps: Listing,
	who: Principal,
	locale: Locale,
): Promise<AttemptGrants> {
	const { db } = deps.database;
	const people = (await selectInCare(db, who.actor)).slice(0, mostPeople);
	const mayGrant = judge(deps, who);
	const tried =
		people.length > 0
			? await selectCoursesTried(
					db,
					people.map(({ id }) => id),
				)
			: [];
	const stuck = await Promise.all(
		tried.map(async ({ learner, course }) => {
			const version = await deps.catalog.version(course);
			const person = people.find(({ id }) => id === learner);
			if (!version || !person || !(await mayGrant(learner, course))) return [];
			return stuckIn(deps, person, version, locale);
		}),
	);
	return {
		stuck: stuck.flat().sort((a, b) => b.lastAt.localeCompare(a.lastAt)),
		granted: await listGranted(deps, who, mayGrant, locale),
	};
}

type Judge = (learner: string, course: string) => Promise<boolean>;

/** Each learner is looked up once. */
function judge({ database, now }: Listing, { actor, grants }: Principal): Judge {
	const at = now();
	const known = new Map<string, ReturnType<typeof selectActedOn>>();
	return async (learner, course) => {
		const acted = known.get(learner) ?? selectActedOn(database.db, learner, actor, at);
		known.set(learner, acted);
		return learner !== actor && may(grants, 'attempt.grant', { learner: await acted, course }, at.getTime());
	};
}

async function stuckIn(
	{ database, now }: Listing,
	{ id: learner, displayName, username }: PersonInCare,
	version: CourseVersion,
	locale: Locale,
): Promise<StuckLearner[]> {
	const { manifest, timeZone } = version;
	const standing = await database.together(standings, { learner, course: manifest.course });
	return Object.keys(manifest.quizzes).flatMap((quiz) => {
		const {
			mayStart,
			againFrom,
			standing: of,
		} = quizAllowance(manifest, quiz, standing, { now: now(), timeZone });
		const attempts = standing.facts.attempts.filter((one) => isAt(version, one, quiz));
		const isOpen = attempts.some(({ submittedAt }) => submittedAt === null);
		const last = attempts.at(-1)?.submittedAt;
		if (mayStart !== 0 || of.passed || isOpen || !last) return [];
		const best = attempts.reduce((a, b) => (shareOf(b) > shareOf(a) ? b : a));
		return [
			{
				username,
				displayName,
				...namesOf(version, quiz, locale),
				attempts: attempts.length,
				lastAt: last.toISOString(),
				score: best.score ?? 0,
				maxScore: best.maxScore ?? 0,
				onePointEach: onePointEach(manifest, manifest.quizzes[quiz]!),
				againFrom: againFrom?.toISOString() ?? null,
			},
		];
	});
}

async function listGranted(
	{ catalog, database }: Listing,
	{ actor }: Principal,
	mayGrant: Judge,
	locale: Locale,
): Promise<GivenAttempt[]> {
	const rows = await selectGrantedBy(database.db, actor, mostGranted);
	const told = await Promise.all(
		rows.map(async ({ grant, ...person }) => {
			const { learnerId: learner, courseId, quizId, reason, at, attempts, minutes, closes } = grant;
			const version = await catalog.lastVersion(courseId);
			const quiz = version && currentId(quizId, version.manifest.formerly, version.manifest.quizzes);
			if (!version || !quiz || !(await mayGrant(learner, courseId))) return [];
			const { facts } = await database.together(standings, { learner, course: courseId });
			const used = facts.attempts.some((one) => isAt(version, one, quiz) && one.startedAt >= at);
			const more = { attempts, minutes, closes: closes?.toISOString() ?? null };
			return [{ ...person, ...namesOf(version, quiz, locale), ...more, reason, at: at.toISOString(), used }];
		}),
	);
	return told.flat();
}

function isAt({ manifest }: CourseVersion, { quizId }: AttemptFact, quiz: string): boolean {
	return currentId(quizId, manifest.formerly, manifest.quizzes) === quiz;
}

function shareOf({ score, maxScore }: AttemptFact): number {
	return (score ?? 0) / (maxScore || 1);
}

function namesOf(version: CourseVersion, quiz: string, locale: Locale) {
	const { title, locale: quizLocale } = summariseQuiz(version, quiz, locale);
	return {
		course: version.manifest.course,
		courseTitle: summariseCourse(version, locale).title,
		quiz,
		quizTitle: title,
		quizLocale,
	};
}
