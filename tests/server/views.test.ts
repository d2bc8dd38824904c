/** What each page shows, from one call: the same as the parts of the API say, put together for whoever asks. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { courseHere, currentHere, lessonHere } from '#lib/offline/progress-here.ts';
import type { CourseView } from '#schemas/views/courses.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import { completeCourse, course, event, finishLessons, lessons, send, takeQuiz } from './learning.ts';
import { expectProblem, start } from './quizzes.ts';

let server: TestServer;
let learner: Client;

beforeAll(async () => {
	server = await startServer();
	learner = await server.account();
});
afterAll(() => server.close());

const view = async (who: Client, path: string) => {
	const { status, body } = await who.get(`/api/views${path}`);
	expect(status, JSON.stringify(body)).toBe(200);
	const { address: _how, ...shown } = body;
	return shown;
};
const part = async (who: Client, path: string) => (await who.get(`/api${path}`)).body;
const me = (who: Client) => ({
	id: who.me!.id,
	guest: who.me!.guest,
	shared: who.me!.shared,
	targetGroup: who.me!.targetGroup,
	codesMade: who.me!.codesMade,
	guests: [],
});

interface Item {
	id: string;
	title: string;
	locale: string;
	required: boolean;
}
/** Lessons and quizzes in their order, none of them done. */
const wayOf = (whole: { outline: { kind: string; id: string }[]; lessons: Item[]; quizzes: Item[] }) =>
	whole.outline.map(({ kind, id }) => {
		const { title, locale, required } = [...whole.lessons, ...whole.quizzes].find((item) => item.id === id)!;
		return { kind, id, title, locale, required, done: false };
	});

/** A device knows what is done, and has the course as a visitor sees it: of that it says what the server says. */
describe('without a network, a device', () => {
	it('says of a course, a lesson and the start page what the server says', async () => {
		const who = await server.account();
		const visitors = (await server.anonymous.get(`/api/views/courses/${course}?locale=vi`))
			.body as CourseView;
		const steps = [
			() => finishLessons(who, lessons.slice(0, 1)),
			() => takeQuiz(who, 'giua-khoa'),
			() => finishLessons(who, lessons.slice(1)),
			() => takeQuiz(who, 'cuoi-khoa'),
		];
		for (const step of steps) {
			await step();
			const known = await view(who, `/courses/${course}?locale=vi`);
			const here = courseHere(visitors, { done: known.done, issued: known.progress.issued });
			expect(here.done).toEqual(known.done);
			expect(here.next).toEqual(known.next);
			expect(here.progress).toMatchObject({
				done: known.progress.done,
				total: known.progress.total,
				missing: known.progress.missing,
			});
			expect(Boolean(here.progress?.completedAt)).toBe(Boolean(known.progress.completedAt));
			const { current } = await view(who, '/home?locale=vi');
			expect(currentHere(visitors, { done: known.done, issued: null })).toEqual(current);
			const id = lessons[0]!;
			const lesson = await view(who, `/courses/${course}/lessons/${id}?locale=vi`);
			const said = lessonHere(
				visitors,
				{ done: known.done, issued: null },
				{ id, isNew: true, allTried: false },
			);
			expect(said.way).toEqual(lesson.way);
			const { praise: _praise, course: _after, ...end } = lesson.end;
			expect(said.end).toMatchObject(end);
		}
	});
});

describe('visitors', () => {
	it.each([
		['/courses?locale=vi', '/courses?locale=vi', 'courses'],
		['/home?locale=vi', '/tracks?locale=vi', 'tracks'],
	])('%s has what %s says', async (path, parts, key) => {
		const { me: who, ...shown } = await view(server.anonymous, path);
		expect(who).toBeNull();
		expect(shown[key]).toEqual((await part(server.anonymous, parts))[key]);
	});

	it('a course, a lesson, a quiz, a track, each with nothing of anybody', async () => {
		const whole = await part(server.anonymous, `/courses/${course}?locale=vi`);
		const ids = [...new Set<string>(whole.skills.map(({ framework }: { framework: string }) => framework))];
		expect(ids).toContain('mau');
		expect(await view(server.anonymous, `/courses/${course}?locale=vi`)).toMatchObject({
			me: null,
			course: whole,
			progress: null,
			done: [],
			next: { kind: 'start', id: lessons[0], n: 1 },
			frameworks: await Promise.all(ids.map((id) => part(server.anonymous, `/frameworks/${id}?locale=vi`))),
		});
		expect(await view(server.anonymous, `/courses/${course}/lessons/mat-khau?locale=vi`)).toEqual({
			me: null,
			lesson: await part(server.anonymous, `/courses/${course}/lessons/mat-khau?locale=vi`),
			done: false,
			tried: [],
			way: {
				parts: [{ title: null, locale: 'vi', items: wayOf(whole) }],
				certificate: 'open',
			},
			end: null,
		});
		expect(await view(server.anonymous, `/courses/${course}/lessons/mat-khau/paper?locale=vi`)).toEqual({
			me: null,
			lesson: await part(server.anonymous, `/courses/${course}/lessons/mat-khau?locale=vi`),
			skills: [{ title: expect.stringMatching(/\S/) as string, locale: 'vi' }],
		});
		expect(await view(server.anonymous, `/courses/${course}/quizzes/giua-khoa?locale=vi`)).toEqual({
			me: null,
			course: { id: course, title: whole.title },
			quiz: whole.quizzes.find(({ id }: { id: string }) => id === 'giua-khoa'),
			locales: ['vi', 'km'],
			calendar: null,
			standing: null,
			granted: null,
			attempts: [],
			open: null,
			next: { kind: 'start', id: lessons[0], n: 1 },
		});
		expect(await view(server.anonymous, '/tracks/moi-nguoi?locale=vi')).toEqual({
			me: null,
			track: await part(server.anonymous, '/tracks/moi-nguoi?locale=vi'),
			standings: [],
		});
	});
});

describe('how a view addresses its reader', () => {
	const addressed = async (who: Client, path: string) => (await part(who, `/views${path}`)).address;

	it('is as the track of the course does, whoever reads', async () => {
		const { quizzes } = await part(learner, `/courses/${course}`);
		for (const path of ['', '/lessons/mat-khau', `/quizzes/${quizzes[0].id}`])
			for (const who of [learner, server.anonymous])
				expect([path, await addressed(who, `/courses/${course}${path}`)]).toEqual([path, 'bác']);
		expect(await addressed(server.anonymous, '/tracks/moi-nguoi')).toBe('bác');
	});

	it('elsewhere is as the track of the reader’s group does', async () => {
		const who = await server.account();
		expect([await addressed(who, '/home'), await addressed(server.anonymous, '/home')]).toEqual([
			'bạn',
			'bạn',
		]);
		await who.patch('/api/me', { targetGroup: 'citizens' });
		for (const path of ['/home', '/learning', '/settings', '/courses'])
			expect([path, await addressed(who, path)]).toEqual([path, 'bác']);
	});

	it('or of the group that the reader chose, where they have told none', async () => {
		const who = await server.account();
		for (const each of [server.anonymous, who]) {
			expect(await addressed(each, '/home?group=citizens')).toBe('bác');
			expect(await addressed(each, '/home?group=students')).toBe('bạn');
			expect(await addressed(each, `/courses/${course}?group=students`)).toBe('bác');
		}
		expect(await addressed(who, '/learning?locale=km&group=citizens')).toBe('bác');
		await who.patch('/api/me', { targetGroup: 'students' });
		expect(await addressed(who, '/home?group=citizens')).toBe('bạn');
		expectProblem(await server.anonymous.get('/api/views/home?group=nobody'), 400, 'bad-request');
	});

	it('is not said of a refusal', async () => {
		expect(await part(learner, '/views/courses/khong-co')).not.toHaveProperty('address');
	});
});

describe('learners', () => {
	it('see who they are, and no name where a page shows none', async () => {
		for (const path of ['/home', '/courses', `/courses/${course}`, `/courses/${course}/lessons/mat-khau`])
			expect((await view(learner, path)).me).toEqual(me(learner));
		const own = await part(learner, '/me');
		expect((await view(learner, '/learning')).me).toEqual(own);
		expect((await view(learner, '/certificates')).me).toEqual(own);
	});

	it('see the codes that were made for their account, all of them, beside their settings', async () => {
		const who = await server.account();
		expect(await view(who, '/settings')).toEqual({
			me: await part(who, '/me'),
			about: { birthYear: null, residence: null },
			codes: [],
		});
		const admin = await server.account({ role: 'admin', name: 'Quản Trị Mẫu' });
		await admin.post('/api/recovery-codes', { username: who.me!.username });
		const { codes } = await view(who, '/settings');
		expect(codes).toMatchObject([{ by: 'Quản Trị Mẫu' }]);
		expect(codes).toEqual((await part(who, '/me/recovery-codes')).codes);
		expect((await view(await server.guest(), '/settings')).codes).toEqual([]);
		expect(await view(server.anonymous, '/settings')).toEqual({ me: null, about: null, codes: [] });
	});

	it('see whom they look after, as far as their roles go', async () => {
		const helper = await server.account({ role: 'facilitator' });
		const made = await helper.post('/api/care', { displayName: 'Nguyễn Thị Lan', locale: 'vi' });
		expect(await view(helper, '/helper')).toMatchObject({ people: [made.body], gives: false });
		const admin = await server.account({ role: 'admin' });
		expect(await view(admin, '/helper')).toMatchObject({ people: [], gives: true });
		const own = await part(learner, '/me');
		const nobody = { people: null, corrections: null, gives: false };
		expect(await view(learner, '/helper')).toEqual({ me: own, ...nobody });
	});

	it('see what they have done of a lesson, at once', async () => {
		const who = await server.guest();
		const path = `/courses/${course}/lessons/mat-khau?locale=vi`;
		const { tries } = await part(who, path);
		expect(await view(who, path)).toMatchObject({ done: false, tried: [] });
		await send(who, event('try.done', 'mat-khau', { item: tries[0] }), event('lesson.done', 'mat-khau'));
		expect(await view(who, path)).toMatchObject({ done: true, tried: [tries[0]] });
		await send(who, event('try.undone', 'mat-khau', { item: tries[0] }));
		expect((await view(who, path)).tried).toEqual([]);
	});

	it('are told what came of a lesson that they have done, and what comes next', async () => {
		const who = await server.guest();
		const path = (lesson: string) => `/courses/${course}/lessons/${lesson}?locale=vi`;
		const [first = '', second = '', ...others] = lessons;
		await finishLessons(who, [first]);
		const { end, way } = await view(who, path(first));
		expect(end).toMatchObject({
			praise: 'first',
			left: lessons.length - 1,
			part: null,
			skills: [],
			course: null,
		});
		expect(end.onward).toMatchObject({ kind: 'lesson', id: second, done: false });
		expect(
			way.parts.flatMap(({ items }: { items: { id: string; done: boolean }[] }) => items),
		).toContainEqual(expect.objectContaining({ id: first, done: true }));
		expect((await view(who, path(second))).end).toBeNull();
		await finishLessons(who, others);
		// Who skipped one is led back to it from the last.
		const last = (await view(who, path(others.at(-1)!))).end;
		expect(last).toMatchObject({ left: 1, skills: [] });
		await finishLessons(who, [second]);
		const all = (await view(who, path(second))).end;
		expect(all.left).toBe(0);
		expect(all.skills.length).toBeGreaterThan(0);
		expect(all.skills.join()).toMatch(/\p{L}/u);
	});

	it('see that the certificate is theirs to ask for, and once it is there', async () => {
		const who = await server.account();
		await completeCourse(who);
		const path = `/courses/${course}/lessons/mat-khau?locale=vi`;
		expect((await view(who, path)).way.certificate).toBe('ready');
	});

	it('are led back to the quiz that they began, by its name, and see how far they are in lists', async () => {
		const who = await server.guest();
		await finishLessons(who, ['mat-khau']);
		const attempt = await start(who, 'giua-khoa');
		const { current, starts } = await view(who, '/home?locale=vi');
		const { quizzes } = await part(who, `/courses/${course}?locale=vi`);
		const { title } = quizzes.find(({ id }: { id: string }) => id === 'giua-khoa');
		expect(current.open).toEqual({ id: attempt.id, title, locale: 'vi' });
		expect(current.step.title).toEqual(expect.any(String));
		expect(starts).toMatchObject([{ track: 'moi-nguoi', course: { id: course }, lesson: lessons[0] }]);
		const standings = [{ course, done: current.done, total: current.total }];
		expect(await view(who, '/courses')).toMatchObject({ standings });
		expect(await view(who, '/tracks/moi-nguoi')).toMatchObject({ standings });
	});

	it('see the next step of the course they learned in last', async () => {
		const who = await server.guest();
		expect((await view(who, '/home')).current).toBeNull();
		await finishLessons(who, ['mat-khau']);
		const progress = await part(who, `/progress/${course}`);
		const { current } = await view(who, '/home?locale=vi');
		expect(current).toMatchObject({ course: { id: course }, done: progress.done, total: progress.total });
		const shown = await view(who, `/courses/${course}?locale=vi`);
		expect(shown).toMatchObject({ progress, done: ['lesson/mat-khau'], next: current.next });
		expect(current.next).toMatchObject({ kind: 'lesson', id: lessons[1], n: 2 });
		const { courses } = await view(who, '/learning?locale=vi');
		const { next, step, open } = current;
		const { lessons: ofLessons, quizzes: ofQuizzes } = progress.missing;
		const left = { lessons: ofLessons.length, quizzes: ofQuizzes.length };
		expect(courses).toMatchObject([{ standing: progress, next, step, open, left, certifies: true }]);
	});

	it('see their attempts at a quiz: the open one by its id, the others latest first', async () => {
		const who = await server.guest();
		const path = `/courses/${course}/quizzes/giua-khoa?locale=vi`;
		await takeQuiz(who, 'giua-khoa', 1);
		await takeQuiz(who, 'giua-khoa');
		const { id } = await start(who, 'giua-khoa');
		const all = (await part(who, `/attempts?course=${course}`)).attempts;
		const shown = await view(who, path);
		const submitted = all.slice(1) as { id: string; number: number; submittedAt: string }[];
		expect(shown.open).toBe(id);
		expect(submitted).toMatchObject(shown.attempts);
		expect(shown.attempts.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
		const { quizzes } = await part(who, `/progress/${course}`);
		const { attemptsLeft, againFrom, passed, ...more } = shown.standing;
		expect(quizzes.find((quiz: { id: string }) => quiz.id === 'giua-khoa')).toMatchObject({
			attemptsLeft,
			againFrom,
			passed,
		});
		expect(more).toEqual({ refusal: null, closesAt: null, extraMinutes: 0 });
		const { groups } = await view(who, '/answers?locale=vi');
		expect(groups).toMatchObject([{ course, quizzes: [{ quiz: 'giua-khoa', attempts: all }] }]);
		expect((await view(who, '/learning')).hasAttempts).toBe(true);
	});

	it('see how long the lessons and quizzes of this week take, and no others', async () => {
		const who = await server.guest();
		expect((await view(who, '/learning')).week).toEqual({ lessons: 0, quizzes: 0, minutes: 0 });
		await finishLessons(who, ['mat-khau']);
		const attempt = await start(who, 'giua-khoa');
		const whole = await part(who, `/courses/${course}`);
		const takes = (items: { id: string; takes: number }[], id: string) =>
			items.find((item) => item.id === id)!.takes;
		const lesson = takes(whole.lessons, 'mat-khau');
		expect((await view(who, '/learning')).week).toEqual({ lessons: 1, quizzes: 0, minutes: lesson });
		await who.post(`/api/attempts/${attempt.id}/submission`, {});
		const minutes = lesson + takes(whole.quizzes, 'giua-khoa');
		expect((await view(who, '/learning')).week).toEqual({ lessons: 1, quizzes: 1, minutes });
		server.clock.advance(8 * 24 * 3_600_000);
		try {
			expect((await view(who, '/learning')).week).toEqual({ lessons: 0, quizzes: 0, minutes: 0 });
		} finally {
			server.clock.advance(-8 * 24 * 3_600_000);
		}
	});

	it('see an attempt, and its result with what comes next', async () => {
		const who = await server.guest();
		const { id } = await start(who, 'giua-khoa');
		expect((await view(who, `/attempts/${id}`)).attempt).toEqual(await part(who, `/attempts/${id}`));
		await takeQuiz(who, 'giua-khoa');
		expect(await view(who, `/attempts/${id}/result?locale=vi`)).toMatchObject({
			attempt: await part(who, `/attempts/${id}`),
			course: { id: course },
			next: { kind: 'lesson', id: lessons[0] },
			passedBefore: true,
		});
	});

	it('see their certificates and what is left for the next', async () => {
		const who = await server.account();
		await finishLessons(who, ['mat-khau']);
		const [{ left, isReady }] = (await view(who, '/certificates?locale=vi')).candidates;
		expect(isReady).toBe(false);
		const { missing } = await part(who, `/progress/${course}`);
		expect(left).toHaveLength(missing.lessons.length + missing.quizzes.length);
		expect(left.map(({ id }: { id: string }) => id)).toEqual(
			expect.arrayContaining([...missing.lessons, ...missing.quizzes]),
		);
		await completeCourse(who);
		await server.vouch(who);
		expect((await view(who, '/certificates')).candidates).toMatchObject([
			{ id: course, isReady: true, left: [] },
		]);
		const made = (await who.post('/api/certificates', { course })).body;
		expect(await view(who, '/certificates')).toMatchObject({ certificates: [made], candidates: [] });
		expect((await view(who, '/learning')).certificates).toEqual([made]);
		expect(await view(who, `/certificates/${made.serial}`)).toMatchObject({
			certificate: made,
			isHolder: true,
		});
		expect(await view(learner, `/certificates/${made.serial}`)).toMatchObject({ isHolder: false });
		expect(await view(server.anonymous, `/certificates/${made.serial}`)).toMatchObject({
			me: null,
			isHolder: false,
		});
	});

	it('see what becomes of a name that they asked for, and nobody else does', async () => {
		const who = await server.account({ name: 'Nguyen Thi Hoa' });
		await completeCourse(who);
		await server.vouch(who);
		const { serial } = (await who.post('/api/certificates', { course })).body;
		const address = `/api/certificates/${serial}/correction`;
		const page = (client = who, of = serial) => view(client, `/certificates/${of}`);
		expect(await page()).toMatchObject({ correction: null, freeCorrections: 2 });
		const asked = (await who.post(address, { displayName: 'Trần Thị Lan' })).body;
		expect(await page()).toMatchObject({ correction: asked, freeCorrections: 2 });
		expect((await view(who, '/certificates')).corrections).toEqual([asked]);
		for (const other of [learner, server.anonymous])
			expect(await page(other)).toMatchObject({ correction: null, freeCorrections: 0 });

		const admin = await server.account({ role: 'admin' });
		expect((await view(admin, '/helper')).corrections).toBe(1);
		await admin.post(`${address}s/${asked.id}/refusal`, { why: 'Giấy tờ ghi tên khác.' });
		expect((await view(admin, '/helper')).corrections).toBe(0);
		expect((await view(who, '/certificates')).corrections).toMatchObject([{ outcome: 'refused' }]);
		expect((await page()).correction).toMatchObject({ why: 'Giấy tờ ghi tên khác.' });

		// A refusal is told of the certificate that it was about, not of the next one.
		const { body } = await who.post(address, { displayName: 'Nguyễn Thị Hoa' });
		expect(await page(who, body.serial)).toMatchObject({ correction: null, freeCorrections: 1 });
		expect((await view(learner, '/helper')).corrections).toBeNull();
	});
});

describe('refusals', () => {
	it.each([
		[`/courses/khong-co`, 'course-unknown'],
		[`/courses/khong-co/lessons/mat-khau`, 'course-unknown'],
		[`/courses/${course}/lessons/khong-co`, 'lesson-unknown'],
		[`/courses/${course}/lessons/mat-khau?version=0123456789abcdef`, 'version-unknown'],
		[`/courses/${course}/quizzes/khong-co`, 'quiz-unknown'],
		[`/tracks/khong-co`, 'not-found'],
		[`/certificates/khong-co`, 'certificate-unknown'],
		[`/attempts/${randomUUID()}`, 'attempt-unknown'],
		[`/attempts/khong-co/result`, 'attempt-unknown'],
	])('%s: %s', async (path, code) => {
		expectProblem(await learner.get(`/api/views${path}`), 404, code);
	});

	it.each(['/learning', '/answers', '/certificates', '/helper', `/attempts/${randomUUID()}`])(
		'%s is for those who are signed in',
		async (path) => {
			expectProblem(await server.anonymous.get(`/api/views${path}`), 401, 'not-signed-in');
		},
	);

	it.each(['/home', '/courses', `/courses/${course}/lessons/mat-khau`, '/learning'])(
		'%s in a language that nobody speaks here',
		async (path) => {
			expectProblem(await learner.get(`/api/views${path}?locale=fr`), 400, 'bad-request');
		},
	);

	it('a session that has ended reads as a visitor at once', async () => {
		const who = await server.guest();
		expect((await view(who, '/home')).me).not.toBeNull();
		const { cookie } = who;
		await who.delete('/api/session');
		who.cookie = cookie;
		expect((await view(who, '/home')).me).toBeNull();
		expect((await who.get('/api/views/learning')).status).toBe(401);
	});
});
