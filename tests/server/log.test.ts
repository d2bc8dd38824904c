/** What the server writes to its log: which request, which route, how long; no secret and nothing about a person. */
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '#server/app.ts';
import type { App } from '#server/app-types.ts';
import { readConfig } from '#server/config.ts';
import { loggerOptions } from '#server/logging.ts';
import { Client, startServer, type TestServer } from './harness.ts';
import { completeCourse, course } from './learning.ts';
import { save, start } from './quizzes.ts';

let server: TestServer;
let app: App;
const lines: string[] = [];
const stream = new Writable({
	write(chunk, _encoding, done) {
		lines.push(...String(chunk).trim().split('\n'));
		done();
	},
});

beforeAll(async () => {
	server = await startServer();
	const config = { ...readConfig({}), dataDir: server.folder, coursesDir: server.folder };
	const logger = { ...(loggerOptions('trace') as object), stream };
	app = await buildApp({ config, database: server.database, logger, now: () => server.clock.now });
	await app.ready();
});
afterAll(async () => {
	await app.close();
	await server.close();
});

const logged = () => lines.map((line) => JSON.parse(line) as Record<string, any>);

describe('the log of a whole course', () => {
	const secret = {
		username: 'ten-dang-nhap-bi-mat',
		password: 'mat-khau-bi-mat-123',
		name: 'Nguyễn Thị Bí Mật',
		corrected: 'Trần Thị Kín Đáo',
		answer: 'câu trả lời riêng',
		wrong: 'mat-khau-doan-mo',
		agent: 'Điện thoại của bà Bảy',
		reason: 'Lý do riêng tư lắm.',
		wish: 'Tên khai sinh của tôi đây.',
		why: 'Giấy tờ chưa khớp với tên.',
	};
	const found: Record<string, string> = {};

	beforeAll(async () => {
		const { username, password, name: displayName } = secret;
		const person = new Client(app, { 'user-agent': secret.agent, 'accept-language': 'km' });
		const made = await person.post('/api/accounts', { username, password, displayName, locale: 'vi' });
		Object.assign(found, { id: made.body.id, cookie: person.cookie, session: person.cookie.split('=')[1]! });
		await new Client(app).post('/api/session', { username, password: secret.wrong });
		await completeCourse(person);
		person.me = made.body;
		await server.vouch(person);
		const attempt = await start(person, 'giua-khoa');
		await save(person, attempt.id, 'thu-do', secret.answer);
		found.attempt = attempt.id;
		const issued = await person.post('/api/certificates', { course });
		found.serial = issued.body.serial;
		await person.get(`/api/certificates/${found.serial}`);
		await person.get(`/api/certificates/${found.serial}.pdf?locale=vi`);
		const admin = await server.account({ role: 'admin' });
		const here = new Client(app, { cookie: admin.cookie });
		const corrections = (serial: string) => `/api/certificates/${serial}/correction`;
		const wish = { displayName: secret.corrected, reason: secret.wish };
		const asked = await person.post(corrections(found.serial!), wish);
		found.correction = asked.body.id;
		const anew = await here.post(`${corrections(found.serial!)}s/${found.correction}/acceptance`);
		found.serialAnew = anew.body.serial;
		const back = await person.post(corrections(found.serialAnew!), { displayName: secret.name });
		const refusal = `${corrections(found.serialAnew!)}s/${back.body.id}/refusal`;
		expect((await here.post(refusal, { why: secret.why })).status).toBe(204);
		const code = await here.post('/api/recovery-codes', { username });
		found.code = code.body.code;
		await new Client(app).post('/api/recovery', { username, code: found.code, password: secret.wrong });
		await here.post(`/api/certificates/${found.serialAnew}/revocation`, { reason: secret.reason });
		await person.get(`/api/khong-co/${username}?password=${password}`);
		await person.get(`/api/attempts/%E0%A4%A-${password}`);
		await person.get(`/ngoai-api/${password}`);
		await person.post('/api/session', `{"username":"${username}","password":"${password}"`);
		await person.get(`/api/me?${password}`);
	});

	it('names routes and ends of requests, each under an id of its own', () => {
		const all = logged();
		expect(all.length).toBeGreaterThan(20);
		const done = all.filter((line) => line.res);
		expect(done.every((line) => /^[0-9a-f-]{36}$/.test(line.reqId))).toBe(true);
		expect(new Set(done.map((line) => line.reqId)).size).toBe(done.length);
		const routes = all.map((line) => line.req?.route);
		expect(routes).toContain('/api/certificates/:serial');
		expect(done.map((line) => line.res.status)).toEqual(expect.arrayContaining([200, 201, 401, 404]));
	});

	it('has no secret and nothing about a person', () => {
		const text = lines.join('\n');
		const forbidden = { ...secret, ...found };
		expect(Object.values(forbidden).every((value) => value.length > 5)).toBe(true);
		for (const [name, value] of Object.entries(forbidden)) {
			expect(text.includes(value), `${name} is in the log`).toBe(false);
			expect(text.includes(encodeURIComponent(value)), `${name} is in the log, encoded`).toBe(false);
		}
		expect(text).not.toMatch(/cung_hoc_session|argon2|127\.0\.0\.1/);
	});
});

describe('an unforeseen failure', () => {
	it('is logged with its place in the code, without the values it was about', async () => {
		const before = lines.length;
		const person = new Client(app);
		await person.post('/api/guests', { locale: 'vi' });
		await server.db.execute('alter table person rename column display_name to display_name_away');
		const name = 'Phạm Văn Riêng\n    at nhà-riêng (so-12.ts:3:4)';
		const answered = await person.patch('/api/me', { displayName: name.replace('\n', ' ') });
		await server.db.execute('alter table person rename column display_name_away to display_name');
		expect(answered.status).toBe(500);
		expect(JSON.stringify(answered.body)).not.toMatch(/display_name|Failed query|\.ts|stack/);
		expect(answered.body).toMatchObject({
			type: 'urn:cung-hoc:problem:internal',
			detail: expect.any(String),
		});
		const [line] = lines
			.slice(before)
			.map((text) => JSON.parse(text))
			.filter((one) => one.err);
		expect(line.level).toBe(50);
		expect(line.err.stack).toMatch(/at .*\.(ts|js)/);
		expect(lines.slice(before).join()).not.toMatch(/Riêng|display_name/);
	});

	it('keeps the text of a message out, though it looks like a place in the code', () => {
		const { serializers } = loggerOptions('info') as { serializers: { err(error: Error): object } };
		const error = new Error('Failed query\nparams: bà Bảy\n    at nhà bà Bảy (so 12)');
		expect(JSON.stringify(serializers.err(error))).not.toContain('Bảy');
		expect(JSON.stringify(serializers.err(error))).toContain('log.test.ts');
	});

	it('says what broke, also where there is no code, or no error at all', () => {
		const { serializers } = loggerOptions('info') as {
			serializers: { err(error: unknown): { message: string } };
		};
		const message = (error: unknown) => serializers.err(error).message;
		expect(message(new Error('The font is gone.'))).toBe('The font is gone.');
		expect(message(Object.assign(new Error('x'), { cause: { code: '53100' } }))).toBe('53100');
		expect(message({ name: 'ErrnoError', errno: 51 })).toBe('errno 51');
		expect(message(new SyntaxError('Unexpected token in "bà Bảy"'))).toBe('');
	});
});
