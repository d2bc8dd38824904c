/** PostgreSQL goes away under load and comes back: the server is the same process, and nobody hears worse than "not now". */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flakyProxy, type FlakyProxy } from './flaky-proxy.ts';
import { onPostgres } from './databases.ts';
import { newPlace, until, type Place, type Running } from './spawned.ts';

const course = 'thu-nghiem';
const [terminations, restarts] = process.env.TEST_DEEP ? [25, 8] : [6, 3];
let place: Place;
let proxy: FlakyProxy;
let server: Running;
let admin: postgres.Sql;
let learners: string[] = [];
/** Answers that learners got, by status. */
const statuses = new Map<number, number>();

beforeAll(async () => {
	if (!onPostgres) return;
	place = await newPlace();
	const target = new URL(place.env.DATABASE_URL!);
	admin = postgres(target.href, { max: 1, onnotice: () => {} });
	proxy = await flakyProxy(target);
	server = await place.start({ DATABASE_URL: proxy.url.href, LOG_LEVEL: 'error' });
	learners = await Promise.all(Array.from({ length: 12 }, newGuest));
});
afterAll(async () => {
	if (!onPostgres) return;
	await place.killAll();
	await proxy.close();
	await admin.end();
	await place.remove();
});

const send = async (method: string, url: string, cookie = '', body?: object, patience = 40_000) => {
	const reply = await fetch(server.origin + url, {
		method,
		headers: { cookie, 'content-type': 'application/json' },
		body: body ? JSON.stringify(body) : null,
		signal: AbortSignal.timeout(patience),
	});
	const retryAfter = reply.headers.get('retry-after');
	return { status: reply.status, text: await reply.text(), retryAfter, cookie: reply.headers.getSetCookie() };
};
async function newGuest() {
	const { cookie } = await send('POST', '/api/guests', '', { locale: 'vi' });
	return cookie[0]!.split(';')[0]!;
}
/** Everything that learners do, again and again, until `whole` is over; counts the answers by status. */
async function underLoad(whole: () => Promise<void>) {
	statuses.clear();
	const kept: string[] = [];
	let isOver = false;
	const count = ({ status }: { status: number }) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
	const learn = async (cookie: string) => {
		while (!isOver) {
			const id = randomUUID();
			const event = { id, type: 'lesson.opened', course, lesson: 'mat-khau', at: new Date().toISOString() };
			const told = await send('POST', '/api/events', cookie, { events: [event] });
			count(told);
			if (told.status === 200) kept.push(id);
			const started = await send('POST', '/api/attempts', cookie, {
				course,
				quiz: 'giua-khoa',
				locale: 'vi',
			});
			count(started);
			if (started.status < 300) {
				const { id: attempt } = JSON.parse(started.text) as { id: string };
				count(await send('POST', `/api/attempts/${attempt}/submission`, cookie, {}));
			}
			count(await send('GET', `/courses/${course}`, cookie));
		}
	};
	const all = Promise.all(learners.map(learn));
	await whole().finally(() => (isOver = true));
	await all;
	return kept;
}

/** Waits until work is being done again, so that the next break comes under load. */
async function working() {
	const done = () => Promise.resolve(statuses.get(200) ?? 0);
	const before = await done();
	await until(done, (now) => now > before + 20, 15_000);
}

describe.runIf(onPostgres)('an outage of PostgreSQL under load', () => {
	it(`is survived: ${terminations} rounds of ended connections, ${restarts} restarts`, async () => {
		const kept = await underLoad(async () => {
			for (let round = 0; round < terminations; round += 1) {
				await working();
				await admin`select pg_terminate_backend(pid) from pg_stat_activity
					where datname = current_database() and pid <> pg_backend_pid()`;
			}
			for (let round = 0; round < restarts; round += 1) {
				await working();
				proxy.stop();
				await sleep(200);
				proxy.resume();
			}
			await working();
		});
		const others = [...statuses.keys()].filter((status) => ![200, 201, 303, 503].includes(status));
		expect(others, JSON.stringify([...statuses])).toEqual([]);
		expect(statuses.get(200)).toBeGreaterThan(100);
		const found = await admin`select count(*)::int as n from learning_event where id = any(${kept}::uuid[])`;
		expect(found[0]?.n).toBe(kept.length);
		// The same process answers, with all of its connections.
		expect(await Promise.all(learners.map((cookie) => send('GET', '/api/progress', cookie)))).toSatisfy(
			(all: { status: number }[]) => all.every(({ status }) => status === 200),
		);
		expect(server.said.error).toBe('');
	}, 180_000);
});
