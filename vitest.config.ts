import { defineConfig } from 'vitest/config';
import { svelte } from '@sveltejs/vite-plugin-svelte';

const server = { include: ['tests/server/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 };

/** The same API tests run on both databases; the runner says aloud when there is no PostgreSQL. */
export default defineConfig({
	test: {
		projects: [
			{ test: { name: 'architecture', include: ['tests/architecture.test.ts'] } },
			{ test: { name: 'domain', include: ['tests/domain/**/*.test.ts'] } },
			{ test: { name: 'content', include: ['tests/content/**/*.test.ts'], testTimeout: 60_000 } },
			{ test: { name: 'messages', include: ['tests/messages/**/*.test.ts'] } },
			{
				plugins: [svelte({ configFile: false })],
				test: { name: 'components', include: ['tests/components/**/*.test.ts'] },
			},
			{
				test: {
					name: 'server-pglite',
					...server,
					globalSetup: 'tests/server/setup-pglite.ts',
				},
			},
			{
				test: {
					name: 'server-postgres',
					...server,
					env: { TEST_DATABASE: 'postgres' },
				},
			},
			{ test: { name: 'deep', include: ['tests/deep/**/*.test.ts'] } },
		],
	},
});
