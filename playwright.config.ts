import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './scripts/browser.js';

const port = Number(process.env.E2E_PORT ?? 4173);
// The tests' processes read this file too: they find the same folder by the environment.
const isOwn = process.env.E2E_DATA_DIR === undefined;
const dataDir = (process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), 'cung-hoc-e2e-')));
if (isOwn)
	process.on('exit', () => {
		// Beside it the tests keep what they copy new databases from.
		for (const folder of [dataDir, `${dataDir}-new`]) rmSync(folder, { recursive: true, force: true });
	});
const executablePath = (await findBrowser()) ?? '/usr/bin/chromium';

/** A name of this machine that is not its own, as a server in a village hall has one. */
export const hallName = 'nha-van-hoa.test';

/** The built server on a data folder of its own, with the real courses. */
export default defineConfig({
	testDir: 'tests/e2e',
	timeout: 60_000,
	// What a person would wait for on a slow machine; nothing waits this long where all is well.
	expect: { timeout: 15_000 },
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	use: {
		baseURL: `http://127.0.0.1:${port}`,
		launchOptions: {
			executablePath,
			args: [...browserFlags, `--host-resolver-rules=MAP ${hallName} 127.0.0.1`],
		},
		viewport: { width: 360, height: 740 },
		locale: 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh',
		// What a test sees is the server's; `offline.spec.ts` looks at the device.
		serviceWorkers: 'block',
	},
	webServer: {
		command: 'node build/server-app/main.js',
		url: `http://127.0.0.1:${port}/health`,
		timeout: 60_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
		env: {
			PORT: String(port),
			HOST: '127.0.0.1',
			DATA_DIR: dataDir,
			DATABASE_URL: '',
			LOG_LEVEL: 'warn',
			// Tests say of whom they make where they come from.
			TRUST_PROXY: 'loopback',
			NODE_ENV: 'production',
		},
	},
});
