import { createHash, randomUUID } from 'node:crypto';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { and, eq, like } from 'drizzle-orm';
import { lastDay } from '#domain/certificates.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSerial } from '#domain/certificates.ts';
import type { Certificate } from '#schemas/certificate.ts';
import { audit, certificate, certificateSerial, courseCompletion } from '#server/db/tables/index.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import { completeCourse, course, finishLessons, lessons, passQuizzes, takeQuiz } from './learning.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const day = 24 * 3_600_000;
const unknown = '0000-0000-0000-0';
const problem = (code: string) => `urn:cung-hoc:problem:${code}`;
const ask = (client: Client, more: object = {}) => client.post('/api/certificates', { course, ...more });
const correct = (client: Client, serial: string, displayName: string, clientId?: string) =>
	client.post(`/api/certificates/${serial}/correction`, { displayName, ...(clientId && { clientId }) });
const revoke = (client: Client, serial: string, reason = 'Thi hộ, đã xác minh.') =>
	client.post(`/api/certificates/${serial}/revocation`, { reason });
const rowsOf = (client: Client) =>
	server.db.select().from(certificate).where(eq(certificate.learnerId, client.me!.id));
const auditOf = (client: Client) =>
	server.db
		.select()
		.from(audit)
		.where(and(eq(audit.learnerId, client.me!.id), like(audit.action, 'certificate.%')));

async function holder(name = 'Nguyễn Thị Thử') {
	const client = await server.account({ name });
	await completeCourse(client);
	await server.vouch(client);
	const { status, body } = await ask(client);
	expect(status, JSON.stringify(body)).toBe(201);
	return { client, issued: body as Certificate };
}

describe('asking for a certificate', () => {
	it('says what is missing, and issues once nothing is', async () => {
		const client = await server.guest();
		const missingNow = async () => {
			const { status, body } = await ask(client);
			expect([status, body.type]).toEqual([409, problem('certificate-missing')]);
			return body.missing;
		};
		expect(await missingNow()).toEqual({ lessons, quizzes: ['giua-khoa', 'cuoi-khoa'], name: true });
		await finishLessons(client, ['mat-khau', 'hoi-giup']);
		await takeQuiz(client, 'giua-khoa');
		expect(await missingNow()).toEqual({ lessons: ['ma-otp'], quizzes: ['cuoi-khoa'], name: true });
		await finishLessons(client, ['ma-otp']);
		await takeQuiz(client, 'cuoi-khoa');
		expect(await missingNow()).toEqual({ lessons: [], quizzes: [], name: true });
		await client.patch('/api/me', { displayName: '  Lò   Văn Thử ' });
		expect((await missingNow()).proof).toMatchObject({ account: false, needed: 5 });
		await server.vouch(client);
		const { status, body } = await ask(client);
		expect([status, body.holder]).toEqual([201, 'Lò Văn Thử']);
	});

	it('gives a whole record, its hash, and the names of the skills', async () => {
		const { client, issued } = await holder();
		const progress = (await client.get(`/api/progress/${course}`)).body;
		const { record } = issued;
		const skills = [
			{ framework: 'mau', frameworkVersion: '2025-03-11', competence: '4.1', level: 1 },
			{ framework: 'mau', frameworkVersion: '2025-03-11', competence: '4.2', level: 3 },
			{ framework: 'nghe', frameworkVersion: '2', competence: '4.1', level: 2 },
		];
		expect(record).toEqual({
			format: 'cung-hoc/2',
			serial: issued.serial,
			holder: 'Nguyễn Thị Thử',
			course,
			courseTitle: { vi: 'Khóa học thử', km: 'វគ្គសាកល្បង', en: 'A course to try' },
			certificateTitle: { vi: 'Đã học thử', km: 'បានសាកល្បង', en: 'Has tried' },
			version: progress.version,
			skills,
			completedAt: progress.completedAt,
			issuedAt: expect.stringMatching(/Z$/),
			validUntil: lastDay(progress.completedAt, 'P2Y', 'Asia/Ho_Chi_Minh'),
			salt: expect.stringMatching(/^[0-9a-f]{32}$/),
			assurance: { by: 'helper', minutes: 0 },
			supervision: 'none',
		});
		expect(issued).toMatchObject({
			status: 'valid',
			supersededBy: null,
			revokedAt: null,
			revocationReason: null,
		});
		expect(issued.skillTitles).toEqual([
			{
				...skills[0],
				title: { vi: 'Bảo vệ thiết bị', km: 'ការពារឧបករណ៍', en: 'Protecting devices' },
			},
			{ ...skills[1], title: expect.objectContaining({ en: 'Protecting personal data' }) },
			{ ...skills[2], title: expect.objectContaining({ en: 'Taking QR payments' }) },
		]);
		expect(issued.frameworks).toEqual([
			{ id: 'mau', title: expect.objectContaining({ en: 'Sample framework' }) },
			{ id: 'nghe', title: expect.objectContaining({ en: 'Sample trade framework' }) },
		]);
		expect(readSerial(issued.serial)).toBe(issued.serial);
		expect(progress.certificate).toBe(issued.serial);
	});

	it('can be checked by anyone who recomputes the hash', async () => {
		const { issued } = await holder('Trần "Thử" Ngọc Ánh – គឹម');
		const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
		expect(sha256(issued.canonical)).toBe(issued.hash);
		expect(sha256(canonical(issued.record))).toBe(issued.hash);
		expect(JSON.parse(issued.canonical)).toEqual(issued.record);
	});

	it('gives the same one ever after', async () => {
		const { client, issued } = await holder();
		server.clock.advance(1000);
		const again = await ask(client);
		expect([again.status, again.body]).toEqual([200, issued]);
		expect(await rowsOf(client)).toHaveLength(1);
	});

	it('issues one under ten simultaneous requests, each with an id of its own', async () => {
		const client = await server.account();
		await completeCourse(client);
		await server.vouch(client);
		const all = await Promise.all(Array.from({ length: 10 }, () => ask(client, { clientId: randomUUID() })));
		expect(all.map((each) => each.status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
		expect(new Set(all.map((each) => each.body.serial)).size).toBe(1);
		expect(await rowsOf(client)).toHaveLength(1);
		const serials = await server.db
			.select()
			.from(certificateSerial)
			.where(eq(certificateSerial.learnerId, client.me!.id));
		expect(serials).toHaveLength(1);
	});

	it('takes a repeated id for the same request', async () => {
		const client = await server.account();
		await completeCourse(client);
		await server.vouch(client);
		const clientId = randomUUID();
		const all = await Promise.all(Array.from({ length: 10 }, () => ask(client, { clientId })));
		expect(all.map((each) => each.status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
		expect(await rowsOf(client)).toMatchObject([{ clientId, cycle: 1 }]);
	});

	it('is not taken back by a version that asks for more, and not held back by one that asks for less', async () => {
		const own = await startServer();
		try {
			const [early, late] = [await own.account(), await own.account()];
			await completeCourse(early);
			await own.vouch(early);
			await finishLessons(late, ['mat-khau', 'ma-otp']);
			await passQuizzes(late);
			await own.vouch(late);
			const yaml = own.read(`${course}/course.yaml`);
			const requires = 'requires: { lessons: [mat-khau], quizzes: [giua-khoa] }';
			const published = await own.publish({
				[`${course}/course.yaml`]: yaml
					.replace(/^requires: .*$/m, requires)
					.replace('Đã học thử', 'Đã học thử – bản hai'),
			});
			expect(published?.errors).toEqual([]);
			const forEarly = await ask(early);
			expect([forEarly.status, forEarly.body.record?.certificateTitle.vi]).toEqual([201, 'Đã học thử']);
			const forLate = await ask(late);
			expect([forLate.status, forLate.body.record?.certificateTitle.vi]).toEqual([
				201,
				'Đã học thử – bản hai',
			]);
			expect(forLate.body.record.version).not.toBe(forEarly.body.record.version);
		} finally {
			await own.close();
		}
	});

	it('is refused by a course that gives none, and an id of one course is not good for another', async () => {
		const own = await startServer();
		try {
			const client = await own.account();
			await completeCourse(client);
			await own.vouch(client);
			const yaml = own.read(`${course}/course.yaml`);
			const lesson = '---\nid: mot\ntitle: Một\nsummary: Một bài.\n---\n\nMột bài.\n';
			const other = (id: string) =>
				yaml
					.replace('id: thu-nghiem', `id: ${id}`)
					.replace(/^requires: .*\n/m, '')
					.replace(/^title: .*$/m, 'title: { vi: Khóa khác }');
			const published = await own.publish({
				'khong-cap/course.yaml': other('khong-cap').replace(/^certificate: .*\n/m, ''),
				'khong-cap/vi/01-mot.md': lesson,
				'khoa-khac/course.yaml': other('khoa-khac'),
				'khoa-khac/vi/01-mot.md': lesson,
			});
			expect(published?.errors).toEqual([]);
			const none = await client.post('/api/certificates', { course: 'khong-cap' });
			expect([none.status, none.body.type]).toEqual([409, problem('no-certificate')]);
			const clientId = randomUUID();
			expect((await ask(client, { clientId })).status).toBe(201);
			const used = await client.post('/api/certificates', { course: 'khoa-khac', clientId });
			expect([used.status, used.body.type]).toEqual([409, problem('id-in-use')]);
		} finally {
			await own.close();
		}
	});

	it.each([
		[{ course: 'khong-co' }, 404, 'course-unknown'],
		[{}, 400, 'bad-request'],
		[{ course, clientId: 'một' }, 400, 'bad-request'],
		[{ course, holder: 'Ai đó' }, 400, 'bad-request'],
	])('%j is %i', async (body, status, code) => {
		const client = await server.account();
		const answer = await client.post('/api/certificates', body);
		expect([answer.status, answer.body.type]).toEqual([status, problem(code)]);
	});
});

describe('who may ask', () => {
	it.each([
		['POST', '/api/certificates', { course }],
		['GET', '/api/certificates', undefined],
		['POST', `/api/certificates/${unknown}/correction`, { displayName: 'A' }],
		['POST', `/api/certificates/${unknown}/revocation`, { reason: 'Vì sao không' }],
	] as const)('%s %s is for people who are signed in', async (method, url, body) => {
		const answer = await server.anonymous.call(method, url, body);
		expect([answer.status, answer.body.type]).toEqual([401, problem('not-signed-in')]);
	});
});

describe('checking a certificate', () => {
	let issued: Certificate;
	beforeAll(async () => {
		({ issued } = await holder('Thạch Thị Sa Rây'));
	});

	it('needs no log-in, is not indexed, and not cached', async () => {
		const { status, body, headers } = await server.anonymous.get(`/api/certificates/${issued.serial}`);
		expect([status, body]).toEqual([200, issued]);
		expect(headers['x-robots-tag']).toBe('noindex, nofollow');
		expect(headers['cache-control']).toBe('no-store');
	});

	it.each([
		['small letters', (serial: string) => serial.toLowerCase()],
		['no hyphens', (serial: string) => serial.replaceAll('-', '')],
		['spaces', (serial: string) => ` ${serial.replaceAll('-', ' ')}`],
		['the letter O for zero', (serial: string) => serial.replaceAll('0', 'O')],
		['small L for one', (serial: string) => serial.replaceAll('1', 'l')],
	])('forgives %s', async (_what, typed) => {
		const url = `/api/certificates/${encodeURIComponent(typed(issued.serial))}`;
		const { status, body } = await server.anonymous.get(url);
		expect([status, body.serial]).toEqual([200, issued.serial]);
		expect((await server.anonymous.get(`${url}.pdf`)).status).toBe(200);
	});

	it.each([
		['one that nobody has', unknown],
		['a short one', 'ABC'],
		['rubbish', '!!!!!!!!!!!!!'],
	])('%s is 404', async (_what, serial) => {
		for (const url of [`/api/certificates/${serial}`, `/api/certificates/${serial}.pdf`]) {
			const { status, body, headers } = await server.anonymous.get(url);
			expect([url, status, body.type]).toEqual([url, 404, problem('certificate-unknown')]);
			expect(headers['x-robots-tag']).toBe('noindex, nofollow');
		}
	});

	it('does not take a serial with a letter wrong', async () => {
		const wrong = issued.serial.replace(/^./, (first) => (first === '7' ? '8' : '7'));
		expect((await server.anonymous.get(`/api/certificates/${wrong}`)).status).toBe(404);
	});

	it('prints as a PDF in the language asked for, with the address to check it', async () => {
		for (const [locale, word] of [
			['vi', 'Đã học thử'],
			['km', null],
			['en', 'Has tried'],
		] as const) {
			const { status, headers, raw } = await server.anonymous.get(
				`/api/certificates/${issued.serial}.pdf?locale=${locale}`,
			);
			expect(status).toBe(200);
			expect(headers['content-type']).toBe('application/pdf');
			expect(headers['content-disposition']).toBe(`inline; filename="cung-hoc-${issued.serial}.pdf"`);
			expect(headers['x-robots-tag']).toBe('noindex, nofollow');
			const text = await textOf(raw);
			expect(text).toContain(issued.serial);
			expect(text).toContain(`http://localhost/certificates/${issued.serial}`);
			if (word) expect(text).toContain(word);
		}
	});

	it('prints no address that a request alone has named: the serial is typed then', async () => {
		const { issued } = await holder();
		const asked = { host: 'evil.example' };
		const { raw, status } = await server.anonymous.get(`/api/certificates/${issued.serial}.pdf`, asked);
		expect(status).toBe(200);
		const text = await textOf(raw);
		expect(text).not.toContain('evil');
		expect(text).not.toContain('http');
		expect(text.replace(/\s+/g, ' ')).toContain('gõ số hiệu này');
		expect(raw.toString('latin1')).not.toContain('evil.example');
	});

	it('prints the public address of the site where it is configured', async () => {
		const own = await startServer({ origin: 'https://hoc.example' });
		try {
			const client = await own.account();
			await completeCourse(client);
			await own.vouch(client);
			const { serial } = (await ask(client)).body;
			const { raw } = await own.anonymous.get(`/api/certificates/${serial}.pdf`);
			expect(await textOf(raw)).toContain(`https://hoc.example/certificates/${serial}`);
		} finally {
			await own.close();
		}
	});

	it('refuses a language that is none', async () => {
		expect((await server.anonymous.get(`/api/certificates/${issued.serial}.pdf?locale=fr`)).status).toBe(400);
	});
});

describe('my certificates', () => {
	it('are mine alone', async () => {
		const { client, issued } = await holder();
		expect((await client.get('/api/certificates')).body).toEqual({ certificates: [issued] });
		const other = await server.account();
		expect((await other.get('/api/certificates')).body).toEqual({ certificates: [] });
	});

	it('come with the one in force first, then the newest', async () => {
		const { client, issued } = await holder();
		server.clock.advance(1000);
		const second = (await correct(client, issued.serial, 'Nguyễn Thị Thứ')).body;
		server.clock.advance(1000);
		const third = (await correct(client, second.serial, 'Nguyễn Thị Thư')).body;
		const list = (await client.get('/api/certificates')).body.certificates as Certificate[];
		expect(list.map((each) => [each.serial, each.status])).toEqual([
			[third.serial, 'valid'],
			[second.serial, 'superseded'],
			[issued.serial, 'superseded'],
		]);
	});
});

describe('a name that was wrong', () => {
	it('is corrected by a new record that supersedes the old one', async () => {
		const { client, issued } = await holder('Nguyễn Thị Thừ');
		server.clock.advance(3 * day);
		const { status, body } = await correct(client, issued.serial.toLowerCase(), ' Nguyễn  Thị Thử ');
		expect(status).toBe(201);
		expect(body.serial).not.toBe(issued.serial);
		const { serial, salt, holder: name, issuedAt, ...same } = body.record as Certificate['record'];
		expect(name).toBe('Nguyễn Thị Thử');
		expect(issued.record).toMatchObject(same);
		expect(salt).not.toBe(issued.record.salt);
		expect(Date.parse(issuedAt)).toBeGreaterThan(Date.parse(issued.record.issuedAt));
		expect(createHash('sha256').update(canonical(body.record)).digest('hex')).toBe(body.hash);

		const old = (await server.anonymous.get(`/api/certificates/${issued.serial}`)).body;
		expect(old).toEqual({ ...issued, status: 'superseded', supersededBy: serial });
		expect((await server.anonymous.get(`/api/certificates/${serial}`)).body).toEqual(body);
		expect((await client.get('/api/me')).body.displayName).toBe('Nguyễn Thị Thử');
		expect((await ask(client)).body.serial).toBe(serial);
		expect(await auditOf(client)).toMatchObject([
			{ actor: client.me!.id, action: 'certificate.correct', subject: `${issued.serial} ${serial}` },
		]);
	});

	it('is corrected once under ten simultaneous repetitions', async () => {
		const { client, issued } = await holder();
		const clientId = randomUUID();
		const all = await Promise.all(
			Array.from({ length: 10 }, () => correct(client, issued.serial, 'Nguyễn Thị Thư', clientId)),
		);
		expect(all.map((each) => each.status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
		expect(new Set(all.map((each) => each.body.serial)).size).toBe(1);
		expect(await rowsOf(client)).toHaveLength(2);
		expect(await auditOf(client)).toHaveLength(1);
	});

	it('is corrected once under ten simultaneous requests without an id', async () => {
		const { client, issued } = await holder();
		const all = await Promise.all(
			Array.from({ length: 10 }, () => correct(client, issued.serial, 'Nguyễn Thị Thư')),
		);
		expect(all.map((each) => each.status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
	});

	it('is not corrected with an id that was used for something else', async () => {
		const client = await server.account();
		await completeCourse(client);
		await server.vouch(client);
		const clientId = randomUUID();
		const { serial } = (await ask(client, { clientId })).body;
		const answer = await correct(client, serial, 'Tên Khác', clientId);
		expect([answer.status, answer.body.type]).toEqual([409, problem('id-in-use')]);
	});

	it('is corrected by the holder alone', async () => {
		const { client, issued } = await holder();
		const admin = await server.account({ role: 'admin' });
		for (const stranger of [await server.guest(), admin]) {
			const answer = await correct(stranger, issued.serial, 'Kẻ Khác');
			expect([answer.status, answer.body.type]).toEqual([404, problem('certificate-unknown')]);
		}
		expect((await ask(client)).body).toEqual(issued);
	});

	it('is corrected on a certificate in force only', async () => {
		const { client, issued } = await holder();
		await correct(client, issued.serial, 'Nguyễn Thị Thứ');
		const superseded = await correct(client, issued.serial, 'Nguyễn Thị Thư');
		expect([superseded.status, superseded.body.type]).toEqual([409, problem('certificate-not-in-force')]);
		expect((await correct(client, unknown, 'Tên')).status).toBe(404);
		expect((await correct(client, 'khong-phai-so', 'Tên')).status).toBe(404);
	});

	it.each([
		['nothing', {}],
		['an empty name', { displayName: '' }],
		['a blank name', { displayName: ' \t ' }],
		['a name of nothing to see', { displayName: '\u200b\u200b' }],
		['a name too long', { displayName: 'a'.repeat(81) }],
		['another field', { displayName: 'Tên', serial: 'X' }],
	])('is not corrected to %s', async (_what, body) => {
		const { client, issued } = await holder();
		const answer = await client.post(`/api/certificates/${issued.serial}/correction`, body);
		expect([answer.status, answer.body.type]).toEqual([400, problem('bad-request')]);
		expect(answer.body.errors.length).toBeGreaterThan(0);
		expect(await rowsOf(client)).toHaveLength(1);
	});
});

describe('taking a certificate back', () => {
	it('shows everyone that it was revoked, when and why, and leaves a trace', async () => {
		const { client, issued } = await holder();
		const admin = await server.account({ role: 'admin' });
		const { status, body } = await revoke(admin, issued.serial, 'Thi hộ, đã xác minh.');
		expect(status).toBe(200);
		expect(body).toEqual({
			...issued,
			status: 'revoked',
			revokedAt: expect.stringMatching(/Z$/),
			revocationReason: 'Thi hộ, đã xác minh.',
		});
		expect((await server.anonymous.get(`/api/certificates/${issued.serial}`)).body).toEqual(body);
		expect(await auditOf(client)).toMatchObject([
			{
				actor: admin.me!.id,
				action: 'certificate.revoke',
				subject: issued.serial,
				reason: 'Thi hộ, đã xác minh.',
			},
		]);
		const again = await revoke(admin, issued.serial);
		expect([again.status, again.body.type]).toEqual([409, problem('certificate-not-in-force')]);
		expect(await auditOf(client)).toHaveLength(1);
	});

	it('is not undone by asking again, nor by a correction', async () => {
		const { client, issued } = await holder();
		await revoke(await server.account({ role: 'admin' }), issued.serial);
		for (const answer of [await ask(client), await correct(client, issued.serial, 'Tên Mới')])
			expect([answer.status, answer.body.type]).toEqual([409, problem('certificate-not-in-force')]);
		expect((await client.get(`/api/progress/${course}`)).body).toMatchObject({
			certificate: null,
			completedAt: issued.record.completedAt,
		});
		expect((await client.get('/api/me')).body.displayName).toBe('Nguyễn Thị Thử');
	});

	it('happens once under ten simultaneous requests', async () => {
		const { client, issued } = await holder();
		const admin = await server.account({ role: 'admin' });
		const all = await Promise.all(Array.from({ length: 10 }, () => revoke(admin, issued.serial)));
		expect(all.map((each) => each.status).sort()).toEqual([200, ...Array<number>(9).fill(409)]);
		expect(await auditOf(client)).toHaveLength(1);
	});

	it.each([
		['nobody in particular', {}, 403],
		['a facilitator', { role: 'facilitator' }, 403],
		['a coordinator', { role: 'coordinator' }, 403],
		['an instructor of another course', { role: 'instructor', scope: 'khoa-khac' }, 403],
		['an instructor of the course', { role: 'instructor', scope: course }, 200],
		['an instructor of all courses', { role: 'instructor' }, 200],
		['an administrator', { role: 'admin' }, 200],
	] as const)('by %s: %i', async (_who, wanted, status) => {
		const { issued } = await holder();
		const answer = await revoke(await server.account(wanted), issued.serial);
		expect(answer.status).toBe(status);
		if (status === 403) expect(answer.body.type).toBe(problem('not-allowed'));
	});

	it('is not for one that was replaced: the one in force is meant', async () => {
		const { client, issued } = await holder();
		await correct(client, issued.serial, 'Nguyễn Thị Thứ');
		expect((await revoke(await server.account({ role: 'admin' }), issued.serial)).status).toBe(409);
	});

	it.each([
		[unknown, { reason: 'Vì sao không' }, 404],
		['khong-phai-so', { reason: 'Vì sao không' }, 404],
		[unknown, {}, 400],
		[unknown, { reason: 'ừ' }, 400],
		[unknown, { reason: ' '.repeat(10) }, 400],
		[unknown, { reason: '\u200b'.repeat(10) }, 400],
		[unknown, { reason: '— … !!! ??' }, 400],
	])('%s with %j is %i', async (serial, body, status) => {
		const admin = await server.account({ role: 'admin' });
		expect((await admin.post(`/api/certificates/${serial}/revocation`, body)).status).toBe(status);
	});
});

describe('a certificate that has run out', () => {
	let own: TestServer;
	let client: Client;
	let issued: Certificate;
	beforeAll(async () => {
		own = await startServer();
		client = await own.account();
		await completeCourse(client);
		await own.vouch(client);
		issued = (await ask(client)).body;
		own.clock.advance(729 * day);
	});
	afterAll(() => own.close());
	const login = async () => {
		// Two years on, the session has ended; the account is the same.
		const { username } = client.me!;
		expect((await client.post('/api/session', { username, password: 'mat-khau-dai' })).status).toBe(200);
	};
	const statusNow = async () => (await own.anonymous.get(`/api/certificates/${issued.serial}`)).body.status;
	const completions = () =>
		own.db.select().from(courseCompletion).where(eq(courseCompletion.learnerId, client.me!.id));

	it('holds to its last day, then says so, and is still the one that was earned', async () => {
		await login();
		expect(await statusNow()).toBe('valid');
		expect((await client.get(`/api/progress/${course}`)).body.certificate).toBe(issued.serial);
		await passQuizzes(client);
		expect(await completions()).toHaveLength(1);

		own.clock.advance(3 * day);
		expect(await statusNow()).toBe('expired');
		const progress = (await client.get(`/api/progress/${course}`)).body;
		expect(progress).toMatchObject({
			certificate: null,
			issued: issued.serial,
			completedAt: issued.record.completedAt,
		});
		const again = await ask(client);
		expect([again.status, again.body.serial, again.body.status]).toEqual([200, issued.serial, 'expired']);
		const corrected = await correct(client, issued.serial, 'Tên Khác');
		expect(corrected.body.type).toBe(problem('certificate-not-in-force'));
	});

	it('is followed by a second one when every quiz is passed again', async () => {
		const exam = async () => (await client.get(`/api/progress/${course}`)).body.quizzes[1];
		expect(await exam()).toMatchObject({ attempts: 2, attemptsLeft: 3 });
		await takeQuiz(client, 'cuoi-khoa');
		expect(await completions()).toHaveLength(1);
		expect(await exam()).toMatchObject({ attempts: 3, attemptsLeft: 2 });
		await takeQuiz(client, 'giua-khoa');
		expect((await completions()).map((row) => row.cycle).sort()).toEqual([1, 2]);

		const { status, body } = await ask(client);
		expect([status, body.status]).toEqual([201, 'valid']);
		expect(body.serial).not.toBe(issued.serial);
		expect(Date.parse(body.record.completedAt)).toBeGreaterThan(Date.parse(issued.record.validUntil!));
		expect(await statusNow()).toBe('expired');
		const list = (await client.get('/api/certificates')).body.certificates as Certificate[];
		expect(list.map((each) => [each.serial, each.status])).toEqual([
			[body.serial, 'valid'],
			[issued.serial, 'expired'],
		]);
		expect((await ask(client)).body).toEqual(body);
	});
});

/** Canonical JSON of what a record holds: strings, whole numbers, null, and objects of these. */
function canonical(value: unknown): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
	const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join()}}`;
}

async function textOf(pdf: Buffer): Promise<string> {
	expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
	const library = await PDFiumLibrary.init();
	try {
		const document = await library.loadDocument(pdf);
		const text = [...document.pages()].map((page) => page.getText()).join(' ');
		document.destroy();
		return text.replace(/\s+/g, ' ');
	} finally {
		library.destroy();
	}
}
