/** A name on a certificate is corrected at once where that is small, and twice at most; all else is looked at first. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Certificate } from '#schemas/certificate.ts';
import type { OpenCorrection, OwnCorrection } from '#schemas/correction.ts';
import { forgetOldCorrections } from '#server/certificates/own-corrections.ts';
import { audit, certificate, nameCorrection } from '#server/db/tables/index.ts';
import { startServer, type Answered, type Client, type TestServer } from './harness.ts';
import { completeCourse, course } from './learning.ts';

let server: TestServer;
let admin: Client;
beforeAll(async () => {
	server = await startServer({ apart: true });
	admin = await server.account({ role: 'admin', name: 'Quản Trị Viên' });
});
afterAll(() => server.close());

const problem = (code: string) => `urn:cung-hoc:problem:${code}`;
const refused = ({ status, body }: Answered) => [status, body.type];
const path = (serial: string) => `/api/certificates/${serial}/correction`;
const wish = (client: Client, serial: string, displayName: string, more: object = {}) =>
	client.post(path(serial), { displayName, ...more });
const of = ({ serial, id }: Pick<OwnCorrection, 'serial' | 'id'>) => `${path(serial)}s/${id}`;
const accept = (client: Client, asked: OwnCorrection) => client.post(`${of(asked)}/acceptance`);
const refuse = (client: Client, asked: OwnCorrection, why = 'Giấy tờ ghi tên khác.') =>
	client.post(`${of(asked)}/refusal`, { why });
const withdraw = (client: Client, asked: OwnCorrection) => client.delete(of(asked));
const check = async (serial: string) =>
	(await server.anonymous.get(`/api/certificates/${serial}`)).body as Certificate;
const waiting = async (client: Client) =>
	(await client.get('/api/corrections')).body.corrections as OpenCorrection[];
const auditOf = async ({ me }: Client, action: string) =>
	server.db
		.select()
		.from(audit)
		.where(and(eq(audit.learnerId, me!.id), eq(audit.action, action)));
const chainOf = ({ me }: Client) =>
	server.db.select().from(certificate).where(eq(certificate.learnerId, me!.id));

async function holder(name = 'Nguyen Thi Hoa') {
	const client = await server.account({ name });
	await completeCourse(client);
	await server.vouch(client);
	const { status, body } = await client.post('/api/certificates', { course });
	expect(status, JSON.stringify(body)).toBe(201);
	return { client, serial: body.serial as string };
}
/** Somebody who waits for another name. */
async function asking(name = 'Nguyễn Thị Hoa', wanted = 'Trần Thị Lan', more: object = {}) {
	const { client, serial } = await holder(name);
	const { status, body } = await wish(client, serial, wanted, more);
	expect(status, JSON.stringify(body)).toBe(202);
	return { client, serial, asked: body as OwnCorrection };
}

describe('a small correction', () => {
	it('is made at once, twice, and the third asks however small it is', async () => {
		const { client, serial } = await holder('nguyen thi hoa');
		const first = await wish(client, serial, 'Nguyễn Thị Hoa');
		expect([first.status, first.body.holder]).toEqual([201, 'Nguyễn Thị Hoa']);
		const second = await wish(client, first.body.serial, 'Nguyễn Thị Hòa');
		expect(second.status).toBe(201);
		const third = await wish(client, second.body.serial, 'Nguyễn Thị Hoà');
		expect([third.status, third.body.because, third.body.outcome]).toEqual([202, 'used-up', null]);
		expect((await check(second.body.serial)).status).toBe('valid');
		expect((await accept(admin, third.body)).status).toBe(201);
	});

	it('is told to everybody who checks: that and when it was made, and never the name before', async () => {
		const { client, serial } = await holder('Le Thi Bong');
		expect((await check(serial)).corrections).toEqual([]);
		const { body } = await wish(client, serial, 'Lê Thị Bông');
		const checked = await check(body.serial);
		expect(checked.corrections).toEqual([{ at: checked.record.issuedAt, by: 'holder' }]);
		expect(JSON.stringify(checked)).not.toContain('Le Thi Bong');
		const again = (await wish(client, body.serial, 'Lê Thị Bồng')).body as Certificate;
		expect(again.corrections.map(({ by }) => by)).toEqual(['holder', 'holder']);
		// What was true of the ones before stays so.
		expect((await check(body.serial)).corrections).toEqual(checked.corrections);
		expect((await check(serial)).corrections).toEqual([]);
		const { certificates } = (await client.get('/api/certificates')).body;
		expect(certificates).toEqual(
			await Promise.all([again.serial, body.serial, serial].map((one) => check(one))),
		);
	});

	it('is measured by the name that was issued: a walk in small steps asks', async () => {
		const { client, serial } = await holder('Lê Thị Trang');
		const step = await wish(client, serial, 'Lê Thị Tramg');
		expect(step.status).toBe(201);
		const next = await wish(client, step.body.serial, 'Lê Thị Trung');
		expect([next.status, next.body.because]).toEqual([202, 'other-name']);
	});

	it('of the name that stands there already changes nothing and uses nothing up', async () => {
		const { client, serial } = await holder();
		for (let n = 0; n < 3; n++) {
			const { status, body } = await wish(client, serial, '  Nguyen  Thi Hoa ');
			expect([status, body.serial]).toEqual([200, serial]);
		}
		expect(await chainOf(client)).toHaveLength(1);
	});

	it('is made no third time by many that come at once', async () => {
		const { client, serial } = await holder();
		const names = ['Nguyễn Thị Hoa', 'Nguyễn Thị Hòa', 'Nguyễn Thị Hoà', 'NGUYỄN THỊ HOA', 'Hoa Nguyễn Thị'];
		const standing = async () => (await chainOf(client)).find((row) => row.supersededBy === null)!.serial;
		for (let round = 0; round < 4; round++) {
			const now = await standing();
			const all = await Promise.all(names.map((name) => wish(client, now, name)));
			expect(all.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(1);
		}
		expect(await chainOf(client)).toHaveLength(3);
		expect(serial).not.toBe(await standing());
	});
});

describe('a correction that asks', () => {
	it('leaves the certificate and the account as they are until somebody has accepted it', async () => {
		const { client, serial, asked } = await asking('Nguyễn Thị Hoa', ' Trần  Thị Lan ', {
			reason: ' Tôi ghi nhầm tên mẹ. ',
		});
		expect(asked).toEqual({
			id: expect.any(String),
			serial,
			holder: 'Nguyễn Thị Hoa',
			displayName: 'Trần Thị Lan',
			reason: 'Tôi ghi nhầm tên mẹ.',
			because: 'other-name',
			askedAt: expect.stringMatching(/Z$/),
			outcome: null,
			decidedAt: null,
			why: null,
		});
		expect((await check(serial)).status).toBe('valid');
		expect((await client.get('/api/me')).body.displayName).toBe('Nguyễn Thị Hoa');
		expect((await client.get(path(serial))).body).toEqual(asked);
		expect(await auditOf(client, 'correction.ask')).toMatchObject([
			{ actor: client.me!.id, subject: serial },
		]);

		const { status, body } = await accept(admin, asked);
		expect([status, body.holder, body.status]).toEqual([201, 'Trần Thị Lan', 'valid']);
		expect(body.corrections).toEqual([{ at: body.record.issuedAt, by: 'helper' }]);
		expect(await check(serial)).toMatchObject({ status: 'superseded', supersededBy: body.serial });
		expect((await client.get('/api/me')).body.displayName).toBe('Trần Thị Lan');
		expect((await client.get(path(body.serial))).body).toMatchObject({ outcome: 'accepted', serial });
		expect(await auditOf(client, 'certificate.correct')).toMatchObject([
			{ actor: admin.me!.id, subject: `${serial} ${body.serial}` },
		]);
		const { events } = (await client.get('/api/me/events')).body;
		expect(events).toContainEqual(
			expect.objectContaining({ kind: 'certificate.correct', by: 'other', byName: 'Quản Trị Viên' }),
		);
	});

	it('is refused with a reason, which the holder reads, and may be asked for again', async () => {
		const { client, serial, asked } = await asking();
		expect((await refuse(admin, asked, '\u200b'.repeat(6))).status).toBe(400);
		expect((await refuse(admin, asked, 'Căn cước ghi tên khác.')).status).toBe(204);
		expect((await client.get(path(serial))).body).toMatchObject({
			outcome: 'refused',
			why: 'Căn cước ghi tên khác.',
			decidedAt: expect.stringMatching(/Z$/),
		});
		expect((await check(serial)).status).toBe('valid');
		expect(await auditOf(client, 'correction.refuse')).toMatchObject([
			{ actor: admin.me!.id, subject: serial, reason: 'Căn cước ghi tên khác.' },
		]);
		expect((await client.get('/api/me/events')).body.events[0]).toMatchObject({ kind: 'correction.refuse' });
		expect((await wish(client, serial, 'Trần Thị Lan')).status).toBe(202);
	});

	it('is withdrawn by the holder alone', async () => {
		const { client, serial, asked } = await asking();
		for (const other of [await server.account(), admin])
			expect(refused(await withdraw(other, asked))).toEqual([404, problem('correction-unknown')]);
		expect((await withdraw(client, asked)).status).toBe(204);
		expect((await client.get(path(serial))).body.outcome).toBe('withdrawn');
		expect(await auditOf(client, 'correction.withdraw')).toHaveLength(1);
		expect(refused(await withdraw(client, asked))).toEqual([409, problem('correction-decided')]);
		for (const late of [await accept(admin, asked), await refuse(admin, asked)])
			expect(refused(late)).toEqual([409, problem('correction-decided')]);
	});

	it('is one at a time: while it waits nothing else is corrected', async () => {
		const { client, serial, asked } = await asking('Nguyen Thi Hoa');
		expect(refused(await wish(client, serial, 'Lê Thị Mai'))).toEqual([409, problem('correction-open')]);
		expect(refused(await wish(client, serial, 'Nguyễn Thị Hoa'))).toEqual([409, problem('correction-open')]);
		expect((await wish(client, serial, 'Trần Thị Lan')).body).toEqual(asked);
		await withdraw(client, asked);
		expect((await wish(client, serial, 'Nguyễn Thị Hoa')).status).toBe(201);
	});

	it('is one for many requests that come at once, with an id or without', async () => {
		for (const more of [{}, { clientId: randomUUID() }]) {
			const { client, serial } = await holder();
			const all = await Promise.all(
				Array.from({ length: 8 }, () => wish(client, serial, 'Trần Thị Lan', more)),
			);
			expect(all.map(({ status }) => status)).toEqual(Array<number>(8).fill(202));
			expect(new Set(all.map(({ body }) => body.id)).size).toBe(1);
		}
	});

	it('tells what became of it to the same request, and refuses its id for anything else', async () => {
		const clientId = randomUUID();
		const { client, serial, asked } = await asking('Nguyễn Thị Hoa', 'Trần Thị Lan', { clientId });
		const { body } = await accept(admin, asked);
		const again = await wish(client, serial, 'Trần Thị Lan', { clientId });
		expect([again.status, again.body.outcome]).toEqual([202, 'accepted']);
		const other = await wish(client, body.serial, 'Trần Thị Lân', { clientId });
		expect(refused(other)).toEqual([409, problem('id-in-use')]);
	});

	it('once accepted is what the next are measured by; those of one’s own stay counted', async () => {
		const { client, serial } = await holder('Nguyen Thi Hoa');
		const own = await wish(client, serial, 'Nguyễn Thị Hoa');
		const asked = (await wish(client, own.body.serial, 'Trần Thị Lan')).body as OwnCorrection;
		const accepted = (await accept(admin, asked)).body as Certificate;
		const second = await wish(client, accepted.serial, 'Trần Thị Lân');
		expect(second.status).toBe(201);
		expect(second.body.corrections.map(({ by }: { by: string }) => by)).toEqual([
			'holder',
			'helper',
			'holder',
		]);
		const third = await wish(client, second.body.serial, 'Trần Thị Lan');
		expect([third.status, third.body.because]).toEqual([202, 'used-up']);
		const back = (await waiting(admin)).find(({ id }) => id === third.body.id)!;
		expect(back).toMatchObject({ firstHolder: 'Nguyen Thi Hoa', holder: 'Trần Thị Lân', times: 3 });
	});

	it.each(['accept', 'refuse', 'both'] as const)('is decided once by many at once: %s', async (how) => {
		const { client, asked } = await asking();
		const other = await server.account({ role: 'admin' });
		const all = await Promise.all(
			Array.from({ length: 6 }, (_, n) => {
				const who = n % 2 === 0 ? admin : other;
				return how === 'accept' || (how === 'both' && n % 3 === 0) ? accept(who, asked) : refuse(who, asked);
			}),
		);
		expect(all.filter(({ status }) => status < 300)).toHaveLength(1);
		for (const late of all.filter(({ status }) => status >= 300))
			expect(refused(late)).toEqual([409, problem('correction-decided')]);
		expect((await chainOf(client)).length).toBeLessThanOrEqual(2);
		const rows = await server.db
			.select()
			.from(nameCorrection)
			.where(eq(nameCorrection.learnerId, client.me!.id));
		expect(rows).toHaveLength(1);
	});

	it('is not accepted once the certificate was taken back, but may be refused and withdrawn', async () => {
		for (const end of [refuse, withdraw]) {
			const { client, serial, asked } = await asking();
			const reason = 'Thi hộ, đã xác minh.';
			await admin.post(`/api/certificates/${serial}/revocation`, { reason });
			expect(refused(await accept(admin, asked))).toEqual([409, problem('certificate-not-in-force')]);
			expect((await waiting(admin)).find(({ id }) => id === asked.id)).toMatchObject({ inForce: false });
			expect((await end(end === refuse ? admin : client, asked)).status).toBe(204);
			expect(refused(await wish(client, serial, 'Trần Thị Lan'))).toEqual([
				409,
				problem('certificate-not-in-force'),
			]);
		}
	});

	it('is not accepted once the certificate has run out', async () => {
		const { client, serial, asked } = await asking();
		const [row] = await server.db.select().from(certificate).where(eq(certificate.serial, serial));
		const ended = { ...row!.record, validUntil: '2020-01-01' };
		await server.db.update(certificate).set({ record: ended }).where(eq(certificate.serial, serial));
		expect(refused(await accept(admin, asked))).toEqual([409, problem('certificate-not-in-force')]);
		expect((await withdraw(client, asked)).status).toBe(204);
	});

	it.each([
		['no reason', {}],
		['a reason too short', { why: 'ừ' }],
		['a reason of nothing', { why: ' '.repeat(9) }],
		['a reason too long', { why: 'a'.repeat(501) }],
		['another field', { why: 'Chưa rõ vì sao.', serial: 'X' }],
	])('is not refused with %s', async (_what, body) => {
		const { asked } = await asking();
		expect(refused(await admin.post(`${of(asked)}/refusal`, body))).toEqual([400, problem('bad-request')]);
	});

	it('is not asked for with a reason too long', async () => {
		const { client, serial } = await holder();
		const answer = await wish(client, serial, 'Trần Thị Lan', { reason: 'a'.repeat(501) });
		expect(refused(answer)).toEqual([400, problem('bad-request')]);
	});
});

describe('who decides', () => {
	it('is an administrator, or a facilitator for those whom they look after', async () => {
		const { client, asked } = await asking();
		const facilitator = await server.account({ role: 'facilitator' });
		expect(await waiting(facilitator)).toEqual([]);
		for (const answer of [await accept(facilitator, asked), await refuse(facilitator, asked)])
			expect(refused(answer)).toEqual([403, problem('not-allowed')]);
		await server.lookAfter(client, facilitator.me!.id);
		expect(await waiting(facilitator)).toMatchObject([
			{
				id: asked.id,
				username: client.me!.username,
				firstHolder: 'Nguyễn Thị Hoa',
				holder: 'Nguyễn Thị Hoa',
				displayName: 'Trần Thị Lan',
				course,
				times: 0,
				inForce: true,
			},
		]);
		expect((await accept(facilitator, asked)).status).toBe(201);
		expect(await waiting(facilitator)).toEqual([]);
	});

	it('is no facilitator where the holder has a role', async () => {
		const { client, asked } = await asking();
		const facilitator = await server.account({ role: 'facilitator' });
		await server.lookAfter(client, facilitator.me!.id);
		await server.grant({ username: client.me!.username!, role: 'instructor', scope: course });
		expect(await waiting(facilitator)).toEqual([]);
		expect(refused(await accept(facilitator, asked))).toEqual([403, problem('not-allowed')]);
		expect((await accept(admin, asked)).status).toBe(201);
	});

	it.each(['admin', 'facilitator'] as const)('is nobody for themselves, an %s neither', async (role) => {
		const { client, asked } = await asking();
		await server.grant({ username: client.me!.username!, role, scope: null });
		await server.lookAfter(client, client.me!.id);
		expect((await waiting(client)).map(({ id }) => id)).not.toContain(asked.id);
		for (const answer of [await accept(client, asked), await refuse(client, asked)])
			expect(refused(answer)).toEqual([403, problem('not-allowed')]);
		expect((await accept(admin, asked)).status).toBe(201);
	});

	it.each(['learner', 'instructor', 'coordinator'] as const)(
		'is no %s, and nobody in particular',
		async (role) => {
			const { asked } = await asking();
			const one = await server.account({ role });
			for (const answer of [
				await accept(one, asked),
				await refuse(one, asked),
				await one.get('/api/corrections'),
			])
				expect(answer.status).toBe(403);
			for (const answer of [
				await accept(server.client(), asked),
				await server.client().get('/api/corrections'),
			])
				expect(answer.status).toBe(401);
		},
	);

	it('sees the oldest first', async () => {
		const ids: string[] = [];
		for (let n = 0; n < 3; n++) ids.push((await asking()).asked.id);
		const mine = (await waiting(admin)).map(({ id }) => id).filter((id) => ids.includes(id));
		expect(mine).toEqual(ids);
	});

	it('decides about what there is', async () => {
		const [{ serial, asked }, other] = [await asking(), await asking()];
		const facilitator = await server.account({ role: 'facilitator' });
		const wrong = [
			{ serial, id: randomUUID() },
			{ serial, id: 'khong-phai-ma' },
			{ serial, id: other.asked.id },
			{ serial: other.serial, id: asked.id },
		] as OwnCorrection[];
		for (const one of wrong) {
			expect(refused(await accept(admin, one))).toEqual([404, problem('correction-unknown')]);
			expect(refused(await refuse(admin, one))).toEqual([404, problem('correction-unknown')]);
			expect(refused(await accept(facilitator, one))).toEqual([403, problem('not-allowed')]);
		}
		const nowhere = { serial: 'khong-phai-so', id: asked.id } as OwnCorrection;
		expect(refused(await accept(admin, nowhere))).toEqual([404, problem('certificate-unknown')]);
	});

	it('reads what a guest asks for, who has no user name', async () => {
		const guest = await server.guest();
		await guest.patch('/api/me', { displayName: 'Khách Một' });
		await completeCourse(guest);
		await server.vouch(guest);
		const { serial } = (await guest.post('/api/certificates', { course })).body;
		const { body } = await wish(guest, serial, 'Khách Hai');
		const found = (await waiting(admin)).find(({ id }) => id === body.id);
		expect(found).toMatchObject({ username: null, holder: 'Khách Một' });
	});
});

describe('a certificate from before', () => {
	it('has had its corrections from its holder', async () => {
		const { client, serial } = await holder();
		const { body } = await wish(client, serial, 'Nguyễn Thị Hoa');
		const { asked } = await asking();
		const accepted = (await accept(admin, asked)).body as Certificate;
		await server.db.update(certificate).set({ correctedBy: null });
		const file = readFileSync('src/server/db/migrations/0016_name-corrections.sql', 'utf8');
		const statement = file.split('--> statement-breakpoint').at(-1)!;
		expect(statement).toContain('update certificate');
		await server.db.execute(sql.raw(statement));
		for (const one of [body.serial, accepted.serial])
			expect((await check(one)).corrections.map(({ by }) => by)).toEqual(['holder']);
		for (const one of [serial, asked.serial]) expect((await check(one)).corrections).toEqual([]);
	});
});

describe('what is kept of it', () => {
	it('goes half a year after it was decided, while what waits stays', async () => {
		const [done, open] = [await asking(), await asking()];
		await refuse(admin, done.asked);
		const kept = async () =>
			(await server.db.select({ id: nameCorrection.id }).from(nameCorrection)).map(({ id }) => id);
		const after = (days: number) => new Date(server.clock.now.getTime() + days * 24 * 3_600_000);
		await forgetOldCorrections(server.database, after(179));
		expect(await kept()).toEqual(expect.arrayContaining([done.asked.id, open.asked.id]));
		await forgetOldCorrections(server.database, after(181));
		expect(await kept()).toContain(open.asked.id);
		expect(await kept()).not.toContain(done.asked.id);
	});

	it('is no more than somebody can mean in a day', async () => {
		const { client, serial } = await holder();
		const all = [];
		for (let n = 0; n < 31; n++) {
			const { status, body } = await wish(client, serial, `Trần Thị ${'abcdefghijklmnopqrstuvwxyzăâđêô'[n]}`);
			all.push(status);
			if (status === 202) await withdraw(client, body);
		}
		expect(all).toEqual([...Array<number>(30).fill(202), 429]);
	});

	it('is in the file of one’s own data, without who decided, and goes with the account', async () => {
		const { client, asked } = await asking();
		await refuse(admin, asked);
		const file = await client.get('/api/me/data');
		expect(file.body.nameCorrections).toMatchObject([
			{ id: asked.id, wanted: 'Trần Thị Lan', outcome: 'refused', why: 'Giấy tờ ghi tên khác.' },
		]);
		expect(JSON.stringify(file.body.nameCorrections)).not.toContain(admin.me!.id);
		await client.post('/api/me/deletion', { password: 'mat-khau-dai', certificates: 'keep' });
		const rows = await server.db.select().from(nameCorrection).where(eq(nameCorrection.id, asked.id));
		expect(rows).toEqual([]);
	});

	it('says of a certificate that stays how it was corrected, when its holder is gone', async () => {
		const { client, asked } = await asking();
		const { body } = await accept(admin, asked);
		await client.post('/api/me/deletion', { password: 'mat-khau-dai', certificates: 'keep' });
		expect((await check(body.serial)).corrections).toEqual(body.corrections);
		// And nothing leads from it to whose account that was.
		const rows = await server.db.select().from(audit).where(eq(audit.learnerId, client.me!.id));
		expect(rows.length).toBeGreaterThan(2);
		expect(JSON.stringify(rows)).not.toContain(body.serial);
	});
});
