/** The server's clock runs ahead, as after an empty battery, and is set right again. */
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { audit, session } from '#server/db/tables/index.ts';
import { startServer, type Client, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer({ apart: true });
});
afterAll(() => server.close());

const minute = 60_000;
const day = 24 * 60 * minute;
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());
const go = (ms: number) => vi.setSystemTime(Date.now() + ms);

const status = async (one: Client) => (await one.get('/api/me')).status;
const signedIn = async () => {
	const one = await server.account();
	const { username } = one.me!;
	await one.post('/api/session', { username, password: 'mat-khau-dai' });
	return one;
};
const onSharedPhone = async () => {
	const one = await server.account();
	const { username } = one.me!;
	await one.post('/api/session', { username, password: 'mat-khau-dai', shared: true });
	return one;
};

describe('a clock that is 40 days ahead', () => {
	it('signs nobody out for good', async () => {
		const [guest, account] = [await server.guest(), await signedIn()];
		await server.runJobs();
		go(40 * day);
		expect([await status(guest), await status(account)]).toEqual([401, 401]);
		for (let n = 0; n < 3; n++) {
			await server.runJobs();
			go(day);
		}
		expect([await status(guest), await status(account)]).toEqual([401, 401]);
		go(-43 * day);
		expect([await status(guest), await status(account)]).toEqual([200, 200]);
	});

	it('lets no session last longer that is begun or prolonged meanwhile', async () => {
		const prolonged = await signedIn();
		go(20 * day);
		expect(await status(prolonged)).toBe(200);
		go(20 * day);
		const begun = await signedIn();
		go(-40 * day);
		expect([await status(prolonged), await status(begun)]).toEqual([200, 200]);
		go(31 * day);
		expect([await status(prolonged), await status(begun)]).toEqual([401, 401]);
	});

	it('nor one on a shared phone', async () => {
		go(40 * day);
		const begun = await onSharedPhone();
		go(-40 * day);
		expect(await status(begun)).toBe(200);
		go(31 * minute);
		expect(await status(begun)).toBe(401);
	});

	it('leaves no device as seen in days to come', async () => {
		go(40 * day);
		const one = await signedIn();
		go(-40 * day);
		await one.get('/api/me');
		const { body } = await one.get('/api/me/sessions');
		for (const { seen } of body.sessions as { seen: string }[])
			expect(Date.parse(seen)).toBeLessThanOrEqual(Date.now());
	});

	it('forgets nothing of the safety log that is not old', async () => {
		const one = await signedIn();
		const entries = () => server.db.select().from(audit).where(eq(audit.learnerId, one.me!.id));
		const before = (await entries()).length;
		expect(before).toBeGreaterThan(0);
		for (let n = 0; n < 32; n++) {
			await server.runJobs();
			go(day);
		}
		go(400 * day);
		await server.runJobs();
		go(day);
		await server.runJobs();
		go(-433 * day);
		expect(await entries()).toHaveLength(before);
	});
});

it('sessions that ended long ago are swept away', async () => {
	const one = await signedIn();
	const rows = () => server.db.select().from(session).where(eq(session.userId, one.me!.id));
	await server.runJobs();
	for (let n = 0; n < 31; n++) {
		if (n < 30) expect(await rows()).toHaveLength(1);
		go(3 * day);
		await server.runJobs();
	}
	expect(await rows()).toEqual([]);
});
