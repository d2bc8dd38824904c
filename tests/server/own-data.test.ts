/** One's own data: all of it in a file at once, and erased for good. */
import { eq, getTableColumns, getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as tables from '#server/db/tables/index.ts';
import { leftOut, parts } from '#server/own-data/store.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import { completeCourse, course, startAttempt } from './learning.ts';

let server: TestServer;
let admin: Client;
beforeAll(async () => {
	server = await startServer({ apart: true });
	admin = await server.account({ role: 'admin' });
});
afterAll(() => server.close());

const password = 'mat-khau-dai';
const erase = (one: Client, more: object = {}) =>
	one.post('/api/me/deletion', { password, certificates: 'erase', ...more });
const allTables = Object.values<unknown>(tables).filter((value): value is PgTable => is(value, PgTable));
const ofLearners = allTables.filter((table) =>
	Object.values(getTableColumns(table)).some(({ name }) => name === 'learner_id'),
);

/** Somebody who did everything that leaves a row. */
async function learned(name = 'Lê Thị Dấu Vết') {
	const one = await server.account({ name });
	await one.post('/api/enrolments', { course });
	await one.post('/api/checks', { course, question: 'kt-dai', answer: 'dai' });
	await completeCourse(one);
	await server.vouch(one);
	const { body } = await one.post('/api/certificates', { course });
	const wish = { displayName: `${name} Khác`, reason: `Tên tôi là ${name}` };
	expect((await one.post(`/api/certificates/${body.serial}/correction`, wish)).status).toBe(202);
	return { one, id: one.me!.id, serial: body.serial as string };
}
/** Names of the tables that hold this text anywhere. */
async function holding(text: string): Promise<string[]> {
	const found: string[] = [];
	for (const table of allTables) {
		const [row] = await server.db
			.select({ n: sql<number>`count(*)::int` })
			.from(table)
			.where(sql`${table}::text ilike ${`%${text}%`}`);
		if (row!.n > 0) found.push(getTableName(table));
	}
	return found;
}

describe('the file of one’s own data', () => {
	it('has every table that holds what is a learner’s, or says why not', () => {
		const told = [...Object.values(parts).map(({ table }) => table as PgTable), ...leftOut];
		expect(told.map(getTableName).sort()).toEqual(ofLearners.map(getTableName).sort());
	});

	it('comes at once, with what is known of oneself and no secret', async () => {
		const { one, id, serial } = await learned();
		const { status, body, headers, raw } = await one.get('/api/me/data');
		expect(status).toBe(200);
		expect(headers['content-disposition']).toContain('attachment');
		expect(headers['cache-control']).toBe('no-store');
		expect(Object.keys(body).sort()).toEqual([...Object.keys(parts), 'madeAt'].sort());
		expect(body.person).toMatchObject([{ id, displayName: 'Lê Thị Dấu Vết' }]);
		expect(body.logins).toMatchObject([{ shown: one.me!.username }]);
		expect(body.certificates).toMatchObject([{ serial }]);
		for (const part of ['enrolments', 'checks', 'attempts', 'responses', 'courseCompletions'])
			expect(body[part].length, part).toBeGreaterThan(0);
		const text = raw.toString();
		for (const secret of ['$argon2id', 'keyHash', 'seed', one.cookie.split('=')[1]!])
			expect(text).not.toContain(secret);
	});

	it('holds nothing of anybody else', async () => {
		const [{ id, serial }, { one }] = [await learned(), await learned('Người Khác Hẳn')];
		const { raw } = await one.get('/api/me/data');
		expect(raw.toString()).not.toContain(id);
		expect(raw.toString()).not.toContain(serial);
		expect(raw.toString()).not.toContain('Lê Thị Dấu Vết');
	});

	it('tells no verdict on answers of an attempt that is open', async () => {
		const one = await server.account();
		const { id } = await startAttempt(one, 'giua-khoa');
		await one.put(`/api/attempts/${id}/answers/mk`, { answer: 'b', revision: 1 });
		const { body } = await one.get('/api/me/data');
		expect(body.responses).toHaveLength(1);
		expect(Object.keys(body.responses[0])).not.toContain('score');
	});
});

describe('being erased', () => {
	it('leaves nothing that names or finds the person, and keeps scores without one', async () => {
		const { one, id, serial } = await learned('Phạm Thị Biến Mất');
		const username = one.me!.username!;
		await admin.post('/api/recovery-codes', { username });
		const [before] = await server.db
			.select({ n: sql<number>`count(*)::int`, score: sql<number>`sum(score)` })
			.from(tables.grading);
		const cookie = one.cookie;
		expect((await erase(one)).status).toBe(204);
		expect((await server.client({ cookie }).get('/api/me')).status).toBe(401);
		expect((await server.client().post('/api/session', { username, password })).status).toBe(401);
		expect((await server.anonymous.get(`/api/certificates/${serial}`)).status).toBe(404);
		for (const text of ['Phạm Thị Biến Mất', username]) expect(await holding(text), text).toEqual([]);
		expect(await holding(id)).toEqual(['audit']);
		expect(await holding(serial)).toEqual(['certificate_serial']);
		const [after] = await server.db
			.select({ n: sql<number>`count(*)::int`, score: sql<number>`sum(score)` })
			.from(tables.grading);
		expect(after).toEqual(before);
	});

	it('leaves no answers behind, and no moment finer than a day', async () => {
		const { one, id } = await learned();
		const attempts = await server.db.select().from(tables.attempt).where(eq(tables.attempt.learnerId, id));
		await erase(one);
		for (const { id: attempt } of attempts) {
			const rows = await server.db
				.select({ answer: tables.response.answer, isDay: sql`saved_at = date_trunc('day', saved_at)` })
				.from(tables.response)
				.where(eq(tables.response.attemptId, attempt));
			for (const row of rows) expect(row).toEqual({ answer: { answer: '' }, isDay: true });
		}
	});

	it('keeps certificates where that is wanted: they are checked as before', async () => {
		const { one, id, serial } = await learned('Đỗ Văn Giữ Lại');
		const before = (await server.anonymous.get(`/api/certificates/${serial}`)).body;
		expect((await erase(one, { certificates: 'keep' })).status).toBe(204);
		const after = await server.anonymous.get(`/api/certificates/${serial}`);
		expect(after.body).toEqual(before);
		expect(await holding('Đỗ Văn Giữ Lại')).toEqual(['certificate']);
		expect(await holding(id)).toEqual(['audit']);
		expect((await server.anonymous.get(`/api/certificates/${serial}.pdf`)).status).toBe(200);
	});

	it('asks for the password, and changes nothing without it', async () => {
		const { one, serial } = await learned();
		for (const wrong of ['khong-phai', undefined]) {
			const answer = await erase(one, { password: wrong });
			expect(answer.status).toBe(403);
			expect(answer.body.errors[0].path).toBe('/password');
		}
		expect((await one.get('/api/me')).status).toBe(200);
		expect((await server.anonymous.get(`/api/certificates/${serial}`)).status).toBe(200);
	});

	it('needs no password of a guest, who has none', async () => {
		const guest = await server.guest();
		await guest.post('/api/enrolments', { course });
		expect((await guest.post('/api/me/deletion', { certificates: 'erase' })).status).toBe(204);
		expect(await holding(guest.me!.id)).toEqual(['audit']);
	});

	it('is refused to the last administrator', async () => {
		const answer = await erase(admin);
		expect(answer.status).toBe(409);
		expect(answer.body.type).toBe('urn:cung-hoc:problem:last-administrator');
		const second = await server.account({ role: 'admin' });
		expect((await erase(second)).status).toBe(204);
	});

	it('frees the user name', async () => {
		const one = await server.account({ username: 'ten-cu' });
		await erase(one);
		expect((await server.account({ username: 'ten-cu' })).me!.id).not.toBe(one.me!.id);
	});
});
