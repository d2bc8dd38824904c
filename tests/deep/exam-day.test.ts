/** Two thousand people sit the same quiz within minutes: nobody is refused, no answer is lost, saving is quick. */
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe as group, expect, it } from 'vitest';
import { hashPassword } from '#server/accounts/passwords.ts';
import { insertLogin } from '#server/accounts/username-store.ts';
import { person } from '#server/db/tables/index.ts';
import { describe, password, quantile, runExamDay, usernameOf, type Plan, type Sitting } from './exam-day.ts';
import { bringBuildUpToDate } from './kill.ts';
import { ServerProcess } from './server-process.ts';
import { makeTarget, postgresAnswers, type DatabaseKind, type Target } from './target.ts';

const minute = 60_000;
/** They come within two minutes, and answer for two more. */
const plan: Plan = { people: 2000, arriveWithin: 2 * minute, pause: 12_000 };
const kinds: DatabaseKind[] = (await postgresAnswers()) ? ['postgres', 'pglite'] : ['pglite'];

group.each(kinds)(`${plan.people} people on %s`, (kind) => {
	let target: Target;
	let server: ServerProcess;
	let courses: string;
	beforeAll(async () => {
		bringBuildUpToDate();
		target = await makeTarget(kind);
		courses = mkdtempSync(path.join(tmpdir(), 'cung-hoc-exam-day-'));
		cpSync('tests/bench/courses', courses, { recursive: true });
		await makeAccounts(target, plan.people);
		const env = { ...target.env, COURSES_DIR: courses, LOG_LEVEL: 'error' };
		server = await ServerProcess.at({ args: ['build/server-app/main.js'], env });
		await server.start();
	}, 5 * minute);
	afterAll(async () => {
		await server.kill();
		await target.drop();
		rmSync(courses, { recursive: true, force: true });
	});

	it('sign in, start, save and hand in', { timeout: 20 * minute }, async () => {
		const day = await runExamDay(server.origin, plan);
		console.log(`${kind}: ${describe(day)}`);
		expect(day.refused).toEqual([]);
		expect(day.sittings).toHaveLength(plan.people);
		await server.stop();
		expect(await lostOf(target, day.sittings)).toEqual([]);
		expect(quantile(day.times.save, 0.99)).toBeLessThan(1000);
	});
});

/** All with one password, hashed as the server does it. */
async function makeAccounts(target: Target, amount: number) {
	const database = await target.open();
	const secret = await hashPassword(password, { block: 'test' });
	const learners = Array.from({ length: amount }, (_, n) => ({ id: randomUUID(), username: usernameOf(n) }));
	await database.db.insert(person).values(learners.map(({ id }) => ({ id, locale: 'vi' as const })));
	for (const { id, username } of learners)
		await insertLogin(database.db, { username, learnerId: id, secret });
	await database.close();
}

/** What the database holds otherwise than it was acknowledged: answers, and the score that was told. */
async function lostOf(target: Target, sittings: readonly Sitting[]): Promise<string[]> {
	const database = await target.open();
	const answers = await database.query<{ attempt: string; question: string; answer: unknown }>(
		`select attempt_id as attempt, question_id as question, answer -> 'answer' as answer from response`,
		[],
	);
	const scores = await database.query<{ id: string; score: number }>(
		`select id, score::float8 as score from attempt where submitted_at is not null`,
		[],
	);
	await database.close();
	const held = new Map(answers.map(({ attempt, question, answer }) => [`${attempt} ${question}`, answer]));
	const scored = new Map(scores.map(({ id, score }) => [id, score]));
	return sittings.flatMap(({ username, attempt, saved, result }) => [
		...Object.entries(saved)
			.filter(
				([question, answer]) => JSON.stringify(held.get(`${attempt} ${question}`)) !== JSON.stringify(answer),
			)
			.map(([question]) => `${username}: the answer to ${question}`),
		...(scored.get(attempt) === result.score ? [] : [`${username}: the score ${result.score}`]),
	]);
}
