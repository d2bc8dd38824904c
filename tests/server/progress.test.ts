import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { courseCompletion, lessonCompletion } from '#server/db/tables/index.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import {
	completeCourse,
	course,
	event,
	finishLessons,
	lessons,
	send,
	startAttempt,
	takeQuiz,
} from './learning.ts';
import { minute, rightAnswer, save } from './quizzes.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const progressOf = async (client: Client) => {
	const { status, body } = await client.get(`/api/progress/${course}`);
	expect(status).toBe(200);
	return body;
};
const check = (client: Client, lesson: string, question: string, answer: unknown) =>
	client.post('/api/checks', { course, lesson, question, answer });
const completionsOf = (client: Client) =>
	server.db.select().from(courseCompletion).where(eq(courseCompletion.learnerId, client.me!.id));

describe('enrolment', () => {
	it('enrols once: 201, then 200 with the same time', async () => {
		const client = await server.guest();
		const first = await client.post('/api/enrolments', { course });
		expect(first.status).toBe(201);
		expect(first.body).toEqual({ course, enrolledAt: expect.stringMatching(/^\d{4}-.*Z$/) });
		const second = await client.post('/api/enrolments', { course });
		expect(second.status).toBe(200);
		expect(second.body).toEqual(first.body);
	});

	it('enrols once under ten simultaneous requests', async () => {
		const client = await server.guest();
		const all = await Promise.all(
			Array.from({ length: 10 }, () => client.post('/api/enrolments', { course })),
		);
		expect(all.map((each) => each.status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
		expect(new Set(all.map((each) => each.body.enrolledAt)).size).toBe(1);
	});

	it.each([
		['an unknown course', { course: 'khong-co' }, 404, 'course-unknown'],
		['no course', {}, 400, 'bad-request'],
		['an id that is none', { course: 'Không' }, 400, 'bad-request'],
		['an unknown field', { course, gift: 1 }, 400, 'bad-request'],
	])('refuses %s', async (_what, body, status, code) => {
		const client = await server.guest();
		const answer = await client.post('/api/enrolments', body);
		expect(answer.status).toBe(status);
		expect(answer.headers['content-type']).toContain('application/problem+json');
		expect(answer.body.type).toBe(`urn:cung-hoc:problem:${code}`);
	});
});

describe('who may ask', () => {
	it.each([
		['POST', '/api/enrolments', { course }],
		['POST', '/api/events', { events: [{}] }],
		['GET', '/api/progress', undefined],
		['GET', `/api/progress/${course}`, undefined],
	] as const)('%s %s is for people who are signed in', async (method, url, body) => {
		const answer = await server.anonymous.call(method, url, body);
		expect(answer.status).toBe(401);
		expect(answer.body.type).toBe('urn:cung-hoc:problem:not-signed-in');
	});

	it('shows each learner their own progress only', async () => {
		const [one, other] = [await server.guest(), await server.guest()];
		await finishLessons(one);
		expect((await progressOf(one)).done).toBe(3);
		expect((await progressOf(other)).done).toBe(0);
		expect((await other.get('/api/progress')).body).toEqual({ courses: [] });
	});
});

describe('progress in a course', () => {
	it('is all zeros for someone who never enrolled', async () => {
		const client = await server.guest();
		const progress = await progressOf(client);
		expect(progress).toMatchObject({
			course,
			title: 'Khóa học thử',
			done: 0,
			total: 5,
			missing: { lessons, quizzes: ['giua-khoa', 'cuoi-khoa'] },
			completedAt: null,
			certificate: null,
			issued: null,
			enrolledAt: null,
		});
		expect(progress.lessons).toEqual(lessons.map((id) => ({ id, required: true, doneAt: null, tries: [] })));
		const untouched = {
			required: true,
			attempts: 0,
			open: null,
			againFrom: null,
			bestScore: null,
			maxScore: null,
			passed: false,
			waiting: 0,
		};
		expect(progress.quizzes).toEqual([
			{ id: 'giua-khoa', attemptsLeft: null, ...untouched },
			{ id: 'cuoi-khoa', attemptsLeft: 3, ...untouched },
		]);
		expect((await client.get('/api/progress')).body.courses).toEqual([]);
	});

	it('says its title in the language asked for', async () => {
		const client = await server.guest();
		const english = await client.get(`/api/progress/${course}?locale=en`);
		expect(english.body.title).toBe('A course to try');
		const khmer = await client.get(`/api/progress/${course}`, { 'accept-language': 'km' });
		expect(khmer.body.title).toBe('វគ្គសាកល្បង');
	});

	it.each([
		['/api/progress/khong-co', 404, 'course-unknown'],
		['/api/progress/Kh%C3%B4ng', 400, 'bad-request'],
		[`/api/progress/${course}?locale=fr`, 400, 'bad-request'],
		['/api/progress?page=2', 400, 'bad-request'],
	])('GET %s is %i', async (url, status, code) => {
		const client = await server.guest();
		const answer = await client.get(url);
		expect(answer.status).toBe(status);
		expect(answer.body.type).toBe(`urn:cung-hoc:problem:${code}`);
	});

	it('goes from nothing to complete, and the completion is dated once', async () => {
		const client = await server.account();
		await finishLessons(client, ['mat-khau', 'ma-otp']);
		expect(await progressOf(client)).toMatchObject({ done: 2, total: 5, completedAt: null });
		await takeQuiz(client, 'giua-khoa');
		await finishLessons(client, ['hoi-giup']);
		expect(await progressOf(client)).toMatchObject({
			done: 4,
			missing: { lessons: [], quizzes: ['cuoi-khoa'] },
		});
		expect(await completionsOf(client)).toEqual([]);

		await takeQuiz(client, 'cuoi-khoa');
		const progress = await progressOf(client);
		expect(progress).toMatchObject({ done: 5, total: 5, missing: { lessons: [], quizzes: [] } });
		expect(progress.completedAt).toEqual(expect.any(String));
		expect(await completionsOf(client)).toMatchObject([
			{ courseId: course, cycle: 1, version: progress.version },
		]);

		server.clock.advance(60_000);
		await finishLessons(client);
		await takeQuiz(client, 'giua-khoa');
		expect((await progressOf(client)).completedAt).toBe(progress.completedAt);
		expect(await completionsOf(client)).toHaveLength(1);
	});

	it('counts attempts, and keeps the best', async () => {
		const client = await server.guest();
		expect((await takeQuiz(client, 'cuoi-khoa', 2)).passed).toBe(false);
		expect((await takeQuiz(client, 'cuoi-khoa', 1)).passed).toBe(false);
		const exam = async () => (await progressOf(client)).quizzes[1];
		expect(await exam()).toMatchObject({
			attempts: 2,
			attemptsLeft: 1,
			open: null,
			bestScore: 2,
			maxScore: 4,
			passed: false,
		});

		const { id } = await startAttempt(client, 'cuoi-khoa');
		expect(await exam()).toMatchObject({ attempts: 3, attemptsLeft: 0, open: id, bestScore: 2 });
		await takeQuiz(client, 'cuoi-khoa');
		expect(await exam()).toMatchObject({
			attempts: 3,
			attemptsLeft: 0,
			open: null,
			bestScore: 4,
			passed: true,
		});
	});

	it('lists the courses enrolled in, implicitly too', async () => {
		const client = await server.guest();
		await send(client, event('lesson.opened', 'mat-khau'));
		const { body } = await client.get('/api/progress');
		expect(body.courses).toEqual([await progressOf(client)]);
		expect(body.courses[0].enrolledAt).toEqual(expect.any(String));
	});
});

describe('a lesson done by its checks', () => {
	it('is done when all are answered, rightly or not, and not before', async () => {
		const client = await server.guest();
		await check(client, 'ma-otp', 'kt-ma', false);
		expect((await progressOf(client)).lessons[1].doneAt).toBeNull();
		await check(client, 'ma-otp', 'kt-so', '999');
		const { doneAt } = (await progressOf(client)).lessons[1];
		expect(doneAt).toEqual(expect.any(String));
		const rows = await server.db
			.select()
			.from(lessonCompletion)
			.where(eq(lessonCompletion.learnerId, client.me!.id));
		expect(rows).toMatchObject([{ lessonId: 'ma-otp', by: 'checks' }]);
	});

	it('completes the course when it was the last thing missing', async () => {
		const client = await server.guest();
		await finishLessons(client, ['ma-otp', 'hoi-giup']);
		await takeQuiz(client, 'giua-khoa');
		await takeQuiz(client, 'cuoi-khoa');
		expect(await completionsOf(client)).toEqual([]);
		await check(client, 'mat-khau', 'kt-dai', 'dai');
		expect(await completionsOf(client)).toHaveLength(1);
	});

	it('completes the course when everything missing comes at the same time', async () => {
		for (let round = 0; round < 8; round += 1) {
			const client = await server.guest();
			await takeQuiz(client, 'giua-khoa');
			await takeQuiz(client, 'cuoi-khoa');
			await Promise.all(lessons.map((lesson) => send(client, event('lesson.done', lesson))));
			expect(await completionsOf(client)).toHaveLength(1);
		}
	});

	it('completes the course when its last lessons are done in two ways at the same time', async () => {
		for (let round = 0; round < 4; round += 1) {
			const client = await server.guest();
			await takeQuiz(client, 'giua-khoa');
			await takeQuiz(client, 'cuoi-khoa');
			await Promise.all([
				send(client, event('lesson.done', 'mat-khau'), event('lesson.done', 'hoi-giup')),
				check(client, 'ma-otp', 'kt-ma', true),
				check(client, 'ma-otp', 'kt-so', '12'),
			]);
			expect(await completionsOf(client)).toHaveLength(1);
		}
	});
});

describe('a new version of the course', () => {
	let own: TestServer;
	beforeAll(async () => {
		own = await startServer();
	});
	afterAll(() => own.close());

	it('never shows more than there is, takes no completion back, and follows renames', async () => {
		const [halfway, complete] = [await own.guest(), await own.account()];
		await finishLessons(halfway, ['mat-khau', 'hoi-giup']);
		await send(halfway, event('try.done', 'mat-khau', { item: 'doi-mat-khau' }));
		await takeQuiz(halfway, 'giua-khoa');
		expect(await progressOf(halfway)).toMatchObject({ done: 3, total: 5 });
		await completeCourse(complete);
		await server.vouch(complete);
		const before = await progressOf(complete);
		expect(before).toMatchObject({ done: 5, total: 5 });

		const folder = `${course}/vi`;
		const khmer = `${course}/km`;
		const yaml = own.read(`${course}/course.yaml`);
		const renamed = (file: string) => own.read(file).replace('id: mat-khau\n', 'id: mat-khau-dai\n');
		const result = await own.publish({
			[`${folder}/04-hoi-giup.md`]: null,
			[`${khmer}/04-hoi-giup.md`]: null,
			[`${folder}/01-mat-khau.md`]: renamed(`${folder}/01-mat-khau.md`),
			[`${khmer}/01-mat-khau.md`]: renamed(`${khmer}/01-mat-khau.md`),
			[`${course}/course.yaml`]: `${yaml}formerly: { mat-khau: mat-khau-dai }\nremoved: [hoi-giup]\n`,
		});
		expect(result?.errors).toEqual([]);

		const now = await progressOf(halfway);
		expect(now).toMatchObject({
			done: 2,
			total: 4,
			missing: { lessons: ['ma-otp'], quizzes: ['cuoi-khoa'] },
		});
		expect(now.version).not.toBe(before.version);
		expect(now.lessons).toEqual([
			{ id: 'mat-khau-dai', required: true, doneAt: expect.any(String), tries: ['doi-mat-khau'] },
			{ id: 'ma-otp', required: true, doneAt: null, tries: [] },
		]);
		expect(now.quizzes[0]).toMatchObject({ attempts: 1, bestScore: 6, passed: true });
		expect(await progressOf(complete)).toMatchObject({ done: 4, total: 4, completedAt: before.completedAt });

		await marksUnderTheOldName(before.version);
		await keepsWithoutTheLines(halfway, yaml, now);
		await asksForMore(complete, before.completedAt);
	});

	/** A device that still has the old pages: its lessons count under their new names. */
	async function marksUnderTheOldName(oldVersion: string) {
		const client = await own.guest();
		const receipt = await send(
			client,
			event('lesson.done', 'mat-khau'),
			event('lesson.done', 'hoi-giup', { version: oldVersion }),
			event('lesson.done', 'hoi-giup'),
		);
		expect(receipt.accepted).toHaveLength(2);
		expect(receipt.rejected).toHaveLength(1);
		expect(await progressOf(client)).toMatchObject({ done: 1, total: 4 });
	}

	/** An author may take the lines out once they are published. */
	async function keepsWithoutTheLines(client: Client, yaml: string, before: object) {
		const result = await own.publish({
			[`${course}/course.yaml`]: yaml.replace('vi: Khóa học thử', 'vi: Khóa học thử nữa'),
		});
		expect(result?.errors).toEqual([]);
		const now = await progressOf(client);
		expect(now).toEqual({ ...before, title: 'Khóa học thử nữa', version: now.version });
	}

	async function asksForMore(complete: Client, completedAt: string) {
		const result = await own.publish({
			[`${course}/vi/07-them.md`]: '---\nid: them\ntitle: Thêm\nsummary: Một bài nữa.\n---\n\nMột bài nữa.\n',
			[`${course}/km/07-them.md`]: '---\nid: them\ntitle: បន្ថែម\nsummary: មេរៀនមួយទៀត។\n---\n\nមេរៀនមួយទៀត។\n',
		});
		expect(result?.errors).toEqual([]);
		const more = await progressOf(complete);
		expect(more).toMatchObject({
			done: 4,
			total: 5,
			missing: { lessons: ['them'], quizzes: [] },
			completedAt,
		});
	}
});

describe('a device that names an old version of the course', () => {
	let own: TestServer;
	let older: string;
	/** The older version asks for no quiz, the newer one for two. */
	beforeAll(async () => {
		own = await startServer();
		const file = `${course}/course.yaml`;
		const text = own.read(file);
		const less = text.replace(/^requires: .*\n/m, '');
		expect(less).not.toBe(text);
		expect((await own.publish({ [file]: less }))!.errors).toEqual([]);
		older = (await own.anonymous.get(`/api/courses/${course}`)).body.version;
		expect((await own.publish({ [file]: text }))!.errors).toEqual([]);
	});
	afterAll(() => own.close());

	const last: [string, (client: Client) => Promise<unknown>][] = [
		[
			'a check',
			(client) =>
				client.post('/api/checks', {
					course,
					lesson: 'mat-khau',
					question: 'kt-dai',
					answer: 'dai',
					version: older,
				}),
		],
		['an event', (client) => send(client, event('lesson.done', 'mat-khau', { version: older }))],
	];
	it.each(last)(
		'has its lesson done by %s, and the course by what is asked for today',
		async (_by, finish) => {
			const client = await own.account();
			await finishLessons(client, ['ma-otp', 'hoi-giup']);
			await finish(client);
			const done = await own.db
				.select()
				.from(lessonCompletion)
				.where(eq(lessonCompletion.learnerId, client.me!.id));
			expect(done.find((row) => row.lessonId === 'mat-khau')).toMatchObject({ version: older });
			expect(await progressOf(client)).toMatchObject({ done: 3, total: 5, completedAt: null });
			const completions = await own.db
				.select()
				.from(courseCompletion)
				.where(eq(courseCompletion.learnerId, client.me!.id));
			expect(completions).toEqual([]);
			expect((await client.post('/api/certificates', { course })).status).toBe(409);
		},
	);
});

describe('an exam whose time is up and that was never handed in', () => {
	/** Answered rightly and left; nobody has looked at it since. */
	async function leaveExam(client: Client): Promise<{ id: string; deadline: string }> {
		const { body } = await client.post('/api/attempts', { course, quiz: 'cuoi-khoa', locale: 'vi' });
		for (const { id } of body.questions) await save(client, body.id, id, rightAnswer(id));
		return body;
	}

	it('counts as of its deadline, in one course and in all', async () => {
		const client = await server.account();
		await finishLessons(client);
		await takeQuiz(client, 'giua-khoa');
		const { id, deadline } = await leaveExam(client);
		expect(await progressOf(client)).toMatchObject({ quizzes: [{}, { open: id, passed: false }] });
		server.clock.advance(20 * minute + 50_000);
		expect(await progressOf(client)).toMatchObject({ quizzes: [{}, { open: id, passed: false }] });
		server.clock.advance(10 * minute);
		// Reading changes nothing; the server closes it by itself.
		expect(await progressOf(client)).toMatchObject({ quizzes: [{}, { open: id, passed: false }] });
		await server.runJobs();
		const whole = {
			done: 5,
			quizzes: [{}, { open: null, passed: true, bestScore: 4 }],
			completedAt: deadline,
		};
		expect((await client.get('/api/progress')).body.courses).toMatchObject([whole]);
		expect(await progressOf(client)).toMatchObject(whole);
	});

	it('counts for a certificate that is asked for at once', async () => {
		const client = await server.account();
		await finishLessons(client);
		await takeQuiz(client, 'giua-khoa');
		const { deadline } = await leaveExam(client);
		server.clock.advance(30 * minute);
		await server.vouch(client);
		const { status, body } = await client.post('/api/certificates', { course });
		expect([status, body.record?.completedAt]).toEqual([201, deadline]);
	});

	it('does not date the course before the last lesson', async () => {
		const client = await server.account();
		await finishLessons(client, lessons.slice(1));
		await takeQuiz(client, 'giua-khoa');
		await leaveExam(client);
		server.clock.advance(30 * minute);
		await finishLessons(client, lessons.slice(0, 1));
		server.clock.advance(30 * minute);
		await server.runJobs();
		const progress = await progressOf(client);
		expect(progress.done).toBe(5);
		expect(progress.completedAt).toBe(progress.lessons[0].doneAt);
	});
});
