import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Attempt } from '#schemas/attempt.ts';
import { attempt, courseCompletion, enrolment, lessonCompletion } from '#server/db/tables/index.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import {
	course,
	exam,
	examFile,
	examQuestions,
	expectProblem,
	minute,
	practice,
	quiz,
	quizAnswers,
	rightAnswer,
	save,
	start,
	submit,
	takeExam,
	wrongAnswer,
} from './quizzes.ts';

/** Who helped: an opaque id. */
const helper = '0192f0c1-7a55-7cde-8f00-00000000000c';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const rowsOf = (who: Client) => server.db.select().from(attempt).where(eq(attempt.learnerId, who.me!.id));

describe('who may', () => {
	test.each([
		['GET', '/api/attempts'],
		['POST', '/api/attempts'],
		['GET', `/api/attempts/${randomUUID()}`],
		['PUT', `/api/attempts/${randomUUID()}/answers/ck-1`],
		['POST', `/api/attempts/${randomUUID()}/submission`],
	] as const)('nobody: %s %s is 401', async (method, url) => {
		expectProblem(
			await server.anonymous.call(method, url, method === 'GET' ? undefined : {}),
			401,
			'not-signed-in',
		);
	});

	test('another learner sees, saves and submits nothing: 404', async () => {
		const mine = await start(await server.guest(), exam);
		const stranger = await server.guest();
		const question = mine.questions[0]!.id;
		expectProblem(await stranger.get(`/api/attempts/${mine.id}`), 404, 'attempt-unknown');
		expectProblem(await save(stranger, mine.id, question, 'a'), 404, 'attempt-unknown');
		expectProblem(await submit(stranger, mine.id), 404, 'attempt-unknown');
		expect((await stranger.get('/api/attempts')).body).toEqual({ attempts: [] });
	});

	test.each(['khong-phai-uuid', randomUUID(), '%00', 'urn:uuid:' + randomUUID()])(
		'attempt %s is 404 for reading, saving and submitting',
		async (id) => {
			const who = await server.guest();
			const answered = await Promise.all([
				who.get(`/api/attempts/${id}`),
				save(who, id, 'ck-1', 'a'),
				submit(who, id),
			]);
			for (const each of answered) expect([400, 404]).toContain(each.status);
			if (id !== '%00') for (const each of answered) expectProblem(each, 404, 'attempt-unknown');
		},
	);
});

describe('starting', () => {
	test('gives the drawn questions, the deadline and nothing saved yet', async () => {
		const who = await server.guest();
		const started = await who.post('/api/attempts', { course, quiz: exam, locale: 'vi' });
		expect(started.status).toBe(201);
		const made = started.body as Attempt;
		const version = (await who.get(`/api/courses/${course}`)).body.version;
		expect(made).toMatchObject({
			course,
			quiz: exam,
			kind: 'exam',
			version,
			locale: 'vi',
			number: 1,
			pass: 0.7,
		});
		expect(made.title).toBe('Bài kiểm tra cuối khóa');
		expect(JSON.stringify(made.intro)).toContain('Bạn có thể làm lại ba lần.');
		expect(Date.parse(made.deadline!) - Date.parse(made.startedAt)).toBe(20 * minute);
		expect([made.answers, made.submission]).toEqual([{}, null]);
		const ids = made.questions.map((question) => question.id);
		expect(new Set(ids).size).toBe(4);
		for (const id of ids) expect(examQuestions).toContain(id);
		for (const question of made.questions) {
			expect(question).toMatchObject({ kind: 'single', points: 1, locale: 'vi' });
			expect(question.options!.map((option) => option.id).sort()).toEqual(['a', 'b', 'c']);
			expect(Object.keys(question).sort()).toEqual([
				'body',
				'id',
				'kind',
				'locale',
				'options',
				'points',
				'skill',
				'title',
			]);
		}
		expect((await who.get(`/api/attempts/${made.id}`)).body).toEqual(made);
	});

	test('a quiz without a limit of time has no deadline, and shows hints', async () => {
		const made = await start(await server.guest(), quiz);
		expect(made.deadline).toBeUndefined();
		expect(made.questions).toHaveLength(5);
		expect(made.questions.find((question) => question.id === 'mk')?.hint).toBe('Nghĩ đến độ dài.');
	});

	test('practice quizzes can be attempted too', async () => {
		const made = await start(await server.guest(), practice);
		expect(made.questions).toHaveLength(3);
	});

	test('speaks the language asked for, and falls back to the source language', async () => {
		const inKhmer = await start(await server.guest(), quiz, { locale: 'km' });
		expect(inKhmer.title).toBe('តេស្តពាក់កណ្តាលវគ្គ');
		for (const question of inKhmer.questions) expect(question.locale).toBe('km');
		const inEnglish = await start(await server.guest(), quiz, { locale: 'en' });
		expect(inEnglish).toMatchObject({ locale: 'en', title: 'Kiểm tra giữa khóa' });
		for (const question of inEnglish.questions) expect(question.locale).toBe('vi');
	});

	test('keeps where and how it happened', async () => {
		const who = await server.guest('km');
		await server.lookAfter(who, helper);
		const context = { channel: 'class', assistedBy: helper, deviceTime: '2026-11-01T08:00:00+07:00' };
		const asked = { course, quiz: exam, locale: 'km', context };
		expect((await who.post('/api/attempts', asked)).status).toBe(201);
		const [row] = await rowsOf(who);
		expect(row).toMatchObject({ locale: 'km', channel: 'class', assistedBy: helper, number: 1 });
		expect(row!.deviceTime!.toISOString()).toBe('2026-11-01T01:00:00.000Z');
		expect(row!.questions).toHaveLength(4);
		expect(row!.seed.length).toBeGreaterThan(16);
	});

	test.each(['0000-01-01T00:00:00Z', '2026-06-30T23:59:60Z'])(
		'a device time of %s does no harm',
		async (deviceTime) => {
			const who = await server.guest();
			const asked = { course, quiz: exam, locale: 'vi', context: { deviceTime } };
			expect((await who.post('/api/attempts', asked)).status).toBe(201);
			expect((await rowsOf(who))[0]!.deviceTime).toBeNull();
		},
	);

	test('enrols the learner', async () => {
		const who = await server.guest();
		await start(who, quiz);
		await start(who, exam);
		const rows = await server.db.select().from(enrolment).where(eq(enrolment.learnerId, who.me!.id));
		expect(rows.map((row) => row.courseId)).toEqual([course]);
	});

	test.each([
		['no course', { quiz: exam, locale: 'vi' }, '/course'],
		['an unknown field', { course, quiz: exam, locale: 'vi', seed: 'x' }, '/seed'],
		['an unknown language', { course, quiz: exam, locale: 'fr' }, '/locale'],
		['an id that is no UUID', { course, quiz: exam, locale: 'vi', id: 'toi' }, '/id'],
		['a UUID as a URN', { course, quiz: exam, locale: 'vi', id: `urn:uuid:${randomUUID()}` }, '/id'],
	])('%s is 400 and says where', async (_what, body, path) => {
		const who = await server.guest();
		const { errors } = expectProblem(await who.post('/api/attempts', body), 400, 'bad-request');
		expect(errors!.map((error) => error.path)).toContain(path);
		expect(await rowsOf(who)).toEqual([]);
	});

	test.each([
		['khong-co', exam, 'course-unknown'],
		[course, 'khong-co', 'quiz-unknown'],
		[course, 'constructor', 'quiz-unknown'],
	])('%s/%s is 404 %s', async (wantedCourse, wantedQuiz, code) => {
		const who = await server.guest();
		const asked = { course: wantedCourse, quiz: wantedQuiz, locale: 'vi' };
		expectProblem(await who.post('/api/attempts', asked), 404, code);
	});
});

describe('the same attempt again', () => {
	test('by the same id, open or submitted', async () => {
		const who = await server.guest();
		const id = randomUUID();
		const first = await who.post('/api/attempts', { id, course, quiz: exam, locale: 'vi' });
		expect([first.status, first.body.id]).toEqual([201, id]);
		const again = await who.post('/api/attempts', { id: id.toUpperCase(), course, quiz: exam, locale: 'vi' });
		expect([again.status, again.body]).toEqual([200, first.body]);
		await submit(who, id);
		const after = await who.post('/api/attempts', { id, course, quiz: exam, locale: 'vi' });
		expect([after.status, after.body.id, after.body.submission.score]).toEqual([200, id, 0]);
		expect(await rowsOf(who)).toHaveLength(1);
	});

	test('an id used for another quiz is 409', async () => {
		const who = await server.guest();
		const { id } = await start(who, exam, { id: randomUUID() });
		expectProblem(await who.post('/api/attempts', { id, course, quiz, locale: 'vi' }), 409, 'id-in-use');
		expect(await rowsOf(who)).toHaveLength(1);
	});

	test('another learner may use the same id', async () => {
		const id = randomUUID();
		await start(await server.guest(), exam, { id });
		const other = await server.guest();
		const started = await other.post('/api/attempts', { id, course, quiz, locale: 'vi' });
		expect([started.status, started.body.quiz]).toEqual([201, quiz]);
	});

	test('the open one, whatever id comes', async () => {
		const who = await server.guest();
		const open = await start(who, exam);
		const asked = { id: randomUUID(), course, quiz: exam, locale: 'km' };
		const again = await who.post('/api/attempts', asked);
		expect([again.status, again.body]).toEqual([200, open]);
	});

	test.each([
		['one id', () => 'a0000000-0000-4000-8000-000000000001'],
		['ten ids', () => randomUUID()],
	])('ten starts at once by %s give one attempt', async (_what, newId) => {
		const who = await server.guest();
		const start = () => who.post('/api/attempts', { id: newId(), course, quiz: exam, locale: 'vi' });
		const all = await Promise.all(Array.from({ length: 10 }, start));
		expect(all.map((one) => one.status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
		for (const one of all) expect(one.body).toEqual(all[0]!.body);
		expect(await rowsOf(who)).toHaveLength(1);
	});
});

describe('how often', () => {
	test('attempts used up are 409, for ten starts at once too', async () => {
		const who = await server.guest();
		for (const number of [1, 2, 3]) expect((await takeExam(who, wrongAnswer)).attempt.number).toBe(number);
		const { detail } = expectProblem(
			await who.post('/api/attempts', { course, quiz: exam, locale: 'vi' }),
			409,
			'attempts-used-up',
		);
		expect(detail).toContain('3 lần');
		const asked = () => who.post('/api/attempts', { id: randomUUID(), course, quiz: exam, locale: 'vi' });
		for (const each of await Promise.all(Array.from({ length: 10 }, asked))) expect(each.status).toBe(409);
		expect(await rowsOf(who)).toHaveLength(3);
	});

	test('ten starts at once of the last attempt give that one', async () => {
		for (let round = 0; round < 3; round += 1) {
			const who = await server.guest();
			for (let n = 0; n < 2; n += 1) await takeExam(who, wrongAnswer);
			const asked = () => who.post('/api/attempts', { id: randomUUID(), course, quiz: exam, locale: 'vi' });
			const all = await Promise.all(Array.from({ length: 10 }, asked));
			expect(all.map((one) => one.status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
			expect(new Set(all.map((one) => one.body.id)).size).toBe(1);
		}
	});

	test('a quiz without a limit goes on', async () => {
		const who = await server.guest();
		for (const number of [1, 2, 3, 4]) {
			const made = await start(who, quiz);
			expect(made.number).toBe(number);
			expect((await submit(who, made.id)).body.attemptsLeft).toBeNull();
		}
	});

	test('a quiz that was renamed keeps its attempts', async () => {
		const who = await server.guest();
		await takeExam(who, wrongAnswer);
		const open = await start(who, exam);
		const files = [examFile, examFile.replace('/vi/', '/km/'), `${course}/course.yaml`];
		const before = Object.fromEntries(files.map((file) => [file, server.read(file)]));
		const renamed = Object.fromEntries(
			files.map((file) => [file, before[file]!.replaceAll(exam, 'thi-cuoi')]),
		);
		renamed[`${course}/course.yaml`] += `formerly: { ${exam}: thi-cuoi }\n`;
		expect((await server.publish(renamed))!.errors).toEqual([]);
		const found = await who.post('/api/attempts', { course, quiz: 'thi-cuoi', locale: 'vi' });
		expect([found.status, found.body.id, found.body.quiz]).toEqual([200, open.id, exam]);
		expect((await submit(who, open.id)).body.attemptsLeft).toBe(1);
		expect(await start(who, 'thi-cuoi')).toMatchObject({ number: 3, quiz: 'thi-cuoi' });
		expect((await server.publish(before))!.errors.map((error) => error.code)).not.toEqual([]);
		await server.close();
		server = await startServer();
	});

	test('a refresher starts afresh once the certificate has run out', async () => {
		const who = await server.guest();
		const learnerId = who.me!.id;
		const done = {
			learnerId,
			courseId: course,
			version: '0'.repeat(16),
			doneAt: server.clock.now,
			by: 'marked',
		};
		for (const lessonId of ['mat-khau', 'ma-otp', 'hoi-giup'])
			await server.db.insert(lessonCompletion).values({ ...done, lessonId });
		await submit(who, (await start(who, quiz)).id, quizAnswers);
		await takeExam(who, wrongAnswer);
		await takeExam(who, wrongAnswer);
		const { attempt: old } = await takeExam(who, rightAnswer);
		const completions = await server.db
			.select()
			.from(courseCompletion)
			.where(eq(courseCompletion.learnerId, learnerId));
		expect(completions).toHaveLength(1);
		const asked = { course, quiz: exam, locale: 'vi' };
		expectProblem(await who.post('/api/attempts', asked), 409, 'attempts-used-up');
		// Two years, a leap day, and the rest of the last day.
		server.clock.advance(732 * 24 * 60 * minute);
		const fresh = await who.post('/api/attempts', asked);
		expect([fresh.status, fresh.body.number]).toEqual([201, 4]);
		const { submission } = (await who.get(`/api/attempts/${old.id}`)).body;
		expect([submission.passed, submission.review, submission.attemptsLeft]).toEqual([true, 'verdicts', 2]);
	});
});

describe('drawing and order', () => {
	test('are the attempt’s own and stay', async () => {
		const seen = new Set<string>();
		for (let n = 0; n < 8; n += 1) {
			const who = await server.guest();
			const made = await start(who, exam);
			expect((await who.get(`/api/attempts/${made.id}`)).body.questions).toEqual(made.questions);
			seen.add(
				JSON.stringify(made.questions.map(({ id, options }) => [id, options!.map((option) => option.id)])),
			);
		}
		expect(seen.size).toBeGreaterThan(4);
	});

	test('stay the author’s where the quiz is not shuffled', async () => {
		const text = server.read(examFile);
		const km = server.read(examFile.replace('/vi/', '/km/'));
		const still = (file: string) => file.replace('draw: 4', 'draw: 4\nshuffle: false');
		await server.publish({ [examFile]: still(text), [examFile.replace('/vi/', '/km/')]: still(km) });
		for (let n = 0; n < 5; n += 1) {
			const made = await start(await server.guest(), exam);
			const ids = made.questions.map((question) => question.id);
			expect(ids).toEqual([...ids].sort());
			for (const { options } of made.questions)
				expect(options!.map((option) => option.id)).toEqual(['a', 'b', 'c']);
		}
		await server.publish({ [examFile]: text, [examFile.replace('/vi/', '/km/')]: km });
	});
});

describe('when time is up', () => {
	test('the open attempt goes on until a minute after the deadline', async () => {
		const who = await server.guest();
		const open = await start(who, exam);
		server.clock.advance(20 * minute + 50_000);
		const again = await who.post('/api/attempts', { course, quiz: exam, locale: 'vi' });
		expect([again.status, again.body.id]).toEqual([200, open.id]);
	});

	test('starting again submits it with what was saved', async () => {
		const who = await server.guest();
		const open = await start(who, exam);
		const { id } = open.questions[0]!;
		await save(who, open.id, id, rightAnswer(id));
		server.clock.advance(22 * minute);
		const again = await who.post('/api/attempts', { course, quiz: exam, locale: 'vi' });
		expect([again.status, again.body.number]).toEqual([201, 2]);
		const { submission } = (await who.get(`/api/attempts/${open.id}`)).body;
		expect(submission).toMatchObject({ score: 1, maxScore: 4, passed: false, submittedAt: open.deadline });
	});

	test('ten starts at once submit it once and start one', async () => {
		const who = await server.guest();
		const open = await start(who, exam);
		server.clock.advance(22 * minute);
		const again = () => who.post('/api/attempts', { course, quiz: exam, locale: 'vi' });
		const all = await Promise.all(Array.from({ length: 10 }, again));
		expect(new Set(all.map((one) => one.body.id)).size).toBe(1);
		expect(all[0]!.body.id).not.toBe(open.id);
		expect(await rowsOf(who)).toHaveLength(2);
	});

	test('reading it changes nothing', async () => {
		const who = await server.guest();
		const open = await start(who, exam);
		server.clock.advance(22 * minute);
		expect((await who.get(`/api/attempts/${open.id}`)).body.submission).toBeNull();
		expect((await who.get('/api/attempts')).body.attempts[0]).toMatchObject({
			id: open.id,
			submittedAt: null,
		});
		expect((await rowsOf(who))[0]!.submittedAt).toBeNull();
	});

	test('the server submits it by itself, whether or not the learner comes back', async () => {
		const [absent, other] = [await server.guest(), await server.guest()];
		const open = await start(absent, exam);
		const { id } = open.questions[0]!;
		await save(absent, open.id, id, rightAnswer(id));
		const untimed = await start(other, quiz);
		await server.runJobs();
		expect((await rowsOf(absent))[0]!.submittedAt).toBeNull();
		server.clock.advance(20 * minute + 50_000);
		await server.runJobs();
		expect((await rowsOf(absent))[0]!.submittedAt).toBeNull();
		server.clock.advance(minute);
		await server.runJobs();
		await server.runJobs();
		expect((await rowsOf(absent))[0]).toMatchObject({ score: 1, maxScore: 4, passed: false });
		const { attempts } = (await absent.get('/api/attempts')).body;
		expect(attempts[0]).toMatchObject({ id: open.id, submittedAt: open.deadline, score: 1, passed: false });
		expect((await other.get(`/api/attempts/${untimed.id}`)).body.submission).toBeNull();
	});
});

describe('the list', () => {
	test('is the learner’s own, latest first, of one course or all', async () => {
		const who = await server.guest();
		const { attempt: first } = await takeExam(who, rightAnswer);
		server.clock.advance(minute);
		const second = await start(who, quiz);
		const { status, body } = await who.get(`/api/attempts?course=${course}&locale=km`);
		expect(status).toBe(200);
		expect(body.attempts).toEqual([
			{
				id: second.id,
				course,
				quiz,
				title: 'តេស្តពាក់កណ្តាលវគ្គ',
				textLocale: 'km',
				number: 1,
				startedAt: second.startedAt,
				submittedAt: null,
				score: null,
				maxScore: null,
				onePointEach: false,
				passed: null,
				uncounted: null,
				waiting: 0,
			},
			expect.objectContaining({ id: first.id, title: 'ប្រឡងចុងវគ្គ', score: 4, maxScore: 4, passed: true }),
		]);
		expect((await who.get('/api/attempts')).body.attempts[0].title).toBe('Kiểm tra giữa khóa');
		expect((await who.get('/api/attempts?course=khac')).body).toEqual({ attempts: [] });
		expectProblem(await who.get('/api/attempts?course=KHAC'), 400, 'bad-request');
		expectProblem(await who.get('/api/attempts?quiz=x'), 400, 'bad-request');
	});

	test('shows attempts of a version that is no longer the active one', async () => {
		const who = await server.guest();
		const made = await start(who, quiz);
		const text = server.read(examFile);
		await server.publish({ [examFile]: text.replace('Đọc kỹ từng câu.', 'Đọc thật kỹ.') });
		const active = (await who.get(`/api/courses/${course}`)).body.version;
		expect(active).not.toBe(made.version);
		expect((await who.get('/api/attempts')).body.attempts).toHaveLength(1);
		expect((await who.get(`/api/attempts/${made.id}`)).body).toEqual(made);
		const stored = await server.db
			.select({ version: attempt.version })
			.from(attempt)
			.where(and(eq(attempt.learnerId, who.me!.id), eq(attempt.id, made.id)));
		expect(stored).toEqual([{ version: made.version }]);
		await server.publish({ [examFile]: text });
	});
});
