/** A quiz with two forms: the other one the next time, said in the attempt and in what results say. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from './harness.ts';
import { course, exam, examFile, examQuestions, rightAnswer, start, submit, wrongAnswer } from './quizzes.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer({ apart: true });
	const files = [examFile, examFile.replace('/vi/', '/km/')].map((file) => [
		file,
		server.read(file).replace('draw: 4', 'draw: 3\nforms: 2'),
	]);
	expect((await server.publish(Object.fromEntries(files)))!.errors).toEqual([]);
});
afterAll(() => server.close());

test('each learner has one form and then the other, without a question in both, and without a word of keys', async () => {
	const asked = new Map<string, Set<string>>();
	const firsts = new Set<string>();
	for (let person = 0; person < 8; person += 1) {
		const who = await server.guest();
		const forms: string[] = [];
		for (const answer of [rightAnswer, wrongAnswer]) {
			const attempt = await start(who, exam);
			expect(JSON.stringify(attempt)).not.toMatch(/keyHash|"correct"/);
			expect(attempt.questions).toHaveLength(3);
			const form = attempt.form!;
			asked.set(form, new Set([...(asked.get(form) ?? []), ...attempt.questions.map(({ id }) => id)]));
			const answers = Object.fromEntries(attempt.questions.map(({ id }) => [id, answer(id)]));
			expect((await submit(who, attempt.id, answers)).status).toBe(200);
			expect((await who.get(`/api/attempts/${attempt.id}`)).body.form).toBe(form);
			forms.push(form);
		}
		expect(new Set(forms)).toEqual(new Set(['A', 'B']));
		firsts.add(forms[0]!);
	}
	expect(firsts.size).toBe(2);
	expect([...asked.get('A')!, ...asked.get('B')!].sort()).toEqual(
		examQuestions.filter((id) => asked.get('A')!.has(id) || asked.get('B')!.has(id)),
	);
	expect([asked.get('A')!.size, asked.get('B')!.size]).toEqual([3, 3]);
});

test('results compare the forms: how many people, mean and spread, small numbers said to be small', async () => {
	const teacher = await server.account({ role: 'instructor', scope: course });
	const url = `/api/courses/${course}/quizzes/${exam}/analysis`;
	const { body } = await teacher.get(url);
	const forms = body.slices.filter(({ by }: { by: string }) => by === 'form');
	expect(forms.map(({ value }: { value: string }) => value).sort()).toEqual(['A', 'B']);
	// First attempts were all right.
	for (const one of forms) expect(one).toMatchObject({ attempts: 8, mean: 1, few: true });
	expect(forms[0].people + forms[1].people).toBe(8);
	expect(forms.map(({ standardDeviation }: { standardDeviation: number }) => standardDeviation)).toContain(0);
	const { body: one } = await teacher.get(`${url}?form=A`);
	expect(one.attempts).toBe(8);
	expect((await teacher.get(`${url}?form=C`)).status).toBe(400);
	const found = await teacher.get(`/api/courses/${course}`);
	expect(found.body.quizzes.find(({ id }: { id: string }) => id === exam).forms).toBe(2);
});
