import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

async function listening() {
	const heard: string[] = [];
	const states: boolean[] = [];
	const stop = await server.database.listen('probe', {
		heard: (payload) => heard.push(payload),
		live: (isLive) => states.push(isLive),
	});
	await expect.poll(() => states.at(-1)).toBe(true);
	return { heard, states, stop };
}
const tell = (payload: string) => server.db.execute(sql`select pg_notify('probe', ${payload})`);

test('what is told is heard, until one stops', async () => {
	const { heard, stop } = await listening();
	await tell('một');
	await expect.poll(() => heard).toEqual(['một']);
	await stop();
	await tell('hai');
	const other = await listening();
	await tell('ba');
	await expect.poll(() => other.heard).toEqual(['ba']);
	expect(heard).toEqual(['một']);
	await other.stop();
});

test.runIf(process.env.TEST_DATABASE === 'postgres')(
	'a connection that is lost is said so, and made anew',
	async () => {
		const { heard, states, stop } = await listening();
		await server.db.execute(sql`
			select pg_terminate_backend(pid) from pg_stat_activity
			where application_name = 'cung-hoc-listen' and datname = current_database()`);
		await expect.poll(() => states, { timeout: 10_000 }).toEqual([true, false, true]);
		await tell('bốn');
		await expect.poll(() => heard).toEqual(['bốn']);
		await stop();
	},
);
