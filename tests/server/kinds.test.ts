/** One question of each kind in the authors’ examples, from their file to the verdict. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photo, sendFile } from './files.ts';
import { startServer, type TestServer } from './harness.ts';
import { course, expectProblem, save, start, submit } from './quizzes.ts';

const quiz = 'mau-cau-hoi';
let server: TestServer;
beforeAll(async () => {
	server = await startServer();
	const examples = await readFile('docs/question-kinds.quiz.md', 'utf8');
	const published = await server.publish({
		[`${course}/vi/08-mau.quiz.md`]: examples,
		[`${course}/media/dang-goi.svg`]: await readFile('docs/media/dang-goi.svg', 'utf8'),
	});
	expect(published!.errors).toEqual([]);
});
afterAll(() => server.close());

/** What is right, what is right in part and how much of the points that brings, and what cannot be taken. */
const cases = {
	'mat-khau-kho-doan': { right: 'bon-tu', malformed: ['la', ['bon-tu'], 1] },
	'giu-may-an-toan': { right: ['khoa', 'cap-nhat'], partly: [['khoa'], 1 / 2], malformed: [['la'], 'khoa'] },
	'otp-qua-dien-thoai': { right: false, malformed: ['sai', 0] },
	'gia-mi': { right: 35, malformed: ['ba mươi lăm', ['35']] },
	'ten-thu-do': { right: 'Hà Nội', malformed: [1, ['Hà Nội']] },
	'goi-dien': {
		right: ['mo-phan', 'bam-so', 'nut-goi'],
		partly: [['mo-phan', 'nut-goi', 'bam-so'], 2 / 3],
		malformed: [['la'], 'mo-phan'],
	},
	'nut-de-lam-gi': {
		right: { nguon: 'tat-man-hinh', 'am-luong': 'chinh-tieng' },
		partly: [{ nguon: 'tat-man-hinh' }, 1 / 2],
		malformed: [{ nguon: 'la' }, 'nguon'],
	},
	'xem-gi': { right: 'tin-bao', malformed: ['la'] },
	'cho-trong': {
		right: { 'thu-do': 'ha noi', 'dia-hinh': 'nui' },
		partly: [{ 'thu-do': 'Huế', 'dia-hinh': 'nui' }, 1 / 2],
		malformed: [{ la: 'x' }, { 'dia-hinh': 'la' }, 'Hà Nội', { 'thu-do': 1 }],
	},
	'di-ve': { right: '6 cay so', malformed: ['sáu', ['6'], { km: '6' }] },
	'bao-lua': { right: 51, malformed: ['rất nặng', true] },
	'chia-se': {
		right: { 'lich-hop': 'nen', 'gia-lua': 'nen', 'ma-otp': 'khong-nen' },
		partly: [{ 'lich-hop': 'nen', 'ma-otp': 'khong-nen' }, 3 / 4],
		malformed: [{ 'lich-hop': 'la' }, { la: 'nen' }, ['nen']],
	},
	'lam-o-dau': {
		right: { nop: 'o-nha', ky: 'o-xa' },
		partly: [{ nop: 'o-nha' }, 1 / 2],
		malformed: [{ nop: 'ky' }, true],
	},
	'cham-vao-loa': { right: 'cai-loa', malformed: ['la', ['cai-loa'], { 'cai-loa': 'x' }, 1] },
} satisfies Record<string, { right: unknown; partly?: [unknown, number]; malformed: unknown[] }>;
const ids = Object.keys(cases) as (keyof typeof cases)[];
/** What a person grades, with the points that it gives, and an opinion, which gives none. */
const others = { 'ke-lai': 3, 'anh-man-hinh': 3, 'bai-hoc-the-nao': 0 };

test('what is right, saved and handed in, gets all points', async () => {
	const who = await server.guest();
	const { id, questions } = await start(who, quiz);
	expect(questions.map((question) => question.id).sort()).toEqual([...ids, ...Object.keys(others)].sort());
	for (const question of ids)
		expect(await save(who, id, question, cases[question].right)).toMatchObject({ status: 200 });
	const { answers } = (await who.get(`/api/attempts/${id}`)).body;
	for (const question of ids) expect(answers[question].answer).toEqual(cases[question].right);
	const { body } = await submit(who, id);
	const maxScore = ids.length + 6;
	expect(body).toMatchObject({ score: ids.length, maxScore, passed: true, waiting: 0 });
	expect(body.verdicts['cho-trong']).toMatchObject({ correct: true, written: ['Hà Nội'] });
});

test('what is right in part gets a part of the points', async () => {
	const who = await server.guest();
	const { id } = await start(who, quiz);
	const inPart = Object.entries(cases).flatMap(([question, each]) =>
		'partly' in each ? [{ question, answer: each.partly[0], score: each.partly[1] }] : [],
	);
	const answers = Object.fromEntries(inPart.map(({ question, answer }) => [question, answer]));
	const { body } = await submit(who, id, { ...answers, 'di-ve': '6', 'bao-lua': '50 lít' });
	for (const { question, score } of inPart)
		expect(body.verdicts[question]).toMatchObject({ correct: 'partially', score: expect.closeTo(score, 9) });
	expect(body.verdicts['di-ve']).toMatchObject({ correct: false, solution: '6 km' });
	expect(body.verdicts['bao-lua']).toMatchObject({ correct: false, solution: 50 });
});

test('what cannot be an answer is refused, and changes nothing', async () => {
	const who = await server.guest();
	const { id } = await start(who, quiz);
	for (const question of ids) {
		for (const answer of cases[question].malformed) {
			const refused = await save(who, id, question, answer);
			expect([400, 422], `${question} ${JSON.stringify(answer)}`).toContain(refused.status);
			if (refused.status === 422) expectProblem(refused, 422, 'answer-unreadable');
		}
	}
	expect((await who.get(`/api/attempts/${id}`)).body.answers).toEqual({});
});

test('what a person grades waits, and gives nothing so far', async () => {
	const who = await server.guest();
	const { id } = await start(who, quiz);
	expect((await sendFile(who, id, 'anh-man-hinh', photo)).status).toBe(200);
	const { body } = await submit(who, id);
	expect(body).toMatchObject({ score: 0, waiting: 1 });
	expect(body.verdicts['anh-man-hinh']).toMatchObject({ score: 0, maxScore: 3, correct: null });
});
