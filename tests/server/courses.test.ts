import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const course = '/api/courses/thu-nghiem';

describe('courses', () => {
	it('are listed in the locale asked for', async () => {
		const { status, body } = await server.anonymous.get('/api/courses?locale=km');
		expect(status).toBe(200);
		expect(body.courses).toHaveLength(1);
		expect(body.courses[0]).toMatchObject({
			id: 'thu-nghiem',
			title: 'វគ្គសាកល្បង',
			locale: 'km',
			locales: ['vi', 'km'],
			lessonCount: 3,
			quizCount: 2,
			certificate: true,
			skills: [
				{ framework: 'mau', competence: '4.1', level: 1 },
				{ framework: 'mau', competence: '4.2', level: 3 },
				{ framework: 'nghe', competence: '4.1', level: 2 },
			],
		});
	});

	it('speak the language of Accept-Language where none is asked for', async () => {
		const { body } = await server.client({ 'accept-language': 'en' }).get(course);
		expect(body).toMatchObject({ title: 'A course to try', locale: 'en' });
		// Lessons are not in English, so they say which language they fall back to.
		expect(body.lessons[0]).toMatchObject({ title: 'Mật khẩu', locale: 'vi' });
	});

	it('tell lessons, quizzes and requirements in order', async () => {
		const { body } = await server.anonymous.get(course);
		expect(body.outline).toEqual([
			{ kind: 'lesson', id: 'mat-khau' },
			{ kind: 'lesson', id: 'ma-otp' },
			{ kind: 'quiz', id: 'giua-khoa' },
			{ kind: 'lesson', id: 'hoi-giup' },
			{ kind: 'quiz', id: 'cuoi-khoa' },
		]);
		const exam = body.quizzes.find((quiz: { id: string }) => quiz.id === 'cuoi-khoa');
		expect(exam).toMatchObject({ kind: 'exam', questions: 4, pool: 7, pass: 0.7, attempts: 3, minutes: 20 });
		expect(body).toMatchObject({ validFor: 'P2Y', certificateTitle: 'Đã học thử', sourceLocale: 'vi' });
	});

	it('tell what a device needs to hold one whole, in one language, and nothing of counted questions', async () => {
		const { status, body } = await server.anonymous.get(`${course}/files?locale=km`);
		expect(status).toBe(200);
		expect(body).toMatchObject({ course: 'thu-nghiem', locale: 'km', title: 'វគ្គសាកល្បង' });
		expect(body.version).toBe((await server.anonymous.get(course)).body.version);
		expect(body.lessons.map(({ id }: { id: string }) => id)).toEqual(['mat-khau', 'ma-otp', 'hoi-giup']);
		expect(body.quizzes.map(({ id }: { id: string }) => id)).toEqual(['giua-khoa', 'cuoi-khoa']);
		expect(body.media.length).toBeGreaterThan(0);
		for (const { address, bytes } of body.media) {
			const file = await server.anonymous.get(address);
			expect(file.status, address).toBe(200);
			expect(Number(file.headers['content-length'])).toBe(bytes);
		}
		expect(body.bytes).toBeGreaterThan(
			body.media.reduce((sum: number, { bytes }: { bytes: number }) => sum + bytes, 0),
		);
		expect((await server.anonymous.get('/api/courses/khong-co/files')).status).toBe(404);
		expect((await server.anonymous.get(`${course}/files?locale=fr`)).status).toBe(400);
	});

	it.each([
		['an unknown course', '/api/courses/khong-co', 404],
		['an unknown version', `${course}?version=0123456789abcdef`, 404],
		['a version that is none', `${course}?version=x`, 400],
		['an unknown locale', `${course}?locale=fr`, 400],
		['an unknown parameter', `${course}?la=1`, 400],
		['an id that is none', '/api/courses/A%20B', 400],
		['an unknown lesson', `${course}/lessons/khong-co`, 404],
		['a name of JavaScript’s', `${course}/lessons/constructor`, 404],
	])('%s', async (_name, url, status) => {
		const answer = await server.anonymous.get(url);
		expect(answer.status).toBe(status);
		expect(answer.headers['content-type']).toContain('application/problem+json');
	});
});

describe('lessons', () => {
	it('carry text, practice questions, place and neighbours', async () => {
		const { body } = await server.anonymous.get(`${course}/lessons/ma-otp?locale=vi`);
		expect(body).toMatchObject({
			id: 'ma-otp',
			title: 'Mã OTP',
			locale: 'vi',
			position: 2,
			of: 3,
			previous: { kind: 'lesson', id: 'mat-khau', title: 'Mật khẩu' },
			next: { kind: 'quiz', id: 'giua-khoa', title: 'Kiểm tra giữa khóa' },
			checks: ['kt-ma', 'kt-so'],
			skills: ['mau:4.2'],
			required: true,
		});
		expect(body.questions.map((question: { kind: string }) => question.kind)).toEqual([
			'truefalse',
			'number',
		]);
		expect(JSON.stringify(body.nodes)).toContain('Ngân hàng không bao giờ hỏi mã này.');
	});

	it('stay as they were under their version, after another is published', async () => {
		const before = await server.anonymous.get(`${course}/lessons/hoi-giup`);
		const file = 'thu-nghiem/vi/04-hoi-giup.md';
		const text = server.read(file);
		await server.publish({ [file]: text.replace('Hỏi là bước đầu của học.', 'Hỏi là khôn.') });
		const now = await server.anonymous.get(`${course}/lessons/hoi-giup`);
		expect(JSON.stringify(now.body.nodes)).toContain('Hỏi là khôn.');
		expect(now.body.version).not.toBe(before.body.version);
		const old = await server.anonymous.get(`${course}/lessons/hoi-giup?version=${before.body.version}`);
		expect(old.body).toEqual(before.body);
		await server.publish({ [file]: text });
	});
});

describe('frameworks and tracks', () => {
	it('frameworks have their competences in the locale', async () => {
		const list = await server.anonymous.get('/api/frameworks?locale=en');
		expect(list.body.frameworks).toMatchObject([
			{ id: 'mau', title: 'Sample framework' },
			{ id: 'nghe', title: 'Sample trade framework' },
		]);
		const { body } = await server.anonymous.get('/api/frameworks/mau?locale=en');
		expect(body.domains[0].competences[0]).toEqual({
			id: '4.1',
			title: 'Protecting devices',
			digcomp: '4.1',
		});
	});

	it('a track maps its goals to competences, tiers and courses', async () => {
		const { body } = await server.anonymous.get('/api/tracks/moi-nguoi?locale=vi');
		expect(body.goals).toEqual([
			{
				framework: 'mau',
				competence: '4.1',
				title: 'Bảo vệ thiết bị',
				domain: 'An toàn',
				level: 1,
				tier: 'Cơ bản',
				courses: ['thu-nghiem'],
			},
			{
				framework: 'mau',
				competence: '4.2',
				title: 'Bảo vệ dữ liệu cá nhân',
				domain: 'An toàn',
				level: 3,
				tier: 'Trung cấp',
				courses: ['thu-nghiem'],
			},
		]);
		expect(body.courses).toHaveLength(1);
	});

	it.each(['/api/frameworks/khong-co', '/api/tracks/khong-co'])('404 for %s', async (url) => {
		expect((await server.anonymous.get(url)).status).toBe(404);
	});

	it('a track without a published course is not shown', async () => {
		const track = server.read('tracks/moi-nguoi.yaml');
		const other = track.replace('id: moi-nguoi', 'id: trong').replace('courses: [thu-nghiem]', 'courses: []');
		await server.publish({ 'tracks/trong.yaml': other });
		const { body } = await server.anonymous.get('/api/tracks');
		expect(body.tracks.map((one: { id: string }) => one.id)).toEqual(['moi-nguoi']);
	});
});
