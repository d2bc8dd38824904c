/** Looks at the attempts of a regrade, or grades them again, a batch at a time, so that nobody waits for it. */
import { attemptResult } from '#domain/attempts.ts';
import { cycleFallenBy, regraded } from '#domain/regrade.ts';
import { currentId, namesOf } from '#domain/renames.ts';
import { pointsOf, writtenCorrect } from '../attempts/grading.ts';
import { entryOf, quizOf } from '../attempts/quiz.ts';
import type { CourseVersion } from '../courses/catalog.ts';
import { within } from '../db/query.ts';
import type { Deps } from '../deps.ts';
import { selectStanding, type Standing } from '../learning/facts-store.ts';
import { earnedIn, settleCourse } from '../learning/settle.ts';
import { correctedIn } from '../attempts/corrected.ts';
import {
	countListed,
	listOpen,
	listSubmitted,
	selectAtWork,
	selectOpen,
	selectOptionalRegrade,
	updateState,
	type RegradeRow,
} from './store.ts';
import {
	insertRegraded,
	selectBatch,
	selectToWeigh,
	start,
	updatePreviewed,
	updateWeighed,
	type ListedAttempt,
	type PassChange,
	type Regraded,
} from './work-store.ts';

export interface Needed extends Pick<Deps, 'catalog' | 'now'> {
	database: Pick<Deps['database'], 'db' | 'query'>;
}

/** Small enough that nobody waits for a round of it, in the process of the embedded database too. */
const aRound = 100;
/** Attempts that somebody answers all the while make a batch begin again; more rounds mean that something is wrong. */
const rounds = 20;

/** Goes on with all that has something to do: the job of each minute. */
export async function workOnRegrades(deps: Needed): Promise<void> {
	for (const id of await selectAtWork(deps.database.query)) await workOn(deps, id);
}

/**
 * Goes on with a regrade, at most so many attempts; may be done again at any time, by several processes at once.
 * Attempts that are under way wait until they are handed in.
 */
export async function workOn(deps: Needed, id: string, most = Infinity): Promise<void> {
	const { db } = deps.database;
	const regrade = await selectOptionalRegrade(db, id);
	if (!regrade || regrade.state === 'previewed') return;
	const isPreview = regrade.state === 'previewing';
	if (regrade.state !== 'applied') await listAll(deps, regrade);
	if (!(await gradeAll(deps, regrade, most))) return;
	await weighAll(deps, regrade);
	if (isPreview) await updateState(db, regrade, 'previewing', { state: 'previewed' });
	else await updateState(db, regrade, 'applying', { state: 'applied' });
}

/** What was handed in since it was listed last is listed too. */
async function listAll({ catalog, database }: Needed, regrade: RegradeRow): Promise<void> {
	const { courseId, questionId, keys } = regrade;
	const version = await catalog.lastVersion(courseId);
	if (!version) return;
	const { formerly, questions } = version.manifest;
	const names = namesOf(currentId(questionId, formerly, questions) ?? questionId, formerly, questions);
	await listSubmitted(database.query, regrade, names);
	const open = await selectOpen(database.query, courseId, names);
	const keyed = await Promise.all(
		open.map(async (one) => {
			const asked = await catalog.version(courseId, one.version);
			return { one, key: asked?.manifest.questions[one.question]?.key };
		}),
	);
	const meant = keyed.filter(({ key }) => keys === null || (key !== undefined && keys.includes(key)));
	await listOpen(
		database.db,
		regrade.id,
		meant.map(({ one }) => one),
	);
	await countListed(database.query);
}

/** Whether none is left but those under way. */
async function gradeAll(deps: Needed, regrade: RegradeRow, most: number): Promise<boolean> {
	const { query } = deps.database;
	const isPreview = regrade.state === 'previewing';
	const states = isPreview ? (['listed'] as const) : (['listed', 'previewed'] as const);
	let again = 0;
	for (let after = start, done = 0; done < most;) {
		const { attempts, end } = await selectBatch(query, regrade.id, states, after, aRound);
		const all = await Promise.all(attempts.map((attempt) => regradedAttempt(deps, regrade, attempt)));
		if (isPreview) await updatePreviewed(query, regrade.id, all);
		else if (all.length > 0) {
			const written = await insertRegraded(query, regrade.id, all, {
				actor: regrade.appliedBy!,
				reason: regrade.way,
				at: deps.now(),
				subject: `${regrade.courseId}/`,
			});
			if (written < all.length && (again += 1) < rounds) continue;
			again = 0;
		}
		done += attempts.length;
		if (!end) return true;
		after = end;
	}
	return false;
}

async function regradedAttempt(
	{ catalog }: Needed,
	regrade: RegradeRow,
	attempt: ListedAttempt,
): Promise<Regraded> {
	const { learner, attempt: id, question, state, gradings } = attempt;
	const latest = gradings.find(({ questionId }) => questionId === question)!;
	const before = pointsOf(latest);
	const after = leftBecause(attempt, latest) ?? (await pointsAfter({ catalog }, regrade, attempt, latest));
	const isLeft = typeof after === 'string';
	const points = isLeft ? before : after;
	const asked = await quizOf(catalog, {
		id,
		courseId: regrade.courseId,
		quizId: attempt.quiz,
		version: attempt.version,
	});
	const all = gradings.map((one) => ({
		...(one === latest ? points : pointsOf(one)),
		skill: entryOf(asked, one.questionId).skill,
	}));
	return {
		learner,
		attempt: id,
		question,
		state,
		left: isLeft ? after : null,
		number: latest.number + 1,
		keyHash: regrade.way === 'new-key' ? regrade.keyHash : latest.keyHash,
		scoreBefore: before.score,
		score: points.score,
		maxScoreBefore: before.maxScore,
		maxScore: points.maxScore,
		correct: writtenCorrect(points.correct),
		passedBefore: attempt.passed,
		result: isLeft
			? { score: 0, maxScore: 0, passed: attempt.passed, waiting: 0 }
			: attemptResult(all, { total: attempt.pass, each: attempt.policy.passEach }),
	};
}

type Latest = ListedAttempt['gradings'][number];

function leftBecause({ isErased }: ListedAttempt, { reason, correct }: Latest): 'erased' | 'person' | null {
	if (isErased) return 'erased';
	return reason === 'person' || correct === null ? 'person' : null;
}

async function pointsAfter(
	{ catalog }: Pick<Needed, 'catalog'>,
	regrade: RegradeRow,
	{ answer, locale }: ListedAttempt,
	latest: Latest,
) {
	const keyed = await correctedIn(catalog, regrade, locale);
	const again = { question: keyed.asked, key: keyed.key, answer, locale };
	return regraded(regrade.way, pointsOf(latest), latest.promised, again) ?? 'unreadable';
}

/** What may rest on a learner's attempts whose pass changes. */
interface Weighed {
	course: CourseVersion;
	learner: string;
	changes: PassChange[];
}

/** What becomes of completions by passes that were gained or lost, learner by learner. */
async function weighAll(deps: Needed, regrade: RegradeRow): Promise<void> {
	const { query } = deps.database;
	const course = await deps.catalog.lastVersion(regrade.courseId);
	if (!course) return;
	const isPreview = regrade.state === 'previewing';
	for (let after = start.learner; ;) {
		const state = isPreview ? 'previewed' : 'graded';
		const found = await selectToWeigh(query, regrade.id, state, after, aRound);
		for (const { learner, changes } of found)
			await (isPreview ? weighPreviewed : weigh)(deps, regrade, { course, learner, changes });
		if (found.length < aRound) return;
		after = found.at(-1)!.learner;
	}
}

async function weigh({ database, now }: Needed, { id, courseId }: RegradeRow, of: Weighed): Promise<void> {
	const { course, learner, changes } = of;
	const at = now();
	await database.db.transaction(async (tx) => {
		const standing = changes.some(({ passed }) => passed)
			? await settleCourse(tx, course, learner, at)
			: await selectStanding(within(tx), learner, courseId);
		await updateWeighed(within(tx), id, learner, cyclesOf(of, standing, at));
	});
}

/** As it would be, were all of these graded so. */
async function weighPreviewed({ database, now }: Needed, { id, courseId }: RegradeRow, of: Weighed) {
	const { query } = database;
	const standing = await selectStanding(query, of.learner, courseId);
	const passed = new Map(of.changes.map((change) => [change.attempt, change.passed]));
	const attempts = standing.facts.attempts.map((attempt) => ({
		...attempt,
		passed: passed.get(attempt.id) ?? attempt.passed,
	}));
	const then = { ...standing, facts: { ...standing.facts, attempts } };
	await updateWeighed(query, id, of.learner, cyclesOf(of, then, now()));
}

/** Of each change: the cycle that it completes, or that rested on a pass that is gone. */
function cyclesOf({ course, changes }: Weighed, standing: Standing, at: Date) {
	const earned = earnedIn(course, standing, at)?.cycle ?? null;
	const { attempts } = standing.facts;
	const about = { attempts, completions: standing.completions };
	return changes.map(({ attempt, quiz, submittedAt, passed }) => {
		const lost = { quizId: quiz, submittedAt: new Date(submittedAt) };
		const cycle = passed ? earned : cycleFallenBy(course.manifest, lost, about, course.timeZone);
		return { attempt, cycle };
	});
}
