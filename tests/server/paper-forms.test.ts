/** Tests on paper: the same form for the same number, keys apart, and results entered from sheets. */
import { randomUUID } from 'node:crypto';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PaperForm, PaperFormWhole } from '#schemas/paper.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import { arrange, course, exam, expectProblem, quiz, rightAnswer, start } from './quizzes.ts';

let server: TestServer;
let teacher: Client;
let pdfium: PDFiumLibrary;
beforeAll(async () => {
	pdfium = await PDFiumLibrary.init();
	server = await startServer({ apart: true });
	teacher = await server.account({ role: 'instructor', scope: course });
});
afterAll(async () => {
	pdfium.destroy();
	await server.close();
});

async function textsOf(pdf: Uint8Array): Promise<string[]> {
	const document = await pdfium.loadDocument(pdf);
	const texts = [...document.pages()].map((page) => page.getText().normalize('NFC').replace(/\s+/gu, ' '));
	document.destroy();
	return texts;
}

/** Share of the first page, seen small, on which there is ink; more of it in larger type. */
async function inkOf(pdf: Uint8Array): Promise<number> {
	const document = await pdfium.loadDocument(pdf);
	const { data } = await document.getPage(0).render({ scale: 1, render: 'bitmap' });
	document.destroy();
	return data.filter((value, at) => at % 4 === 0 && value < 128).length;
}

const draw = async (more: object = {}) => {
	const made = await teacher.post('/api/paper-forms', { course, quiz: exam, locale: 'vi', ...more });
	expect(made.status, JSON.stringify(made.body)).toBe(201);
	return made.body.forms as PaperForm[];
};
const wholeOf = async (number: string) =>
	(await teacher.get(`/api/paper-forms/${number}`)).body as PaperFormWhole;
const enter = (number: string, body: object, who = teacher) =>
	who.post(`/api/paper-forms/${number}/results`, { id: randomUUID(), supervised: false, ...body });

/** The letter that is printed before each question's right option. */
async function rightLetters(number: string): Promise<string[]> {
	const { raw } = await teacher.get(`/api/paper-forms/${number}/key.pdf`);
	const text = (await textsOf(raw)).join(' ');
	const { items } = await wholeOf(number);
	return items.map(({ n, title }) => new RegExp(` ${n} ([a-z]) ${title}`).exec(text)![1]!);
}

test('a number prints the same form again, with an answer sheet and without a word of keys', async () => {
	const [form] = await draw();
	const { number } = form!;
	expect(number).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]$/);
	const url = `/api/paper-forms/${number.toLowerCase().replace('-', '')}/questions.pdf`;
	const first = await teacher.get(url);
	expect({ status: first.status, type: first.headers['content-type'] }).toEqual({
		status: 200,
		type: 'application/pdf',
	});
	expect(Buffer.compare(first.raw, (await teacher.get(url)).raw)).toBe(0);
	const pages = await textsOf(first.raw);
	const { items } = await wholeOf(number);
	expect(items).toHaveLength(4);
	for (const { title } of items) expect(pages.join(' ')).toContain(title);
	for (const page of pages) expect(page).toContain(number);
	expect(pages.at(-1)).toContain('Phiếu trả lời');
	expect(pages.join(' ')).not.toContain('Đáp án');
	const key = (await textsOf((await teacher.get(url.replace('questions', 'key'))).raw)).join(' ');
	expect(key).toContain('Đáp án');
	expect(key).not.toContain('Phiếu trả lời');
	expect(await inkOf((await teacher.get(`${url}?large=true`)).raw)).toBeGreaterThan(
		(await inkOf(first.raw)) * 1.2,
	);
});

test('several forms are drawn at once, each with a number, and printed in one file; a repeat finds them', async () => {
	const id = randomUUID();
	const forms = await draw({ id, count: 3 });
	expect(new Set(forms.map(({ number }) => number)).size).toBe(3);
	const again = await teacher.post('/api/paper-forms', { id, course, quiz: exam, locale: 'vi', count: 3 });
	expect({ status: again.status, forms: again.body.forms }).toEqual({ status: 200, forms });
	const { raw } = await teacher.get(`/api/paper-forms/${forms[0]!.number}/questions.pdf?together=true`);
	const text = (await textsOf(raw)).join(' ');
	for (const { number } of forms) expect(text).toContain(number);
	const listed = (await teacher.get('/api/paper-forms')).body.forms as PaperForm[];
	expect(listed.map(({ number }) => number)).toEqual(
		expect.arrayContaining(forms.map(({ number }) => number)),
	);
	const other = await server.account({ role: 'instructor', scope: course });
	expectProblem(
		await other.post('/api/paper-forms', { id, course, quiz: exam, locale: 'vi' }),
		409,
		'id-in-use',
	);
});

test('Khmer and English are printed too', async () => {
	for (const [locale, word] of [
		['km', 'សន្លឹកចម្លើយ'],
		['en', 'Answer sheet'],
	] as const) {
		const [form] = await draw({ locale, quiz });
		const { raw } = await teacher.get(`/api/paper-forms/${form!.number}/questions.pdf`);
		expect((await textsOf(raw)).join(' ').replaceAll(' ', '')).toContain(word.replaceAll(' ', ''));
	}
});

test('a result is an attempt on paper, graded as any other, once for a person and form', async () => {
	const [form] = await draw();
	const { number } = form!;
	const right = await rightLetters(number);
	const learner = await server.account();
	const { username } = learner.me!;
	const id = randomUUID();
	const row = { id, username, answers: right.map((letter) => ` ${letter.toUpperCase()} `) };
	const entered = await enter(number, row);
	expect(entered, JSON.stringify(entered.body)).toMatchObject({
		status: 201,
		body: { attempt: id, username, score: 4, maxScore: 4, passed: true, supervised: false, answers: right },
	});
	expect((await enter(number, row)).status).toBe(200);
	expectProblem(await enter(number, { username, answers: right }), 409, 'paper-entered');
	const attempt = (await learner.get(`/api/attempts/${id}`)).body;
	expect(attempt.questions.map((one: { id: string }) => one.id)).toEqual(
		(await wholeOf(number)).items.map(({ question }) => question),
	);
	for (const [question, { answer }] of Object.entries<{ answer: string }>(attempt.answers))
		expect(answer).toBe(rightAnswer(question));
	const analysis = await teacher.get(`/api/courses/${course}/quizzes/${exam}/analysis?channel=paper`);
	expect(analysis.body).toMatchObject({ attempts: 1, people: 1, rushed: 0 });
	const { events } = (await learner.get('/api/me/events')).body ?? {};
	expect(JSON.stringify(events ?? (await learner.get('/api/me/data')).body)).toContain('paper.enter');
});

test('what is no answer is told by question, and nothing is kept of the row', async () => {
	const [form] = await draw({ quiz });
	const { number } = form!;
	const { items } = await wholeOf(number);
	const typed = items.map(({ kind }) =>
		kind === 'single' ? 'ab' : kind === 'multiple' ? 'z' : kind === 'number' ? 'nhiều' : '',
	);
	const { errors } = expectProblem(
		await enter(number, { label: '12', answers: [...typed, 'x'] }),
		422,
		'answer-unreadable',
	);
	const wrong = [...typed, 'x'].flatMap((text, at) => (text === '' ? [] : [`/answers/${at}`]));
	expect(errors!.map(({ path }) => path)).toEqual(wrong);
	expect((await wholeOf(number)).results).toEqual([]);
});

test('somebody without an account is entered by a label; whoever has one, by those who may', async () => {
	const [form] = await draw();
	const { number } = form!;
	const answers = await rightLetters(number);
	const nobody = await enter(number, { label: 'Bàn 12', answers });
	expect(nobody).toMatchObject({ status: 201, body: { name: 'Bàn 12', username: null, score: 4 } });
	expect((await enter(number, { label: ' 7 ', answers })).body.name).toBe('7');
	expectProblem(await enter(number, { label: '  ', answers }), 422, 'paper-who');
	expectProblem(await enter(number, { answers }), 422, 'paper-who');
	expectProblem(await enter(number, { answers, label: 'x', username: 'y' }), 422, 'paper-who');
	expectProblem(await enter(number, { answers, username: 'khong-co-ai' }), 404, 'username-unknown');
	expectProblem(await enter(number, { answers, username: teacher.me!.username }), 403, 'own-paper');
	expectProblem(await enter('00000-1', { answers, label: 'x' }), 404, 'paper-unknown');
	const busy = await server.account();
	await start(busy, exam);
	expectProblem(await enter(number, { answers, username: busy.me!.username }), 409, 'attempt-open');
	const other = await server.account({ role: 'instructor', scope: 'khoa-khac' });
	expectProblem(await enter(number, { answers, label: 'x' }, other), 403, 'not-allowed');
});

test('whoever enters somebody without an account comes to no one else by the id', async () => {
	const [form] = await draw();
	const answers = await rightLetters(form!.number);
	const learner = await server.account();
	const made = await enter(form!.number, { id: learner.me!.id, label: 'Bàn 3', answers });
	expect(made).toMatchObject({ status: 201, body: { name: 'Bàn 3', username: null } });
	expect((await learner.get('/api/attempts')).body).toEqual({ attempts: [] });
});

test('supervised counts as such, and a fourth attempt of three does not come to be', async () => {
	const learner = await server.account();
	const { username } = learner.me!;
	for (let n = 0; n < 4; n += 1) {
		const [form] = await draw();
		const entered = await enter(form!.number, { username, supervised: true, answers: [] });
		if (n === 3) expectProblem(entered, 409, 'attempts-used-up');
		else expect(entered.body).toMatchObject({ supervised: true, score: 0 });
	}
});

test('a correction grades anew, keeps what was before, and is audited', async () => {
	const [form] = await draw();
	const { number } = form!;
	const right = await rightLetters(number);
	const learner = await server.account();
	const { username } = learner.me!;
	const answers = right.map((letter, at) =>
		at === 0 ? (letter === 'a' ? 'b' : 'a') : at === 1 ? '' : letter,
	);
	const { body } = await enter(number, { username, answers });
	expect(body).toMatchObject({ score: 2, answers });
	const url = `/api/paper-forms/${number}/results/${body.attempt}`;
	const corrected = await teacher.put(url, { answers: right });
	expect(corrected, JSON.stringify(corrected.body)).toMatchObject({
		status: 200,
		body: { score: 4, passed: true, answers: right },
	});
	expect((await teacher.put(url, { answers: right })).body.score).toBe(4);
	expectProblem(await teacher.put(url, { answers: ['ab'] }), 422, 'answer-unreadable');
	expectProblem(
		await teacher.put(url.replace(body.attempt, randomUUID()), { answers: [] }),
		404,
		'attempt-unknown',
	);
	const { submission } = (await learner.get(`/api/attempts/${body.attempt}`)).body;
	expect(submission).toMatchObject({ score: 4, passed: true });
	expect(JSON.stringify((await learner.get('/api/me/data')).body)).toContain('paper.correct');
	const analysis = await teacher.get(`/api/courses/${course}/quizzes/${exam}/analysis?channel=paper`);
	expect(analysis.body.waiting).toBe(0);
});

test('of a counted quiz alone, which is there', async () => {
	const asked = (more: object) =>
		teacher.post('/api/paper-forms', { course, quiz: exam, locale: 'vi', ...more });
	expectProblem(await asked({ quiz: 'khong-co' }), 404, 'quiz-unknown');
	expectProblem(await asked({ quiz: arrange }), 404, 'quiz-unknown');
	expectProblem(await asked({ course: 'khong-co' }), 403, 'not-allowed');
});
