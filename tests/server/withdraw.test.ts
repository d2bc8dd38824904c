import { rmSync } from 'node:fs';
import path from 'node:path';
import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withdraw } from '#server/courses/withdraw.ts';
import { courseVersion, publication } from '#server/db/tables/index.ts';
import { startServer, type TestServer } from './harness.ts';
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
