/** A hundred thousand attempts are graded again, and others go on saving meanwhile. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe as group, expect, it } from 'vitest';
import { defaultTimeZone } from '#schemas/names.ts';
import type { Regrade } from '#schemas/regrade.ts';
import { Catalog } from '#server/courses/catalog.ts';
import { publish } from '#server/courses/publish.ts';
import type { Database } from '#server/db/connect.ts';
import { isFailure, type Failure } from '#server/failure.ts';
import { applyRegrade, askRegrade, type Asker } from '#server/regrading/ask.ts';
import { makeTarget, postgresAnswers, type Target } from './target.ts';

const attempts = 100_000;
const course = 'thu-nghiem';
const file = `${course}/vi/03-giua-khoa.quiz.md`;
const now = () => new Date();
const admin: Asker = {
	actor: '00000000-0000-4000-8000-000000000000',
	grants: [{ role: 'admin', scope: null, from: 0, until: null }],
};
const kinds = (await postgresAnswers()) ? (['postgres', 'pglite'] as const) : (['pglite'] as const);

group.each(kinds)(`${attempts} attempts on %s`, (kind) => {
	let target: Target;
	let database: Database;
	let catalog: Catalog;
	let folder: string;
	beforeAll(async () => {
		folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-regrade-'));
		cpSync('tests/fixtures/courses', folder, { recursive: true });
		target = await makeTarget(kind);
		database = await target.open();
		catalog = new Catalog(database.db, defaultTimeZone);
		await publishFolder();
		await fill();
		const text = readFileSync(path.join(folder, file), 'utf8');
		const corrected = text.replace(/- \[ \](.*\{#c\})/, '- [x]$1').replace(/- \[x\](.*\{#b\})/, '- [ ]$1');
		writeFileSync(path.join(folder, file), corrected);
		await publishFolder();
	}, 900_000);
	afterAll(async () => {
		await database.close();
		await target.drop();
		rmSync(folder, { recursive: true, force: true });
	});

	async function publishFolder() {
		await publish(database.db, { folder, by: 'test', now: now() });
		await catalog.refresh();
	}

	/** Half of them chose what was called right by mistake, a quarter what is right, the others something else. */
	async function fill() {
		const version = (await catalog.version(course))!;
		const questions = version.manifest.quizzes['giua-khoa']!.questions;
		const keys = questions.map((id) => `('${id}', '${version.manifest.questions[id]!.key}')`).join(', ');
		const learner = (n: string) => `('00000000-0000-4000-9000-' || lpad(${n}::text, 12, '0'))::uuid`;
		const id = (n: string) => `('00000000-0000-4000-a000-' || lpad(${n}::text, 12, '0'))::uuid`;
		const chosen = `case when n % 4 < 2 then 'b' when n % 4 = 2 then 'c' else 'a' end`;
		const isRight = `(q.id <> 'mk' or n % 4 < 2)`;
		await database.db.execute(
			sql.raw(`insert into attempt (learner_id, id, course_id, quiz_id, version, number, seed, questions,
				first_exposures, pass, policy, started_at, submitted_at, score, max_score, passed, locale)
			select ${learner('n')}, ${id('n')}, '${course}', 'giua-khoa', '${version.version}', 1, 's',
				'${JSON.stringify(questions)}', '[]', 0.9, '{}', now(), now(), case when n % 4 < 2 then 5 else 4 end, 5,
				n % 4 < 2, 'vi'
			from generate_series(1, ${attempts}) n`),
		);
		await database.db.execute(
			sql.raw(`insert into grading (learner_id, attempt_id, question_id, number, key_hash, score, max_score, correct,
				graded_at)
			select ${learner('n')}, ${id('n')}, q.id, 1, q.key, case when ${isRight} then 1 else 0 end, 1,
				case when ${isRight} then 'true' else 'false' end, now()
			from generate_series(1, ${attempts}) n, (values ${keys}) q (id, key)`),
		);
		await database.db.execute(
			sql.raw(`insert into response (learner_id, attempt_id, question_id, key_hash, answer, revision, first_exposure,
				first_saved_at, saved_at, locale)
			select ${learner('n')}, ${id('n')}, 'mk', '', jsonb_build_object('answer', ${chosen}), 1, true, now(), now(), 'vi'
			from generate_series(1, ${attempts}) n`),
		);
		await database.db.execute(sql.raw('analyze'));
	}

	/** Runs something, and asks the database for little all the while: what the longest wait was. */
	async function beside(work: () => Promise<Regrade | Failure>) {
		let isDone = false;
		let longest = 0;
		const asking = (async () => {
			while (!isDone) {
				const begun = performance.now();
				await database.query('select 1 as n', []);
				longest = Math.max(longest, performance.now() - begun);
				await setTimeout(20);
			}
		})();
		const begun = performance.now();
		const made = await work();
		const seconds = (performance.now() - begun) / 1000;
		isDone = true;
		await asking;
		if (isFailure(made)) throw new Error(made.failure);
		return { made, seconds, longest };
	}

	it('are looked at and graded again, each once', { timeout: 1_800_000 }, async () => {
		const deps = { catalog, database, now };
		const request = { question: 'mk', way: 'new-key', reason: 'Đáp án ghi nhầm.' } as const;
		const seen = await beside(() => askRegrade(deps, admin, { course, request, locale: 'vi' }, Infinity));
		console.log(
			`${kind}: looked at in ${Math.round(seen.seconds)} s, others waited ${Math.round(seen.longest)} ms at most.`,
		);
		const quarter = attempts / 4;
		const expected = {
			attempts,
			gain: quarter,
			lose: 2 * quarter,
			passGained: quarter,
			passLost: 2 * quarter,
		};
		expect(seen.made.counts).toMatchObject(expected);
		const done = await beside(() => applyRegrade(deps, admin, seen.made.id, 'vi', Infinity));
		console.log(
			`${kind}: graded again in ${Math.round(done.seconds)} s, others waited ${Math.round(done.longest)} ms at most.`,
		);
		expect(done.made).toMatchObject({ state: 'applied', counts: { ...expected, done: attempts } });
		const [sums] = await database.query<{ passed: number; gradings: number }>(
			`select (select count(*)::int from attempt where passed) as passed, (select count(*)::int from grading) as gradings`,
			[],
		);
		expect(sums).toEqual({ passed: quarter, gradings: 6 * attempts });
	});
});
