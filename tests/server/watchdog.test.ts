/** A process whose loop stands still is ended, and no other. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const watchdog = JSON.stringify(path.resolve('src/server/watchdog.ts'));
async function run(work: string) {
	const script = `
		const { watchLoop } = await import(${watchdog});
		const stop = await watchLoop({ patience: 4, interval: 100 });
		${work}
	`;
	const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
		timeout: 40_000,
		killSignal: 'SIGTERM',
	});
	let said = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
	const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
	return { code, signal, said };
}

describe('the watchdog', () => {
	it('ends a process that spins', async () => {
		const { signal, said } = await run('for (;;);');
		expect({ signal, said }).toEqual({
			signal: 'SIGKILL',
			said: expect.stringContaining('has not answered'),
		});
	});

	it('lets one that works, waits or stops be', async () => {
		const work = `
			await new Promise((resolve) => setTimeout(resolve, 1500));
			await stop();
			const until = Date.now() + 800; while (Date.now() < until);
		`;
		expect(await run(work)).toEqual({ code: 0, signal: null, said: '' });
	});
});
