/** A million answers are counted as they are, and soon. */
import { afterAll, beforeAll, describe as group, expect, it } from 'vitest';
import type { AnsweredCount } from '#domain/analysis/pool.ts';
import type { Database } from '#server/db/connect.ts';
import { countResults, fillResults, nameOf, questions } from './results.ts';
import { makeTarget, postgresAnswers, type Target } from './target.ts';

const attempts = 100_000;
const hasPostgres = await postgresAnswers();

group.skipIf(!hasPostgres)(`${attempts * questions} answers on PostgreSQL`, () => {
	let target: Target;
	let database: Database;
	let expected: Map<string, AnsweredCount>;
	beforeAll(async () => {
		target = await makeTarget('postgres');
		database = await target.open();
		expected = await fillResults(database, attempts);
	}, 600_000);
	afterAll(async () => {
		await database.close();
		await target.drop();
	});

	it('are counted as they are, each once', { timeout: 600_000 }, async () => {
		const { counts, figures, counting, figuring } = await countResults(database, { withoutFast: false });
		console.log(`Counted in ${Math.round(counting)} ms, figures of them in ${Math.round(figuring)} ms.`);
		expect(new Map(counts.map((count) => [nameOf(count), count]))).toEqual(expected);
		expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(attempts * questions);
		expect(figures.people).toBe(attempts * 0.9);
		expect(figures.items.map(({ people }) => people)).toEqual(Array(questions).fill(attempts * 0.9));
		expect(figures.alpha).toBeGreaterThan(0.5);
	});

	it(
		'as fast when it was asked often, since a database then plans for any question',
		{ timeout: 600_000 },
		async () => {
			const times: number[] = [];
			for (let n = 0; n < 8; n += 1) {
				const { counts, counting } = await countResults(database, { withoutFast: false, locale: 'vi' });
				expect(counts).toHaveLength(expected.size);
				times.push(counting);
			}
			console.log(`Asked eight times counted in ${times.map(Math.round).join(', ')} ms.`);
		},
	);

	it('and without those that came too fast', { timeout: 600_000 }, async () => {
		const { counts, counting } = await countResults(database, { withoutFast: true });
		console.log(`Without fast ones counted in ${Math.round(counting)} ms.`);
		const read = [...expected].filter(([, { line }]) => !line.endsWith('|fast'));
		expect(read.length).toBeLessThan(expected.size);
		expect(new Map(counts.map((count) => [nameOf(count), count]))).toEqual(new Map(read));
	});
});
