import { describe as group, expect, it } from 'vitest';
import { runKills } from './kill.ts';
import { describe } from './report.ts';
import { postgresAnswers } from './target.ts';

const hour = 3_600_000;
const hasPostgres = await postgresAnswers();

group.each(['pglite', 'postgres'] as const)('a server on %s, killed under load', (database) => {
	const test = it.skipIf(database === 'postgres' && !hasPostgres);

	test('has kept all that it acknowledged, once, through 100 kills', { timeout: hour }, async () => {
		const report = await runKills({ database, kills: 100 });
		console.log(describe(report));
		const { kills, total, lost, doubled, unexpected } = report;
		expect({ kills, lost, doubled, unexpected }).toEqual({
			kills: 100,
			lost: [],
			doubled: [],
			unexpected: [],
		});
		expect(total).toBeGreaterThanOrEqual(5000);
	});

	test('is found out where it acknowledges before it commits', { timeout: hour }, async () => {
		const report = await runKills({ database, kills: 5, earlyAck: true });
		console.log(describe(report));
		expect(report.lost.length).toBeGreaterThan(0);
		expect(report.lost.every((one) => /^(answer |event |\d+ (answers|events) where )/.test(one))).toBe(true);
	});
});
