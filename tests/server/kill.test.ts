import { describe as group, expect, it } from 'vitest';
import { runKills } from '../deep/kill.ts';
import { describe } from '../deep/report.ts';

const database = process.env.TEST_DATABASE === 'postgres' ? 'postgres' : 'pglite';

// That the test can fail is shown by the deep tests, with a server that acknowledges too early.
group('a server killed under load', () => {
	it('has kept all that it acknowledged, once', { timeout: 180_000 }, async () => {
		const report = await runKills({ database, kills: 5, life: 1200, atStart: false });
		const { kills, clients, total, lost, doubled, unexpected } = report;
		expect({ kills, lost, doubled, unexpected }, describe(report)).toEqual({
			kills: 5,
			lost: [],
			doubled: [],
			unexpected: [],
		});
		expect(clients).toBeGreaterThanOrEqual(20);
		expect(total).toBeGreaterThan(100);
	});
});
