import { rmSync } from 'node:fs';
import path from 'node:path';
import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withdraw } from '#server/courses/withdraw.ts';
import { courseVersion, publication } from '#server/db/tables/index.ts';
import { startServer, type TestServer } from './harness.ts';
import { completeCourse, finishLessons } from './learning.ts';
import { course, quiz, quizAnswers, save, start, submit } from './quizzes.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const take = async (note?: string) => {
	const request = { course, by: 'test', now: server.clock.now, ...(note && { note }) };
	const result = await withdraw(server.db, request);
	await server.app.catalog.refresh();
	return result;
};
const active = async () => (await server.anonymous.get(`/api/courses/${course}`)).status;

describe('a course that is withdrawn', () => {
	it('can be started no more, but what was begun is finished on its version', async () => {
		const who = await server.guest();
		const { version } = (await who.get(`/api/courses/${course}`)).body;
		const attempt = await start(who, quiz);
		expect((await who.get('/api/tracks')).body.tracks).toHaveLength(1);

		expect(await take('Nội dung đã cũ')).toEqual({ course });
		expect((await who.get('/api/courses')).body.courses).toEqual([]);
		expect((await who.get('/api/tracks')).body.tracks).toEqual([]);
		expect(await active()).toBe(404);
		expect((await who.get(`/api/courses/${course}/lessons/mat-khau`)).status).toBe(404);
		const late = await (await server.guest()).post('/api/attempts', { course, quiz, locale: 'vi' });
		expect(late.body.type).toContain('course-unknown');

		const old = await who.get(`/api/courses/${course}?version=${version}`);
		expect(old.body).toMatchObject({ version });
		expect(Date.parse(old.body.publishedAt)).toBeGreaterThan(Date.now() - 600_000);
		expect((await save(who, attempt.id, 'mk', quizAnswers.mk)).status).toBe(200);
		const handedIn = await submit(who, attempt.id, quizAnswers);
		expect(handedIn.body).toMatchObject({ passed: true });
		const seen = await who.get(`/api/attempts/${attempt.id}`);
		expect(seen.body).toMatchObject({ version, submission: { attempt: attempt.id } });
		expect((await who.get('/api/attempts')).body.attempts).toHaveLength(1);
		expect((await who.get('/api/progress')).status).toBe(200);
	});

	it('leaves its versions, and a line about who did it and why', async () => {
		const versions = await server.db.select().from(courseVersion).where(eq(courseVersion.courseId, course));
		expect(versions).toHaveLength(1);
		const [last] = await server.db.select().from(publication).orderBy(desc(publication.at)).limit(1);
		expect(last).toMatchObject({ courses: { [course]: null }, by: 'test', note: 'Nội dung đã cũ' });
		expect(await take()).toEqual({ failure: 'course-unknown' });
	});

	it('still answers for its ids when it is published again', async () => {
		const lesson = ['vi', 'km'].map((locale) => `${course}/${locale}/04-hoi-giup.md`);
		const texts = lesson.map((file) => [file, server.read(file)]);
		const without = await server.publish(Object.fromEntries(lesson.map((file) => [file, null])));
		expect(without?.errors.map(({ code }) => code)).toContain('id-vanished');
		expect(await active()).toBe(404);
		const again = await server.publish(Object.fromEntries(texts));
		expect(again).toMatchObject({ errors: [], left: [], published: { [course]: expect.any(String) } });
		expect(await active()).toBe(200);
	});
});

describe('what was earned in a course that is withdrawn', () => {
	const views = '/api/views';
	it('stays: progress, certificate, papers, lists; only starting and enrolling are over', async () => {
		const done = await server.account();
		await completeCourse(done);
		await server.vouch(done);
		const issued = (await done.post('/api/certificates', { course })).body;
		const waiting = await server.account();
		await completeCourse(waiting);
		await server.vouch(waiting);
		const begun = await server.account();
		await finishLessons(begun, ['mat-khau']);
		const before = (await done.get(`/api/progress/${course}`)).body;
		await take();

		expect((await done.get(`/api/progress/${course}`)).body).toEqual({ ...before, withdrawn: true });
		expect((await done.get('/api/progress')).body.courses).toEqual([{ ...before, withdrawn: true }]);
		expect((await done.post('/api/certificates', { course })).body).toEqual(issued);
		expect((await done.get(`/api/certificates/${issued.serial}.pdf`)).status).toBe(200);
		expect((await server.anonymous.get(`${views}/certificates/${issued.serial}`)).status).toBe(200);
		const learning = (await done.get(`${views}/learning`)).body;
		expect(learning.courses.map(({ next }: { next: unknown }) => next)).toEqual([
			{ kind: 'certificate', serial: issued.serial },
		]);
		const { groups } = (await done.get(`${views}/answers`)).body;
		expect(groups.map(({ title }: { title: string }) => title)).toEqual([before.title]);
		expect((await done.get(`${views}/home`)).body.current).toBeNull();

		const list = (await waiting.get(`${views}/certificates`)).body;
		expect(list.candidates).toMatchObject([{ id: course, isReady: true, left: [] }]);
		const late = await waiting.post('/api/certificates', { course });
		expect([late.status, late.body.status]).toEqual([201, 'valid']);

		expect((await begun.get(`/api/progress/${course}`)).body).toMatchObject({ done: 1, withdrawn: true });
		expect((await begun.get(`${views}/certificates`)).body.candidates).toEqual([]);
		expect((await begun.get(`${views}/learning`)).body.courses).toMatchObject([{ next: null }]);
		expect((await begun.post('/api/certificates', { course })).status).toBe(404);
		expect((await begun.post('/api/enrolments', { course })).status).toBe(404);
		const started = await begun.post('/api/attempts', { course, quiz, locale: 'vi' });
		expect(started.body.type).toContain('course-unknown');
		// What a phone held back is taken, and completes nothing that was not complete.
		await finishLessons(begun);
		expect((await begun.get(`/api/progress/${course}`)).body).toMatchObject({ completedAt: null });
		const stranger = await server.account();
		expect((await stranger.get(`/api/progress/${course}`)).status).toBe(404);
		await server.publish({});
	});
});

describe('a course that is taken out of its folder', () => {
	it('stays, and is told about at each publication until it is withdrawn', async () => {
		rmSync(path.join(server.folder, course), { recursive: true });
		const other = 'khac/vi/01-mot.md';
		const result = await server.publish({
			'khac/course.yaml':
				'id: khac\nsource_locale: vi\ntitle: { vi: Khác }\nsummary: { vi: Khóa khác. }\ngroups: [citizens]\n',
			[other]: '---\nid: mot\ntitle: Một\n---\n\nXin chào.\n',
		});
		expect(result).toMatchObject({ published: { khac: expect.any(String) }, left: [course] });
		expect(await active()).toBe(200);

		// A course whose file is broken is still there.
		const broken = await server.publish({ [other]: 'không có khai báo' });
		expect(broken?.errors).not.toEqual([]);
		expect(broken?.left).toEqual([course]);

		await take();
		expect((await server.publish({}))?.left).toEqual([]);
		expect(await active()).toBe(404);
	});
});
