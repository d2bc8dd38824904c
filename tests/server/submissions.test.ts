import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { messagesFor } from '#messages/index.ts';
import type { Submission } from '#schemas/attempt.ts';
import { attempt, courseCompletion, grading, lessonCompletion, response } from '#server/db/tables/index.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import { finishLessons } from './learning.ts';
import {
	course,
	courseFile,
	exam,
	examFile,
	expectProblem,
	minute,
	quiz,
	quizAnswers,
	quizFile,
	rightAnswer,
	save,
	start,
	submit,
	takeExam,
	wrongAnswer,
} from './quizzes.ts';

/** Who helped: an opaque id. */
const helper = '0192f0c1-7a55-7cde-8f00-00000000000b';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const gradingsOf = (id: string) => server.db.select().from(grading).where(eq(grading.attemptId, id));
const submissionOf = async (who: Client, id: string) =>
	(await who.get(`/api/attempts/${id}`)).body.submission as Submission | null;

/** Time passes while somebody works on an attempt. */
const work = () => server.clock.advance(minute);
/** Which quizzes the certificate of the course rests on, while something runs. */
const certifying = (quizzes: string, run: () => Promise<void>) => {
	const text = server.read(courseFile).replace('[giua-khoa, cuoi-khoa]', `[${quizzes}]`);
	return restoring({ [courseFile]: text }, run);
};

async function restoring(files: Record<string, string>, run: () => Promise<void>) {
	const before = Object.fromEntries(Object.keys(files).map((file) => [file, server.read(file)]));
	expect((await server.publish(files))!.errors).toEqual([]);
	try {
		await run();
	} finally {
		await server.publish(before);
	}
}

/** Where questions of the first lesson's competence are taught. */
const taught = { lesson: 'mat-khau', n: 1, title: expect.any(String), locale: 'vi', heading: null };

describe('a submission', () => {
	test('is graded by question, unanswered ones with 0, and tells why', () =>
		certifying(exam, async () => {
			const who = await server.guest();
			const { id } = await start(who, quiz);
			await save(who, id, 'mk', 'a');
			await save(who, id, 'giu-may', ['khoa'], 3);
			await save(who, id, 'hoi-otp', false);
			await save(who, id, 'gia', '35,5');
			const { status, body } = await submit(who, id);
			expect(status).toBe(200);
			expect(body).toEqual({
				attempt: id,
				score: 3,
				maxScore: 6,
				passed: false,
				competences: [],
				uncounted: null,
				waiting: 0,
				regradedAt: null,
				submittedAt: expect.any(String),
				laterAt: null,
				moreOnPassing: false,
				review: 'full',
				attemptsLeft: null,
				againFrom: null,
				lessons: [taught],
				verdicts: {
					mk: {
						score: 0,
						maxScore: 1,
						correct: false,
						feedback: 'Ai cũng thử dãy số này đầu tiên.',
						explanation: 'Mật khẩu tốt thì dài.',
						solution: 'b',
						teaches: [taught],
					},
					'giu-may': {
						score: 1,
						maxScore: 2,
						correct: 'partially',
						feedback: 'Đúng, ai nhặt được cũng không mở được.',
						remarks: [{ option: 'khoa', text: 'Đúng, ai nhặt được cũng không mở được.' }],
						explanation: 'Khóa và cập nhật.',
						solution: ['khoa', 'cap-nhat'],
						teaches: [taught],
					},
					'hoi-otp': { score: 1, maxScore: 1, correct: true, explanation: 'Không bao giờ.', solution: false },
					gia: { score: 1, maxScore: 1, correct: true, explanation: 'Mười lần ba nghìn rưỡi.', solution: 35 },
					'thu-do': {
						score: 0,
						maxScore: 1,
						correct: false,
						explanation: 'Hà Nội là thủ đô.',
						solution: 'Hà Nội',
					},
				},
			});
			expect(await submissionOf(who, id)).toEqual(body);
			const rows = await gradingsOf(id);
			expect(rows).toHaveLength(5);
			const { questions } = (await server.app.catalog.version(course))!.manifest;
			for (const row of rows)
				expect(row).toMatchObject({
					number: 1,
					keyHash: questions[row.questionId]!.key,
					gradedBy: 'rule',
					reason: 'submission',
				});
		}));

	test('speaks the attempt’s language', () =>
		certifying(exam, async () => {
			const who = await server.guest();
			const { id } = await start(who, quiz, { locale: 'km' });
			const { body } = await submit(who, id, { 'thu-do': 'ហាណូយ', mk: 'a' });
			expect(body.verdicts['thu-do']).toMatchObject({ correct: true, explanation: 'ហាណូយជារដ្ឋធានី។' });
			expect(body.verdicts.mk.feedback).toBe('អ្នកណាក៏សាកលេខនេះមុន។');
		}));

	test('passes at the pass mark', async () => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		const { body } = await submit(who, id, { ...quizAnswers, mk: 'a', 'giu-may': ['khoa', 'cho-muon'] });
		expect(body).toMatchObject({ score: 3, passed: false });
		const again = await start(who, quiz);
		expect(
			(await submit(who, again.id, { ...quizAnswers, 'giu-may': ['khoa', 'cho-muon'] })).body,
		).toMatchObject({
			score: 4,
			passed: true,
		});
	});

	test('may bring answers, which count before all that was saved', async () => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		await save(who, id, 'mk', 'a', 1_800_000_000_000);
		await save(who, id, 'hoi-otp', false, 4);
		const { body } = await submit(who, id, { mk: 'b', gia: '35', 'thu-do': null });
		expect(body.score).toBe(3);
		const { answers } = (await who.get(`/api/attempts/${id}`)).body;
		expect(answers.mk).toMatchObject({ answer: 'b', revision: 1_800_000_000_001 });
		expect(answers.gia).toMatchObject({ answer: 35, revision: 1 });
		expect(answers['hoi-otp']).toMatchObject({ answer: false, revision: 4 });
	});

	test('leaves an answer that it brings once more as it was saved', async () => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		await save(who, id, 'giu-may', ['cap-nhat', 'khoa'], 3);
		const { answers: before } = (await who.get(`/api/attempts/${id}`)).body;
		await server.lookAfter(who, helper);
		const context = { assistedBy: helper };
		await who.post(`/api/attempts/${id}/submission`, {
			answers: { 'giu-may': ['cap-nhat', 'khoa'], mk: 'b' },
			context,
		});
		const { answers } = (await who.get(`/api/attempts/${id}`)).body;
		expect(answers['giu-may']).toEqual(before['giu-may']);
		expect(answers.mk).toMatchObject({ answer: 'b', revision: 1 });
		const rows = await server.db.select().from(response).where(eq(response.attemptId, id));
		expect(rows.map(({ questionId, assistedBy }) => [questionId, assistedBy]).sort()).toEqual([
			['giu-may', null],
			['mk', helper],
		]);
	});

	test('keeps the context of the answers it brings', async () => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		await server.lookAfter(who, helper);
		const context = { channel: 'paper', assistedBy: helper, deviceTime: '2026-11-02T03:04:05Z' };
		await who.post(`/api/attempts/${id}/submission`, { answers: { mk: 'b' }, context });
		const [row] = await server.db.select().from(response).where(eq(response.attemptId, id));
		expect(row).toMatchObject({ channel: 'paper', assistedBy: helper, locale: 'vi', firstExposure: true });
		expect(row!.deviceTime!.toISOString()).toBe('2026-11-02T03:04:05.000Z');
	});

	test('with an answer that cannot be taken is 422, names each, and submits nothing', async () => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		const asked = { mk: 'x', gia: 'nhiều', 'hoi-otp': false, 'ck-1': 'a' };
		const { errors } = expectProblem(await submit(who, id, asked), 422, 'answer-unreadable');
		const { api } = messagesFor('vi');
		expect(errors).toEqual([
			{ path: '/answers/mk', message: api.answers['unknown-option'] },
			{ path: '/answers/gia', message: api.answers['not-a-number'] },
			{ path: '/answers/ck-1', message: api.failures['question-unknown'].detail({}) },
		]);
		expect((await who.get(`/api/attempts/${id}`)).body).toMatchObject({ answers: {}, submission: null });
		expect(await gradingsOf(id)).toEqual([]);
		expect((await submit(who, id, quizAnswers)).body).toMatchObject({ score: 6, passed: true });
	});

	test.each([
		['a list of answers', { answers: ['a'] }],
		['an unknown field', { answer: {} }],
		['a question that is no id', { answers: { 'Câu 1': 'a' } }],
		['an answer of a shape that no kind has', { answers: { mk: { id: { of: 'a' } } } }],
	])('%s is 400', async (_what, body) => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		expectProblem(await who.post(`/api/attempts/${id}/submission`, body), 400, 'bad-request');
		expect(await submissionOf(who, id)).toBeNull();
	});

	test('an answer of the shape of another kind is 422', async () => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		const body = { answers: { mk: { left: 'a' } } };
		const problem = expectProblem(
			await who.post(`/api/attempts/${id}/submission`, body),
			422,
			'answer-unreadable',
		);
		expect(problem.errors).toMatchObject([{ path: '/answers/mk' }]);
		expect(await submissionOf(who, id)).toBeNull();
	});
});

describe('repeated', () => {
	test('it is the same submission, whatever comes along', async () => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		const first = await submit(who, id, { mk: 'b' });
		server.clock.advance(minute);
		for (const answers of [undefined, quizAnswers, { mk: 'x' }])
			expect((await submit(who, id, answers)).body).toEqual(first.body);
		expect(await gradingsOf(id)).toHaveLength(5);
	});

	test('ten at once give one set of gradings', async () => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		await save(who, id, 'hoi-otp', false);
		const all = await Promise.all(
			Array.from({ length: 10 }, (_, n) => submit(who, id, n % 2 ? { mk: 'b' } : { gia: 35 })),
		);
		for (const one of all) expect(one).toMatchObject({ status: 200, body: all[0]!.body });
		expect(all[0]!.body.score).toBe(2);
		expect(await gradingsOf(id)).toHaveLength(5);
	});

	test('it tells the latest grading', async () => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		expect((await submit(who, id, { ...quizAnswers, mk: 'a', 'giu-may': [] })).body.score).toBe(3);
		const [row] = await server.db
			.select()
			.from(grading)
			.where(and(eq(grading.attemptId, id), eq(grading.questionId, 'mk')));
		await server.db
			.insert(grading)
			.values({ ...row!, number: 2, score: 1, correct: 'true', reason: 'regrade' });
		// Whoever grades keeps the totals.
		await server.db.update(attempt).set({ score: 4, passed: true }).where(eq(attempt.id, id));
		const { body } = await submit(who, id);
		expect(body).toMatchObject({ score: 4, passed: true });
		expect(body.verdicts.mk).toMatchObject({ score: 1, correct: true });
		const { attempts } = (await who.get('/api/attempts')).body;
		expect(attempts[0]).toMatchObject({ id, score: 4, passed: true });
	});
});

test('an attempt is graded on the version it was started on', async () => {
	const who = await server.guest();
	const { id, version } = await start(who, quiz);
	work();
	const text = server.read(quizFile);
	const changed = text.replace('- [ ] 12345678', '- [x] 12345678').replace('- [x] chim-sẻ', '- [ ] chim-sẻ');
	await restoring({ [quizFile]: changed.replace('= 35 ± 0,5', '= 40') }, async () => {
		const { body } = await submit(who, id, quizAnswers);
		expect(body).toMatchObject({ score: 6, verdicts: { mk: { solution: 'b' }, gia: { solution: 35 } } });
		const next = await start(who, quiz);
		expect(next.version).not.toBe(version);
		work();
		expect((await submit(who, next.id, quizAnswers)).body).toMatchObject({
			score: 4,
			verdicts: { mk: { solution: 'a' } },
		});
		expect(await submissionOf(who, id)).toEqual(body);
	});
	expect((await submissionOf(who, id))!.score).toBe(6);
});

describe('what an exam shows', () => {
	const shown = (submission: Submission) => ({
		review: submission.review,
		left: submission.attemptsLeft,
		open: Object.values(submission.verdicts).every((each) => 'explanation' in each && 'solution' in each),
		none: Object.values(submission.verdicts).every(
			(each) => !('explanation' in each) && !('solution' in each),
		),
	});
	const hidden = { review: 'verdicts', open: false, none: true };
	const opened = { review: 'full', open: true, none: false };

	test('right, wrong and the feedback of what was chosen; all once it is passed, of earlier attempts too', async () => {
		const who = await server.guest();
		const { attempt: one, submission } = await takeExam(who, wrongAnswer, work);
		expect(shown(submission)).toEqual({ ...hidden, left: 2 });
		for (const [id, verdict] of Object.entries((submission as Submission).verdicts)) {
			const feedback = `Góp ý bí mật ${id.slice(3)}${wrongAnswer(id)}.`;
			const { teaches: _teaches, ...told } = verdict;
			expect(told).toEqual({ score: 0, maxScore: 1, correct: false, feedback });
		}
		const { submission: passed } = await takeExam(who, rightAnswer, work);
		expect(passed).toMatchObject({ score: 4, passed: true });
		expect(shown(passed)).toEqual({ ...opened, left: 1 });
		expect(shown((await submit(who, one.id)).body)).toEqual({ ...opened, left: 1 });
		expect(shown((await submissionOf(who, one.id))!)).toEqual({ ...opened, left: 1 });
	});

	test('nothing of its keys to who has not passed it, though no attempt is left', async () => {
		const who = await server.guest();
		for (const left of [2, 1, 0]) {
			const { submission } = await takeExam(who, wrongAnswer, work);
			expect(shown(submission)).toEqual({ ...hidden, left });
		}
	});

	test('nothing of its keys for an attempt that took no time, though it was passed', async () => {
		const who = await server.guest();
		const { attempt: quick, submission } = await takeExam(who, rightAnswer);
		expect(submission).toMatchObject({ passed: true });
		expect(shown(submission)).toEqual({ ...hidden, left: 2 });
		const { attempt: worked } = await takeExam(who, rightAnswer, work);
		expect(shown((await submissionOf(who, worked.id))!).review).toBe('full');
		expect(shown((await submissionOf(who, quick.id))!).review).toBe('verdicts');
	});

	/** No certificate rests on the exam, and waiting gives no other attempt. */
	const lastIsLast = (run: () => Promise<void>) =>
		certifying(quiz, () => {
			const kmFile = examFile.replace('/vi/', '/km/');
			const strict = (file: string) =>
				server.read(file).replace('attempts: 3', 'attempts: 3\nretry_after: none');
			return restoring({ [examFile]: strict(examFile), [kmFile]: strict(kmFile) }, run);
		});

	test('nothing more while waiting gives another attempt, where no certificate rests on it either', () =>
		certifying(quiz, async () => {
			const who = await server.guest();
			for (const left of [2, 1, 0]) {
				const { submission } = await takeExam(who, wrongAnswer, work);
				expect(shown(submission)).toEqual({ ...hidden, left });
			}
		}));

	test('lessons to look at again: of what was wrong; of all where the score alone is told', async () => {
		const who = await server.guest();
		const { attempt, submission: all } = await takeExam(who, wrongAnswer, work);
		expect(all.lessons.length).toBeGreaterThan(0);
		const numbers = all.lessons.map(({ n }: { n: number }) => n);
		expect(numbers).toEqual([...new Set(numbers)].sort());
		for (const { teaches = [] } of Object.values((all as Submission).verdicts))
			for (const { lesson } of teaches)
				expect(all.lessons).toContainEqual(expect.objectContaining({ lesson }));
		const { submission: none } = await takeExam(who, rightAnswer, work);
		expect(none.lessons).toEqual([]);
		for (const verdict of Object.values((none as Submission).verdicts))
			expect(verdict).not.toHaveProperty('teaches');
		expect(attempt.questions.every((question: object) => !('hint' in question))).toBe(true);
	});

	test('all once no attempt is left, where no certificate rests on it, and not while the last is open', () =>
		lastIsLast(async () => {
			const who = await server.guest();
			const { attempt: one } = await takeExam(who, wrongAnswer, work);
			const { attempt: quick } = await takeExam(who, wrongAnswer);
			const last = await start(who, exam);
			expect(shown((await submissionOf(who, one.id))!)).toEqual({ ...hidden, left: 0 });
			expect(shown((await submit(who, last.id)).body)).toEqual({ ...hidden, left: 0 });
			expect(shown((await submissionOf(who, one.id))!)).toEqual({ ...opened, left: 0 });
			// What was not worked at opens nothing.
			expect(shown((await submissionOf(who, quick.id))!)).toEqual({ ...hidden, left: 0 });
		}));

	test('follows the author, who allows more attempts, and for attempts begun from then on the review', () =>
		lastIsLast(async () => {
			const who = await server.guest();
			const { attempt: one } = await takeExam(who, wrongAnswer, work);
			for (let n = 0; n < 2; n += 1) await takeExam(who, wrongAnswer, work);
			expect(shown((await submissionOf(who, one.id))!).review).toBe('full');
			const vi = server.read(examFile);
			const kmFile = examFile.replace('/vi/', '/km/');
			const km = server.read(kmFile);
			const with5 = (text: string) => text.replace('attempts: 3', 'attempts: 5');
			await restoring({ [examFile]: with5(vi), [kmFile]: with5(km) }, async () => {
				expect(shown((await submissionOf(who, one.id))!)).toEqual({ ...hidden, left: 2 });
			});
			const scoreOnly = (text: string) => text.replace('kind: exam', 'kind: exam\nreview: score');
			await restoring({ [examFile]: scoreOnly(vi), [kmFile]: scoreOnly(km) }, async () => {
				// What was promised when the attempt began holds.
				expect((await submissionOf(who, one.id))!).toMatchObject({ review: 'full', score: 0, maxScore: 4 });
				const other = await server.guest();
				const { submission: failed } = await takeExam(other, wrongAnswer);
				expect(failed).toMatchObject({ review: 'score', score: 0, maxScore: 4 });
				for (const verdict of Object.values((failed as Submission).verdicts))
					expect(verdict).toEqual({ score: 0, maxScore: 1, correct: null });
				// Which lessons are named says nothing of the answers.
				const { attempt: asked, submission: right } = await takeExam(other, rightAnswer);
				const { lessons } = right as Submission;
				expect(lessons.length).toBeGreaterThan(0);
				const skills = new Set(asked.questions.map(({ skill }) => skill));
				expect(lessons.length).toBe([...skills].filter((skill) => /:4[.][12]$/.test(skill ?? '')).length);
				const { submission: passed } = await takeExam(other, rightAnswer);
				expect(passed).toMatchObject({ score: 4, passed: true, review: 'score' });
				expect(Object.values((passed as Submission).verdicts).map((each) => each.correct)).toEqual(
					Array(4).fill(null),
				);
			});
		}));
});

describe('when time is up', () => {
	test('what was saved is submitted, as of the deadline', async () => {
		const who = await server.guest();
		const { id, questions, deadline } = await start(who, exam);
		const first = questions[0]!;
		await save(who, id, first.id, rightAnswer(first.id));
		server.clock.advance(30 * minute);
		const { status, body } = await submit(who, id);
		expect(status).toBe(200);
		expect(body).toMatchObject({ score: 1, maxScore: 4, submittedAt: deadline });
	});

	test('answers that come along are refused, and what was saved still counts', async () => {
		const who = await server.guest();
		const { id, questions } = await start(who, exam);
		const first = questions[0]!;
		await save(who, id, first.id, rightAnswer(first.id));
		server.clock.advance(30 * minute);
		const answers = Object.fromEntries(questions.map((question) => [question.id, rightAnswer(question.id)]));
		expectProblem(await submit(who, id, answers), 409, 'attempt-late');
		expect((await submissionOf(who, id))!.score).toBe(1);
		expect((await submit(who, id, answers)).body.score).toBe(1);
	});

	test('answers that come within a minute count', async () => {
		const who = await server.guest();
		const { id, questions } = await start(who, exam);
		server.clock.advance(20 * minute + 50_000);
		const answers = Object.fromEntries(questions.map((question) => [question.id, rightAnswer(question.id)]));
		expect((await submit(who, id, answers)).body).toMatchObject({ score: 4, passed: true });
	});
});

test('the last thing missing completes the course, once', async () => {
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
	const completions = () =>
		server.db.select().from(courseCompletion).where(eq(courseCompletion.learnerId, learnerId));
	await submit(who, (await start(who, quiz)).id, quizAnswers);
	await takeExam(who, wrongAnswer);
	expect(await completions()).toEqual([]);
	const last = await start(who, exam);
	const answers = Object.fromEntries(last.questions.map(({ id }) => [id, rightAnswer(id)]));
	await Promise.all(Array.from({ length: 5 }, () => submit(who, last.id, answers)));
	expect(await completions()).toMatchObject([{ courseId: course, cycle: 1, version: last.version }]);
	await takeExam(who, wrongAnswer);
	expect(await completions()).toHaveLength(1);
});

test('nothing is left half done when grading fails', async () => {
	const who = await server.guest();
	const { id } = await start(who, quiz);
	await server.db.execute(
		sql`alter table grading add constraint refuse check (question_id <> 'mk') not valid`,
	);
	expect((await submit(who, id, { gia: 35 })).status).toBe(500);
	const [stored] = await server.db.select().from(attempt).where(eq(attempt.id, id));
	expect(stored!.submittedAt).toBeNull();
	expect((await who.get(`/api/attempts/${id}`)).body.answers).toEqual({});
	await server.db.execute(sql`alter table grading drop constraint refuse`);
	expect((await submit(who, id, { gia: 35 })).body.score).toBe(1);
});

test('starting takes one statement that reads and one that writes, handing in one that writes', async () => {
	const who = await server.guest();
	await submit(who, (await start(who, quiz)).id, quizAnswers);
	const query = vi.spyOn(server.database, 'query');
	// Selections are not counted: the catalog is looked at each second.
	const others = [vi.spyOn(server.db, 'execute'), vi.spyOn(server.db, 'transaction')];
	try {
		const { id } = await start(who, quiz, { id: randomUUID() });
		expect(query).toHaveBeenCalledTimes(2);
		await save(who, id, 'mk', 'a');
		expect(query).toHaveBeenCalledTimes(3);
		// Practice in between counts for the course too, and is no surprise.
		await who.post('/api/checks', { course, question: 'kt-dai', answer: 'dai' });
		expect(query).toHaveBeenCalledTimes(4);
		expect((await submit(who, id, quizAnswers)).body.score).toBe(6);
		expect(query).toHaveBeenCalledTimes(5);
		for (const other of others) expect(other).not.toHaveBeenCalled();
	} finally {
		for (const spy of [query, ...others]) spy.mockRestore();
	}
});

describe('what this process knows of an attempt is not believed', () => {
	/** As another process would save it. */
	const saveElsewhere = (id: string, question: string, answer: unknown, revision: number) =>
		server.db.execute(sql`
			insert into response (learner_id, attempt_id, question_id, key_hash, answer, revision, first_exposure,
				first_saved_at, saved_at, locale)
			select learner_id, id, ${question}, 'hash', ${JSON.stringify({ answer })}::text::jsonb, ${revision}, true,
				now(), now(), 'vi'
			from attempt where id = ${id}::uuid
			on conflict (learner_id, attempt_id, question_id) do update
			set answer = excluded.answer, revision = excluded.revision`);

	test('where an answer was saved elsewhere', async () => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		await save(who, id, 'mk', 'a');
		await saveElsewhere(id, 'mk', 'b', 2);
		await saveElsewhere(id, 'gia', 35, 1);
		expect((await submit(who, id)).body.score).toBe(2);
		const graded = await gradingsOf(id);
		expect(
			graded
				.filter(({ correct }) => correct === 'true')
				.map(({ questionId }) => questionId)
				.sort(),
		).toEqual(['gia', 'mk']);
	});

	test('where it was submitted elsewhere', async () => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		await save(who, id, 'mk', 'b');
		const first = (await submit(who, id)).body;
		const again = await start(who, quiz);
		await save(who, again.id, 'mk', 'b');
		await server.db.execute(sql`
			update attempt set submitted_at = now(), score = 0, max_score = 6, passed = false where id = ${again.id}::uuid`);
		expect((await save(who, again.id, 'gia', 35)).status).toBe(409);
		expect((await submit(who, again.id, quizAnswers)).body).toMatchObject({ score: 0, passed: false });
		expect(await gradingsOf(again.id)).toEqual([]);
		expect((await submit(who, id)).body).toEqual(first);
	});

	test('where the last lesson was done elsewhere: handing in completes the course', async () => {
		const who = await server.guest();
		await finishLessons(who, ['mat-khau', 'ma-otp']);
		await takeExam(who, rightAnswer);
		const { id } = await start(who, quiz);
		await server.db.execute(sql`
			insert into lesson_completion (learner_id, course_id, lesson_id, version, done_at, "by")
			select learner_id, course_id, 'hoi-giup', version, now(), 'marked' from attempt where id = ${id}::uuid`);
		expect((await submit(who, id, quizAnswers)).body.passed).toBe(true);
		const completed = await server.db
			.select()
			.from(courseCompletion)
			.where(eq(courseCompletion.learnerId, who.me!.id));
		expect(completed).toMatchObject([{ courseId: course, cycle: 1 }]);
	});
});

test('attempts of many learners that are handed in at once are each graded once, by their own answers', async () => {
	const people = await Promise.all(Array.from({ length: 12 }, () => server.guest()));
	const ids = await Promise.all(people.map(async (who) => (await start(who, quiz)).id));
	const answers = people.map((_, n) => ({
		...quizAnswers,
		...(n % 2 && { mk: 'a' }),
		...(n % 3 && { gia: '1' }),
	}));
	const replies = await Promise.all(
		people.flatMap((who, n) => [submit(who, ids[n]!, answers[n]), submit(who, ids[n]!, answers[n])]),
	);
	for (const [n, id] of ids.entries()) {
		const [one, two] = replies.slice(2 * n, 2 * n + 2);
		expect(one!.body).toEqual(two!.body);
		expect(one!.body.score).toBe(6 - Number(n % 2 > 0) - Number(n % 3 > 0));
		expect(await gradingsOf(id)).toHaveLength(5);
	}
});
