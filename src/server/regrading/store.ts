/** Regrades, and the attempts that each is about. */
import { and, desc, eq, ne } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import type { Query } from '../db/query.ts';
import { regrade, regradeChange } from '../db/tables/index.ts';

export type RegradeRow = typeof regrade.$inferSelect;
export type ChangeRow = typeof regradeChange.$inferSelect;

export async function selectOptionalRegrade(db: Sql, id: string): Promise<RegradeRow | null> {
	const [row] = await db.select().from(regrade).where(eq(regrade.id, id));
	return row ?? null;
}

/** Newest first. */
export function selectRegrades(db: Sql, course: string): Promise<RegradeRow[]> {
	return db.select().from(regrade).where(eq(regrade.courseId, course)).orderBy(desc(regrade.askedAt));
}

/** The one of a question that is not applied; null: none. */
export async function selectOptionalOpen(
	db: Sql,
	{ courseId, questionId }: Pick<RegradeRow, 'courseId' | 'questionId'>,
): Promise<RegradeRow | null> {
	const [row] = await db
		.select()
		.from(regrade)
		.where(
			and(eq(regrade.courseId, courseId), eq(regrade.questionId, questionId), ne(regrade.state, 'applied')),
		);
	return row ?? null;
}

/** False where another one of the question is open. */
export async function insertRegrade(db: Sql, row: RegradeRow): Promise<boolean> {
	const rows = await db.insert(regrade).values(row).onConflictDoNothing().returning({ id: regrade.id });
	return rows.length === 1;
}

/** Takes a state on from one to the next, once; false where it is in another. */
export async function updateState(
	db: Sql,
	{ id }: Pick<RegradeRow, 'id'>,
	from: RegradeRow['state'],
	to: Partial<RegradeRow> & Pick<RegradeRow, 'state'>,
): Promise<boolean> {
	const rows = await db
		.update(regrade)
		.set(to)
		.where(and(eq(regrade.id, id), eq(regrade.state, from)))
		.returning({ id: regrade.id });
	return rows.length === 1;
}

export async function deleteRegrade(db: Sql, id: string): Promise<void> {
	await db.delete(regradeChange).where(eq(regradeChange.regradeId, id));
	await db.delete(regrade).where(eq(regrade.id, id));
}

/** Those with something to do: open ones, and applied ones with attempts that have been handed in since. */
const atWork = `
	select id::text as id from regrade r
	where state in ('previewing', 'applying') or (state = 'applied' and exists (
		select from regrade_change c join attempt a on a.learner_id = c.learner_id and a.id = c.attempt_id
		where c.regrade_id = r.id and c.state <> 'done' and a.submitted_at is not null))
	order by asked_at`;

export async function selectAtWork(query: Query): Promise<string[]> {
	return (await query<{ id: string }>(atWork, [])).map(({ id }) => id);
}

/**
 * Lists attempts that were graded by one of these keys last, or by any, as far as they are not listed. What an attempt
 * calls the question is one of the names that it has had.
 */
const list = `
	insert into regrade_change (learner_id, attempt_id, regrade_id, question_id)
	select a.learner_id, a.id, $1::uuid, n.name
	from attempt a
	cross join jsonb_array_elements_text($3::text::jsonb) as n (name)
	where a.course_id = $2 and a.submitted_at is not null and a.questions ? n.name and ($4::text is null or exists (
		select from (select key_hash from grading g
			where g.learner_id = a.learner_id and g.attempt_id = a.id and g.question_id = n.name
			order by number desc limit 1) g
		where g.key_hash in (select jsonb_array_elements_text($4::text::jsonb))))
	on conflict do nothing`;

export async function listSubmitted(
	query: Query,
	{ id, courseId, keys }: RegradeRow,
	names: readonly string[],
): Promise<void> {
	await query(list, [id, courseId, JSON.stringify(names), keys && JSON.stringify(keys)]);
}

export interface OpenAttempt {
	learner: string;
	id: string;
	version: string;
	question: string;
}

const open = `
	select a.learner_id::text as learner, a.id::text as id, a.version, n.name as question
	from attempt a cross join jsonb_array_elements_text($2::text::jsonb) as n (name)
	where a.course_id = $1 and a.submitted_at is null and a.questions ? n.name`;

/** Attempts under way that ask the question. */
export function selectOpen(query: Query, course: string, names: readonly string[]): Promise<OpenAttempt[]> {
	return query<OpenAttempt>(open, [course, JSON.stringify(names)]);
}

export async function listOpen(db: Sql, regradeId: string, attempts: readonly OpenAttempt[]): Promise<void> {
	if (attempts.length === 0) return;
	await db
		.insert(regradeChange)
		.values(
			attempts.map(({ learner, id, question }) => ({
				learnerId: learner,
				attemptId: id,
				regradeId,
				questionId: question,
			})),
		)
		.onConflictDoNothing();
}

/** Tells the database how many there are: a plan for few would look at all of them again for each batch. */
export async function countListed(query: Query): Promise<void> {
	await query('analyze regrade_change', []);
}

export interface Counts {
	/** Attempts that it is about, and those of them that are still under way. */
	attempts: number;
	open: number;
	/** Looked at, or graded, by now. */
	previewed: number;
	done: number;
	gain: number;
	lose: number;
	passGained: number;
	passLost: number;
	completes: number;
	falls: number;
	unreadable: number;
	person: number;
	erased: number;
	undecided: number;
}

/** Points of the question: whoever had some of one that is dropped has fewer. */
const counts = `
	select count(*)::int as attempts,
		count(*) filter (where a.id is not null and a.submitted_at is null)::int as open,
		count(*) filter (where c.state <> 'listed')::int as previewed,
		count(*) filter (where c.state in ('graded', 'done'))::int as done,
		count(*) filter (where c.score > c.score_before)::int as gain,
		count(*) filter (where c.score < c.score_before)::int as lose,
		count(*) filter (where c.passed and not c.passed_before)::int as "passGained",
		count(*) filter (where c.passed_before and not c.passed)::int as "passLost",
		count(*) filter (where c.passed and not c.passed_before and c.cycle is not null)::int as completes,
		count(*) filter (where c.passed_before and not c.passed and c.cycle is not null)::int as falls,
		count(*) filter (where c.left_because = 'unreadable')::int as unreadable,
		count(*) filter (where c.left_because = 'person')::int as person,
		count(*) filter (where c.left_because = 'erased')::int as erased,
		count(*) filter (where c.decision = 'open')::int as undecided
	from regrade_change c left join attempt a on a.learner_id = c.learner_id and a.id = c.attempt_id
	where c.regrade_id = $1::uuid and (a.id is not null or c.decision is not null)`;

export async function selectCounts(query: Query, id: string): Promise<Counts> {
	const [row] = await query<Counts>(counts, [id]);
	return row!;
}

export interface ListedChange {
	learner: string;
	attempt: string;
	/** Null, as is the name: its learner was erased. */
	quiz: string | null;
	number: number | null;
	name: string | null;
	username: string | null;
	scoreBefore: number;
	score: number;
	maxScoreBefore: number;
	maxScore: number;
	passedBefore: boolean;
	passed: boolean;
	cycle: number | null;
	/** Of the cycle, in force. */
	serial: string | null;
	decision: ChangeRow['decision'];
}

/** Who gains or loses, what weighs most first. */
const changes = `
	select c.learner_id::text as learner, c.attempt_id::text as attempt, a.quiz_id as quiz, a.number,
		p.display_name as name, l.shown as username, c.score_before as "scoreBefore", c.score,
		c.max_score_before as "maxScoreBefore", c.max_score as "maxScore", c.passed_before as "passedBefore", c.passed,
		c.cycle, c.decision, x.serial
	from regrade_change c
	join regrade r on r.id = c.regrade_id
	left join attempt a on a.learner_id = c.learner_id and a.id = c.attempt_id
	left join person p on p.learner_id = c.learner_id
	left join login l on l.learner_id = c.learner_id and l.kind = 'password'
	left join certificate x on x.learner_id = c.learner_id and x.course_id = r.course_id and x.cycle = c.cycle
		and x.superseded_by is null and x.revoked_at is null
	where c.regrade_id = $1::uuid and (a.id is not null or c.decision is not null) and (c.score <> c.score_before or c.max_score <> c.max_score_before)
	order by c.decision = 'open' desc nulls last, (c.passed is distinct from c.passed_before) desc,
		(c.cycle is not null) desc, c.passed_before desc, c.score - c.score_before, c.learner_id, c.attempt_id
	limit $2::int`;

export function selectChanges(query: Query, id: string, most: number): Promise<ListedChange[]> {
	return query<ListedChange>(changes, [id, most]);
}
