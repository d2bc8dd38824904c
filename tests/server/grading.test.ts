/** Answers that people grade: what waits, who may, blind marks, two graders, and what the learner is told. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type Client, type TestServer } from './harness.ts';
import { course, expectProblem, save, start, submit } from './quizzes.ts';

const quiz = 'tu-luan';
const file = `${course}/vi/09-tu-luan.quiz.md`;
const text = (graders = 1) => `---
id: ${quiz}
title: Tự luận
kind: quiz
pass: 60%
graders: ${graders}
---

## Một cộng một? {#mot points=1}

= 2

## Kể ba bước {#ke .essay}

- [2] Nêu đủ ba bước {#buoc}
- [1] Viết rõ {#ro}

! Ba bước là …
`;

let server: TestServer;
let [teacher, other, admin]: Client[] = [];
beforeAll(async () => {
	server = await startServer();
	await server.publish({ [file]: text() });
	[teacher, other, admin] = await Promise.all([
		server.account({ role: 'instructor', scope: course }),
		server.account({ role: 'instructor', scope: course }),
		server.account({ role: 'admin' }),
	]);
});
afterAll(() => server.close());

const essay = { text: 'Mở máy, bấm số, gọi.' };
async function handIn(who?: Client) {
	const learner = who ?? (await server.account());
	const { id } = await start(learner, quiz);
	await save(learner, id, 'mot', '2');
	expect((await save(learner, id, 'ke', essay)).status).toBe(200);
	const { status, body } = await submit(learner, id);
	expect(status).toBe(200);
	return { learner, id, submission: body };
}
const queue = async (who = teacher!) => (await who.get('/api/grading')).body;
async function lastTask() {
	const { waiting } = await queue(admin);
	return waiting.at(-1).id as string;
}
const give = (who: Client, task: string, steps: number, clear: number, seen = 0, more: object = {}) =>
	who.post(`/api/grading/${task}/marks`, { points: { buoc: steps, ro: clear }, seen, ...more });
const resultOf = async (learner: Client, id: string) =>
	(await learner.get(`/api/attempts/${id}`)).body.submission;

describe('an essay', () => {
	test('waits, is graded without a name, and passes then; its learner is told what it was given', async () => {
		const { learner, id, submission } = await handIn();
		expect(submission).toMatchObject({ score: 1, maxScore: 4, passed: false, waiting: 1 });
		expect(submission.verdicts.ke).toMatchObject({ score: 0, maxScore: 3, correct: null });
		expect(submission.verdicts.ke).not.toHaveProperty('marked');
		const task = await lastTask();
		const shown = await teacher!.get(`/api/grading/${task}`);
		expect(shown.body).toMatchObject({ answer: essay, name: null, seen: 0, marks: [], state: 'waits' });
		expect(shown.body.explanation).toBe('Ba bước là …');
		expect(JSON.stringify(shown.body)).not.toContain(learner.me!.id);
		expect(shown.body.criteria).toEqual([
			{ id: 'buoc', says: 'Nêu đủ ba bước', points: 2 },
			{ id: 'ro', says: 'Viết rõ', points: 1 },
		]);
		const made = await give(teacher!, task, 1.5, 1, 0, { comment: 'Thêm bước ba.' });
		expect(made).toMatchObject({
			status: 201,
			body: { state: 'graded', seen: 1, name: learner.me!.displayName },
		});
		expect((await give(teacher!, task, 1.5, 1, 0, { comment: 'Thêm bước ba.' })).status).toBe(200);
		const result = await resultOf(learner, id);
		expect(result).toMatchObject({ score: 3.5, maxScore: 4, passed: true, waiting: 0 });
		expect(result.verdicts.ke).toMatchObject({
			score: 2.5,
			correct: 'partially',
			marked: {
				criteria: [
					{ says: 'Nêu đủ ba bước', score: 1.5, maxScore: 2 },
					{ says: 'Viết rõ', score: 1, maxScore: 1 },
				],
				comments: ['Thêm bước ba.'],
			},
		});
		const { byPeople } = (await learner.get('/api/views/learning')).body;
		expect(byPeople).toMatchObject([{ id, waiting: 0, gradedAt: expect.any(String) }]);
		const { events } = (await learner.get('/api/me/events')).body;
		expect(events.filter(({ kind }: { kind: string }) => kind === 'answer.grade')).toHaveLength(1);
	});

	test('that is left empty waits for nobody', async () => {
		const learner = await server.account();
		const { id } = await start(learner, quiz);
		await save(learner, id, 'ke', { text: '  \n' });
		expect((await submit(learner, id)).body).toMatchObject({ waiting: 0, passed: false });
	});

	test('is opened by one at a time, and nothing of two who save is lost', async () => {
		const { learner, id } = await handIn();
		const task = await lastTask();
		expect((await teacher!.post(`/api/grading/${task}/claim`, {})).body.isClaimed).toBe(false);
		expect((await other!.post(`/api/grading/${task}/claim`, {})).body.isClaimed).toBe(true);
		await give(teacher!, task, 2, 1);
		const beside = await give(other!, task, 0, 0);
		expect(beside.body.marks).toMatchObject([
			{ isMine: false, stands: true },
			{ isMine: true, stands: false },
		]);
		expect(await resultOf(learner, id)).toMatchObject({ score: 4 });
		await give(other!, task, 1, 0, 2);
		expect(await resultOf(learner, id)).toMatchObject({ score: 2, passed: false });
	});

	test.each<[string, object, number]>([
		['no points', { points: {}, seen: 0 }, 422],
		['too many', { points: { buoc: 3, ro: 1 }, seen: 0 }, 422],
		['an unknown criterion', { points: { buoc: 1, ro: 1, x: 1 }, seen: 0 }, 422],
		['no word of what was seen', { points: { buoc: 1, ro: 1 } }, 400],
	])('takes no marks with %s', async (_what, body, status) => {
		await handIn();
		expect((await teacher!.post(`/api/grading/${await lastTask()}/marks`, body)).status).toBe(status);
	});

	test('is graded by instructors of the course and administrators, and by nobody who wrote it', async () => {
		await handIn();
		const task = await lastTask();
		const stranger = await server.account({ role: 'instructor', scope: 'khoa-khac' });
		expectProblem(await give(stranger, task, 1, 1), 403, 'not-allowed');
		expect((await stranger.get('/api/grading')).body.waiting).toEqual([]);
		expect((await (await server.account()).get('/api/grading')).status).toBe(403);
		expect((await server.client().get('/api/grading')).status).toBe(401);
		expectProblem(await teacher!.get('/api/grading/khong-co'), 404, 'grading-task-unknown');
		await handIn(teacher);
		const own = await lastTask();
		expectProblem(await give(teacher!, own, 2, 1), 403, 'own-answer');
		expect((await queue()).waiting.map((each: { id: string }) => each.id)).not.toContain(own);
	});
});

test('a grader goes through the answers to one question, and is told how far they are', async () => {
	const [one, two] = [await server.account({ role: 'instructor', scope: course }), await handIn()];
	const [, three] = [await handIn(), await handIn()];
	const read = async () => (await queue(one)).questions as { waiting: number; first: string }[];
	const [first] = await read();
	expect(first).toMatchObject({ course, quiz, question: 'ke', title: 'Kể ba bước', differs: 0, marked: 0 });
	const opened = (await one.post(`/api/grading/${first!.first}/claim`, {})).body;
	const { waiting } = first!;
	expect(opened).toMatchObject({ isMine: true, previous: null, round: { done: 0, open: waiting, place: 1 } });
	// What somebody else has open is passed by, and is found by its address all the same.
	await other!.post(`/api/grading/${opened.next}/claim`, {});
	const after = (await one.get(`/api/grading/${opened.id}`)).body;
	expect(after.next).not.toBe(opened.next);
	expect((await one.get(`/api/grading/${opened.next}`)).body).toMatchObject({
		previous: opened.id,
		next: after.next,
		round: { done: 0, open: waiting, place: 2 },
	});
	expect((await queue(one)).claimed.map(({ id }: { id: string }) => id)).toEqual([opened.id]);
	const saved = (await give(one, opened.id, 2, 1)).body;
	expect(saved).toMatchObject({ next: after.next, round: { done: 1, open: waiting - 1, place: null } });
	expect((await queue(one)).claimed).toEqual([]);
	// Whoever opens one answer has left the one before.
	for (const id of [saved.next, (await read())[0]!.first]) await one.post(`/api/grading/${id}/claim`, {});
	expect((await queue(one)).claimed).toHaveLength(1);
	const resultsOf = [two, three].map(({ learner, id }) => resultOf(learner, id));
	expect((await Promise.all(resultsOf)).every(Boolean)).toBe(true);
});

test('what is said to a criterion is told beside it', async () => {
	const { learner, id } = await handIn();
	const task = await lastTask();
	const remarks = { buoc: ' Thiếu bước ba. ', ro: '  ' };
	expect((await give(teacher!, task, 1, 1, 0, { remarks: { x: 'Không có.' } })).status).toBe(422);
	expect((await give(teacher!, task, 1, 1, 0, { remarks: { buoc: 'x'.repeat(501) } })).status).toBe(400);
	const made = await give(teacher!, task, 1, 1, 0, { remarks });
	expect(made.body.marks[0]).toMatchObject({ comment: '', remarks: { buoc: 'Thiếu bước ba.' } });
	expect((await give(teacher!, task, 1, 1, 0, { remarks })).status).toBe(200);
	const { criteria } = (await resultOf(learner, id)).verdicts.ke.marked;
	expect(criteria[0]).toMatchObject({ comments: ['Thiếu bước ba.'] });
	expect(criteria[1]).not.toHaveProperty('comments');
});

test('two graders do not see each other; where they differ, one who knows of both settles it', async () => {
	await server.publish({ [file]: text(2) });
	const { learner, id } = await handIn();
	const task = await lastTask();
	expect((await give(teacher!, task, 2, 1)).body.state).toBe('waits');
	expect((await other!.get(`/api/grading/${task}`)).body).toMatchObject({ marks: [], seen: 1 });
	const byMe = async (who: Client) => (await queue(who)).questions[0];
	expect(await byMe(teacher!)).toMatchObject({ marked: 1, differs: 0 });
	expect((await queue(admin)).differing).toEqual([]);
	expect((await give(other!, task, 0, 1, 1)).body.state).toBe('differs');
	expect(await byMe(teacher!)).toMatchObject({ marked: 0, differs: 1 });
	expect((await queue(teacher)).differing).toMatchObject([{ id: task, state: 'differs', isMarked: true }]);
	const shown = (await admin!.get(`/api/grading/${task}`)).body;
	expect(shown.round.place).toBe(shown.round.open);
	expect(await resultOf(learner, id)).toMatchObject({ waiting: 1, score: 1 });
	expect((await give(admin!, task, 1, 1, 2)).body).toMatchObject({ state: 'graded', seen: 3 });
	expect(await resultOf(learner, id)).toMatchObject({ waiting: 0, score: 3 });
});
