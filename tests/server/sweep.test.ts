import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attempt, certificate, person, session } from '#server/db/tables/index.ts';
import { onSteadyClock } from '#server/jobs/steady.ts';
import { sweepGuests } from '#server/own-data/sweep.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import { completeCourse, course, event, finishLessons, send, takeQuiz } from './learning.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer({ apart: true });
});
afterAll(() => server.close());

const day = 24 * 3_600_000;
/** A day goes by, and the job has its turn. */
const nextDay = async (days = 1) => {
	server.clock.advance(days * day);
	const { database, clock } = server;
	const sweep = () => sweepGuests(database, clock.now);
	return (await onSteadyClock(database.db, 'sweep-guests', clock.now, sweep)) ?? 0;
};
const isThere = async ({ me }: Client) =>
	(await server.db.select().from(person).where(eq(person.id, me!.id))).length === 1;
/** Sessions last by the real clock; what is looked at here is what stands in the table. */
const leave = ({ me }: Client) => server.db.delete(session).where(eq(session.userId, me!.id));

describe('guests who did nothing for thirty days', () => {
	it('are erased, and nobody else is', async () => {
		const [gone, learned, certified, stays, registered] = [
			await server.guest(),
			await server.guest(),
			await server.guest(),
			await server.guest(),
			await server.account(),
		];
		await finishLessons(gone, ['mat-khau']);
		const { score } = await takeQuiz(learned, 'giua-khoa');
		await certified.patch('/api/me', { displayName: 'Lê Thị Có Giấy' });
		await completeCourse(certified);
		await server.vouch(certified);
		const { body: issued } = await certified.post('/api/certificates', { course });
		for (const one of [gone, learned, certified, registered]) await leave(one);
		await nextDay();
		for (let n = 0; n < 28; n++) expect(await nextDay()).toBe(0);
		await send(stays, event('lesson.opened', 'mat-khau'));
		expect(await nextDay(2)).toBe(2);
		expect([await isThere(gone), await isThere(learned)]).toEqual([false, false]);
		expect([await isThere(certified), await isThere(stays), await isThere(registered)]).toEqual([
			true,
			true,
			true,
		]);
		// What an exam is judged by stays, and says no more of whom.
		const scores = await server.db.select().from(attempt).where(eq(attempt.score, score));
		expect(scores.some(({ learnerId }) => learnerId === learned.me!.id)).toBe(false);
		expect(scores.length).toBeGreaterThan(0);
		const [kept] = await server.db
			.select()
			.from(certificate)
			.where(eq(certificate.serial, issued.serial as string));
		expect(kept?.learnerId).toBe(certified.me!.id);
	});

	it('stay where the clock has jumped, ahead and back', async () => {
		const guest = await server.guest();
		await leave(guest);
		await nextDay();
		expect(await nextDay(40)).toBe(0);
		expect(await isThere(guest)).toBe(true);
		// Back again: that day is not believed either.
		server.clock.advance(-40 * day);
		expect(await nextDay(0)).toBe(0);
		expect(await nextDay()).toBe(0);
		expect(await isThere(guest)).toBe(true);
	});

	it('stay for thirty days where the server was off for long', async () => {
		const guest = await server.guest();
		await leave(guest);
		await nextDay();
		expect(await nextDay(31)).toBe(0);
		for (let n = 0; n < 29; n++) expect(await nextDay()).toBe(0);
		expect(await isThere(guest)).toBe(true);
		expect(await nextDay()).toBeGreaterThan(0);
		expect(await isThere(guest)).toBe(false);
	});
});
