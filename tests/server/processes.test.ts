/** The built server as a process: start, stop, kill, and the commands beside it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { onPostgres } from './databases.ts';
import { newPlace, until, type Place, type Running } from './spawned.ts';

let place: Place;
beforeAll(async () => {
	place = await newPlace();
});
afterEach(() => place.killAll());
afterAll(() => place.remove());

const json = { 'content-type': 'application/json' };
const password = 'mat-khau-dai';
let people = 0;
/** The tests share one place, so that each has people of its own. */
const newAccount = () => ({ username: `lan-${++people}`, password, displayName: 'Lê Thị Lan', locale: 'vi' });
const signIn = (server: Running, { username }: { username: string }) =>
	post(server, '/api/session', { username, password });

async function post(server: Running, url: string, body: unknown, cookie = '') {
	const response = await fetch(server.origin + url, {
		method: 'POST',
		headers: { ...json, cookie },
		body: JSON.stringify(body),
	});
	const sent = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
	return { status: response.status, body: (await response.json()) as Record<string, unknown>, cookie: sent };
}
async function get(server: Running, url: string, cookie = '') {
	const response = await fetch(server.origin + url, { headers: { cookie } });
	return { status: response.status, body: (await response.json()) as any };
}
const title = async (server: Running) => (await get(server, '/api/courses/thu-nghiem')).body.title as string;

/** Today in Vietnam, or so many days later, as commands take it. */
function dayInVietnam(later: number): string {
	return new Date(Date.now() + (7 + later * 24) * 3_600_000).toISOString().slice(0, 10);
}

function edit(place: Place, name: string, change: (text: string) => string) {
	const file = path.join(place.coursesDir, name);
	const before = readFileSync(file, 'utf8');
	writeFileSync(file, change(before));
	return () => writeFileSync(file, before);
}

function rename(place: Place, to: string) {
	edit(place, 'thu-nghiem/course.yaml', (text) => text.replace(/vi: Khóa học[^,]*/, `vi: ${to}`));
}

/** A request whose body is sent in two halves. */
async function inTwoHalves(server: Running, url: string, body: string, headers: Record<string, string>) {
	const bytes = Buffer.from(body);
	const half = Math.floor(bytes.length / 2);
	const sent = request(`${server.origin}${url}`, {
		method: 'POST',
		headers: { ...headers, 'content-length': bytes.length },
	});
	const answered = once(sent, 'response').then(
		([response]) => response as { statusCode: number; headers: object },
	);
	answered.catch(() => {});
	sent.write(bytes.subarray(0, half));
	await new Promise((resolve) => setTimeout(resolve, 300));
	return async () => {
		sent.end(bytes.subarray(half));
		const response = await answered;
		(response as unknown as NodeJS.ReadableStream).resume();
		return response;
	};
}

async function isRefused(port: number): Promise<boolean> {
	const socket = connect(port, '127.0.0.1');
	return new Promise((resolve) => {
		socket.once('connect', () => resolve(false)).once('error', () => resolve(true));
	}).finally(() => socket.destroy()) as Promise<boolean>;
}

describe('a server', () => {
	it('starts, stops on SIGTERM, and has everything when it starts again', async () => {
		const account = newAccount();
		const first = await place.start();
		expect((await get(first, '/health')).body).toMatchObject({ status: 'ok' });
		expect((await post(first, '/api/accounts', account)).status).toBe(201);
		expect(await first.end('SIGTERM')).toBe(0);
		expect(first.said.error).toBe('');

		const again = await place.start();
		expect((await signIn(again, account)).status).toBe(200);
		expect(await title(again)).toBe('Khóa học thử');
		expect(await again.end('SIGINT')).toBe(0);
	});

	it('finishes a request that is under way when it is told to stop', async () => {
		const account = newAccount();
		const server = await place.start();
		const finish = await inTwoHalves(server, '/api/accounts', JSON.stringify(account), json);
		server.signal('SIGTERM');
		await until(
			() => isRefused(server.port),
			(refused) => refused,
		);
		const answered = await finish();
		expect(answered.statusCode).toBe(201);
		expect(await server.exited).toBe(0);

		expect((await signIn(await place.start(), account)).status).toBe(200);
	});

	it('finishes a page that still has to ask the API', async () => {
		const server = await place.start();
		const form = new URLSearchParams({ username: 'khong-ai', password: 'khong-phai-mat-khau' }).toString();
		const type = 'application/x-www-form-urlencoded';
		const headers = { 'content-type': type, accept: 'text/html', origin: server.origin };
		const finish = await inTwoHalves(server, '/sign-in', form, headers);
		server.signal('SIGTERM');
		await new Promise((resolve) => setTimeout(resolve, 300));
		const answered = await finish();
		expect(answered.statusCode).toBe(401);
		expect(await server.exited).toBe(0);
	});

	it('stops soon, however many connections say nothing', async () => {
		const server = await place.start();
		const silent = Array.from({ length: 5 }, () => connect(server.port, '127.0.0.1').on('error', () => {}));
		await Promise.all(silent.map((socket) => once(socket, 'connect')));
		silent[0]!.write('GET /health HTTP/1.1\r\nHost: x');
		const began = Date.now();
		expect(await server.end('SIGTERM')).toBe(0);
		expect(Date.now() - began).toBeLessThan(15_000);
	});

	it('stops when npm, which has started it, is told to', async () => {
		const { PATH = '', HOME = '' } = process.env;
		const env = { ...place.env, PATH, HOME };
		const npm = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
		const said = npm.stdout.setEncoding('utf8');
		let out = '';
		await new Promise<void>((resolve) =>
			said.on('data', (text: string) => {
				out += text;
				if (/localhost:\d+/.test(out)) resolve();
			}),
		);
		const port = Number(/localhost:(\d+)/.exec(out)?.[1]);
		npm.kill('SIGTERM');
		const { answer } = await until(
			() => isRefused(port),
			(refused) => refused,
		);
		expect(answer).toBe(true);
		// The folder is free again for the next one.
		expect(await (await place.start()).end('SIGTERM')).toBe(0);
	});

	it('loses nothing that it has acknowledged when it is killed', async () => {
		const account = newAccount();
		const server = await place.start();
		const { cookie } = await post(server, '/api/accounts', account);
		await post(server, '/api/enrolments', { course: 'thu-nghiem' }, cookie);
		expect(await server.end('SIGKILL')).toBe('SIGKILL');

		const again = await place.start();
		expect((await get(again, '/api/me', cookie)).body.username).toBe(account.username);
		expect((await get(again, '/api/progress', cookie)).body.courses).toHaveLength(1);
	});
});

describe('what an operator got wrong is said in a sentence, with exit status 1', () => {
	it('an address in use', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const { port } = other.address() as AddressInfo;
		const { code, error } = await place.run({ PORT: String(port) });
		other.close();
		expect(code).toBe(1);
		expect(error).toContain(`127.0.0.1:${port} is in use`);
		expect(error).not.toContain('    at ');
		// The database was closed all the same.
		expect(await (await place.start()).end()).toBe(0);
	});

	it('several settings, all at once', async () => {
		const { code, error } = await place.run({ PORT: 'abc', ORIGIN: 'hoc.example', LOG_LEVEL: 'loud' });
		expect(code).toBe(1);
		expect(error).toMatch(/PORT: .*\n.*ORIGIN: .*\n.*LOG_LEVEL: /);
		expect(error).not.toContain('    at ');
	});

	it('a database that does not answer, without its password', async () => {
		const { code, error } = await place.run({ DATABASE_URL: 'postgres://hoc:bi-mat@127.0.0.1:1/hoc' });
		expect(code).toBe(1);
		expect(error).toContain('DATABASE_URL');
		expect(error).not.toMatch(/bi-mat| {4}at /);
	});

	it('a data folder that is a file', async () => {
		const file = path.join(place.folder, 'tep');
		writeFileSync(file, '');
		const { code, error } = await place.run({ DATABASE_URL: '', DATA_DIR: file });
		expect(code).toBe(1);
		expect(error).toContain(file);
		expect(error).not.toContain('    at ');
	});
});

describe('commands beside a running server', () => {
	let beside: Place;
	let server: Running;
	beforeAll(async () => {
		beside = await newPlace();
		server = await beside.start();
	});
	afterAll(() => beside.remove());

	it('give a role that counts at once', async () => {
		const account = newAccount();
		const { username } = account;
		const { cookie } = await post(server, '/api/accounts', account);
		expect((await post(server, '/api/recovery-codes', { username }, cookie)).status).toBe(403);
		const granted = await beside.command('grant', username, 'admin');
		expect(granted, granted.error).toMatchObject({ code: 0, error: '' });
		expect((await post(server, '/api/recovery-codes', { username }, cookie)).status).toBe(201);

		const unknown = await beside.command('grant', 'khong-ai', 'admin');
		expect(unknown.code).toBe(1);
		expect(unknown.error).toContain('khong-ai');
	});

	it('end a role, which counts at once, and say what was amiss', async () => {
		const account = newAccount();
		const { username } = account;
		const { cookie } = await post(server, '/api/accounts', account);
		await beside.command('grant', username, 'admin');
		expect((await beside.command('grant', username, 'admin')).out).toContain('từ trước');
		expect(await beside.command('revoke', username, 'admin')).toMatchObject({ code: 0, error: '' });
		expect((await post(server, '/api/recovery-codes', { username }, cookie)).status).toBe(403);

		const [again, scoped] = [
			await beside.command('revoke', username, 'admin'),
			await beside.command('grant', username, 'admin', 'xa-mau'),
		];
		expect([again.code, scoped.code]).toEqual([1, 1]);
		expect(again.error).toContain('không có vai trò admin');
		expect(scoped.error).toContain('không ghi phạm vi');
	});

	it('give a role between days, both included, and refuse days that are none', async () => {
		const account = newAccount();
		const { username } = account;
		const { cookie } = await post(server, '/api/accounts', account);
		const give = (scope: string, ...dates: string[]) =>
			beside.command('grant', username, 'facilitator', scope, ...dates);
		const [today, tomorrow] = [dayInVietnam(0), dayInVietnam(1)];
		expect(await give('to-mot', '--from', today, '--until', today)).toMatchObject({ code: 0, error: '' });
		expect(await give('to-hai', '--from', tomorrow)).toMatchObject({ code: 0, error: '' });
		expect((await give('to-ba', '--from', tomorrow, '--until', today)).code).toBe(1);
		expect((await give('to-ba', '--from', '1/12/2026')).code).toBe(1);
		const { roles } = (await get(server, '/api/me', cookie)).body as { roles: { scope: string | null }[] };
		expect(roles.flatMap(({ scope }) => scope ?? [])).toEqual(['to-mot']);
	});

	it('withdraw a course, and publish it again', async () => {
		const note = ['--note', 'Nội dung đã cũ'];
		const course = 'thu-nghiem';
		expect(await beside.command('withdraw', course, ...note)).toMatchObject({ code: 0, error: '' });
		const isThere = async () => (await get(server, `/api/courses/${course}`)).status === 200;
		const gone = await until(isThere, (there) => !there);
		expect(gone.took).toBeLessThan(2000);
		const again = await beside.command('withdraw', course);
		expect([again.code, again.error.includes(course)]).toEqual([1, true]);
		expect(await beside.command('publish', beside.coursesDir)).toMatchObject({ code: 0 });
		expect((await until(isThere, (there) => there)).answer).toBe(true);
	});

	it('make a code that opens the account', async () => {
		const account = newAccount();
		await post(server, '/api/accounts', account);
		const { username } = account;
		const { out } = await beside.command('recover', username.toUpperCase());
		const code = /[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(out)?.[0];
		const answer = await post(server, '/api/recovery', { username, code, password: 'mat-khau-moi' });
		expect(answer.status).toBe(200);
	});

	it('publish what learners see within two seconds, and keep what was good when there is an error', async () => {
		rename(beside, 'Khóa học mới');
		const published = await beside.command('publish', beside.coursesDir, '--note', 'Đổi tên khóa học');
		expect(published, published.error).toMatchObject({ code: 0 });
		const { took } = await until(
			() => title(server),
			(text) => text === 'Khóa học mới',
		);
		expect(took).toBeLessThan(2000);

		const mend = edit(beside, 'thu-nghiem/vi/03-giua-khoa.quiz.md', (text) => text.replaceAll('[x]', '[ ]'));
		rename(beside, 'Khóa học hỏng');
		expect((await beside.command('publish', beside.coursesDir)).code).toBe(1);
		await new Promise((resolve) => setTimeout(resolve, 1500));
		expect(await title(server)).toBe('Khóa học mới');
		mend();
	});

	it('work without a server too, also after one was killed', async () => {
		const account = newAccount();
		await post(server, '/api/accounts', account);
		await server.end('SIGKILL');
		expect(await beside.command('grant', account.username, 'coordinator', 'xa-thu')).toMatchObject({
			code: 0,
			error: '',
		});
	});
});

const theDataFolder = () => {
	it('belongs to one server; the second is told so', async () => {
		const server = await place.start();
		const second = await place.run();
		expect(second.code).toBe(1);
		expect(second.error).toContain(place.dataDir);
		expect(second.error).toContain('in use by another');
		expect(second.error).not.toContain('    at ');
		expect((await get(server, '/health')).status).toBe(200);
	});

	it('is free again after a stop and after a kill', async () => {
		expect(await (await place.start()).end('SIGTERM')).toBe(0);
		expect(await (await place.start()).end('SIGKILL')).toBe('SIGKILL');
		const third = await place.start();
		expect((await get(third, '/health')).status).toBe(200);
	});

	it('has a door that opens by its token alone, to who may read the folder', async () => {
		const server = await place.start();
		const file = path.join(place.dataDir, 'door.json');
		expect(statSync(file).mode & 0o077).toBe(0);
		const { port, token } = JSON.parse(readFileSync(file, 'utf8')) as { port: number; token: string };
		const knock = (authorization: string, body: string) =>
			fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers: { authorization }, body });
		const grant = JSON.stringify({
			command: 'grant',
			args: { username: 'khong-ai', role: 'admin', scope: null },
		});
		for (const wrong of ['', 'Bearer ', `Bearer ${'0'.repeat(64)}`, token])
			expect((await knock(wrong, grant)).status).toBe(400);
		expect((await knock(`Bearer ${token}`, '{"command":"constructor"}')).status).toBe(400);
		expect((await knock(`Bearer ${token}`, 'rác')).status).toBe(400);
		expect((await knock(`Bearer ${token}`, grant)).status).toBe(200);
		expect(await server.end()).toBe(0);
		expect(existsSync(file)).toBe(false);
	});
};

const twoServers = () => {
	let both: Place;
	beforeAll(async () => {
		both = await newPlace();
	});
	afterAll(() => both.remove());

	it('start at the same time, migrate and publish once, and follow each other', async () => {
		const [one, two] = await Promise.all([both.start(), both.start()]);
		const sql = postgres(both.env.DATABASE_URL!, { max: 1 });
		expect(await sql`select count(*)::int as n from publication`).toMatchObject([{ n: 1 }]);
		expect(await sql`select count(*)::int as n from course_active`).toMatchObject([{ n: 1 }]);
		await sql.end();

		const account = newAccount();
		const { cookie } = await post(one, '/api/accounts', account);
		expect((await get(two, '/api/me', cookie)).body.username).toBe(account.username);
		rename(both, 'Khóa học của hai máy');
		await both.command('publish', both.coursesDir);
		for (const server of [one, two]) {
			const { took } = await until(
				() => title(server),
				(text) => text === 'Khóa học của hai máy',
			);
			expect(took).toBeLessThan(2000);
		}
		const signedOut = await fetch(`${one.origin}/api/session`, { method: 'DELETE', headers: { cookie } });
		expect(signedOut.status).toBe(204);
		// The other server hears of it by a message of the database.
		const { answer, took } = await until(
			async () => (await get(two, '/api/me', cookie)).status,
			(status) => status === 401,
		);
		expect(answer).toBe(401);
		expect(took).toBeLessThan(2000);
	});
};

if (onPostgres) describe('two servers on one database', twoServers);
else describe('the data folder', theDataFolder);
