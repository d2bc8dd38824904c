/** The embedded database brings to the disk what it acknowledges. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { callSurely } from './call.ts';
import { Disk } from './disk.ts';
import { ServerProcess } from './server-process.ts';

const limit = { timeout: 600_000 };
const writes = 40;
const coursesDir = path.resolve('tests/fixtures/courses');

async function serverOn(dataDir: string, ...before: string[]) {
	const env = { DATA_DIR: dataDir, COURSES_DIR: coursesDir, LOG_LEVEL: 'error', TRUST_PROXY: 'loopback' };
	const server = await ServerProcess.at({ args: [...before, 'build/server-app/main.js'], env });
	await server.start();
	return server;
}

const guest = async ({ origin }: ServerProcess) =>
	(await callSurely(origin, 'POST', '/api/guests', { locale: 'vi' })).cookie;

/** One name after another; gives the last that was acknowledged. */
async function rename({ origin }: ServerProcess, cookie: string, times: number): Promise<number> {
	for (let n = 1; n <= times; n++) {
		const { status } = await callSurely(origin, 'PATCH', '/api/me', { displayName: `Lan ${n}` }, cookie);
		expect(status).toBe(200);
	}
	return times;
}

/** How many of the writes that were acknowledged are gone once the power was cut. */
async function lostByCut(...before: string[]): Promise<{ acknowledged: number; lost: number }> {
	const disk = Disk.make();
	const server = await serverOn(path.join(disk.folder, 'data'), ...before);
	try {
		const cookie = await guest(server);
		const acknowledged = await rename(server, cookie, writes);
		process.kill(server.pid, 'SIGSTOP');
		const left = disk.afterCut();
		try {
			const again = await serverOn(path.join(left.folder, 'data'));
			const { body } = await callSurely(again.origin, 'GET', '/api/me', undefined, cookie);
			await again.stop();
			const kept = Number(/\d+$/.exec(body?.displayName ?? '')?.[0] ?? 0);
			return { acknowledged, lost: acknowledged - kept };
		} finally {
			left.remove();
		}
	} finally {
		process.kill(server.pid, 'SIGCONT');
		await server.kill();
		disk.remove();
		disk.removeHome();
	}
}

const whyNot = Disk.whyNot();
if (whyNot) console.log(`NOT TESTED: power cuts: ${whyNot}`);
describe.skipIf(whyNot !== null)('a power cut', () => {
	it.each([1, 2, 3])('takes nothing that was acknowledged (%i)', limit, async () => {
		expect(await lostByCut()).toEqual({ acknowledged: writes, lost: 0 });
	});

	it('is found out where the disk is not asked', limit, async () => {
		const { lost } = await lostByCut('--import', path.resolve('tests/deep/no-fsync.js'));
		expect(lost).toBeGreaterThan(writes / 2);
	});
});

const hasStrace = spawnSync('strace', ['-V']).status === 0;
if (!hasStrace) console.log('NOT TESTED: calls to the system: there is no strace.');
describe.skipIf(!hasStrace)('each write that is acknowledged', () => {
	it('was brought to the disk by a call to the system', limit, async () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-strace-'));
		const log = path.join(folder, 'calls');
		const server = await serverOn(path.join(folder, 'data'));
		const tracing = ['-f', '-q', '-e', 'trace=fsync,fdatasync', '-o', log, '-p', String(server.pid)];
		try {
			const cookie = await guest(server);
			await rename(server, cookie, 1);
			const tracer = spawn('strace', tracing, { stdio: 'ignore' });
			const count = () =>
				readFileSync(log, 'utf8').match(/f(?:data)?sync\(\d+\)\s*= 0|fsync resumed/g)?.length ?? 0;
			try {
				await expect.poll(() => isTraced(server.pid)).toBe(true);
				await rename(server, cookie, 20);
				await expect.poll(count).toBeGreaterThanOrEqual(20);
			} finally {
				tracer.kill('SIGINT');
			}
		} finally {
			await server.stop();
			rmSync(folder, { recursive: true });
		}
	});
});

function isTraced(pid: number): boolean {
	return !/TracerPid:\t0\n/.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}
