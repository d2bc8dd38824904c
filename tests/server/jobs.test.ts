import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startJobs, type Job } from '#server/jobs/jobs.ts';
import { startServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

/** A job that says when it is done. */
function counted(name: string, act: (n: number) => void = () => {}, every: Job['every'] = 'minute') {
	let n = 0;
	const waiting: (() => void)[] = [];
	const job: Job = {
		name,
		every,
		async run() {
			n += 1;
			waiting.shift()?.();
			act(n);
		},
	};
	return { job, runs: () => n, next: () => new Promise<void>((resolve) => waiting.push(resolve)) };
}

test('a job that is asked for is done, and one that fails stops no other', async () => {
	const good = counted('good-job');
	const bad = counted('bad-job', () => {
		throw new Error('Out of order');
	});
	const told: [string, string][] = [];
	const jobs = await startJobs(server.database, [bad.job, good.job], (error, job) =>
		told.push([job, (error as Error).message]),
	);
	try {
		const done = [bad.next(), good.next()];
		await Promise.all([jobs.ask('bad-job'), jobs.ask('good-job')]);
		await Promise.all(done);
		expect(good.runs()).toBe(1);
		await expect.poll(() => told).toContainEqual(['bad-job', 'Out of order']);
		const again = bad.next();
		await jobs.ask('bad-job');
		await again;
		expect(bad.runs()).toBe(2);
	} finally {
		await jobs.stop();
	}
});

test('a timer does daily jobs once a day, and soon after it starts', async () => {
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
	try {
		const often = counted('often');
		const daily = counted('daily', undefined, 'day');
		const jobs = await startJobs({ ...server.database, url: null }, [often.job, daily.job], () => {});
		await vi.advanceTimersByTimeAsync(3 * 60_000);
		expect([often.runs(), daily.runs()]).toEqual([3, 1]);
		await vi.advanceTimersByTimeAsync(24 * 60 * 60_000);
		expect(daily.runs()).toBe(2);
		await jobs.stop();
	} finally {
		vi.useRealTimers();
	}
});
