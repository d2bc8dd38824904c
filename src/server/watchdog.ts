import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Looks that find the loop standing still before the process is ended, one every five seconds. */
const patience = 6;
const interval = 5000;

/** Runs in a thread of its own: plain JavaScript, since nothing is there to read anything else. */
const watcher = `
	const { workerData: { beats, patience, interval } } = require('node:worker_threads');
	let last = -1;
	let still = 0;
	setInterval(() => {
		const now = Atomics.load(beats, 0);
		still = now === last ? still + 1 : 0;
		last = now;
		if (still < patience) return;
		require('node:fs').writeSync(2, 'The server has not answered for ' + (patience * interval) / 1000 + ' seconds and is ended.\\n');
		process.kill(process.pid, 'SIGKILL');
	}, interval);
`;

/**
 * Ends the process when its loop has stood still for half a minute, as it does when the embedded database spins on a
 * full disk: whoever watches over the process (systemd, say) starts it anew. Looks are counted rather than time, so that
 * a machine that slept is not taken for one that hangs. Once it watches, gives how to stop it.
 */
export async function watchLoop(limits = { patience, interval }): Promise<() => Promise<void>> {
	const beats = new Int32Array(new SharedArrayBuffer(4));
	const beat = setInterval(() => Atomics.add(beats, 0, 1), Math.min(1000, limits.interval / 2)).unref();
	const thread = new Worker(watcher, {
		eval: true,
		execArgv: [],
		workerData: { beats, ...limits },
		resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 },
	});
	await once(thread, 'online');
	thread.unref();
	return async () => {
		clearInterval(beat);
		await thread.terminate();
	};
}
