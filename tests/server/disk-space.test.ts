/** A disk that is nearly full: the embedded database is read, and not written. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startServer, type TestServer } from './harness.ts';
import { course } from './learning.ts';
import { onPostgres } from './databases.ts';

const megabyte = 1024 * 1024;
let free = Infinity;
let server: TestServer;
beforeAll(async () => {
	server = await startServer({ freeSpace: async () => free });
});
afterAll(() => server.close());

/** Lets the next request look at the disk again. */
const later = (work: () => Promise<void>) => async () => {
	const clock = vi.spyOn(performance, 'now').mockImplementation(() => Date.now() + 1e9);
	await work().finally(() => clock.mockRestore());
};

describe.skipIf(onPostgres)('a disk that is nearly full', () => {
	it(
		'refuses writes and answers reads, until there is room again',
		later(async () => {
			const learner = await server.guest();
			const event = {
				id: randomUUID(),
				type: 'lesson.opened',
				course,
				lesson: 'mat-khau',
				at: new Date().toISOString(),
			};
			const send = () => learner.post('/api/events', { events: [event] });
			free = 20 * megabyte;
			vi.mocked(performance.now).mockImplementation(() => Date.now() + 2e9);
			const refused = await send();
			expect(refused.status).toBe(503);
			expect(refused.headers['retry-after']).toBeDefined();
			expect((await learner.get(`/api/courses/${course}`)).status).toBe(200);
			expect((await learner.get('/health')).status).toBe(200);
			free = 500 * megabyte;
			vi.mocked(performance.now).mockImplementation(() => Date.now() + 3e9);
			expect((await send()).body.accepted).toEqual([event.id]);
		}),
	);
});
