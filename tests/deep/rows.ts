/** Counts rows, once the server has stopped: nothing may be there twice, and nothing that no device has sent. */
import { sql, type SQL } from 'drizzle-orm';
import type { Database, Db } from '#server/db/connect.ts';
import { rowsOf } from '#server/db/rows.ts';
import type { AttemptLog, Ledger } from './ledger.ts';
import type { Found } from './verify.ts';

export async function countRows({ db }: Database, ledgers: Ledger[]): Promise<Found> {
	const sent = (count: (ledger: Ledger) => number) => ledgers.reduce((sum, ledger) => sum + count(ledger), 0);
	const found: Found = { lost: [], doubled: [] };
	const compare = async (name: string, rows: SQL, acknowledged: number, all = acknowledged) => {
		const counted = await count(db, rows);
		if (counted > all) found.doubled.push(`${counted} ${name} where ${all} were sent`);
		if (counted < acknowledged) found.lost.push(`${counted} ${name} where ${acknowledged} were acknowledged`);
	};
	await compare(
		'attempts',
		sql`attempt`,
		sent((ledger) => ledger.attempts.length),
	);
	await compare(
		'events',
		sql`learning_event`,
		sent((ledger) => ledger.events.length),
	);
	await compare(
		'checks',
		sql`check_response`,
		sent((ledger) => ledger.checks.length),
	);
	await compare(
		'answers',
		sql`response`,
		sent((ledger) => answers(ledger, 'acknowledged')),
		sent((ledger) => answers(ledger, 'sent')),
	);
	for (const [name, rows] of Object.entries(neverThere)) {
		const counted = await count(db, rows);
		if (counted > 0) found.doubled.push(`${counted} ${name}`);
	}
	return found;
}

const neverThere = {
	'quizzes whose attempts are not numbered 1, 2, 3': sql`(
		select 1 from attempt group by learner_id, course_id, quiz_id having count(*) <> max(number)
	) as found`,
	'quizzes with two open attempts': sql`(
		select 1 from attempt where submitted_at is null group by learner_id, course_id, quiz_id having count(*) > 1
	) as found`,
	'questions graded twice': sql`(
		select 1 from grading group by learner_id, attempt_id, question_id having count(*) > 1
	) as found`,
	'attempts whose gradings are not one a question once submitted, and none before': sql`(
		select 1 from attempt
		where (
			select count(*) from grading
			where grading.learner_id = attempt.learner_id and attempt_id = attempt.id
		) <> case when submitted_at is null then 0 else jsonb_array_length(questions) end
	) as found`,
};

/** Questions with an answer of their own, or one that came with the submission. */
function answers(ledger: Ledger, which: 'acknowledged' | 'sent'): number {
	const ofAttempt = (log: AttemptLog) =>
		new Set([...log[which].keys(), ...Object.keys(log.final ?? {})]).size;
	return ledger.attempts.reduce((sum, log) => sum + ofAttempt(log), 0);
}

async function count(db: Db, rows: SQL): Promise<number> {
	const [row] = rowsOf<{ n: number }>(await db.execute(sql`select count(*)::int as n from ${rows}`));
	return row!.n;
}
