/** Who is said to have helped is kept only where they look after the learner. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attempt, checkResponse, learningEvent, response } from '#server/db/tables/index.ts';
import { course } from './learning.ts';
import { start } from './quizzes.ts';
import { startServer, type Client, type TestServer } from './harness.ts';

const quiz = 'giua-khoa';
let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

/** Does everything in which a helper can be named, and reads who was kept of each. */
async function helpersKept(who: Client, assistedBy: string): Promise<(string | null)[]> {
	const context = { assistedBy };
	const { id } = (await who.post('/api/attempts', { course, quiz, locale: 'vi', context })).body;
	await who.put(`/api/attempts/${id}/answers/mk`, { answer: 'b', revision: 1, context });
	await who.post(`/api/attempts/${id}/submission`, { answers: { 'hoi-otp': true }, context });
	await who.post('/api/checks', { course, question: 'kt-so', answer: 12, context });
	const event = { id: randomUUID(), type: 'lesson.opened', course, lesson: 'mat-khau' };
	await who.post('/api/events', { events: [{ ...event, at: server.clock.now.toISOString(), context }] });

	const learner = who.me!.id;
	const kept = await Promise.all(
		[attempt, response, checkResponse, learningEvent].map((table) =>
			server.db.select({ by: table.assistedBy }).from(table).where(eq(table.learnerId, learner)),
		),
	);
	return kept.flat().map(({ by }) => by);
}

test('a helper who looks after the learner, whatever the case of the id', async () => {
	const [who, helper] = [await server.guest(), randomUUID()];
	await server.lookAfter(who, helper);
	expect(await helpersKept(who, helper.toUpperCase())).toEqual(Array(5).fill(helper));
});

test('nobody, where a stranger, the learner themselves or somebody made up is named; the act is kept', async () => {
	const stranger = await server.account({ role: 'facilitator' });
	expect(await helpersKept(await server.guest(), stranger.me!.id)).toEqual(Array(5).fill(null));
	expect(await helpersKept(await server.guest(), randomUUID())).toEqual(Array(5).fill(null));
	const alone = await server.guest();
	expect(await helpersKept(alone, alone.me!.id)).toEqual(Array(5).fill(null));
});

test('nobody any more from the moment on when the care is ended', async () => {
	const [admin, helper, who] = [
		await server.account({ role: 'admin' }),
		await server.account({ role: 'facilitator' }),
		await server.account(),
	];
	const between = { username: who.me!.username, carer: helper.me!.username };
	expect((await admin.post('/api/care/given', between)).status).toBe(201);
	const { id } = await start(who, quiz, { context: { assistedBy: helper.me!.id } });
	await admin.post('/api/care/ended', between);
	await who.put(`/api/attempts/${id}/answers/mk`, { answer: 'b', revision: 1 });
	const other = await server.account();
	await admin.post('/api/care/given', { ...between, username: other.me!.username });
	await admin.post('/api/care/ended', { ...between, username: other.me!.username });
	expect(await helpersKept(other, helper.me!.id)).toEqual(Array(5).fill(null));
	// What began with the helper goes on as it began.
	const rows = await server.db.select().from(response).where(eq(response.learnerId, who.me!.id));
	expect(rows.map(({ assistedBy }) => assistedBy)).toEqual([helper.me!.id]);
});
