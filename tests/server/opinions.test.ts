/** Cases, opinions and how sure one is: from the author's file to results and statistics. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type Client, type TestServer } from './harness.ts';
import { course, start, save, submit } from './quizzes.ts';

const quiz = 'y-kien';
const question = (id: string, more: string) =>
	`## Câu ${id}? {#${id} ${more}}\n\n- [x] Có {#co}\n- [ ] Không {#khong}\n\n`;
const text = `---
id: ${quiz}
title: Ý kiến
kind: quiz
pass: 50%
confidence: true
---

:::case Phiên chợ {#cho}

Bác Ba bán rau.

:::

${question('mot', 'case=cho difficulty=30% source=24/2018/QH14')}${question('hai', '')}${question('ba', 'case=cho')}
## Bài học thế nào? {#the-nao .survey}

- [ ] Dễ {#de}
- [ ] Khó {#kho}

## Hợp với bác không? {#hop .matrix .survey}

| | Có {#co} | Không {#khong} |
|---|---|---|
| Chữ {#chu} | | |
| Hình {#hinh} | | |
`;

let server: TestServer;
let teacher: Client;
beforeAll(async () => {
	server = await startServer({ apart: true });
	const published = await server.publish({ [`${course}/vi/08-y-kien.quiz.md`]: text });
	expect(published!.errors).toEqual([]);
	teacher = await server.account({ role: 'instructor', scope: course });
});
afterAll(() => server.close());

const sure = (answer: string, confidence: 1 | 2 | 3) => ({ answer, confidence });

test('questions about one case follow one another, with the case; opinions stand behind', async () => {
	const { questions } = await start(await server.guest(), quiz);
	const ids = questions.map(({ id }) => id);
	expect(Math.abs(ids.indexOf('mot') - ids.indexOf('ba'))).toBe(1);
	expect(ids.slice(3)).toEqual(['the-nao', 'hop']);
	const of = (id: string) => questions.find((one) => one.id === id)!;
	expect(of('mot').case).toEqual({
		id: 'cho',
		title: 'Phiên chợ',
		content: [{ name: 'p', children: ['Bác Ba bán rau.'] }],
	});
	expect(of('hai')).not.toHaveProperty('case');
	expect(of('the-nao')).toMatchObject({ survey: true, points: 0 });
	expect([of('mot').confidence, of('the-nao').confidence]).toEqual([true, undefined]);
	// What only its author and teachers look at is not sent along.
	expect(JSON.stringify(questions)).not.toContain('QH14');
});

test('opinions change no points and may be left out; nothing waits for them', async () => {
	const who = await server.guest();
	const attempt = await start(who, quiz);
	const done = await submit(who, attempt.id, { mot: 'co', hai: 'co', ba: 'khong' });
	expect(done.body).toMatchObject({ score: 2, maxScore: 3, passed: true, waiting: 0 });
	expect(done.body.verdicts['the-nao']).toEqual({ score: 0, maxScore: 0, correct: true });
});

test('how sure one was is kept with the answer and changes no points', async () => {
	const who = await server.guest();
	const attempt = await start(who, quiz);
	expect((await save(who, attempt.id, 'mot', sure('khong', 3))).status).toBe(200);
	const done = await submit(who, attempt.id, { hai: sure('co', 1), ba: 'co' });
	expect(done.body).toMatchObject({ score: 2, maxScore: 3 });
	const { body } = await who.get(`/api/attempts/${attempt.id}`);
	expect([body.answers.mot.answer, body.answers.hai.answer]).toEqual([sure('khong', 3), sure('co', 1)]);
});

test('statistics count opinions by option, and answers by how sure people were', async () => {
	const before = await teacher.get(`/api/courses/${course}/quizzes/${quiz}/analysis`);
	expect(before.status).toBe(200);
	for (const [answer, level] of [
		['co', 3],
		['khong', 3],
		['khong', 1],
	] as const) {
		const who = await server.guest();
		const attempt = await start(who, quiz);
		await submit(who, attempt.id, {
			mot: sure(answer, level),
			'the-nao': answer === 'co' ? 'de' : 'kho',
			hop: { chu: 'co', hinh: answer === 'co' ? 'khong' : 'co' },
		});
	}
	const { body } = await teacher.get(`/api/courses/${course}/quizzes/${quiz}/analysis?irt=2pl`);
	const of = (all: any, id: string) => all.items.find((one: any) => one.question === id);
	const counts = (item: any) => item.confidence.map(({ right, wrong }: any) => [right, wrong]);
	const was = counts(of(before.body, 'mot'));
	const now = counts(of(body, 'mot'));
	expect(
		now.map(([right, wrong]: number[], at: number) => [right! - was[at][0], wrong! - was[at][1]]),
	).toEqual([
		[0, 1],
		[0, 0],
		[1, 1],
	]);
	expect(of(body, 'mot')).toMatchObject({
		estimate: 0.7,
		source: '24/2018/QH14',
		about: 'Phiên chợ',
		survey: false,
	});
	const opinion = of(body, 'the-nao');
	expect(opinion).toMatchObject({
		survey: true,
		facility: null,
		discrimination: null,
		flags: [],
		confidence: null,
		irt: null,
	});
	const people = Object.fromEntries(opinion.options.map((one: any) => [one.text, one.people]));
	expect(people).toEqual({ Dễ: 1, Khó: 2 });
	const table = Object.fromEntries(of(body, 'hop').options.map((one: any) => [one.text, one.people]));
	expect(table).toEqual({ 'Chữ: Có': 3, 'Hình: Không': 1, 'Hình: Có': 2 });
	expect(body.maxScore).toBe(3);
});
