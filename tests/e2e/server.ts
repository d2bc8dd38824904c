/** Servers of a test's own, and the commands beside them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

interface Ran {
	code: number;
	output: string;
}

/** Runs a command of `cung-hoc` on a data folder; a server that has it open does the work. */
export async function cungHoc(dataDir: string, ...args: string[]): Promise<Ran> {
	const child = spawn(process.execPath, ['build/server-app/cli.js', ...args], {
		env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', LANG: 'vi_VN.UTF-8' },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	child.stdout.on('data', (text) => (output += String(text)));
	child.stderr.on('data', (text) => (output += String(text)));
	const [code] = (await once(child, 'exit')) as [number | null];
	return { code: code ?? 1, output };
}

/** For all servers of a run, but the one that the configuration starts: that one makes its own. */
const newDatabase = `${process.env.E2E_DATA_DIR}-new`;

/** Making a database is seconds of work: whoever needs one first makes one that all copy. */
async function putNewDatabase(dataDir: string): Promise<void> {
	if (isFirst()) {
		// It opens the database, in which there is nobody.
		await cungHoc(`${newDatabase}/unfinished`, 'recover', 'khong-ai');
		renameSync(`${newDatabase}/unfinished`, `${newDatabase}/made`);
	}
	while (!existsSync(`${newDatabase}/made`)) await setTimeout(100);
	cpSync(`${newDatabase}/made/pglite`, path.join(dataDir, 'pglite'), { recursive: true });
}

function isFirst(): boolean {
	return mkdirSync(newDatabase, { recursive: true }) !== undefined;
}

export interface OwnServer {
	origin: string;
	port: number;
	dataDir: string;
	close(): Promise<void>;
}

/** A server on a data folder and a free port of its own. */
export async function startServer(env: Record<string, string>): Promise<OwnServer> {
	const dataDir = mkdtempSync(path.join(tmpdir(), 'cung-hoc-e2e-own-'));
	await putNewDatabase(dataDir);
	const child = spawn(process.execPath, ['build/server-app/main.js'], {
		env: {
			...process.env,
			NODE_ENV: 'production',
			HOST: '127.0.0.1',
			PORT: '0',
			DATA_DIR: dataDir,
			DATABASE_URL: '',
			LOG_LEVEL: 'warn',
			...env,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let said = '';
	const port = await new Promise<number>((resolve, reject) => {
		const hear = (text: Buffer) => {
			said += String(text);
			// With an address of its own the server says that one; then its port has to be given.
			const [, found = env.PORT] = /http:\/\/localhost:(\d+)/.exec(said) ?? [];
			if (found && said.includes('Cùng Học: ')) resolve(Number(found));
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.on('exit', () => reject(new Error(`The server ended: ${said}`)));
	});
	return {
		origin: `http://127.0.0.1:${port}`,
		port,
		dataDir,
		async close() {
			const gone = once(child, 'exit');
			child.kill('SIGTERM');
			await gone;
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}
