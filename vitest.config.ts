import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { svelte } from '@sveltejs/vite-plugin-svelte';

// One test file after another in the same process: most of a file's time was loading what is loaded already. (A project
// written here takes nothing over from the whole.)
// The browser's tests run beside these: how long one takes says little.
const limits = { isolate: false, testTimeout: 60_000, hookTimeout: 120_000 };
/** Tests that start servers as processes of their own, and kill them: one after another, with the machine to themselves. */
const processes = ['authoring', 'kill', 'outage', 'processes'].map((name) => `tests/server/${name}.test.ts`);
const server = { include: ['tests/server/**/*.test.ts'], exclude: processes, ...limits };
const alone = { include: processes, fileParallelism: false, ...limits };
const pglite = { globalSetup: 'tests/server/setup-pglite.ts' };
const postgres = { globalSetup: 'tests/server/setup-postgres.ts', env: { TEST_DATABASE: 'postgres' } };

/** The same API tests run on both databases; the runner says aloud when there is no PostgreSQL. */
export default defineConfig({
	test: {
		// Vitest leaves one core out by itself: of two, that is half of them.
		maxWorkers: availableParallelism(),
		projects: [
			{
				test: {
					name: 'architecture',
					...limits,
					include: ['tests/architecture.test.ts', 'tests/security-table.test.ts'],
				},
			},
			{ test: { name: 'domain', include: ['tests/domain/**/*.test.ts'], ...limits } },
			{ test: { name: 'content', include: ['tests/content/**/*.test.ts'], ...limits } },
			{ test: { name: 'messages', include: ['tests/messages/**/*.test.ts'], ...limits } },
			{
				plugins: [svelte({ configFile: false })],
				test: { name: 'components', include: ['tests/components/**/*.test.ts'], ...limits },
			},
			{ test: { name: 'server-pglite', ...server, ...pglite } },
			{ test: { name: 'server-postgres', ...server, ...postgres } },
			{ test: { name: 'processes-pglite', ...alone, ...pglite } },
			{ test: { name: 'processes-postgres', ...alone, ...postgres } },
			{ test: { name: 'deep', include: ['tests/deep/**/*.test.ts'] } },
		],
	},
});
