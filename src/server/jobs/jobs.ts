/** Work that nobody asks for: on PostgreSQL by pg-boss, so that one of all processes does it; else by a timer. */
import type { Database } from '../db/connect.ts';

export interface Job {
	/** Letters and hyphens. */
	name: string;
	/** How often it is done; a timer does daily ones soon after it starts, since a small server may be off every night. */
	every: 'minute' | 'day';
	run(): Promise<void>;
}

export interface Jobs {
	/** Has a job done as soon as may be, by whichever process takes it. */
	ask(name: string): Promise<void>;
	/** Takes no more work and waits for what is under way. */
	stop(): Promise<void>;
}

/** A job that fails is told of, and done again when its time comes. */
type OnError = (error: unknown, job: string) => void;

export function startJobs(database: Database, jobs: readonly Job[], onError: OnError): Promise<Jobs> {
	return database.url ? withBoss(database.url, jobs, onError) : Promise.resolve(withTimer(jobs, onError));
}

/** Once a minute, and once a night as it is in Vietnam, when few people learn. */
const schedules: Record<Job['every'], string> = { minute: '* * * * *', day: '7 20 * * *' };

async function withBoss(url: string, jobs: readonly Job[], onError: OnError): Promise<Jobs> {
	const { default: PgBoss } = await import('pg-boss');
	const boss = new PgBoss({ connectionString: url, max: 2, application_name: 'cung-hoc-jobs' });
	boss.on('error', (error) => onError(error, 'pg-boss'));
	await boss.start();
	for (const { name, every, run } of jobs) {
		// One waits at most and one runs, over all processes.
		await boss.createQueue(name, { name, policy: 'stately', retryLimit: 0 });
		await boss.schedule(name, schedules[every]);
		await boss.work(name, { pollingIntervalSeconds: 2 }, () => told(name, run, onError));
	}
	return {
		ask: async (name) => void (await boss.send(name, {})),
		stop: () => boss.stop({ graceful: true, wait: true, timeout: 5000 }),
	};
}

const minutesADay = 24 * 60;

function withTimer(jobs: readonly Job[], onError: OnError): Jobs {
	const running = new Map<string, Promise<void>>();
	const ask = (name: string): Promise<void> => {
		const job = jobs.find((each) => each.name === name);
		if (!job) throw new Error(`No job is called ${name}.`);
		const now = running.get(name) ?? told(name, job.run, onError).finally(() => running.delete(name));
		running.set(name, now);
		return now;
	};
	let minutes = 0;
	const timer = setInterval(() => {
		const due = jobs.filter(({ every }) => every === 'minute' || minutes % minutesADay === 0);
		minutes += 1;
		for (const { name } of due) void ask(name);
	}, 60_000);
	timer.unref();
	return {
		ask,
		async stop() {
			clearInterval(timer);
			await Promise.all(running.values());
		},
	};
}

async function told(name: string, run: Job['run'], onError: OnError): Promise<void> {
	try {
		await run();
	} catch (error) {
		onError(error, name);
	}
}
