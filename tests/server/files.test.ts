/** Files that learners send as answers: what is taken, how it is kept, and who may see it. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carriesNotes } from '#content/media/pictures.ts';
import { mostInAttempt } from '#server/attempts/upload.ts';
import { gradingTask, storedFile, upload as uploads } from '#server/db/tables/index.ts';
import { sweepUploads } from '#server/uploads/sweep.ts';
import { allJobs } from '#server/jobs/all.ts';
import { longestSide, smallSide } from '#server/uploads/prepare.ts';
import { newPhoto, pdf, photo, publishPhotoQuiz, sendFile, startPhotos } from './files.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import { course, expectProblem, save, submit } from './quizzes.ts';

const day = 24 * 3_600_000;
let server: TestServer;
let teacher: Client;
beforeAll(async () => {
	server = await startServer({ apart: true });
	const published = await publishPhotoQuiz(server);
	expect(published!.errors).toEqual([]);
	teacher = await server.account({ role: 'instructor', scope: course, name: 'Cô Hai' });
});
afterAll(() => server.close());

/** Files of the folder, by their names. */
const inFolder = () =>
	readdirSync(server.filesFolder, { recursive: true, withFileTypes: true })
		.filter((each) => each.isFile())
		.map(({ name }) => name)
		.sort();
const ofLearner = (who: Client) => server.db.select().from(uploads).where(eq(uploads.learnerId, who.me!.id));

async function begun(who?: Client) {
	const learner = who ?? (await server.account());
	const { id } = await startPhotos(learner);
	return { learner, id };
}

describe('a photo', () => {
	it('is kept upright, without its position and without its name, and is the answer', async () => {
		const { learner, id } = await begun();
		const upload = randomUUID();
		const sent = await sendFile(learner, id, 'man-hinh', photo, { upload, revision: 5 });
		expect(sent.status, JSON.stringify(sent.body)).toBe(200);
		expect(sent.body).toMatchObject({ question: 'man-hinh', revision: 5, accepted: true });
		expect(sent.body.file).toMatchObject({ id: upload, type: 'image/jpeg', width: 600, height: 800 });

		const shown = (await learner.get(`/api/attempts/${id}`)).body.answers['man-hinh'];
		expect(shown).toMatchObject({ answer: { upload }, revision: 5, file: sent.body.file });

		const got = await learner.get(`/api/files/${upload}`);
		expect(got.status).toBe(200);
		expect(got.raw.length).toBe(sent.body.file.bytes);
		const { width, height, orientation, exif, xmp } = await sharp(got.raw).metadata();
		expect([width, height, orientation ?? 1, exif, xmp]).toEqual([600, 800, 1, undefined, undefined]);
		expect([carriesNotes(photo), carriesNotes(got.raw)]).toEqual([true, false]);
		// What was to the left of the camera is at the top of the picture: turned, not only said to be.
		const reference = await sharp(photo).autoOrient().resize(6, 8).removeAlpha().raw().toBuffer();
		const seen = await sharp(got.raw).resize(6, 8).removeAlpha().raw().toBuffer();
		const differs = [...seen].map((value, at) => Math.abs(value - reference[at]!));
		expect(Math.max(...differs)).toBeLessThan(24);
		const [row] = await ofLearner(learner);
		expect(row!.hash).toBe(createHash('sha256').update(got.raw).digest('hex'));
		const file = path.join(server.filesFolder, row!.hash.slice(0, 2), row!.hash.slice(2, 4), row!.hash);
		expect(readFileSync(file).equals(got.raw)).toBe(true);
		expect(statSync(file).mode & 0o077).toBe(0);
	});

	it('is sent with headers under which nothing runs and nothing stays', async () => {
		const { learner, id } = await begun();
		const upload = randomUUID();
		await sendFile(learner, id, 'man-hinh', photo, { upload });
		const { headers } = await learner.get(`/api/files/${upload}`);
		expect(headers).toMatchObject({
			'content-type': 'image/jpeg',
			'x-content-type-options': 'nosniff',
			'content-security-policy': "default-src 'none'; sandbox",
			'cache-control': 'private, no-store',
			'content-disposition': 'inline; filename="anh.jpg"',
		});
	});

	it('is made smaller where it is large, and has a small one for slow networks', async () => {
		const large = await sharp({ create: { width: 4000, height: 1000, channels: 4, background: '#08f8' } })
			.png()
			.toBuffer();
		const { learner, id } = await begun();
		const upload = randomUUID();
		const { body } = await sendFile(learner, id, 'man-hinh', large, { upload });
		expect(body.file).toMatchObject({ type: 'image/jpeg', width: longestSide, height: longestSide / 4 });
		const small = await learner.get(`/api/files/${upload}?size=small`);
		expect(await sharp(small.raw).metadata()).toMatchObject({ width: smallSide, height: smallSide / 4 });
	});

	it.each(['image/jpeg', 'text/html', 'multipart/form-data; boundary=x', 'application/json'])(
		'is what it holds, not what it is called: %s',
		async (type) => {
			const { learner, id } = await begun();
			const sent = await sendFile(learner, id, 'man-hinh', photo, { type });
			expect(sent.body.file).toMatchObject({ type: 'image/jpeg' });
		},
	);

	it('sent again is the same file, and the highest revision stands', async () => {
		const { learner, id } = await begun();
		const upload = randomUUID();
		const first = await sendFile(learner, id, 'man-hinh', photo, { upload, revision: 3 });
		const again = await sendFile(learner, id, 'man-hinh', photo, {
			upload: upload.toUpperCase(),
			revision: 3,
		});
		expect(again.body).toEqual(first.body);
		expect(await ofLearner(learner)).toHaveLength(1);
		const other = await sendFile(learner, id, 'man-hinh', await newPhoto(), { revision: 2 });
		expect(other.body).toMatchObject({ accepted: false, revision: 3 });
		expect((await learner.get(`/api/attempts/${id}`)).body.answers['man-hinh'].answer).toEqual({ upload });
		expectProblem(await sendFile(learner, id, 'giay', photo, { upload }), 409, 'id-in-use');
	});

	it('of the same id sent ten times at once is one file', async () => {
		const { learner, id } = await begun();
		const upload = randomUUID();
		const sent = await Promise.all(
			Array.from({ length: 10 }, () => sendFile(learner, id, 'man-hinh', photo, { upload, revision: 7 })),
		);
		expect(sent.map(({ status }) => status)).toEqual(Array(10).fill(200));
		expect(await ofLearner(learner)).toHaveLength(1);
	});
});

describe('a PDF file', () => {
	it('is taken where the author allows it, as it is, and is only ever saved', async () => {
		const { learner, id } = await begun();
		const upload = randomUUID();
		const sent = await sendFile(learner, id, 'giay', pdf, { upload });
		expect(sent.body.file).toEqual({
			id: upload,
			type: 'application/pdf',
			bytes: pdf.length,
			width: null,
			height: null,
		});
		const got = await learner.get(`/api/files/${upload}?size=small`);
		expect(got.raw.equals(pdf)).toBe(true);
		expect(got.headers['content-disposition']).toMatch(/^attachment;/);
	});
});

describe('what is refused', () => {
	const html = Buffer.from('<!doctype html><script>alert(1)</script>');
	const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
	const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)]);
	it.each<[string, Buffer, RegExp]>([
		['a web page', html, /trang web/],
		['a drawing', svg, /SVG/],
		['an iPhone’s own photo', heic, /Tương thích nhất/],
		['a PDF file where a photo is asked for', pdf, /Đây là tệp PDF.*ảnh JPEG/s],
		[
			'a film',
			Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(40)]),
			/đoạn phim/,
		],
		['an animation', Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;', 'latin1'), /GIF/],
		['anything', Buffer.from('xin chào'), /Không rõ/],
	])('%s is told what it is and what is taken', async (_, bytes, says) => {
		const { learner, id } = await begun();
		const refused = await sendFile(learner, id, 'man-hinh', bytes, { type: 'image/jpeg' });
		expectProblem(refused, 415, 'file-kind');
		expect(refused.body.detail).toMatch(says);
		expect(await ofLearner(learner)).toEqual([]);
	});

	it('a picture cut off in the middle', async () => {
		const { learner, id } = await begun();
		const half = photo.subarray(0, Math.floor(photo.length / 2));
		expectProblem(await sendFile(learner, id, 'man-hinh', half), 422, 'file-broken');
	});

	it('a picture of many points in few bytes', async () => {
		const bomb = await sharp({ create: { width: 12_000, height: 6_000, channels: 3, background: '#fff' } })
			.png({ compressionLevel: 9 })
			.toBuffer();
		expect(bomb.length).toBeLessThan(1_000_000);
		const { learner, id } = await begun();
		expectProblem(await sendFile(learner, id, 'man-hinh', bomb), 413, 'file-too-many-points');
	});

	it('what is too heavy: for the author, and for the installation', async () => {
		const { learner, id } = await begun();
		const heavy = Buffer.concat([photo, Buffer.alloc(2_000_000)]);
		const refused = await sendFile(learner, id, 'man-hinh', heavy);
		expectProblem(refused, 413, 'file-too-large');
		expect(refused.body.detail).toContain('2 MB');
		const heavier = Buffer.concat([pdf, Buffer.alloc(10_000_000)]);
		expectProblem(await sendFile(learner, id, 'giay', heavier), 413, 'file-too-large');
		expectProblem(await sendFile(learner, id, 'giay', Buffer.alloc(12_000_000)), 413, 'too-large');
	});

	it('more files than an attempt takes', async () => {
		const { learner, id } = await begun();
		for (let n = 1; n <= mostInAttempt; n += 1)
			expect((await sendFile(learner, id, 'giay', pdf, { revision: n })).status).toBe(200);
		expectProblem(await sendFile(learner, id, 'giay', pdf, { revision: 99 }), 409, 'file-limit');
	});

	it('a question that asks for words, and one that there is not', async () => {
		const { learner, id } = await begun();
		expectProblem(await sendFile(learner, id, 'ten-thu-do', photo), 409, 'file-unasked');
		expectProblem(await sendFile(learner, id, 'khong-co', photo), 404, 'question-unknown');
		expectProblem(await sendFile(learner, randomUUID(), 'man-hinh', photo), 404, 'attempt-unknown');
	});

	it.each([
		{ revision: 0 },
		{ revision: 'x' },
		{ revision: '9'.repeat(16) },
		{ upload: 'khong-phai-uuid' },
		{ upload: '..%2F..%2Fetc' },
	])('what does not fit: %j', async (more) => {
		const { learner, id } = await begun();
		expect((await sendFile(learner, id, 'man-hinh', photo, more)).status).toBe(400);
	});

	it('an attempt that was handed in, and one of somebody else', async () => {
		const { learner, id } = await begun();
		const stranger = await server.account();
		expectProblem(await sendFile(stranger, id, 'man-hinh', photo), 404, 'attempt-unknown');
		expect((await sendFile(server.client(), id, 'man-hinh', photo)).status).toBe(401);
		await submit(learner, id);
		expectProblem(await sendFile(learner, id, 'man-hinh', photo), 409, 'attempt-submitted');
	});
});

describe('an answer that names a file', () => {
	it('is taken for what was sent to this question of this attempt alone', async () => {
		const { learner, id } = await begun();
		const { learner: other, id: theirs } = await begun();
		const upload = randomUUID();
		await sendFile(other, theirs, 'man-hinh', photo, { upload });
		for (const answer of [{ upload }, { upload: randomUUID() }]) {
			expectProblem(await save(learner, id, 'man-hinh', answer), 422, 'answer-unreadable');
			expectProblem(await submit(learner, id, { 'man-hinh': answer }), 422, 'answer-unreadable');
		}
		expectProblem(await save(other, theirs, 'giay', { upload }, 9), 422, 'answer-unreadable');
		expect((await save(other, theirs, 'man-hinh', { upload }, 9)).status).toBe(200);
		expect((await save(other, theirs, 'man-hinh', null, 10)).status).toBe(200);
		expect((await other.get(`/api/attempts/${theirs}`)).body.answers['man-hinh']).not.toHaveProperty('file');
	});
});

/** Handed in; the task that waits for a grader. */
async function handedIn(bytes = photo, question = 'man-hinh') {
	const { learner, id } = await begun();
	const upload = randomUUID();
	await sendFile(learner, id, question, bytes, { upload });
	const { body } = await submit(learner, id);
	const [task] = await server.db.select().from(gradingTask).where(eq(gradingTask.attemptId, id));
	return { learner, id, upload, task: task?.id ?? '', submission: body };
}

describe('a grader', () => {
	it('sees the file of an answer that waits, and gives it points', async () => {
		const { learner, id, upload, task, submission } = await handedIn();
		expect(submission.verdicts['man-hinh']).toMatchObject({ score: 0, maxScore: 3, correct: null });
		expect(submission.verdicts.giay).toMatchObject({ score: 0, correct: false });
		expect(submission.waiting).toBe(1);
		const { body } = await teacher.get(`/api/grading/${task}`);
		expect(body).toMatchObject({
			name: null,
			answer: { upload },
			file: { type: 'image/jpeg', width: 600, height: 800 },
		});
		const got = await teacher.get(`/api/grading/${task}/file`);
		expect(got.raw.equals((await learner.get(`/api/files/${upload}`)).raw)).toBe(true);
		expect(got.headers['content-security-policy']).toContain('sandbox');
		const small = await teacher.get(`/api/grading/${task}/file?size=small`);
		expect(small.raw.length).toBeLessThan(got.raw.length);
		const marked = await teacher.post(`/api/grading/${task}/marks`, {
			points: { chu: 2, kin: 0.5 },
			seen: 0,
		});
		expect(marked.status).toBe(201);
		const after = (await learner.get(`/api/attempts/${id}`)).body;
		expect(after.submission.verdicts['man-hinh']).toMatchObject({ score: 2.5, correct: 'partially' });
		expect(after.answers['man-hinh'].file).toMatchObject({ id: upload });
	});

	it('has no other way to it, and nobody else has one', async () => {
		const { learner, upload, task } = await handedIn();
		expectProblem(await teacher.get(`/api/files/${upload}`), 404, 'file-unknown');
		expectProblem(await (await server.account()).get(`/api/files/${upload}`), 404, 'file-unknown');
		expect((await server.client().get(`/api/files/${upload}`)).status).toBe(401);
		expect((await learner.get(`/api/grading/${task}/file`)).status).toBe(403);
		const elsewhere = await server.account({ role: 'instructor', scope: 'khoa-khac' });
		expectProblem(await elsewhere.get(`/api/grading/${task}/file`), 403, 'not-allowed');
		for (const odd of ['..%2f..%2fetc%2fpasswd', 'x', randomUUID(), '%00'])
			expect([400, 404]).toContain((await learner.get(`/api/files/${odd}`)).status);
	});

	it('who sent it grades it as little as any answer of their own', async () => {
		const { id, task, learner } = await handedIn();
		expect(id).not.toBe('');
		await server.grant({ username: learner.me!.username!, role: 'instructor', scope: course });
		expectProblem(await learner.get(`/api/grading/${task}/file`), 403, 'own-answer');
	});
});

describe('what is one’s own', () => {
	it('tells of every file and where it is', async () => {
		const { learner, upload } = await handedIn();
		const { body } = await learner.get('/api/me/data');
		expect(body.files).toMatchObject([{ id: upload, type: 'image/jpeg', address: `/api/files/${upload}` }]);
		expect((await learner.get(body.files[0].address)).status).toBe(200);
	});

	it('is erased with the files, but for one that somebody else sent too', async () => {
		const bytes = await newPhoto();
		const { learner } = await handedIn(bytes);
		const { learner: second, upload } = await handedIn(bytes);
		const [row] = await ofLearner(learner);
		const only = await sendAlone(learner);
		const erase = (who: Client) =>
			who.post('/api/me/deletion', { password: 'mat-khau-dai', certificates: 'erase' });
		expect((await erase(learner)).status).toBe(204);
		expect(await ofLearner(learner)).toEqual([]);
		expect(inFolder()).not.toContain(only);
		expect(inFolder()).toContain(row!.hash);
		expect((await second.get(`/api/files/${upload}`)).status).toBe(200);
		expect((await erase(second)).status).toBe(204);
		expect(inFolder()).not.toContain(row!.hash);
	});

	it('goes along when a guest’s learning is brought into an account', async () => {
		const account = await server.account();
		const device = await server.guest();
		const { id } = await begun(device);
		const upload = randomUUID();
		await sendFile(device, id, 'man-hinh', photo, { upload });
		await submit(device, id);
		const signIn = { username: account.me!.username, password: 'mat-khau-dai' };
		expect((await device.post('/api/session', signIn)).status).toBe(200);
		expect((await device.get(`/api/files/${upload}`)).status).toBe(404);
		const merge = await device.post('/api/me/merges');
		expect(merge.status).toBe(201);
		expect((await device.get(`/api/files/${upload}`)).status).toBe(200);
		expect((await account.get(`/api/files/${upload}`)).status).toBe(200);
		expect((await device.post(`/api/me/merges/${merge.body.id}/undo`)).status).toBe(200);
		expect((await account.get(`/api/files/${upload}`)).status).toBe(404);
	});
});

/** The hash of a file that nobody else has. */
async function sendAlone(learner: Client) {
	const { id } = await startPhotos(learner);
	const upload = randomUUID();
	await sendFile(learner, id, 'man-hinh', await newPhoto(), { upload });
	const rows = await ofLearner(learner);
	return rows.find((row) => row.id === upload)!.hash;
}

describe('the sweep', () => {
	const sweep = () => sweepUploads(server, server.clock.now);

	it('is a job', async () => {
		await server.runJobs();
		const jobs = allJobs({ ...server, catalog: server.app.catalog, now: () => server.clock.now }, () => {});
		expect(jobs.find(({ name }) => name === 'sweep-files')).toMatchObject({ every: 'day' });
	});

	it('leaves what an answer names, and removes what was replaced, after a day', async () => {
		const { learner, id } = await begun();
		const [first, second] = [randomUUID(), randomUUID()];
		await sendFile(learner, id, 'man-hinh', await newPhoto(), { upload: first, revision: 1 });
		await sendFile(learner, id, 'man-hinh', await newPhoto(), { upload: second, revision: 2 });
		const rows = await ofLearner(learner);
		const hashOf = (wanted: string) => rows.find((row) => row.id === wanted)!.hash;
		await sweep();
		expect(inFolder()).toEqual(expect.arrayContaining([hashOf(first), hashOf(second)]));
		server.clock.advance(1.1 * day);
		await sweep();
		expect(inFolder()).toContain(hashOf(second));
		expect(inFolder()).not.toContain(hashOf(first));
		expect(await ofLearner(learner)).toMatchObject([{ id: second }]);
		const stored = await server.db
			.select()
			.from(storedFile)
			.where(eq(storedFile.hash, hashOf(first)));
		expect(stored).toEqual([]);
	});

	it('takes files back from attempts that nobody went on with for half a year, and leaves those handed in', async () => {
		const open = await begun();
		await sendFile(open.learner, open.id, 'man-hinh', await newPhoto());
		const done = await handedIn(await newPhoto());
		const [row] = await ofLearner(open.learner);
		// By its own last moments, so that no session is over before.
		await server.db.update(uploads).set({ uploadedAt: new Date(server.clock.now.getTime() - 200 * day) });
		await server.db.update(storedFile).set({ storedAt: new Date(server.clock.now.getTime() - 200 * day) });
		server.clock.advance(1.1 * day);
		await sweep();
		expect(await ofLearner(open.learner)).toEqual([]);
		expect(inFolder()).not.toContain(row!.hash);
		expect((await open.learner.get(`/api/attempts/${open.id}`)).body.answers).toEqual({});
		expect((await done.learner.get(`/api/files/${done.upload}`)).status).toBe(200);
	});
});

it('says so where a file is gone from the disk, and takes it again', async () => {
	const { learner, id } = await begun();
	const [upload, next] = [randomUUID(), randomUUID()];
	const bytes = await newPhoto();
	await sendFile(learner, id, 'man-hinh', bytes, { upload });
	const [row] = await ofLearner(learner);
	const file = path.join(server.filesFolder, row!.hash.slice(0, 2), row!.hash.slice(2, 4), row!.hash);
	rmSync(file);
	expectProblem(await learner.get(`/api/files/${upload}`), 404, 'file-unknown');
	await sendFile(learner, id, 'man-hinh', bytes, { upload: next, revision: 2 });
	expect(existsSync(file)).toBe(true);
	expect((await learner.get(`/api/files/${upload}`)).status).toBe(200);
});
