/** The API under requests right and spoilt, made from its own OpenAPI document. FUZZ_SEED chooses another run. */
import { randomUUID } from 'node:crypto';
import { eq, getTableName, is, sql, type SQL } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemType } from '#schemas/failures.ts';
import { LearningEvent } from '#schemas/progress.ts';
import { makeRecoveryCode } from '#server/accounts/recovery.ts';
import { tellItems } from '#server/analysis/tell.ts';
import { commandLine } from '#server/accounts/store.ts';
import * as tables from '#server/db/tables/index.ts';
import {
	nasty,
	oddQueries,
	rawMark,
	rubbish,
	spoils,
	valid,
	type Hints,
	type Schema,
	type Spoil,
} from './fuzz-values.ts';
import { Authenticator } from './authenticator.ts';
import { pdf, photoQuiz, sendFile, startPhotos } from './files.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import { completeCourse, course, startAttempt } from './learning.ts';
import { plantMerge, plantOffer } from './merges.ts';
import { eventEntry, rescueOf } from './rescues.ts';
import { save, start, takeExam, wrongAnswer } from './quizzes.ts';
import { addPasskey, answerBy, newPasskey, plant } from './two-steps.ts';

// Each database sees other requests, so that the two together see twice as many.
const seed = Number(
	process.env.FUZZ_SEED ?? (process.env.TEST_DATABASE === 'postgres' ? 20_261_127 : 20_261_122),
);
const runs = Number(process.env.FUZZ_RUNS ?? 20);

interface Operation {
	method: string;
	path: string;
	parameters: { name: string; in: 'path' | 'query'; schema: Schema; required?: boolean }[];
	body: Schema | null;
}
interface Made {
	params: Record<string, string>;
	query: Record<string, string>;
	body: unknown;
	/** Instead of the query, as it stands. */
	odd: string | null;
}

let server: TestServer;
let operations: Operation[];
let admin: Client;
beforeAll(async () => {
	server = await startServer({ apart: true });
	operations = documented((await server.anonymous.get('/api/openapi.json')).body);
	admin = await server.account({ role: 'admin' });
	await server.publish({
		[`${course}/vi/09-tu-luan.quiz.md`]: essays,
		[`${course}/vi/10-chup-anh.quiz.md`]: photoQuiz,
	});
});
afterAll(() => server.close());

function documented({ paths }: { paths: Record<string, Record<string, any>> }): Operation[] {
	return Object.entries(paths).flatMap(([path, verbs]) =>
		Object.entries(verbs).map(([verb, { parameters = [], requestBody }]) => ({
			method: verb.toUpperCase(),
			path,
			parameters,
			body: requestBody?.content['application/json'].schema ?? null,
		})),
	);
}

/** What a person grades. */
const essays = `---
id: tu-luan
title: Tự luận
kind: quiz
---

## Kể ba bước {#ke .essay}

- [2] Nêu đủ ba bước {#buoc}
- [1] Viết rõ {#ro}
`;

/** Practice questions, and what is wrong there: they come back on review. */
const mistakes = { 'kt-dai': 'ngan', 'kt-ma': true, 'kt-so': '13' };
const answers = ['dai', 'b', false, '12', 3.5, ['khoa', 'cap-nhat'], 'Hà Nội', null, ...nasty];
const common: Hints = {
	course: [course],
	lesson: ['mat-khau', 'ma-otp'],
	quiz: ['giua-khoa', 'luyen-tap'],
	question: ['kt-dai', 'kt-ma', 'kt-so'],
	framework: ['mau'],
	track: ['moi-nguoi'],
	version: ['@version'],
	hash: ['@hash'],
	name: ['khoa.svg'],
	serial: ['@serial'],
	task: ['@task'],
	room: ['@room'],
	number: ['@paper'],
	regrade: ['@regrade'],
	username: ['@username'],
	carer: ['@carer'],
	until: ['2026-01-01T00:00:00Z', '9999-12-31T23:59:60Z', '0000-01-01T00:00:00Z'],
	password: ['mat-khau-dai'],
	code: ['@code'],
	answer: answers,
	reason: ['Cấp nhầm người.', ...nasty],
	displayName: nasty,
	'@keys': ['mk', 'gia', 'thu-do', 'khong-co'],
};
const answerHints: Hints = {
	...common,
	id: ['@attempt', '@attempt', '@foreign'],
	question: ['mk', 'gia', 'thu-do', 'thu-do'],
	// Words are an answer to every one of these but the number.
	answer: ['b', 'b', 'a', '12', ...answers],
};
const corrections: Hints = { ...common, id: ['@correction', '@foreign'] };
const hintsOf: Record<string, Hints> = {
	'POST /api/accounts': { ...common, username: ['@fresh'] },
	'POST /api/care': { ...common, username: ['@fresh'] },
	'POST /api/vouchers': { ...common, username: ['@username'] },
	'POST /api/attempt-grants': { ...common, username: ['@username'], quiz: ['cuoi-khoa'] },
	'POST /api/attempt-grants/batch': { ...common, usernames: [['@username']], quiz: ['cuoi-khoa'] },
	'DELETE /api/certificates/{serial}/corrections/{id}': corrections,
	'POST /api/certificates/{serial}/corrections/{id}/acceptance': corrections,
	'POST /api/certificates/{serial}/corrections/{id}/refusal': corrections,
	'POST /api/rooms': { ...common, quiz: ['cuoi-khoa'], name: nasty },
	'POST /api/rooms/{room}/time': { ...common, attempt: ['@sitting'] },
	'POST /api/rooms/{room}/incidents': { ...common, attempt: ['@sitting'], text: nasty },
	'POST /api/paper-forms': { ...common, quiz: ['cuoi-khoa'] },
	'POST /api/paper-forms/{number}/results': { ...common, label: nasty, username: ['@username'] },
	'PUT /api/paper-forms/{number}/results/{attempt}': { ...common, attempt: ['@entered'] },
	'POST /api/grading/{task}/marks': {
		...common,
		points: [{ buoc: 2, ro: 0.5 }],
		remarks: [{ ro: 'Rõ.' }],
		seen: [0],
		comment: nasty,
	},
	'POST /api/courses/{course}/regrades': {
		...common,
		question: ['ck-1', 'mk'],
		scope: ['all'],
		reason: nasty,
	},
	'POST /api/regrades/{regrade}/decisions': { ...common, attempt: ['@undecided'], reason: nasty },
	'POST /api/reviews': { ...common, question: ['kt-dai', 'kt-dai', 'kt-ma'], answer: ['dai', 'ngan'] },
	'POST /api/rescues': { ...common, payload: ['@payload'], seal: ['@seal'] },
	'POST /api/me/password': { ...common, current: ['mat-khau-dai'], password: ['ba con gà'] },
	'DELETE /api/me/sessions/{session}': { ...common, session: ['@session'] },
	'POST /api/session/second-step': { ...common, code: ['@totp'] },
	'POST /api/me/second-step/confirmation': { ...common, code: ['@totp'] },
	'POST /api/me/passkeys': { ...common, credential: ['@credential'] },
	'POST /api/session/passkey': { ...common, credential: ['@credential'] },
	'DELETE /api/me/passkeys/{passkey}': { ...common, passkey: ['@passkey'] },
	'POST /api/me/merges/{merge}/undo': { ...common, merge: ['@merge'] },
	'POST /api/me/merges/{merge}/guest': { ...common, merge: ['@merge'] },
	'POST /api/me/second-step/end': { ...common, code: ['@totp'] },
	'POST /api/me/second-step/backup-codes': { ...common, code: ['@totp'] },
	'GET /api/account-events': {
		...common,
		before: ['2026-01-01T00:00:00.000Z_00000000-0000-0000-0000-000000000000'],
	},
	'PUT /api/attempts/{id}/answers/{question}': answerHints,
	'POST /api/attempts/{id}/answers/{question}': answerHints,
	'POST /api/attempts/{id}/submission': { ...common, id: ['@attempt', '@attempt', '@foreign'] },
	'GET /api/attempts/{id}': { ...common, id: ['@attempt', '@foreign'] },
	'POST /api/attempts/{id}/answers/{question}/files/{upload}': {
		...answerHints,
		question: ['giay'],
		upload: ['@upload'],
		revision: ['1', '7'],
	},
	'GET /api/files/{upload}': { ...common, upload: ['@upload'] },
	'GET /api/views/attempts/{id}': { ...common, id: ['@attempt', '@foreign'] },
	'GET /api/views/attempts/{id}/result': { ...common, id: ['@submitted', '@attempt', '@foreign'] },
};
const secretOnes = ['POST /api/session', 'POST /api/recovery'];

/** What the names of hints stand for, of one caller. */
async function makeReady(name: string) {
	const owner = await server.guest();
	await owner.patch('/api/me', { displayName: 'Người Chủ' });
	await completeCourse(owner);
	await server.vouch(owner);
	const { body } = await owner.post('/api/certificates', { course });
	const [submitted] = (await owner.get('/api/attempts')).body.attempts;
	if (name === 'POST /api/reviews')
		for (const [question, answer] of Object.entries(mistakes))
			await owner.post('/api/checks', { course, question, answer });
	const stranger = await server.guest();
	const [media] = await server.db.select({ hash: tables.courseMedia.hash }).from(tables.courseMedia);
	const values: Record<string, string> = {
		'@version': body.record.version,
		'@hash': media!.hash,
		'@serial': body.serial,
		'@submitted': submitted.id,
		'@foreign': (await startAttempt(stranger, 'giua-khoa')).id,
		'@username': (await server.account()).me!.username!,
		'@carer': (await server.account({ role: 'facilitator' })).me!.username!,
	};
	if (name.startsWith('POST /api/attempt-grants')) {
		// Somebody who has no attempt at the exam left.
		const stuck = await server.account();
		for (let n = 0; n < 3; n += 1) await takeExam(stuck, wrongAnswer);
		values['@username'] = stuck.me!.username!;
	}
	if (name === 'POST /api/rescues') {
		const { payload, seal } = await rescueOf(owner, [eventEntry()]);
		Object.assign(values, { '@payload': JSON.stringify(payload).slice(1, -1), '@seal': seal });
	}
	return { owner, values };
}
const isAdmins =
	/revocation|recovery-codes|care|account-events|vouchers|attempt-grants|grading|api.rooms|paper-forms|api.corrections|acceptance|refusal|analysis|regrade/;
/** Reading uses nothing up: one caller serves every request that only reads. */
let reader: ReturnType<typeof makeReady> | undefined;
async function readyFor(name: string) {
	const isReading = name.startsWith('GET') && !/correction/.test(name);
	const made = await (isReading ? (reader ??= makeReady(name)) : makeReady(name));
	return { ...made, client: isAdmins.test(name) ? admin : made.owner };
}
type Ready = Awaited<ReturnType<typeof readyFor>> & { holder?: Awaited<ReturnType<typeof passkeyHolder>> };

/** Renews what the last request may have used up. */
async function renew(name: string, { owner, values }: Ready) {
	values['@fresh'] = `moi-${randomUUID().slice(0, 8)}`;
	if (name.includes('/attempts/')) values['@attempt'] = (await startAttempt(owner, 'giua-khoa')).id;
	// What the job of each minute does; asking for figures does it for what came since.
	if (name.includes('analysis')) await tellItems({ catalog: server.app.catalog, database: server.database });
	if (name.includes('{task}')) {
		const learner = await server.guest();
		const { id } = await startAttempt(learner, 'tu-luan');
		await learner.post(`/api/attempts/${id}/submission`, { answers: { ke: { text: 'Mở máy, gọi.' } } });
		values['@task'] = (await admin.get('/api/grading')).body.waiting.at(-1).id;
	}
	if (name.includes('{upload}')) await sendTo(values, owner);
	if (name.endsWith('{task}/file')) {
		const learner = await server.guest();
		await learner.post(`/api/attempts/${await sendTo(values, learner)}/submission`);
		values['@task'] = (await admin.get('/api/grading')).body.waiting.at(-1).id;
	}
	// Any other code is refused.
	if (name === 'POST /api/attempts') values['@code'] ??= (await newRoom()).code;
	if (name.includes('/rooms')) await server.db.delete(tables.rateLimit);
	if (name.includes('{room}')) {
		const room = await newRoom();
		const learner = await server.guest();
		const begun = { course, quiz: 'giua-khoa', locale: 'vi', code: room.code };
		if (!name.endsWith('/events')) values['@sitting'] = (await learner.post('/api/attempts', begun)).body.id;
		// A stream about a room that is over ends by itself.
		else await admin.post(`/api/rooms/${room.id}/closing`);
		values['@room'] = room.id;
	}
	if (name.includes('/paper-forms/')) {
		const asked = { course, quiz: 'cuoi-khoa', locale: 'vi' };
		const { number } = (await admin.post('/api/paper-forms', asked)).body.forms[0];
		values['@paper'] = number;
		const row = { id: randomUUID(), label: '1', supervised: false, answers: [] };
		if (name.includes('{attempt}'))
			values['@entered'] = (await admin.post(`/api/paper-forms/${number}/results`, row)).body.attempt;
	}
	if (name.includes('{regrade}')) {
		const asked = { question: 'ck-1', way: 'drop', scope: 'all', reason: 'Đáp án ghi nhầm.' };
		const regradeId = (await admin.post('/api/courses/thu-nghiem/regrades', asked)).body.id as string;
		const learner = await server.guest();
		const { id: attemptId } = await startAttempt(learner, 'giua-khoa');
		await server.db.insert(tables.regradeChange).values({
			learnerId: learner.me!.id,
			attemptId,
			regradeId,
			questionId: 'mk',
			state: 'done',
			decision: 'open',
			cycle: 1,
		});
		Object.assign(values, { '@regrade': regradeId, '@undecided': attemptId });
	}
	if (name.includes('revocation')) await server.db.update(tables.certificate).set({ revokedAt: null });
	if (name.includes('correction')) {
		// One person asks here for more names than anybody does in a day.
		await server.db.delete(tables.rateLimit);
		const { certificates } = (await owner.get('/api/certificates')).body;
		values['@serial'] = certificates.find((one: { status: string }) => one.status === 'valid').serial;
		// One that is open, unless the request is to ask for one.
		const address = `/api/certificates/${values['@serial']}/correction`;
		const isOpen = async () => (await owner.get(address)).body.outcome === null;
		if (name.startsWith('POST') && name.endsWith('/correction')) {
			if (await isOpen()) await owner.delete(`${address}s/${(await owner.get(address)).body.id}`);
		} else {
			if (!(await isOpen())) await owner.post(address, { displayName: `Người ${randomUUID()}` });
			values['@correction'] = (await owner.get(address)).body.id;
		}
	}
	if (name === 'POST /api/care/ended')
		await admin.post('/api/care/given', { username: values['@username'], carer: values['@carer'] });
	if (name === 'POST /api/recovery') {
		const made = await makeRecoveryCode(
			server.db,
			commandLine,
			values['@username']!,
			{ block: '' },
			server.clock.now,
		);
		if ('code' in made) values['@code'] = made.code;
	}
}

/** An attempt whose one file was sent, which can be sent once more. */
async function sendTo(values: Record<string, string>, learner: Client): Promise<string> {
	const { id } = await startPhotos(learner);
	const upload = randomUUID();
	await sendFile(learner, id, 'giay', pdf, { upload });
	Object.assign(values, { '@attempt': id, '@upload': upload });
	return id;
}

/** A supervised one, which is open. */
async function newRoom(): Promise<{ id: string; code: string }> {
	const asked = { course, quiz: 'giua-khoa', name: 'Phòng 1', minutes: 60 };
	return (await admin.post('/api/rooms', asked)).body;
}

function requests(name: string, { parameters, body }: Operation): fc.Arbitrary<Made> {
	const hints = hintsOf[name] ?? common;
	const of = (place: 'path' | 'query') =>
		Object.fromEntries(
			parameters
				.filter((one) => one.in === place)
				.map(({ name: field, schema }) => [field, valid(schema, hints, field).map((value) => String(value))]),
		);
	const events = fc.record({
		events: fc.array(valid(LearningEvent as Schema, hints), { minLength: 1, maxLength: 5 }),
	});
	return fc.record({
		params: fc.record(of('path')),
		query: fc.record(of('query'), { requiredKeys: [] }),
		body: body ? (name === 'POST /api/events' ? events : valid(body, hints)) : fc.constant(undefined),
		odd: fc.constant(null),
	}) as fc.Arbitrary<Made>;
}

/** A right request, and in three of five cases something wrong with it. */
function cases(name: string, operation: Operation) {
	const isBare = !operation.body;
	const spoilt = fc.record({
		spoil: spoils,
		param: rubbish,
		query: oddQueries,
		which: fc.nat(isBare ? 1 : 7),
	});
	return fc
		.record({ made: requests(name, operation), wrong: fc.option(spoilt, { freq: 2, nil: null }) })
		.map(({ made, wrong }): Made => (wrong ? spoilOne(made, wrong) : made));
}

function spoilOne(made: Made, wrong: { spoil: Spoil; param: string; query: string; which: number }): Made {
	const { spoil, param, query, which } = wrong;
	const [first] = Object.keys(made.params);
	if (which === 0 && first) return { ...made, params: { ...made.params, [first]: `@enc:${param}` } };
	if (which <= 1) return { ...made, odd: query };
	return { ...made, body: spoil(made.body) };
}

/** Filled in, and as it goes over the line. */
function written(operation: Operation, made: Made, values: Record<string, string>) {
	const fill = (text: string) => text.replace(/@[a-z]+/g, (name) => values[name] ?? name);
	const encoded = (text: string) =>
		text.startsWith('@enc:') ? text.slice('@enc:'.length) : encodeURIComponent(fill(text).toWellFormed());
	const path = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) =>
		encoded(made.params[name] ?? 'x'),
	);
	const query =
		made.odd ??
		new URLSearchParams(Object.entries(made.query).map(([name, value]) => [name, fill(value)])).toString();
	const text = made.body === undefined ? undefined : JSON.stringify(made.body);
	const raw =
		text === undefined ? undefined : fill(text).replace(new RegExp(`"${rawMark}([^"]*)"`, 'g'), '$1');
	return { url: query ? `${path}?${query}` : path, payload: raw };
}

const withFile = (sent: Sent): Sent =>
	sent.method === 'POST' ? { ...sent, payload: pdf, type: 'application/octet-stream' } : sent;

let address = 0;
/** Each request comes from an address of its own, so that limits for one address do not hold up the run. */
const nextAddress = () => `10.${(++address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}`;

interface Sent {
	method: string;
	url: string;
	payload?: string | Buffer | undefined;
	type?: string;
}
async function send(client: Client, { method, url, payload, type = 'application/json' }: Sent) {
	const reply = await server.app.inject({
		method: method as 'GET',
		url,
		remoteAddress: nextAddress(),
		headers: {
			host: 'localhost',
			...(client.cookie && { cookie: client.cookie }),
			...(payload !== undefined && { 'content-type': type }),
		},
		...(payload !== undefined && { payload }),
	});
	return { status: reply.statusCode, type: String(reply.headers['content-type']), text: reply.body };
}
type Reply = Awaited<ReturnType<typeof send>>;

/** That a secret was wrong or a file was taken is kept, and is all that a refusal or a reading may leave. */
const counted = (name: string) =>
	name === 'audit'
		? `(select xmin::text::bigint as row_xmin from audit where action not like '%.refused' and action <> 'data.export') as told`
		: `(select xmin::text::bigint as row_xmin from "${name}") as kept`;
/** Every table's number of rows and its latest change. */
const fingerprintQuery = sql.raw(
	`select ${Object.values(tables)
		.filter((table) => is(table, PgTable))
		.map((table) => getTableName(table))
		// Refused requests are counted too, and so are wrong codes.
		.filter((name) => name !== 'rate_limit' && name !== 'second_step')
		.map(
			(name) => `(select count(*) || '/' || coalesce(max(row_xmin), 0) from ${counted(name)}) as "${name}"`,
		)
		.join(', ')}`,
);
let taken: { horizon: unknown; print: unknown } | null = null;
/** Counts again only where a transaction that writes began since the last time: each one moves the horizon. */
async function fingerprint() {
	const { horizon } = await firstRow(sql`select pg_snapshot_xmax(pg_current_snapshot())::text as horizon`);
	if (!taken || taken.horizon !== horizon) taken = { horizon, print: await firstRow(fingerprintQuery) };
	return taken.print;
}
async function firstRow(query: SQL): Promise<Record<string, unknown>> {
	const result: unknown = await server.db.execute(query);
	const rows = Array.isArray(result) ? result : (result as { rows: unknown[] }).rows;
	return rows[0] as Record<string, unknown>;
}

function isClearRefusal({ status, type, text }: Reply) {
	expect(type).toContain('application/problem+json');
	const problem = JSON.parse(text) as Record<string, unknown>;
	expect(problem).toMatchObject({
		status,
		title: expect.stringMatching(/\S/),
		detail: expect.stringMatching(/\S/),
	});
	expect(text).not.toMatch(/node_modules|\.ts:\d|at .*\(/);
}

describe('requests made from the OpenAPI document', () => {
	it(
		'get a 2xx or a clear 4xx, and what is refused leaves nothing behind',
		async () => {
			const count = { '2xx': 0, '4xx': 0 };
			const neverServed: string[] = [];
			for (const operation of operations) {
				const name = `${operation.method} ${operation.path}`;
				const ready = await readyFor(name);
				const served = await runOperation(name, operation, ready, count);
				if (served === 0) neverServed.push(name);
			}
			process.stdout.write(
				`Fuzzed with seed ${seed}: ${count['2xx']} requests got 2xx, ${count['4xx']} got 4xx.\n`,
			);
			expect(neverServed).toEqual([]);
			const total = count['2xx'] + count['4xx'];
			expect(total).toBeGreaterThan(operations.length * 10);
			expect(count['2xx'] / total).toBeGreaterThan(0.25);
			expect(count['4xx'] / total).toBeGreaterThan(0.25);
		},
		60_000 + 15_000 * runs,
	);
});

/** Signing out or being erased must not take the others of this run with it; own limits are for one person. */
const apart =
	/^(DELETE \/api\/session|DELETE \/api\/me\/sessions.*|POST \/api\/me\/deletion|GET \/api\/me\/data)$/;

async function senderOf(name: string, ready: Ready): Promise<Client> {
	if (secretOnes.includes(name)) return server.client();
	if (name === 'POST /api/me/password') return server.account();
	if (name.includes('second-step')) return inTwoSteps(name, ready);
	if (name.includes('passkey')) return withPasskey(name, ready);
	if (name.startsWith('POST /api/me/merges')) return withMerge(name, ready);
	if (!apart.test(name)) return ready.client;
	const guest = await server.guest();
	if (name.endsWith('{session}'))
		ready.values['@session'] = (await guest.get('/api/me/sessions')).body.sessions[0].id;
	return guest;
}

/** Somebody as far with the second step as the request needs, and the code that is right now. */
async function inTwoSteps(name: string, { values }: Ready): Promise<Client> {
	const one = await server.account();
	if (name.endsWith(' /api/me/second-step')) return one;
	values['@totp'] = (await plant(server, one, { isOn: !name.endsWith('/confirmation') }))();
	if (!name.includes('/api/session/')) return one;
	const half = server.client();
	await half.post('/api/session', { username: one.me!.username, password: 'mat-khau-dai' });
	return half;
}

/** Somebody to whom a guest’s learning is offered, or who has it already. */
async function withMerge(name: string, { values }: Ready): Promise<Client> {
	const one = await server.guest();
	if (name.endsWith('/merges')) await plantOffer(server, one);
	else values['@merge'] = await plantMerge(server, one, name.endsWith('/guest'));
	return one;
}

/** Somebody as far with passkeys as the request needs, and what their device gives; the same person, since hashing is work. */
async function withPasskey(name: string, ready: Ready): Promise<Client> {
	const { one, device, row } = (ready.holder ??= await passkeyHolder());
	await server.db.insert(tables.passkey).values(row).onConflictDoNothing();
	// One person asks more often than they may.
	await server.db.delete(tables.rateLimit);
	ready.values['@passkey'] = row.id;
	const isNew = name === 'POST /api/me/passkeys';
	if (name.includes('/api/me/') && !isNew) return one;
	const sender = server.client();
	const given = isNew ? await newPasskey(one, new Authenticator()) : await answerBy(device, sender);
	// It is put between the quotes of a text.
	ready.values['@credential'] = JSON.stringify(given.credential).slice(1, -1);
	sender.cookie = given.cookie;
	return sender;
}

async function passkeyHolder() {
	const one = await server.account();
	await plant(server, one, { isOn: true });
	const device = new Authenticator();
	await addPasskey(one, await newPasskey(one, device));
	const [row] = await server.db.select().from(tables.passkey).where(eq(tables.passkey.learnerId, one.me!.id));
	return { one, device, row: row! };
}

async function runOperation(
	name: string,
	operation: Operation,
	ready: Ready,
	count: Record<'2xx' | '4xx', number>,
) {
	let served = 0;
	const property = fc.asyncProperty(cases(name, operation), async (made) => {
		await renew(name, ready);
		const client = await senderOf(name, ready);
		const before = await fingerprint();
		const sent = { method: operation.method, ...written(operation, made, ready.values) };
		const reply = await send(client, name.endsWith('/files/{upload}') ? withFile(sent) : sent);
		expect(reply.status, reply.text).toSatisfy(
			(status: number) => status >= 200 && status < 500 && status !== 429,
		);
		if (reply.status >= 400) isClearRefusal(reply);
		if (reply.status >= 400 || operation.method === 'GET') expect(await fingerprint()).toEqual(before);
		served += reply.status < 300 ? 1 : 0;
		count[reply.status < 300 ? '2xx' : '4xx'] += 1;
	});
	const limits = { interruptAfterTimeLimit: 1000 * runs, markInterruptAsFailure: false };
	await fc
		.assert(property, { seed, numRuns: runs, includeErrorInReport: true, ...limits })
		.catch((error: unknown) => {
			throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
		});
	return served;
}

describe('bodies that are no request', () => {
	const json = Buffer.from('{"locale":"vi","displayName":"Lê');
	it.each([
		['10 MB', Buffer.from(`{"x":"${'a'.repeat(10_000_000)}"}`), 'application/json', [413]],
		['10 MB without end', Buffer.alloc(10_000_000, 0x5b), 'application/json', [413]],
		[
			'bytes that are no UTF-8',
			Buffer.concat([json, Buffer.from([0xff, 0xc0, 0x80]), Buffer.from('"}')]),
			undefined,
			[400],
		],
		['half a text', json, undefined, [400]],
		['nothing', Buffer.alloc(0), undefined, [400]],
		['a list', Buffer.from('[1,2]'), undefined, [400]],
		['a poisoned prototype', Buffer.from('{"__proto__":{"role":"admin"}}'), undefined, [400]],
		[
			'a poisoned constructor',
			Buffer.from('{"constructor":{"prototype":{"role":"admin"}}}'),
			undefined,
			[400],
		],
		['100,000 levels', Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)), undefined, [400, 413]],
		['XML', Buffer.from('<a/>'), 'application/xml', [415]],
		['a form', Buffer.from('locale=vi'), 'application/x-www-form-urlencoded', [415]],
		['plain text', Buffer.from('{"locale":"vi"}'), 'text/plain', [400, 415]],
		['a type that is none', Buffer.from('{}'), 'rub;;bish', [400, 415]],
	])('%s is refused by every write', async (_name, payload, type, statuses) => {
		const { client, values } = await readyFor('GET');
		values['@attempt'] = (await startAttempt(client, 'giua-khoa')).id;
		const writes = operations.filter(({ body }) => body);
		expect(writes.length).toBeGreaterThan(10);
		for (const operation of writes) {
			const url = operation.path
				.replace('{id}', values['@attempt'])
				.replace('{question}', 'mk')
				.replace('{serial}', values['@serial']!);
			const caller = /re|vouchers|attempt-grants|grading|rooms|paper/.test(operation.path) ? admin : client;
			const before = await fingerprint();
			const reply = await send(caller, { method: operation.method, url, payload, ...(type && { type }) });
			expect(statuses, `${operation.method} ${operation.path}: ${reply.text}`).toContain(reply.status);
			isClearRefusal(reply);
			expect(await fingerprint()).toEqual(before);
		}
	});

	it('an address that cannot be decoded is refused clearly', async () => {
		for (const url of ['/api/courses/%E0%A4%A', '/api/%FF', '/api/certificates/%', '/khong-co'])
			isClearRefusal(await send(server.anonymous, { method: 'GET', url }));
	});
});

describe('text with SQL and HTML in it comes back the same', () => {
	it.each(nasty)('%s', async (text) => {
		const { owner: client, values } = await makeReady('all');
		const named = await client.patch('/api/me', { displayName: text });
		expect(named.body.displayName).toBe(text);
		expect((await client.get('/api/me')).body.displayName).toBe(text);

		const attempt = await start(client, 'giua-khoa');
		expect((await save(client, attempt.id, 'thu-do', text)).status).toBe(200);
		expect((await client.get(`/api/attempts/${attempt.id}`)).body.answers['thu-do'].answer).toBe(text);

		const url = `/api/certificates/${values['@serial']}`;
		const asked = await client.post(`${url}/correction`, { displayName: text, reason: text });
		// No paper can show them, so that they stand on no certificate.
		const isPicture = /\p{Extended_Pictographic}/u.test(text);
		if (isPicture) expect(asked.body.type).toBe(problemType('name-unprintable'));
		else expect(asked.body).toMatchObject({ displayName: text, reason: text });
		const corrected = await admin.post(`${url}/corrections/${asked.body.id}/acceptance`);
		if (!isPicture) expect(corrected.body).toMatchObject({ holder: text });
		const standing = isPicture ? url : `/api/certificates/${corrected.body.serial}`;
		await admin.post(`${standing}/revocation`, { reason: text });
		const { body } = await server.anonymous.get(standing);
		expect(body.revocationReason).toBe(text);
		if (!isPicture) expect(body.holder).toBe(text);
	});
});
