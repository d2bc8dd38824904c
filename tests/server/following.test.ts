/** Two servers on one database: what one does, the other follows. */
import { writeFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantRole, revokeRole } from '#server/accounts/grant.ts';
import { buildApp } from '#server/app.ts';
import type { App } from '#server/app-types.ts';
import { readConfig } from '#server/config.ts';
import { publish } from '#server/courses/publish.ts';
import { openPostgres, type Database } from '#server/db/connect.ts';
import { rowsOf } from '#server/db/rows.ts';
import { attempt, login, publication } from '#server/db/tables/index.ts';
import { Client, startServer, type TestServer } from './harness.ts';
import { addressOf } from './postgres-server.ts';
import { until } from './spawned.ts';

let server: TestServer;
let other: { app: App; close(): Promise<void> };
beforeAll(async () => {
	server = await startServer();
	other = await startOther();
});
afterAll(async () => {
	await other.close();
	await server.close();
});

/** On PostgreSQL with connections of its own; the embedded database has but one. */
async function startOther() {
	const database = await sameDatabase();
	const config = { ...readConfig({}), dataDir: server.folder, coursesDir: server.folder };
	const app = await buildApp({ config, database, now: () => server.clock.now });
	await app.ready();
	return {
		app,
		close: async () => {
			await app.close();
			if (database !== server.database) await database.close();
		},
	};
}

async function sameDatabase(): Promise<Database> {
	if (server.database.kind === 'pglite') return server.database;
	const [found] = rowsOf<{ name: string }>(await server.db.execute('select current_database() as name'));
	return openPostgres(addressOf(found!.name));
}

const there = () => new Client(other.app);
const courseYaml = 'thu-nghiem/course.yaml';
const lesson = 'thu-nghiem/vi/02-ma-otp.md';
const khmerLesson = 'thu-nghiem/km/02-ma-otp.md';
const renamed = (to: string) => server.read(courseYaml).replace(/vi: Khóa học[^,]*/, `vi: ${to}`);
const courseOf = async (client: Client, query = '') =>
	(await client.get(`/api/courses/thu-nghiem${query}`)).body;
const lessonOf = async (client: Client, locale: string) =>
	(await client.get(`/api/courses/thu-nghiem/lessons/ma-otp?locale=${locale}`)).body;

/** Waits until the other server has what this one has. */
async function followed() {
	const { version } = await courseOf(server.anonymous);
	const { answer, took } = await until(
		() => courseOf(there()),
		(course) => course.version === version,
		5000,
	);
	expect(answer.version).toBe(version);
	return took;
}

describe('a publication', () => {
	it('is followed within two seconds', async () => {
		await server.publish({ [courseYaml]: renamed('Khóa học đổi tên') });
		expect(await followed()).toBeLessThan(2000);
		expect((await courseOf(there())).title).toBe('Khóa học đổi tên');
	});

	it('leaves the version before it readable', async () => {
		const before = await courseOf(there());
		await server.publish({ [courseYaml]: renamed('Khóa học lần nữa') });
		await followed();
		const old = await courseOf(there(), `?version=${before.version}`);
		expect(old).toMatchObject({ version: before.version, title: before.title });
	});

	it('of what was there before publishes again', async () => {
		const first = server.read(courseYaml);
		const { version } = await courseOf(server.anonymous);
		await server.publish({ [courseYaml]: renamed('Khóa học nhầm') });
		await followed();
		expect((await courseOf(there())).title).toBe('Khóa học nhầm');
		await server.publish({ [courseYaml]: first });
		await followed();
		expect(await courseOf(there())).toMatchObject({ version, title: 'Khóa học lần nữa' });
	});

	it('happens once where several start together from one folder', async () => {
		await server.publish({ [courseYaml]: renamed('Khóa học trước khi mở') });
		const before = await server.db.select().from(publication);
		const start = () =>
			publish(server.db, { folder: server.folder, by: 'start', now: new Date(), onlyIfChanged: true });
		expect(await Promise.all([start(), start()])).toEqual([null, null]);

		writeFileSync(`${server.folder}/${courseYaml}`, renamed('Khóa học sau khi mở'));
		await Promise.all([start(), start(), start()]);
		expect(await server.db.select().from(publication)).toHaveLength(before.length + 1);
		await server.app.catalog.refresh();
		expect((await courseOf(server.anonymous)).title).toBe('Khóa học sau khi mở');
	});
});

describe('a course with an error', () => {
	it('keeps its last good version, and is told about by file and line', async () => {
		await followed();
		const good = server.read(lesson);
		const before = await courseOf(server.anonymous);
		const result = await server.publish({
			[lesson]: `${good}\n<script>alert(1)</script>\n\n<Check question="khong-co" />\n`,
		});
		expect(result?.errors[0]).toMatchObject({
			file: expect.stringContaining('02-ma-otp.md'),
			line: expect.any(Number),
		});
		expect((await courseOf(server.anonymous)).version).toBe(before.version);
		expect((await courseOf(there())).version).toBe(before.version);
		expect((await lessonOf(server.anonymous, 'vi')).version).toBe(before.version);
		const mended = await server.publish({ [lesson]: good });
		expect(mended?.errors).toEqual([]);
	});

	it('keeps the last good translation where the error is in one language alone', async () => {
		const good = server.read(khmerLesson);
		expect((await lessonOf(server.anonymous, 'km')).locale).toBe('km');
		const result = await server.publish({ [khmerLesson]: good.replace('id: ma-otp', 'id: khong-phai') });
		expect(result?.errors.length).toBeGreaterThan(0);
		await followed();
		for (const client of [server.anonymous, there()]) {
			expect((await courseOf(client)).locales).toContain('km');
			expect(await lessonOf(client, 'km')).toMatchObject({ locale: 'km' });
			expect(await lessonOf(client, 'vi')).toMatchObject({ locale: 'vi' });
		}
		await server.publish({ [khmerLesson]: good });
		await followed();
		expect((await lessonOf(there(), 'km')).locale).toBe('km');
	});
});

describe('a registration', () => {
	it('that is sent twice makes one log-in', async () => {
		const guest = await server.guest();
		const elsewhere = new Client(other.app, { cookie: guest.cookie });
		const account = (username: string) => ({
			username,
			password: 'mat-khau-dai',
			displayName: 'Lê Thị Vội',
			locale: 'vi',
		});
		const made = await Promise.all([
			guest.post('/api/accounts', account('voi-vang-mot')),
			elsewhere.post('/api/accounts', account('voi-vang-hai')),
		]);
		expect(made.map(({ status }) => status).sort()).toEqual([201, 409]);
		const rows = await server.db.select().from(login).where(eq(login.learnerId, guest.me!.id));
		expect(rows).toHaveLength(1);
	});
});

describe('a session', () => {
	const at = (client: Client) => new Client(other.app, { cookie: client.cookie });

	/** The other server hears of it by a message of the database. */
	const refused = (client: Client) =>
		expect.poll(async () => (await client.get('/api/me')).status, { interval: 1, timeout: 1000 }).toBe(401);

	it('counts on both, and signing out on one ends it on the other', async () => {
		const one = await server.account();
		const { cookie } = one;
		const elsewhere = new Client(other.app, { cookie });
		expect((await elsewhere.get('/api/me')).body.id).toBe(one.me?.id);
		await one.delete('/api/session');
		await refused(elsewhere);
	});

	it('ends everywhere', async () => {
		const one = await server.account();
		expect((await one.get('/api/me')).status).toBe(200);
		const second = there();
		await second.post('/api/session', { username: one.me?.username, password: 'mat-khau-dai' });
		await second.delete('/api/session?everywhere=true');
		await refused(one);
	});

	it('speaks for the person as another server has just changed them', async () => {
		const one = await server.account();
		const elsewhere = at(one);
		expect((await elsewhere.get('/api/me')).body.locale).toBe('vi');
		await one.patch('/api/me', { targetGroup: 'officials' });
		await expect
			.poll(
				async () => {
					const { body } = await elsewhere.post('/api/attempts', {
						course: 'thu-nghiem',
						quiz: 'giua-khoa',
						locale: 'vi',
					});
					await elsewhere.post(`/api/attempts/${body.id}/submission`, {});
					const [row] = await server.db
						.select({ group: attempt.targetGroup })
						.from(attempt)
						.where(eq(attempt.id, body.id));
					return row?.group;
				},
				{ interval: 1, timeout: 1000 },
			)
			.toBe('officials');
	});

	it('holds a role that another process gave and ended', async () => {
		const one = await server.account();
		const elsewhere = at(one);
		const roles = async () => (await elsewhere.get('/api/me')).body.roles.slice(1);
		expect(await roles()).toEqual([]);
		const asked = { username: one.me!.username!, role: 'facilitator', scope: 'to-mot', by: 'test' } as const;
		// As a command does it: with the database alone.
		await grantRole(server.db, asked, server.clock.now);
		const patience = { interval: 5, timeout: 2000 };
		await expect.poll(roles, patience).toEqual([{ role: 'facilitator', scope: 'to-mot' }]);
		await revokeRole(server.db, asked, server.clock.now);
		await expect.poll(roles, patience).toEqual([]);
	});

	it('sees an answer that was saved through the other server', async () => {
		const one = await server.guest();
		const { body } = await one.post('/api/attempts', {
			course: 'thu-nghiem',
			quiz: 'giua-khoa',
			locale: 'vi',
		});
		const elsewhere = at(one);
		await elsewhere.put(`/api/attempts/${body.id}/answers/mk`, { answer: 'b', revision: 5 });
		await one.put(`/api/attempts/${body.id}/answers/mk`, { answer: 'a', revision: 4 });
		expect((await one.get(`/api/attempts/${body.id}`)).body.answers.mk.answer).toBe('b');
		await one.post(`/api/attempts/${body.id}/submission`, {});
		const late = await elsewhere.put(`/api/attempts/${body.id}/answers/mk`, { answer: 'a', revision: 6 });
		expect(late.status).toBe(409);
	});
});
