/** Fills a database with attempts that other learners have handed in, each with its responses and gradings. */
import postgres from 'postgres';
import type { Subject } from './learners.ts';

/** Attempts that one learner has made. */
const each = 10;
/** Tables that grow by a row a question: their keys are taken off and built again, which is many times faster. */
const byQuestion = ['response', 'grading'];

/** @returns how many rows each table holds afterwards. */
export async function fill(url: string, amount: number, subject: Subject): Promise<Record<string, number>> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	const { course, quiz } = subject;
	const questions = JSON.stringify(Object.keys(subject.answers));
	try {
		await sql`set statement_timeout = 0`;
		await sql`set maintenance_work_mem = '256MB'`;
		await sql`
			insert into person (learner_id, locale, place)
			select gen_random_uuid(), 'vi', 'filled' from generate_series(1, ${Math.ceil(amount / each)}::int)`;
		await sql`
			insert into attempt (learner_id, id, course_id, quiz_id, version, number, seed, questions, first_exposures,
				pass, policy, started_at, submitted_at, score, max_score, passed, locale)
			select p.learner_id, gen_random_uuid(), ${course}, ${quiz}, v.version, n, 'seed', ${questions}::text::jsonb,
				'[]', 0.6, '{"attempts": null, "minutes": null, "review": "full"}', now() - interval '1 day',
				now() - interval '1 hour', 3, 6, false, 'vi'
			from (select learner_id from person where place = 'filled' order by learner_id) p
			cross join generate_series(1, ${each}::int) n
			cross join (select version from course_active where course_id = ${course}) v`;
		const keys = await sql<{ table: string; name: string; key: string }[]>`
			select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as key
			from pg_constraint where contype = 'p' and conrelid::regclass::text = any(${byQuestion})`;
		for (const { table, name } of keys) await sql.unsafe(`alter table ${table} drop constraint "${name}"`);
		await sql`
			insert into response (learner_id, attempt_id, question_id, key_hash, answer, revision, first_exposure,
				first_saved_at, saved_at, locale)
			select a.learner_id, a.id, q, repeat('0', 64), '{"answer": "b"}', 1, false, a.started_at, a.started_at, 'vi'
			from attempt a cross join jsonb_array_elements_text(a.questions) q where a.seed = 'seed'`;
		await sql`
			insert into grading (learner_id, attempt_id, question_id, number, key_hash, score, max_score, correct, graded_at)
			select a.learner_id, a.id, q, 1, repeat('0', 64), 0.5, 1, 'partially', a.submitted_at
			from attempt a cross join jsonb_array_elements_text(a.questions) q where a.seed = 'seed'`;
		for (const { table, name, key } of keys)
			await sql.unsafe(`alter table ${table} add constraint "${name}" ${key}`);
		await sql`analyze`;
		const counts: Record<string, number> = {};
		for (const table of ['attempt', ...byQuestion])
			counts[table] = (await sql.unsafe(`select count(*)::int as n from ${table}`))[0]!.n as number;
		return counts;
	} finally {
		await sql.end();
	}
}

/** CPU milliseconds of the processes that serve a database, where it runs on this machine. */
export async function databaseCpu(url: string, cpuOf: (pid: number) => number | null): Promise<number> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		const rows = await sql<{ pid: number }[]>`
			select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
		return rows.reduce((sum, { pid }) => sum + (cpuOf(pid) ?? 0), 0);
	} finally {
		await sql.end();
	}
}
