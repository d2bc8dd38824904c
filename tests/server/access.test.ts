/** Every registered route, called as nobody, owner, stranger and every role. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acts, type Role } from '#schemas/access.ts';
import { makeRecoveryCode } from '#server/accounts/recovery.ts';
import { commandLine } from '#server/accounts/store.ts';
import type { App } from '#server/app-types.ts';
import {
	courseMedia,
	gradingTask,
	login,
	person,
	regradeChange,
	roleGrant,
} from '#server/db/tables/index.ts';
import { accessControl } from '#server/plugins/access.ts';
import { Authenticator } from './authenticator.ts';
import { pdf, publishPhotoQuiz, sendFile, startPhotos } from './files.ts';
import { Client, startServer, type TestServer } from './harness.ts';
import { completeCourse, course, event, startAttempt } from './learning.ts';
import { plantMerge, plantOffer } from './merges.ts';
import { exam, takeExam, wrongAnswer } from './quizzes.ts';
import { eventEntry, rescueOf } from './rescues.ts';
import { addPasskey, answerBy, begin, newPasskey, plant, turnOn, twoSteps } from './two-steps.ts';

const roleCallers = ['instructor', 'facilitator', 'coordinator', 'admin'] as const;
const callers = ['nobody', 'owner', 'stranger', ...roleCallers] as const;
type Caller = (typeof callers)[number];
type Statuses = Record<Caller, number>;

const each = (status: (caller: Caller) => number) =>
	Object.fromEntries(callers.map((caller) => [caller, status(caller)])) as Statuses;
/** Anybody at all. */
const everyone = (status: number) => each(() => status);
/** Anybody signed in, each for their own record. */
const signedIn = (status: number) => each((caller) => (caller === 'nobody' ? 401 : status));
/** The owner alone; to others there is no such thing. */
const ownerOnly = (status: number) =>
	each((caller) => (caller === 'nobody' ? 401 : caller === 'owner' ? status : 404));
/** Holders of a role alone. */
const holdersOf = (roles: Role[], status: number) =>
	each((caller) => (caller === 'nobody' ? 401 : roles.includes(caller as Role) ? status : 403));

interface Wanted {
	url: string;
	body?: unknown;
	/** Instead of the caller's own. */
	cookie?: string;
	/** A cookie beside that of the caller's session. */
	beside?: string | undefined;
}
interface Row {
	expected: Statuses;
	/** Prepares what the request is about, and says the request. */
	request: (owner: Client) => Promise<Wanted> | Wanted;
}

let server: TestServer;
beforeAll(async () => {
	server = await startServer({ apart: true });
});
afterAll(() => server.close());

let oneAdmin: Promise<Client> | undefined;
const admin = () => (oneAdmin ??= server.account({ role: 'admin' }));

/** The same one until another attempt is granted to them. */
let oneStuck: Promise<string> | undefined;

const granted = { course, quiz: exam, reason: 'Máy bị tắt giữa chừng.' };
const at = (url: string, body?: unknown) => () => ({ url, body });
const taskRoutes: {
	route: string;
	of: (id: string) => string;
	body: unknown;
	status: number;
	/** The answer is a file. */
	isOfFile?: boolean;
}[] = [
	{ route: 'GET /api/grading/:task', of: (id: string) => `/api/grading/${id}`, body: undefined, status: 200 },
	{
		route: 'GET /api/grading/:task/file',
		of: (id: string) => `/api/grading/${id}/file`,
		body: undefined,
		status: 200,
		isOfFile: true,
	},
	{
		route: 'POST /api/grading/:task/claim',
		of: (id: string) => `/api/grading/${id}/claim`,
		body: {},
		status: 200,
	},
	{
		route: 'POST /api/grading/:task/marks',
		of: (id: string) => `/api/grading/${id}/marks`,
		body: { points: { whole: 2 }, seen: 0 },
		status: 201,
	},
];
const roomRoutes = [
	{ route: 'GET /api/rooms/:room', path: '', body: undefined },
	{ route: 'GET /api/rooms/:room/events', path: '/events?seconds=0', body: undefined },
	{ route: 'POST /api/rooms/:room/time', path: '/time', body: { minutes: 5 } },
	{ route: 'POST /api/rooms/:room/closing', path: '/closing', body: undefined },
];
const newRoom = { course, quiz: exam, name: 'Hội trường', minutes: 60 };
/** Forms on paper: what is asked of one, and how it answers. */
const paperRoutes = [
	{ route: 'GET /api/paper-forms/:number', path: '', body: undefined, status: 200 },
	{
		route: 'GET /api/paper-forms/:number/questions.pdf',
		path: '/questions.pdf',
		body: undefined,
		status: 200,
	},
	{ route: 'GET /api/paper-forms/:number/key.pdf', path: '/key.pdf', body: undefined, status: 200 },
	{
		route: 'POST /api/paper-forms/:number/results',
		path: '/results',
		body: () => ({ id: randomUUID(), label: 'Bàn 1', supervised: false, answers: [] }),
		status: 201,
	},
];
const newPaper = { course, quiz: exam, locale: 'vi' };
async function drawPaper() {
	const { body } = await (await admin()).post('/api/paper-forms', newPaper);
	return `/api/paper-forms/${body.forms[0].number}`;
}
/** A result that an administrator entered, to be corrected. */
async function paperResult() {
	const url = await drawPaper();
	const row = { id: randomUUID(), label: 'Bàn 2', supervised: false, answers: [] };
	const { body } = await (await admin()).post(`${url}/results`, row);
	return { url: `${url}/results/${body.attempt}`, body: { answers: ['a'] } };
}

/** A room that an administrator opened, with somebody in it. */
async function openRoom() {
	const { body: room } = await (await admin()).post('/api/rooms', newRoom);
	const learner = await server.account();
	const begun = { course, quiz: exam, locale: 'vi', code: room.code };
	const { body: attempt } = await learner.post('/api/attempts', begun);
	return { url: `/api/rooms/${room.id}`, attempt: attempt.id as string };
}
const incident = async () => {
	const { url, attempt } = await openRoom();
	return { url: `${url}/incidents`, body: { attempt, text: 'Điện thoại reo.' } };
};
const regraded = { question: 'ck-1', way: 'drop', scope: 'all', reason: 'Đáp án ghi nhầm.' };
/** A regrade that was looked at, with a completion of which nobody has decided. */
async function newRegrade() {
	const asked = await (await admin()).post(`/api/courses/${course}/regrades`, regraded);
	const learner = await server.account();
	const attempt = await startAttempt(learner, exam);
	const change = { learnerId: learner.me!.id, attemptId: attempt.id, regradeId: asked.body.id as string };
	const done = { state: 'done', decision: 'open', cycle: 1 } as const;
	await server.db.insert(regradeChange).values({ ...change, ...done, questionId: 'ck-1' });
	return change;
}
const regradeRoutes = [
	{ method: 'GET', rest: '', body: () => undefined, status: 200 },
	{ method: 'POST', rest: '/application', body: () => ({}), status: 200 },
	{ method: 'DELETE', rest: '', body: () => undefined, status: 204 },
	{
		method: 'POST',
		rest: '/decisions',
		body: (attempt: string) => ({ attempt, outcome: 'kept' }),
		status: 200,
	},
].map(({ method, rest, body, status }) => ({
	route: `${method} /api/regrades/:regrade${rest}`,
	status,
	request: async () => {
		const { regradeId, attemptId } = await newRegrade();
		return { url: `/api/regrades/${regradeId}${rest}`, body: body(attemptId) };
	},
}));
let essayPublished: Promise<unknown> | undefined;
/** An essay, or a file, that somebody has handed in. */
async function newTask(isOfFile = false): Promise<string> {
	if (isOfFile) return (await newFile(await server.account(), true)).task!;
	await (essayPublished ??= server.publish({ [`${course}/vi/09-tu-luan.quiz.md`]: essayQuiz }));
	const learner = await server.account();
	const { id } = await startAttempt(learner, 'tu-luan');
	await learner.post(`/api/attempts/${id}/submission`, { answers: { ke: { text: 'Mở máy.' } } });
	const [task] = await server.db.select().from(gradingTask).where(eq(gradingTask.attemptId, id));
	return task!.id;
}
let photosPublished: Promise<unknown> | undefined;
/** A file that somebody has sent. */
async function newFile(learner: Client, isHandedIn = false) {
	await (photosPublished ??= publishPhotoQuiz(server));
	const { id } = await startPhotos(learner);
	const upload = randomUUID();
	await sendFile(learner, id, 'giay', pdf, { upload });
	if (isHandedIn) await learner.post(`/api/attempts/${id}/submission`, {});
	const [task] = await server.db.select().from(gradingTask).where(eq(gradingTask.attemptId, id));
	return { id, upload, task: task?.id };
}
const essayQuiz = `---
id: tu-luan
title: Tự luận
kind: quiz
---

## Kể ba bước {#ke .essay points=3}
`;

const own = {
	attempt: async (owner: Client) => (await startAttempt(owner, 'giua-khoa')).id,
	serial: async (owner: Client) => {
		await completeCourse(owner);
		await server.vouch(owner);
		const made = await owner.post('/api/certificates', { course });
		return made.body.serial as string;
	},
	username: async () => (await server.account()).me!.username!,
	/** Somebody who has no attempt at the exam left. */
	stuck: () =>
		(oneStuck ??= (async () => {
			const who = await server.account();
			for (let n = 0; n < 3; n += 1) await takeExam(who, wrongAnswer);
			return who.me!.username!;
		})()),
	/** A learner and a helper who does not look after them. */
	pair: async () => ({
		username: await own.username(),
		carer: (await server.account({ role: 'facilitator' })).me!.username!,
	}),
	/** The address of a correction that waits to be decided. */
	correction: async (owner: Client) => {
		const serial = await own.serial(owner);
		const { body } = await owner.post(`/api/certificates/${serial}/correction`, {
			displayName: 'Tên Khác Hẳn',
		});
		return `/api/certificates/${serial}/corrections/${body.id}`;
	},
	/** A learner and the helper who looks after them. */
	care: async () => {
		const pair = await own.pair();
		await (await admin()).post('/api/care/given', pair);
		return pair;
	},
	media: async () => {
		const [row] = await server.db.select({ hash: courseMedia.hash }).from(courseMedia);
		return row!.hash;
	},
};
const account = () => ({
	username: `moi-${randomUUID().slice(0, 8)}`,
	password: 'mat-khau-dai',
	displayName: 'Người Mới',
	locale: 'vi',
});
const password = 'mat-khau-dai';
const withAccount = async (owner: Client) => {
	await owner.post('/api/accounts', account());
	return owner;
};
const check = { course, question: 'kt-dai', answer: 'dai' };

const table: Record<string, Row> = {
	'GET /health': { expected: everyone(200), request: at('/health') },
	'GET /api/openapi.json': { expected: everyone(200), request: at('/api/openapi.json') },

	'POST /api/guests': { expected: everyone(201), request: at('/api/guests', { locale: 'vi' }) },
	'POST /api/accounts': {
		expected: everyone(201),
		request: () => ({ url: '/api/accounts', body: account() }),
	},
	'POST /api/session': {
		expected: everyone(200),
		request: async () => ({
			url: '/api/session',
			body: { username: await own.username(), password: 'mat-khau-dai' },
		}),
	},
	'DELETE /api/session': { expected: everyone(204), request: at('/api/session') },
	'GET /api/me': { expected: signedIn(200), request: at('/api/me') },
	'PATCH /api/me': { expected: signedIn(200), request: at('/api/me', { displayName: 'Tên Khác' }) },
	'POST /api/recovery-codes': {
		expected: holdersOf(['admin'], 201),
		request: async () => ({ url: '/api/recovery-codes', body: { username: await own.username() } }),
	},
	'POST /api/vouchers': {
		expected: holdersOf(['admin'], 201),
		request: async () => ({ url: '/api/vouchers', body: { username: await own.username(), course } }),
	},
	'POST /api/reviews': {
		expected: ownerOnly(200),
		request: async (owner) => {
			await owner.post('/api/checks', { ...check, question: 'kt-ma', answer: true });
			return { url: '/api/reviews', body: { course, question: 'kt-ma', answer: false } };
		},
	},
	'GET /api/attempt-grants': {
		expected: holdersOf(['facilitator', 'instructor', 'coordinator', 'admin'], 200),
		request: at('/api/attempt-grants'),
	},
	'POST /api/attempt-grants': {
		expected: holdersOf(['instructor', 'coordinator', 'admin'], 201),
		request: async () => ({ url: '/api/attempt-grants', body: { ...granted, username: await own.stuck() } }),
	},
	'POST /api/attempt-grants/batch': {
		expected: holdersOf(['instructor', 'coordinator', 'admin'], 200),
		request: async () => ({
			url: '/api/attempt-grants/batch',
			body: { ...granted, usernames: [await own.stuck()] },
		}),
	},
	'GET /api/grading': { expected: holdersOf(['instructor', 'admin'], 200), request: at('/api/grading') },
	...Object.fromEntries(
		taskRoutes.map(({ route, of, body, status, isOfFile }) => [
			route,
			{
				expected: holdersOf(['instructor', 'admin'], status),
				request: async () => ({ url: of(await newTask(isOfFile)), body }),
			},
		]),
	),
	'POST /api/rooms': {
		expected: holdersOf(['facilitator', 'instructor', 'coordinator', 'admin'], 201),
		request: at('/api/rooms', newRoom),
	},
	'GET /api/rooms': {
		expected: holdersOf(['facilitator', 'instructor', 'coordinator', 'admin'], 200),
		request: at('/api/rooms'),
	},
	...Object.fromEntries(
		roomRoutes.map(({ route, path, body }) => [
			route,
			{
				// Of those who open rooms themselves, these look after others' too.
				expected: holdersOf(['instructor', 'admin'], 200),
				request: async () => ({ url: (await openRoom()).url + path, body }),
			},
		]),
	),
	'POST /api/rooms/:room/incidents': {
		expected: holdersOf(['instructor', 'admin'], 200),
		request: incident,
	},
	'POST /api/paper-forms': {
		expected: holdersOf(['instructor', 'admin'], 201),
		request: at('/api/paper-forms', newPaper),
	},
	'GET /api/paper-forms': {
		expected: holdersOf(['instructor', 'admin'], 200),
		request: at('/api/paper-forms'),
	},
	...Object.fromEntries(
		paperRoutes.map(({ route, path, body, status }) => [
			route,
			{
				expected: holdersOf(['instructor', 'admin'], status),
				request: async () => ({ url: (await drawPaper()) + path, body: body?.() }),
			},
		]),
	),
	'PUT /api/paper-forms/:number/results/:attempt': {
		expected: holdersOf(['instructor', 'admin'], 200),
		request: paperResult,
	},
	'GET /api/me/rescue-key': { expected: signedIn(200), request: at('/api/me/rescue-key') },
	'POST /api/rescues': {
		expected: everyone(200),
		request: async (owner) => ({ url: '/api/rescues', body: await rescueOf(owner, [eventEntry()]) }),
	},
	'POST /api/recovery': {
		expected: everyone(200),
		request: async () => {
			const username = await own.username();
			const made = await makeRecoveryCode(server.db, commandLine, username, { block: '' }, server.clock.now);
			if (!('code' in made)) throw new Error('No code was made.');
			return { url: '/api/recovery', body: { username, code: made.code, password: 'mat-khau-moi' } };
		},
	},

	'GET /api/me/recovery-codes': { expected: signedIn(200), request: at('/api/me/recovery-codes') },
	'POST /api/me/recovery-codes/seen': {
		expected: signedIn(204),
		request: () => ({ url: '/api/me/recovery-codes/seen', body: { until: new Date().toISOString() } }),
	},

	'POST /api/session/second-step': {
		expected: everyone(200),
		request: async () => {
			const { username, code } = await twoSteps(server);
			const half = server.client();
			await half.post('/api/session', { username, password });
			return { url: '/api/session/second-step', body: { code: code(1) }, cookie: half.cookie };
		},
	},
	'GET /api/me/second-step': { expected: signedIn(200), request: at('/api/me/second-step') },
	'POST /api/me/second-step': {
		// As for a password: a guest has none.
		expected: each((caller) => (caller === 'nobody' ? 401 : caller === 'owner' ? 201 : 409)),
		request: async (owner) => {
			await owner.post('/api/accounts', account());
			return { url: '/api/me/second-step', body: { password } };
		},
	},
	'POST /api/me/second-step/confirmation': {
		expected: ownerOnly(200),
		request: async (owner) => ({
			url: '/api/me/second-step/confirmation',
			body: { code: (await begin(server, await withAccount(owner)))() },
		}),
	},
	'POST /api/me/second-step/end': {
		expected: each((caller) => (caller === 'nobody' ? 401 : caller === 'owner' ? 204 : 409)),
		request: async (owner) => {
			const { code } = await turnOn(server, await withAccount(owner));
			return { url: '/api/me/second-step/end', body: { password, code: code(1) } };
		},
	},
	'POST /api/me/second-step/backup-codes': {
		expected: each((caller) => (caller === 'nobody' ? 401 : caller === 'owner' ? 201 : 409)),
		request: async (owner) => {
			const { code } = await turnOn(server, await withAccount(owner));
			return { url: '/api/me/second-step/backup-codes', body: { password, code: code(1) } };
		},
	},

	'GET /api/me/passkeys': { expected: signedIn(200), request: at('/api/me/passkeys') },
	'POST /api/me/passkeys/options': {
		expected: each((caller) => (caller === 'nobody' ? 401 : caller === 'owner' ? 200 : 409)),
		request: async (owner) => {
			await plant(server, await withAccount(owner), { isOn: true });
			return { url: '/api/me/passkeys/options', body: { password } };
		},
	},
	'POST /api/me/passkeys': {
		// To others nothing was put that it could answer.
		expected: each((caller) => (caller === 'nobody' ? 401 : caller === 'owner' ? 201 : 403)),
		request: async (owner) => {
			await plant(server, await withAccount(owner), { isOn: true });
			const { credential, cookie } = await newPasskey(owner, new Authenticator());
			return { url: '/api/me/passkeys', body: { credential }, beside: cookie.split('; ')[1] };
		},
	},
	'DELETE /api/me/passkeys/:passkey': {
		expected: ownerOnly(204),
		request: async (owner) => {
			await plant(server, await withAccount(owner), { isOn: true });
			const { body } = await addPasskey(owner, await newPasskey(owner, new Authenticator()));
			return { url: `/api/me/passkeys/${body.id}` };
		},
	},
	'POST /api/session/passkey/options': {
		expected: everyone(200),
		request: () => ({ url: '/api/session/passkey/options' }),
	},
	'POST /api/session/passkey': {
		expected: everyone(200),
		request: async (owner) => {
			await plant(server, await withAccount(owner), { isOn: true });
			const device = new Authenticator();
			await addPasskey(owner, await newPasskey(owner, device));
			const { credential, cookie } = await answerBy(device, server.client());
			return { url: '/api/session/passkey', body: { credential }, cookie };
		},
	},

	'POST /api/me/password': {
		// A guest has no password to change: that they are let in is what is looked at here.
		expected: each((caller) => (caller === 'nobody' ? 401 : caller === 'owner' ? 200 : 409)),
		request: async (owner) => {
			await owner.post('/api/accounts', account());
			return { url: '/api/me/password', body: { current: 'mat-khau-dai', password: 'ba con gà' } };
		},
	},
	'GET /api/me/sessions': { expected: signedIn(200), request: at('/api/me/sessions') },
	'DELETE /api/me/sessions': { expected: signedIn(204), request: at('/api/me/sessions') },
	'DELETE /api/me/sessions/:session': {
		expected: ownerOnly(204),
		request: async (owner) => {
			const { body } = await owner.get('/api/me/sessions');
			return { url: `/api/me/sessions/${body.sessions[0].id}` };
		},
	},
	'GET /api/me/events': { expected: signedIn(200), request: at('/api/me/events') },
	'GET /api/me/merge-offer': { expected: signedIn(200), request: at('/api/me/merge-offer') },
	'DELETE /api/me/merge-offer': { expected: signedIn(204), request: at('/api/me/merge-offer') },
	'GET /api/me/merges': { expected: signedIn(200), request: at('/api/me/merges') },
	'POST /api/me/merges': {
		expected: ownerOnly(201),
		request: async (owner) => {
			await plantOffer(server, owner);
			return { url: '/api/me/merges', body: {} };
		},
	},
	'POST /api/me/merges/:merge/undo': {
		expected: ownerOnly(200),
		request: async (owner) => ({ url: `/api/me/merges/${await plantMerge(server, owner)}/undo`, body: {} }),
	},
	'POST /api/me/merges/:merge/guest': {
		expected: ownerOnly(200),
		request: async (owner) => ({
			url: `/api/me/merges/${await plantMerge(server, owner, true)}/guest`,
			body: {},
		}),
	},
	'GET /api/me/data': { expected: signedIn(200), request: at('/api/me/data') },
	'POST /api/me/deletion': {
		expected: signedIn(204),
		request: async () => {
			// The last administrator may not go.
			await admin();
			return { url: '/api/me/deletion', body: { certificates: 'erase' } };
		},
	},
	'GET /api/account-events': { expected: holdersOf(['admin'], 200), request: at('/api/account-events') },

	'GET /api/care': { expected: holdersOf(['admin', 'facilitator'], 200), request: at('/api/care') },
	'POST /api/care': {
		expected: holdersOf(['admin', 'facilitator'], 201),
		request: at('/api/care', { displayName: 'Người Mới', locale: 'vi' }),
	},
	'POST /api/care/given': {
		expected: holdersOf(['admin', 'coordinator'], 201),
		request: async () => ({ url: '/api/care/given', body: await own.pair() }),
	},
	'POST /api/care/ended': {
		expected: holdersOf(['admin', 'coordinator'], 204),
		request: async () => ({ url: '/api/care/ended', body: await own.care() }),
	},

	'GET /api/courses': { expected: everyone(200), request: at('/api/courses') },
	'GET /api/courses/:course': { expected: everyone(200), request: at(`/api/courses/${course}`) },
	'GET /api/courses/:course/files': { expected: everyone(200), request: at(`/api/courses/${course}/files`) },
	'GET /api/courses/:course/lessons/:lesson': {
		expected: everyone(200),
		request: at(`/api/courses/${course}/lessons/mat-khau`),
	},
	'GET /api/media/:hash/:name': {
		expected: everyone(200),
		request: async () => ({ url: `/api/media/${await own.media()}/khoa.svg` }),
	},
	'GET /api/frameworks': { expected: everyone(200), request: at('/api/frameworks') },
	'GET /api/frameworks/:framework': { expected: everyone(200), request: at('/api/frameworks/mau') },
	'GET /api/tracks': { expected: everyone(200), request: at('/api/tracks') },
	'GET /api/tracks/:track': { expected: everyone(200), request: at('/api/tracks/moi-nguoi') },

	'POST /api/checks': { expected: everyone(200), request: at('/api/checks', check) },
	'GET /api/courses/:course/lessons/:lesson/practice-keys': {
		expected: everyone(200),
		request: at(`/api/courses/${course}/lessons/mat-khau/practice-keys`),
	},
	'POST /api/attempts': {
		expected: signedIn(201),
		request: at('/api/attempts', { course, quiz: 'giua-khoa', locale: 'vi' }),
	},
	'GET /api/attempts': {
		expected: signedIn(200),
		request: async (owner) => {
			await own.attempt(owner);
			return { url: '/api/attempts' };
		},
	},
	'GET /api/attempts/:id': {
		expected: ownerOnly(200),
		request: async (owner) => ({ url: `/api/attempts/${await own.attempt(owner)}` }),
	},
	'PUT /api/attempts/:id/answers/:question': {
		expected: ownerOnly(200),
		request: async (owner) => ({
			url: `/api/attempts/${await own.attempt(owner)}/answers/mk`,
			body: { answer: 'b', revision: 1 },
		}),
	},
	'POST /api/attempts/:id/answers/:question': {
		expected: ownerOnly(200),
		request: async (owner) => ({
			url: `/api/attempts/${await own.attempt(owner)}/answers/mk`,
			body: { answer: 'b', revision: 1 },
		}),
	},
	'POST /api/attempts/:id/answers/:question/files/:upload': {
		expected: ownerOnly(200),
		request: async (owner) => {
			const { id, upload } = await newFile(owner);
			return { url: `/api/attempts/${id}/answers/giay/files/${upload}?revision=9`, body: pdf };
		},
	},
	'GET /api/files/:upload': {
		expected: ownerOnly(200),
		request: async (owner) => ({ url: `/api/files/${(await newFile(owner)).upload}` }),
	},
	'POST /api/attempts/:id/submission': {
		expected: ownerOnly(200),
		request: async (owner) => ({ url: `/api/attempts/${await own.attempt(owner)}/submission`, body: {} }),
	},

	'POST /api/enrolments': { expected: signedIn(201), request: at('/api/enrolments', { course }) },
	'POST /api/events': {
		expected: signedIn(200),
		request: () => ({ url: '/api/events', body: { events: [event('lesson.done', 'mat-khau')] } }),
	},
	'GET /api/progress': { expected: signedIn(200), request: at('/api/progress') },
	'GET /api/progress/:course': { expected: signedIn(200), request: at(`/api/progress/${course}`) },

	'POST /api/certificates': {
		expected: each((caller) => (caller === 'nobody' ? 401 : caller === 'owner' ? 201 : 409)),
		request: async (owner) => {
			await completeCourse(owner);
			await server.vouch(owner);
			return { url: '/api/certificates', body: { course } };
		},
	},
	'GET /api/certificates': {
		expected: signedIn(200),
		request: async (owner) => {
			await own.serial(owner);
			return { url: '/api/certificates' };
		},
	},
	'GET /api/views/home': { expected: everyone(200), request: at('/api/views/home') },
	'GET /api/views/courses': { expected: everyone(200), request: at('/api/views/courses') },
	'GET /api/views/tracks/:track': { expected: everyone(200), request: at('/api/views/tracks/moi-nguoi') },
	'GET /api/views/courses/:course': { expected: everyone(200), request: at(`/api/views/courses/${course}`) },
	'GET /api/views/courses/:course/lessons/:lesson': {
		expected: everyone(200),
		request: at(`/api/views/courses/${course}/lessons/mat-khau`),
	},
	'GET /api/views/courses/:course/lessons/:lesson/paper': {
		expected: everyone(200),
		request: at(`/api/views/courses/${course}/lessons/mat-khau/paper`),
	},
	'GET /api/views/courses/:course/quizzes/:quiz': {
		expected: everyone(200),
		request: at(`/api/views/courses/${course}/quizzes/giua-khoa`),
	},
	'GET /api/views/learning': { expected: signedIn(200), request: at('/api/views/learning') },
	'GET /api/views/review': { expected: signedIn(200), request: at('/api/views/review') },
	'GET /api/views/answers': { expected: signedIn(200), request: at('/api/views/answers') },
	'GET /api/views/attempts/:id': {
		expected: ownerOnly(200),
		request: async (owner) => ({ url: `/api/views/attempts/${await own.attempt(owner)}` }),
	},
	'GET /api/views/attempts/:id/result': {
		expected: ownerOnly(200),
		request: async (owner) => ({ url: `/api/views/attempts/${await own.attempt(owner)}/result` }),
	},
	'GET /api/views/settings': { expected: everyone(200), request: at('/api/views/settings') },
	'GET /api/views/helper': { expected: signedIn(200), request: at('/api/views/helper') },
	'GET /api/views/certificates': { expected: signedIn(200), request: at('/api/views/certificates') },
	'GET /api/views/certificates/:serial': {
		expected: everyone(200),
		request: async (owner) => ({ url: `/api/views/certificates/${await own.serial(owner)}` }),
	},

	'GET /api/certificates/:serial': {
		expected: everyone(200),
		request: async (owner) => ({ url: `/api/certificates/${await own.serial(owner)}` }),
	},
	'GET /api/certificates/:serial.pdf': {
		expected: everyone(200),
		request: async (owner) => ({ url: `/api/certificates/${await own.serial(owner)}.pdf` }),
	},
	'POST /api/certificates/:serial/correction': {
		expected: ownerOnly(201),
		request: async (owner) => ({
			url: `/api/certificates/${await own.serial(owner)}/correction`,
			body: { displayName: 'chủ hồ sơ này' },
		}),
	},
	'GET /api/certificates/:serial/correction': {
		expected: ownerOnly(200),
		request: async (owner) => ({
			url: (await own.correction(owner)).replace(/corrections.*/, 'correction'),
		}),
	},
	'DELETE /api/certificates/:serial/corrections/:id': {
		expected: ownerOnly(204),
		request: async (owner) => ({ url: await own.correction(owner) }),
	},
	'POST /api/certificates/:serial/corrections/:id/acceptance': {
		expected: holdersOf(['admin'], 201),
		request: async (owner) => ({ url: `${await own.correction(owner)}/acceptance` }),
	},
	'POST /api/certificates/:serial/corrections/:id/refusal': {
		expected: holdersOf(['admin'], 204),
		request: async (owner) => ({
			url: `${await own.correction(owner)}/refusal`,
			body: { why: 'Chưa rõ vì sao.' },
		}),
	},
	'GET /api/corrections': {
		expected: holdersOf(['admin', 'facilitator'], 200),
		request: at('/api/corrections'),
	},
	'GET /api/analysis': { expected: holdersOf(['admin', 'instructor'], 200), request: at('/api/analysis') },
	'POST /api/courses/:course/regrades': {
		expected: holdersOf(['admin', 'instructor'], 201),
		request: at(`/api/courses/${course}/regrades`, regraded),
	},
	'GET /api/courses/:course/regrades': {
		expected: holdersOf(['admin', 'instructor'], 200),
		request: at(`/api/courses/${course}/regrades`),
	},
	...Object.fromEntries(
		regradeRoutes.map(({ route, status, request }) => [
			route,
			{ expected: holdersOf(['admin', 'instructor'], status), request },
		]),
	),
	'GET /api/courses/:course/quizzes/:quiz/analysis': {
		expected: holdersOf(['admin', 'instructor'], 200),
		request: at(`/api/courses/${course}/quizzes/${exam}/analysis`),
	},
	'GET /api/courses/:course/quizzes/:quiz/analysis.csv': {
		expected: holdersOf(['admin', 'instructor'], 200),
		request: at(`/api/courses/${course}/quizzes/${exam}/analysis.csv`),
	},
	'POST /api/certificates/:serial/revocation': {
		expected: holdersOf(['admin', 'instructor'], 200),
		request: async (owner) => ({
			url: `/api/certificates/${await own.serial(owner)}/revocation`,
			body: { reason: 'Cấp nhầm người.' },
		}),
	},
};

/** What answers under /api when nothing else does. */
const catchAll = '/api/*';
const docs = '/api/docs';
const registered = () => server.app.routeTable.filter(({ url }) => url !== catchAll && !url.startsWith(docs));
const named = (method: string, url: string) => `${method} ${url}`;

const ownerName = 'Chủ Hồ Sơ Này';

async function guestWith(role?: Role) {
	const guest = await server.guest();
	if (!role) return guest;
	const grant = {
		learnerId: guest.me!.id,
		id: randomUUID(),
		role,
		validFrom: new Date(0),
		grantedBy: 'test',
	};
	await server.db.insert(roleGrant).values(grant);
	return guest;
}

async function newCaller(caller: Caller, owner: Client) {
	if (caller === 'nobody') return server.client();
	if (caller === 'owner') return owner;
	return guestWith(caller === 'stranger' ? undefined : caller);
}

async function send(client: Client, method: string, { url, body, beside, cookie = client.cookie }: Wanted) {
	const reply = await server.app.inject({
		method: method as 'GET',
		url,
		headers: {
			host: 'localhost',
			...((cookie || beside) && { cookie: [cookie, beside].filter(Boolean).join('; ') }),
		},
		...(body !== undefined && { payload: body as object }),
	});
	if (url.startsWith('/api/attempt-grants') && method === 'POST' && reply.statusCode < 300)
		oneStuck = undefined;
	return { status: reply.statusCode, text: reply.body };
}

type Look = (caller: Caller, owner: Client, text: string) => void;

/** A request and whose record it is about. */
async function prepared(row: Row) {
	const owner = await server.guest();
	await owner.patch('/api/me', { displayName: ownerName });
	return { owner, wanted: await row.request(owner) };
}

/** Callers who are as they were made: reading, or being refused, changes nobody. */
const unchanged = new Map<Caller, Client>();

/** What each caller gets. What a request is about is made ready anew where somebody who was let in may have used it up. */
async function statuses(method: string, row: Row, look: Look) {
	const found: Partial<Statuses> = {};
	let ready: Awaited<ReturnType<typeof prepared>> | null = null;
	for (const caller of callers) {
		const { owner, wanted } = (ready ??= await prepared(row));
		const client = caller === 'owner' ? owner : (unchanged.get(caller) ?? (await newCaller(caller, owner)));
		const { status, text } = await send(client, method, wanted);
		const isUsed = status < 300 && method !== 'GET' && method !== 'HEAD';
		if (isUsed) ready = null;
		if (isUsed || caller === 'owner') unchanged.delete(caller);
		else unchanged.set(caller, client);
		found[caller] = status;
		look(caller, owner, text);
	}
	return found;
}

describe('the table', () => {
	it('has every registered route and no other', () => {
		const routes = registered().filter(({ method }) => method !== 'HEAD');
		expect(routes.map(({ method, url }) => named(method, url)).sort()).toEqual(Object.keys(table).sort());
	});

	it('lets somebody through on every route', () => {
		for (const [route, { expected }] of Object.entries(table))
			expect(Object.values(expected).filter((status) => status < 300).length, route).toBeGreaterThan(0);
	});

	it('says of each route what the route declares', () => {
		for (const { method, url, access } of registered()) {
			const row = table[named(method === 'HEAD' ? 'GET' : method, url)]!;
			const isPublic = row.expected.nobody !== 401;
			expect(access === 'public', named(method, url)).toBe(isPublic);
		}
	});
});

describe('who is let in', () => {
	const routes = Object.entries(table);
	const isRead = ([route]: [string, Row]) => route.startsWith('GET ');
	const lookFor = ({ expected }: Row): Look => {
		const isPrivate = expected.nobody === 401 && expected.stranger !== 403;
		return (caller, owner, text) => {
			if (!isPrivate || caller === 'owner') return;
			expect(text, `${caller} reads of the owner`).not.toContain(ownerName);
			expect(text, `${caller} reads of the owner`).not.toContain(owner.me!.id);
		};
	};

	it.each(routes.filter((one) => !isRead(one)))('%s', async (route, row) => {
		const [method = ''] = route.split(' ');
		expect(await statuses(method, row, lookFor(row))).toEqual(row.expected);
	});

	it.each(routes.filter(isRead))('%s, and HEAD', async (route, row) => {
		const url = route.slice('GET '.length);
		expect(server.app.routeTable.some((one) => one.method === 'HEAD' && one.url === url)).toBe(true);
		expect(await statuses('GET', row, lookFor(row))).toEqual(row.expected);
		const empty: Look = (_caller, _owner, text) => expect(text).toBe('');
		expect(await statuses('HEAD', row, empty)).toEqual(row.expected);
	});
});

describe('the documentation', () => {
	it('is open to everyone, with all that it needs', async () => {
		const routes = server.app.routeTable.filter(({ url }) => url.startsWith(docs));
		expect(routes.length).toBeGreaterThan(5);
		for (const { method, url, access } of routes) {
			expect(access, url).toBe('public');
			const wanted = { url: url.replace('*', 'swagger-ui.css') };
			const { status } = await send(server.client(), method, wanted);
			expect([200, 302], named(method, url)).toContain(status);
		}
	});

	it('names every route that a program may call', async () => {
		const { body } = await server.anonymous.get('/api/openapi.json');
		const documented = Object.entries(body.paths as Record<string, object>).flatMap(([path, verbs]) =>
			Object.keys(verbs).map((verb) => named(verb.toUpperCase(), path)),
		);
		const inTable = Object.keys(table)
			.filter((route) => route !== 'GET /api/openapi.json')
			.map((route) => route.replace(/:([a-z]+)/g, '{$1}'));
		expect(documented.sort()).toEqual(inTable.sort());
	});
});

describe('what is not there', () => {
	it('is a problem to everyone, by every method', async () => {
		const methods = server.app.routeTable.filter(({ url }) => url === catchAll).map(({ method }) => method);
		expect(methods).toContain('DELETE');
		const expected = everyone(404);
		for (const method of methods) {
			// A QUERY has a body by its nature.
			const request = at('/api/khong-co', method === 'QUERY' ? {} : undefined);
			expect(await statuses(method, { expected, request }, () => {}), method).toEqual(expected);
		}
	});

	it('is the same to every role where it is a record', async () => {
		const unknown = randomUUID();
		for (const role of roleCallers) {
			const client = await guestWith(role);
			expect((await client.get(`/api/attempts/${unknown}`)).status, role).toBe(404);
		}
	});
});

/** A role with the scope that reaches what the request is about, and the same role with others. */
interface Scoped {
	role: Role;
	right: string;
	wrong: string[];
	/** `holder` is whoever will send the request. */
	request: (owner: Client, holder: Client) => Promise<Wanted>;
	status: number;
}
const place = 'an-giang/tri-ton';
const otherPlaces = ['an-giang/tri-ton/ap-1', 'an-giang/tri', 'ca-mau', 'tri-ton'];
async function inPlace<P extends { username: string }>(pair: P): Promise<P> {
	const [found] = await server.db
		.select({ learnerId: login.learnerId })
		.from(login)
		.where(eq(login.shown, pair.username));
	await server.db.update(person).set({ place }).where(eq(person.id, found!.learnerId));
	return pair;
}
/** Somebody whom the holder of a role looks after, where the role is for the first team. */
async function inCareOf(holder: Client): Promise<string> {
	const { username } = await own.care();
	const isRight = (await holder.get('/api/me')).body.roles[1].scope === 'to-mot';
	if (isRight) await (await admin()).post('/api/care/given', { username, carer: holder.me!.username });
	return username;
}
const scoped: Record<string, Scoped[] | 'about nobody in particular'> = {
	'GET /api/analysis': 'about nobody in particular',
	...Object.fromEntries(
		[
			{
				route: 'POST /api/courses/:course/regrades',
				status: 201,
				request: async () => ({ url: `/api/courses/${course}/regrades`, body: regraded }),
			},
			{
				route: 'GET /api/courses/:course/regrades',
				status: 200,
				request: async () => ({ url: `/api/courses/${course}/regrades` }),
			},
			...regradeRoutes,
		].map(({ route, ...row }) => [
			route,
			[{ role: 'instructor' as const, right: course, wrong: ['khoa-khac', `${course}-hai`], ...row }],
		]),
	),
	'GET /api/courses/:course/quizzes/:quiz/analysis': [
		{
			role: 'instructor',
			right: course,
			wrong: ['khoa-khac', `${course}-hai`],
			request: async () => ({ url: `/api/courses/${course}/quizzes/${exam}/analysis` }),
			status: 200,
		},
	],
	'GET /api/courses/:course/quizzes/:quiz/analysis.csv': [
		{
			role: 'instructor',
			right: course,
			wrong: ['khoa-khac', `${course}-hai`],
			request: async () => ({ url: `/api/courses/${course}/quizzes/${exam}/analysis.csv` }),
			status: 200,
		},
	],
	'POST /api/certificates/:serial/revocation': [
		{
			role: 'instructor',
			right: course,
			wrong: ['khoa-khac', 'thu', `${course}-hai`, `${course}/mot`],
			request: async (owner) => ({
				url: `/api/certificates/${await own.serial(owner)}/revocation`,
				body: { reason: 'Cấp nhầm người.' },
			}),
			status: 200,
		},
	],
	'POST /api/care/given': ['an-giang', place].map((right) => ({
		role: 'coordinator' as const,
		right,
		wrong: otherPlaces,
		request: async () => ({ url: '/api/care/given', body: await inPlace(await own.pair()) }),
		status: 201,
	})),
	'POST /api/care/ended': ['an-giang', place].map((right) => ({
		role: 'coordinator' as const,
		right,
		wrong: otherPlaces,
		request: async () => ({ url: '/api/care/ended', body: await inPlace(await own.care()) }),
		status: 204,
	})),
	// Without teams the scope is whom one looks after: those with the wrong one look after nobody.
	'POST /api/attempt-grants': [
		{
			role: 'facilitator',
			right: 'to-mot',
			wrong: ['to-hai', 'to-mot-hai'],
			request: async (_owner, holder) => {
				const username = await own.stuck();
				const isRight = (await holder.get('/api/me')).body.roles[1].scope === 'to-mot';
				if (isRight) await (await admin()).post('/api/care/given', { username, carer: holder.me!.username });
				return { url: '/api/attempt-grants', body: { ...granted, username } };
			},
			status: 201,
		},
		{
			role: 'instructor',
			right: course,
			wrong: ['khoa-khac', `${course}-hai`],
			request: async () => ({
				url: '/api/attempt-grants',
				body: { ...granted, username: await own.stuck() },
			}),
			status: 201,
		},
		...['an-giang', place].map((right) => ({
			role: 'coordinator' as const,
			right,
			wrong: otherPlaces,
			request: async () => ({
				url: '/api/attempt-grants',
				body: await inPlace({ ...granted, username: await own.stuck() }),
			}),
			status: 201,
		})),
	],
	'POST /api/attempt-grants/batch': [
		{
			role: 'instructor',
			right: course,
			wrong: ['khoa-khac', `${course}-hai`],
			request: async () => ({
				url: '/api/attempt-grants/batch',
				body: { ...granted, usernames: [await own.stuck()] },
			}),
			status: 200,
		},
	],
	'POST /api/vouchers': [
		{
			role: 'facilitator',
			right: 'to-mot',
			wrong: ['to-hai', 'to-mot-hai'],
			request: async (_owner, holder) => {
				const username = await inCareOf(holder);
				return { url: '/api/vouchers', body: { username, course } };
			},
			status: 201,
		},
	],
	...Object.fromEntries(
		[
			{ act: 'acceptance', status: 201, body: undefined },
			{ act: 'refusal', status: 204, body: { why: 'Chưa rõ vì sao.' } },
		].map(({ act, status, body }) => [
			`POST /api/certificates/:serial/corrections/:id/${act}`,
			[
				{
					role: 'facilitator' as const,
					right: 'to-mot',
					wrong: ['to-hai', 'to-mot-hai'],
					request: async (owner: Client, holder: Client) => {
						const isRight = (await holder.get('/api/me')).body.roles[1].scope === 'to-mot';
						if (isRight) await server.lookAfter(owner, holder.me!.id);
						return { url: `${await own.correction(owner)}/${act}`, body };
					},
					status,
				},
			],
		]),
	),
	'POST /api/recovery-codes': [
		{
			role: 'facilitator',
			right: 'to-mot',
			wrong: ['to-hai', 'to-mot-hai'],
			request: async (_owner, holder) => {
				return { url: '/api/recovery-codes', body: { username: await inCareOf(holder) } };
			},
			status: 201,
		},
	],
	...Object.fromEntries(
		taskRoutes.map(({ route, of, body, status, isOfFile }) => [
			route,
			[
				{
					role: 'instructor' as const,
					right: course,
					wrong: ['khoa-khac', `${course}-hai`],
					request: async () => ({ url: of(await newTask(isOfFile)), body }),
					status,
				},
			],
		]),
	),
	...Object.fromEntries(
		roomRoutes.map(({ route, path, body }) => [
			route,
			[
				{
					role: 'instructor' as const,
					right: course,
					wrong: ['khoa-khac', `${course}-hai`],
					request: async () => ({ url: (await openRoom()).url + path, body }),
					status: 200,
				},
			],
		]),
	),
	'POST /api/rooms/:room/incidents': [
		{
			role: 'instructor',
			right: course,
			wrong: ['khoa-khac', `${course}-hai`],
			request: incident,
			status: 200,
		},
	],
	'POST /api/rooms': [
		{
			role: 'instructor',
			right: course,
			wrong: ['khoa-khac', `${course}-hai`],
			request: async () => ({ url: '/api/rooms', body: newRoom }),
			status: 201,
		},
	],
	'POST /api/paper-forms': [
		{
			role: 'instructor',
			right: course,
			wrong: ['khoa-khac', `${course}-hai`],
			request: async () => ({ url: '/api/paper-forms', body: newPaper }),
			status: 201,
		},
	],
	...Object.fromEntries(
		paperRoutes.map(({ route, path, body, status }) => [
			route,
			[
				{
					role: 'instructor' as const,
					right: course,
					wrong: ['khoa-khac', `${course}-hai`],
					request: async () => ({ url: (await drawPaper()) + path, body: body?.() }),
					status,
				},
			],
		]),
	),
	'PUT /api/paper-forms/:number/results/:attempt': [
		{
			role: 'instructor',
			right: course,
			wrong: ['khoa-khac', `${course}-hai`],
			request: paperResult,
			status: 200,
		},
	],
	'GET /api/paper-forms': 'about nobody in particular',
	'GET /api/rooms': 'about nobody in particular',
	'GET /api/grading': 'about nobody in particular',
	'GET /api/account-events': 'about nobody in particular',
	'GET /api/corrections': 'about nobody in particular',
	'GET /api/attempt-grants': 'about nobody in particular',
	'GET /api/care': 'about nobody in particular',
	'POST /api/care': 'about nobody in particular',
};

describe('a scope', () => {
	it('is tried on every route that asks for a right', () => {
		const asking = registered().filter(
			({ method, access }) => method !== 'HEAD' && acts.some((act) => act === access),
		);
		expect(asking.map(({ method, url }) => named(method, url)).sort()).toEqual(Object.keys(scoped).sort());
	});

	const cases = Object.entries(scoped).flatMap(([route, rows]) =>
		rows === 'about nobody in particular'
			? []
			: rows.flatMap(({ right, wrong, status, ...row }) => [
					{ ...row, route, scope: right, expected: status },
					...wrong.map((scope) => ({ ...row, route, scope, expected: 403 })),
				]),
	);
	it.each(cases)('$route: $role of $scope: $expected', async ({ route, role, scope, request, expected }) => {
		const owner = await server.guest();
		await owner.patch('/api/me', { displayName: ownerName });
		const holder = await server.account({ role, scope });
		const { status } = await send(holder, route.split(' ')[0] ?? '', await request(owner, holder));
		expect(status).toBe(expected);
	});
});

describe('grants', () => {
	it('count between their dates alone', async () => {
		const url = '/api/recovery-codes';
		const body = { username: await own.username() };
		const guest = await server.guest();
		const grant = { learnerId: guest.me!.id, role: 'admin', grantedBy: 'test' };
		const day = 24 * 3_600_000;
		const now = Date.now();
		const later = { ...grant, id: randomUUID(), validFrom: new Date(now + day) };
		const over = {
			...grant,
			id: randomUUID(),
			validFrom: new Date(now - 2 * day),
			validUntil: new Date(now - day),
		};
		await server.db.insert(roleGrant).values([later, over]);
		expect((await guest.post(url, body)).status).toBe(403);
		server.clock.advance(2 * day);
		expect((await guest.post(url, body)).status).toBe(201);
		server.clock.advance(-2 * day);
	});

	it('count at once, without a new sign-in', async () => {
		const one = await server.account();
		const body = { username: await own.username() };
		expect((await one.post('/api/recovery-codes', body)).status).toBe(403);
		await server.grant({ username: one.me!.username!, role: 'admin', scope: null });
		expect((await one.post('/api/recovery-codes', body)).status).toBe(201);
	});
});

describe('a route that does not say who may call it', () => {
	it('is refused when the server is built', async () => {
		const app = Fastify().withTypeProvider() as App;
		app.decorate('routeTable', []);
		accessControl(app, () => new Date());
		expect(() => app.get('/api/offen', async () => ({}))).toThrow(/config\.access/);
		await app.close();
	});
});
