/** Somebody who comes as a new guest each time, to gather the keys of an exam and a certificate with them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attempt, Submission } from '#schemas/attempt.ts';
import { Client, startServer, type TestServer } from './harness.ts';
import { completeCourse, event, finishLessons, send, takeQuiz } from './learning.ts';
import {
	course,
	exam,
	expectProblem,
	minute,
	quiz,
	quizAnswers,
	rightAnswer,
	save,
	start,
	submit,
} from './quizzes.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const ask = (who: Client) => who.post('/api/certificates', { course });
const guestFrom = async (address: string, locale = 'vi') => {
	const who = new Client(server.app, {}, address);
	who.me = (await who.post('/api/guests', { locale })).body;
	return who;
};
/** What a submission tells of a key, beside right and wrong. */
const told = ({ verdicts }: Submission) =>
	Object.values(verdicts).filter((verdict) => 'solution' in verdict || 'explanation' in verdict);

describe('the keys of an exam for a certificate', () => {
	it('are not to be had by guests who hand in nothing until no attempt is left', async () => {
		for (let n = 0; n < 6; n++) {
			const who = await guestFrom('203.0.113.1');
			for (let round = 0; round < 3; round++) {
				const { id } = await start(who, exam);
				server.clock.advance(minute);
				expect(told((await submit(who, id)).body)).toEqual([]);
				expect(told((await who.get(`/api/attempts/${id}`)).body.submission)).toEqual([]);
			}
			for (const id of [exam, quiz]) {
				const { status } = await who.post('/api/attempts', { course, quiz: id, locale: 'vi' });
				expect(status).toBe(id === exam ? 409 : 201);
			}
			const seen = await who.get('/api/attempts');
			expect(seen.raw.toString()).not.toContain('solution');
		}
	});

	it('are not told by verdicts either once more of the pool was seen than a hall full of learners sees', async () => {
		const reviews: string[] = [];
		for (let n = 0; n < 125; n++) {
			const who = await guestFrom('203.0.113.2');
			const { id, questions } = (await start(who, exam)) as Attempt;
			const { body } = await submit(who, id, { [questions[0]!.id]: 'a' });
			reviews.push(body.review);
			if (body.review === 'score')
				expect(Object.values((body as Submission).verdicts).map(({ correct }) => correct)).toEqual([
					null,
					null,
					null,
					null,
				]);
		}
		expect(reviews.slice(0, 120)).toEqual(Array(120).fill('verdicts'));
		expect(reviews.slice(120)).toEqual(Array(5).fill('score'));
		// Elsewhere, and with an account, people see what they did.
		const other = await guestFrom('203.0.113.3');
		expect((await submit(other, (await start(other, exam)).id)).body.review).toBe('verdicts');
		const learner = new Client(server.app, {}, '203.0.113.2');
		await learner.post('/api/accounts', {
			username: 'co-tai-khoan',
			password: 'mat-khau-dai',
			displayName: 'Nguyễn Thị Thử',
			locale: 'vi',
		});
		expect((await submit(learner, (await start(learner, exam)).id)).body.review).toBe('verdicts');
	});

	it('are not gathered by one person who tries again and again', async () => {
		const who = await guestFrom('203.0.113.4');
		const reviews: string[] = [];
		for (let n = 0; n < 12; n++) reviews.push((await submit(who, (await start(who, quiz)).id)).body.review);
		expect(reviews).toEqual([...Array<string>(10).fill('verdicts'), 'score', 'score']);
	});
});

describe('a certificate', () => {
	const passAll = async (who: Client) => {
		await finishLessons(who);
		for (const [name, answerTo] of [
			[quiz, (id: string) => quizAnswers[id as keyof typeof quizAnswers]],
			[exam, rightAnswer],
		] as const) {
			const { id, questions } = await start(who, name);
			const answers = Object.fromEntries(questions.map((question) => [question.id, answerTo(question.id)]));
			expect((await submit(who, id, answers)).body.passed).toBe(true);
		}
	};

	it('is not to be had with all the keys and a name, in no time', async () => {
		const who = await guestFrom('203.0.113.5');
		await who.patch('/api/me', { displayName: 'Ai Cũng Được' });
		await passAll(who);
		const refused = await ask(who);
		expectProblem(refused, 409, 'certificate-missing');
		expect(refused.body.missing).toEqual({
			lessons: [],
			quizzes: [],
			name: false,
			proof: { account: false, minutes: 0, needed: 5, notBefore: expect.any(String) },
		});
		expect((await who.get('/api/certificates')).body.certificates).toEqual([]);
		// An account that was made a moment ago changes nothing, nor do clocks that say what they like.
		const made = { username: 'vua-tao', password: 'mat-khau-dai', displayName: 'Ai Cũng Được', locale: 'vi' };
		expect((await who.post('/api/accounts', made)).status).toBe(201);
		const at = (minutes: number) => new Date(Date.now() - minutes * minute).toISOString();
		const opened = [300, 200, 100, 50].map((minutes, n) => ({
			id: `e0000000-0000-4000-8000-0000000000${10 + n}`,
			type: 'lesson.opened',
			course,
			lesson: 'mat-khau',
			at: at(minutes),
		}));
		expect((await who.post('/api/events', { events: opened })).body.accepted).toHaveLength(4);
		expect((await ask(who)).body.missing.proof).toMatchObject({ account: true, minutes: 0 });
	});

	it('comes to whoever has an account, has been there for an hour and has learned for minutes; it says so', async () => {
		const who = await server.account();
		const finish = (...ids: string[]) => {
			const at = server.clock.now.toISOString();
			return send(who, ...ids.map((lesson) => event('lesson.done', lesson, { at })));
		};
		await finish('mat-khau');
		server.clock.advance(4 * minute);
		await finish('ma-otp', 'hoi-giup');
		server.clock.advance(30 * minute);
		await takeQuiz(who, quiz);
		const { id, questions } = await start(who, exam);
		for (const { id: question } of questions) await save(who, id, question, rightAnswer(question));
		await submit(who, id);
		const soon = await ask(who);
		expectProblem(soon, 409, 'certificate-missing');
		expect(soon.body.missing.proof).toMatchObject({ account: true, minutes: 14, needed: 5 });
		server.clock.advance(Date.parse(soon.body.missing.proof.notBefore as string) - +server.clock.now);
		const issued = await ask(who);
		expect(issued.status).toBe(201);
		expect(issued.body.record.assurance).toEqual({ by: 'learning', minutes: 14 });
		expect(issued.body.canonical).toContain('"assurance":{"by":"learning","minutes":14}');
	});

	it('comes at once to whom somebody vouches for who looks after them', async () => {
		const helper = await server.account({ role: 'facilitator' });
		const learner = await server.account();
		await completeCourse(learner);
		const vouch = (who: Client, username = learner.me!.username, of = course) =>
			who.post('/api/vouchers', { username, course: of });
		expectProblem(await ask(learner), 409, 'certificate-missing');
		expectProblem(await vouch(helper), 403, 'not-in-care');
		await server.lookAfter(learner, helper.me!.id);
		expectProblem(await vouch(helper, learner.me!.username, 'khong-co'), 404, 'course-unknown');
		const first = await vouch(helper);
		expect(first.status).toBe(201);
		expect(first.body).toEqual({ username: learner.me!.username, course, at: expect.any(String) });
		const again = await vouch(helper);
		expect(again).toMatchObject({ status: 200, body: first.body });
		const issued = await ask(learner);
		expect(issued.status).toBe(201);
		expect(issued.body.record.assurance).toEqual({ by: 'helper', minutes: 0 });
		const { events } = (await learner.get('/api/me/events')).body;
		expect(events[0]).toMatchObject({ kind: 'learning.vouch', by: 'other' });
	});

	it('is vouched for by the name by which the learner was known: another takes another word', async () => {
		const helper = await server.account({ role: 'facilitator' });
		const learner = await server.account({ name: 'Lê Thị Tư' });
		await completeCourse(learner);
		await server.lookAfter(learner, helper.me!.id);
		const vouch = () => helper.post('/api/vouchers', { username: learner.me!.username, course });
		const call = (displayName: string) => learner.patch('/api/me', { displayName });
		expect((await vouch()).status).toBe(201);
		await call('Phạm Thị Khác Hẳn');
		expectProblem(await ask(learner), 409, 'certificate-missing');
		expect((await vouch()).status).toBe(201);
		expect((await vouch()).status).toBe(200);
		await call('Phạm thị khác hẳn');
		expect((await ask(learner)).body.record.holder).toBe('Phạm thị khác hẳn');
	});

	it('is not vouched for by oneself, by nobody’s helper, nor by a learner', async () => {
		const admin = await server.account({ role: 'admin' });
		const vouch = (who: Client, username: string) => who.post('/api/vouchers', { username, course });
		expectProblem(await vouch(admin, admin.me!.username!), 403, 'not-in-care');
		expectProblem(await vouch(admin, 'khong-ai-ca'), 404, 'username-unknown');
		const helper = await server.account({ role: 'facilitator' });
		expectProblem(await vouch(helper, 'khong-ai-ca'), 403, 'not-in-care');
		expectProblem(await vouch(await server.account(), admin.me!.username!), 403, 'not-allowed');
		expectProblem(await vouch(server.anonymous, admin.me!.username!), 401, 'not-signed-in');
		expectProblem(await vouch(admin, ''), 400, 'bad-request');
	});

	it('of a refresher rests on no voucher of the time before', async () => {
		const learner = await server.account();
		await completeCourse(learner);
		await server.vouch(learner);
		expect((await ask(learner)).status).toBe(201);
		const day = 24 * 60 * minute;
		server.clock.advance(3 * 366 * day);
		const back = new Client(server.app);
		await back.post('/api/session', { username: learner.me!.username, password: 'mat-khau-dai' });
		await takeQuiz(back, quiz);
		await takeQuiz(back, exam);
		const again = await ask(back);
		// By now the learning itself has been seen: two visits, years apart, count ten minutes each.
		expect(again.status, JSON.stringify(again.body)).toBe(201);
		expect(again.body.record.assurance).toEqual({ by: 'learning', minutes: 10 });
	});
});
