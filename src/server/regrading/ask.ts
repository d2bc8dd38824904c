import { v7 as uuidv7 } from 'uuid';
import { may } from '#domain/access.ts';
import { isUuid } from '#schemas/names.ts';
import type { Locale } from '#schemas/common.ts';
import type { Regrade, RegradeList, RegradeRequest } from '#schemas/regrade.ts';
import type { Principal } from '../app-types.ts';
import { keyedQuestions } from '../attempts/quiz.ts';
import type { CourseVersion } from '../courses/catalog.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { describeRegrade, summariseRegrade } from './describe.ts';
import { selectOlderKeys } from './keys-store.ts';
import { quizAsking } from '../attempts/corrected.ts';
import {
	deleteRegrade,
	insertRegrade,
	selectOptionalOpen,
	selectOptionalRegrade,
	selectRegrades,
	updateState,
	type RegradeRow,
} from './store.ts';
import { workOn, type Needed } from './work.ts';

/** Whoever asks: a person, or an operator at the command line. */
export type Asker = Pick<Principal, 'actor' | 'grants'>;

/** Attempts that are looked at while somebody waits; the minute's job goes on with the others. */
const mostAtOnce = 500;

/** Asks what a regrade would change. One of the same question that was looked at and not applied goes. */
export async function askRegrade(
	deps: Needed,
	who: Asker,
	asked: { course: string; request: RegradeRequest; locale: Locale },
	most = mostAtOnce,
): Promise<Regrade | Failure> {
	const course = await courseFor(deps, who, asked.course);
	if (isFailure(course)) return course;
	const row = await newRegrade(deps, who, course, asked.request);
	if (isFailure(row)) return row;
	const { db } = deps.database;
	const open = await selectOptionalOpen(db, row);
	if (open?.state === 'applying') return fail('regrade-busy');
	if (open) await deleteRegrade(db, open.id);
	if (!(await insertRegrade(db, row))) return fail('regrade-busy');
	await workOn(deps, row.id, most);
	return describeFound(deps, row.id, asked.locale);
}

async function newRegrade(
	{ catalog, database, now }: Needed,
	{ actor }: Asker,
	course: CourseVersion,
	{ question, way, scope, reason }: RegradeRequest,
): Promise<RegradeRow | Failure> {
	const quiz = quizAsking(course, question);
	if (!quiz) return fail('question-gone', { path: '/question' });
	const keyed = (await keyedQuestions(catalog, quiz, course.manifest.sourceLocale)).get(question)!;
	if ('rubric' in keyed.key) return fail('question-by-person', { path: '/question' });
	const older = await selectOlderKeys(database.query, course, question);
	const meant = scope ?? (older.length > 0 ? 'older' : 'all');
	if (older.length === 0 && (way === 'new-key' || meant === 'older')) return fail('key-unchanged');
	return {
		id: uuidv7(),
		courseId: course.manifest.course,
		questionId: question,
		way,
		scope: meant,
		keys: meant === 'older' ? older : null,
		version: course.version,
		keyHash: keyed.keyHash,
		reason: reason.normalize('NFC').trim(),
		askedBy: actor,
		askedAt: now(),
		state: 'previewing',
		appliedBy: null,
		appliedAt: null,
	};
}

export async function listRegrades(
	deps: Needed,
	who: Asker,
	asked: { course: string; locale: Locale },
): Promise<RegradeList | Failure> {
	const course = await courseFor(deps, who, asked.course);
	if (isFailure(course)) return course;
	const rows = await selectRegrades(deps.database.db, asked.course);
	return { regrades: await Promise.all(rows.map((row) => summariseRegrade(deps, row, asked.locale))) };
}

export async function readRegrade(
	deps: Needed,
	who: Asker,
	id: string,
	locale: Locale,
): Promise<Regrade | Failure> {
	const found = await regradeFor(deps, who, id);
	return isFailure(found) ? found : describeRegrade(deps, found, locale);
}

/** Changes the points, once; the job goes on where there are many. Each attempt that changes is audited. */
export async function applyRegrade(
	deps: Needed,
	who: Asker,
	id: string,
	locale: Locale,
	most = mostAtOnce,
): Promise<Regrade | Failure> {
	const found = await regradeFor(deps, who, id);
	if (isFailure(found)) return found;
	if (found.state === 'previewing') return fail('regrade-unready');
	const applying = { state: 'applying', appliedBy: who.actor, appliedAt: deps.now() } as const;
	const isFirst = await updateState(deps.database.db, found, 'previewed', applying);
	if (isFirst) await workOn(deps, id, most);
	return describeFound(deps, id, locale);
}

export async function discardRegrade(deps: Needed, who: Principal, id: string): Promise<Failure | null> {
	const found = await regradeFor(deps, who, id);
	if (isFailure(found)) return found;
	if (found.state === 'applying' || found.state === 'applied') return fail('regrade-busy');
	await deleteRegrade(deps.database.db, found.id);
	return null;
}

async function describeFound(deps: Needed, id: string, locale: Locale): Promise<Regrade | Failure> {
	const row = await selectOptionalRegrade(deps.database.db, id);
	return row ? describeRegrade(deps, row, locale) : fail('regrade-unknown');
}

/** A regrade that this person may look at and decide on. */
export async function regradeFor(
	{ database, now }: Needed,
	{ grants }: Asker,
	id: string,
): Promise<RegradeRow | Failure> {
	const found = isUuid(id) ? await selectOptionalRegrade(database.db, id.toLowerCase()) : null;
	if (!found) return fail('regrade-unknown');
	const mayIt = may(grants, 'attempt.regrade', { course: found.courseId }, now().getTime());
	return mayIt ? found : fail('not-allowed');
}

async function courseFor(
	{ catalog, now }: Needed,
	{ grants }: Asker,
	course: string,
): Promise<CourseVersion | Failure> {
	if (!may(grants, 'attempt.regrade', { course }, now().getTime())) return fail('not-allowed');
	return (await catalog.lastVersion(course)) ?? fail('course-unknown');
}
