/** The built server and its commands, as processes of their own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onPostgres } from './databases.ts';
import { createDatabase, dropDatabase } from './postgres-server.ts';

const built = path.resolve('build/server-app/main.js');
const commands = path.resolve('build/server-app/cli.js');

export type Environment = Record<string, string>;

/** A place for one installation: its data, its courses and, on PostgreSQL, its database. */
export async function newPlace() {
	if (!existsSync(built)) throw new Error('There is no build. `npm test` makes one; so does `npm start`.');
	const folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-place-'));
	const coursesDir = path.join(folder, 'courses');
	const dataDir = path.join(folder, 'data');
	cpSync('tests/fixtures/courses', coursesDir, { recursive: true });
	const database = onPostgres ? await createDatabase('cung_hoc_test_') : null;
	const env: Environment = {
		PATH: process.env.PATH ?? '',
		NODE_ENV: 'production',
		LANG: 'vi_VN.UTF-8',
		HOST: '127.0.0.1',
		PORT: '0',
		LOG_LEVEL: 'info',
		DATA_DIR: dataDir,
		COURSES_DIR: coursesDir,
		...(database && { DATABASE_URL: database }),
	};
	const running: ChildProcess[] = [];
	const killAll = async () => {
		const left = running.splice(0).filter((child) => child.exitCode === null && child.signalCode === null);
		await Promise.all(left.map((child) => (child.kill('SIGKILL'), once(child, 'close'))));
	};
	return {
		folder,
		coursesDir,
		dataDir,
		env,
		start: (more: Environment = {}) => start({ ...env, ...more }, running),
		/** Starts a server that is expected to give up. */
		run: (more: Environment = {}) => finished(spawn(process.execPath, [built], { env: { ...env, ...more } })),
		command: (...args: string[]) => finished(spawn(process.execPath, [commands, ...args], { env })),
		commandIn: (more: Environment, ...args: string[]) =>
			finished(spawn(process.execPath, [commands, ...args], { env: { ...env, ...more } })),
		/** Ends what a test has left running. */
		killAll,
		async remove() {
			await killAll();
			if (database) await dropDatabase(database);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
export type Place = Awaited<ReturnType<typeof newPlace>>;

function collect(child: ChildProcess) {
	const said = { out: '', error: '' };
	child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.out += text));
	child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.error += text));
	return said;
}

function exitOf(child: ChildProcess): Promise<number | NodeJS.Signals> {
	return new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal ?? 1)));
}

async function finished(child: ChildProcess) {
	const said = collect(child);
	const code = await exitOf(child);
	return { code, ...said };
}

async function start(env: Environment, running: ChildProcess[]) {
	const child = spawn(process.execPath, [built], { env });
	running.push(child);
	const said = collect(child);
	const exited = exitOf(child);
	const port = await Promise.race([greeted(child, said), exited.then(() => null)]);
	if (port === null) throw new Error(`The server did not start:\n${said.out}${said.error}`);
	return {
		pid: child.pid!,
		port,
		origin: `http://127.0.0.1:${port}`,
		said,
		exited,
		/** Sends a signal and waits for the end. */
		async end(signal: NodeJS.Signals = 'SIGTERM') {
			child.kill(signal);
			return exited;
		},
		signal: (signal: NodeJS.Signals) => child.kill(signal),
	};
}
export type Running = Awaited<ReturnType<typeof start>>;

function greeted(child: ChildProcess, said: { out: string }): Promise<number> {
	return new Promise((resolve) => {
		child.stdout?.on('data', () => {
			const found = /Cùng Học: http:\/\/localhost:(\d+)/.exec(said.out);
			if (found) resolve(Number(found[1]));
		});
	});
}

/** Asks until the answer is as wished, or the time is up; gives the last answer and how long it took. */
export async function until<T>(ask: () => Promise<T>, isIt: (answer: T) => boolean, patience = 10_000) {
	const began = Date.now();
	for (;;) {
		const answer = await ask();
		const took = Date.now() - began;
		if (isIt(answer) || took > patience) return { answer, took };
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}
