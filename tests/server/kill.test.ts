import { describe as group, expect, it } from 'vitest';
import { runKills } from '../deep/kill.ts';
import { describe } from '../deep/report.ts';

const database = process.env.TEST_DATABASE === 'postgres' ? 'postgres' : 'pglite';

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

	// That the test can fail is shown once: what it looks at is the same on both.
	it.runIf(database === 'postgres')(
		'is found out where it acknowledges before it commits',
		{ timeout: 180_000 },
		async () => {
			const report = await runKills({ database, kills: 3, life: 1200, atStart: false, earlyAck: true });
			expect(report.lost.length, describe(report)).toBeGreaterThan(0);
		},
	);
});
