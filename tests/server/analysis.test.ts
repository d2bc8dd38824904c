/** What results say of a quiz: the figures of stored attempts are those of the domain for the same results. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { analyse, countedFrom } from '#domain/analysis/analyse.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import { course, expectProblem, quiz, quizAnswers, start, submit } from './quizzes.ts';

let server: TestServer;
let teacher: Client;
beforeAll(async () => {
	server = await startServer({ apart: true });
	teacher = await server.account({ role: 'instructor', scope: course });
	await fill();
});
afterAll(() => server.close());

const questions = Object.keys(quizAnswers) as (keyof typeof quizAnswers)[];
const url = `/api/courses/${course}/quizzes/${quiz}/analysis`;
const people = 40;
/** Who does well chooses `c` where the key says `b`; the others guess. Person by question: what they answer. */
const answersOf = (person: number): Record<string, unknown> => {
	const isGood = person >= people / 2;
	return {
		mk: isGood ? 'c' : ['a', 'b', 'c'][person % 3],
		'giu-may': isGood ? ['khoa', 'cap-nhat'] : person % 4 === 0 ? ['khoa'] : [],
		'hoi-otp': isGood ? false : person % 3 === 0,
		gia: isGood || person % 5 === 0 ? '35' : '1',
		...((isGood || person % 2 === 0) && { 'thu-do': isGood ? 'Hà Nội' : 'Huế' }),
	};
};
/** Each question is looked at for a minute, but by the last person. */
async function take(who: Client, person: number, locale: 'vi' | 'km') {
	const attempt = await start(who, quiz, { locale });
	for (const [question, answer] of Object.entries(answersOf(person))) {
		server.clock.advance(person === people - 1 ? 100 : 60_000);
		const saved = await who.put(`/api/attempts/${attempt.id}/answers/${question}`, { answer, revision: 1 });
		expect(saved.status, JSON.stringify(saved.body)).toBe(200);
	}
	const done = await submit(who, attempt.id);
	expect(done.status).toBe(200);
	return done.body as { verdicts: Record<string, { score: number; maxScore: number }> };
}

const matrix: number[][] = [];
async function fill() {
	for (let person = 0; person < people; person += 1) {
		const who = await server.guest();
		const { verdicts } = await take(who, person, person % 4 === 0 ? 'km' : 'vi');
		matrix.push(questions.map((id) => verdicts[id]!.score));
		// A second time, which says nothing of people.
		if (person < 3) await take(who, people - 2, 'vi');
	}
}

const analysed = async (query = '', who = teacher) => {
	const { status, body } = await who.get(url + query);
	expect(status, JSON.stringify(body)).toBe(200);
	return body;
};
const itemOf = (body: any, question: string) => body.items.find((one: any) => one.question === question);

test('figures of first attempts are those of the domain, all else is of all attempts', async () => {
	const maxScores = { mk: 1, 'giu-may': 2, 'hoi-otp': 1, gia: 1, 'thu-do': 1 };
	const items = questions.map((item) => ({ item, maxScore: maxScores[item] }));
	const expected = analyse(countedFrom(matrix, items));
	const body = await analysed();
	expect(body).toMatchObject({
		course,
		quiz,
		attempts: people + 3,
		people,
		few: false,
		waiting: 0,
		maxScore: 6,
	});
	for (const figure of ['mean', 'median', 'standardDeviation', 'alpha', 'standardError'] as const)
		expect(body[figure], figure).toBeCloseTo(expected[figure]!, 6);
	expect(body.distribution).toEqual(expected.distribution);
	expect(body.items.map(({ question }: { question: string }) => question)).toEqual(questions);
	for (const [index, one] of expected.items.entries()) {
		const item = body.items[index];
		expect(item).toMatchObject({ n: index + 1, people, attempts: people + 3, isCurrent: true, uncounted: 0 });
		expect(item.discrimination).toBeCloseTo(one.discrimination!, 6);
		expect(item.efficiency).toBeCloseTo(one.efficiency!, 6);
		const points = [...matrix.map((row) => row[index]!), ...Array(3).fill(matrix[people - 2]![index]!)];
		expect(item.facility).toBeCloseTo(points.reduce((a, b) => a + b) / points.length / one.maxScore, 6);
	}
});

test('a planted wrong key is found, with the option that is right', async () => {
	const item = itemOf(await analysed(), 'mk');
	expect(item.flags).toContain('key-maybe-wrong');
	expect(item.suggestedKey).toBe('c');
	const [most] = item.options;
	expect(most).toMatchObject({ option: 'c', text: 'ngày sinh của bạn', right: false });
	expect(item.options.find(({ right }: { right: boolean }) => right).option).toBe('b');
	expect(most.upper).toBeGreaterThan(most.lower);
});

test('times, what is left empty and what came too fast; fast answers are excluded on demand', async () => {
	const body = await analysed();
	expect(body.rushed).toBe(1);
	expect(itemOf(body, 'thu-do').empty).toBeCloseTo(10 / (people + 3), 6);
	expect(itemOf(body, 'mk').fast).toBe(1);
	expect(itemOf(body, 'mk').meanSeconds).toBeGreaterThan(55);
	expect(itemOf(body, 'mk').meanSeconds).toBeLessThan(62);
	const without = await analysed('?exclude=fast');
	expect(without).toMatchObject({ attempts: people + 2, people: people - 1, rushed: 0 });
	expect(itemOf(without, 'mk')).toMatchObject({ fast: 0, people: people - 1 });
});

test('slices tell their cases, and narrow all figures', async () => {
	const { slices } = await analysed();
	expect(slices).toContainEqual(
		expect.objectContaining({
			by: 'locale',
			value: 'km',
			attempts: people / 4,
			people: people / 4,
			few: true,
		}),
	);
	const km = await analysed('?locale=km&channel=web&assisted=false');
	expect(km).toMatchObject({ attempts: people / 4, people: people / 4, few: true });
	expect(itemOf(km, 'mk').flags).toContain('few-people');
	expect(await analysed('?group=elderly')).toMatchObject({ attempts: 0, people: 0, mean: null, items: [] });
	expect(await analysed('?version=0000000000000000')).toMatchObject({ attempts: 0 });
});

test('an item response model on demand', async () => {
	const { irt, items } = await analysed('?irt=1pl');
	expect(irt).toMatchObject({ model: '1pl', people });
	expect(items.filter((item: any) => item.irt.difficulty !== null).length).toBeGreaterThan(2);
	expect(itemOf(await analysed(), 'mk').irt).toBeNull();
});

test('as a table, in which nothing is a formula', async () => {
	const { status, body, headers } = await teacher.get(`${url}.csv`);
	expect(status).toBe(200);
	expect(headers['content-disposition']).toBe(`attachment; filename="${course}-${quiz}.csv"`);
	const [head, ...rows] = String(body).trim().split('\r\n');
	expect(head).toContain('n,question,title');
	expect(rows).toHaveLength(questions.length);
	expect(rows.every((row) => !/(^|,)"?[=+@]/.test(row))).toBe(true);
});

test('the quizzes whose results one may read, with how many there are', async () => {
	const listed = async (who: Client) => (await who.get('/api/analysis?locale=vi')).body.courses as any[];
	const [own, ...others] = await listed(teacher);
	expect(others).toEqual([]);
	expect(own).toMatchObject({ course, withdrawn: false });
	const counted = own.quizzes.find((one: any) => one.quiz === quiz);
	expect(counted).toMatchObject({ attempts: people + 3, people, kind: 'quiz' });
	expect(counted.passRate).toBeCloseTo((await analysed()).passRate.first, 6);
	const idle = own.quizzes.filter((one: any) => one.quiz !== quiz);
	for (const one of idle) expect(one).toMatchObject({ attempts: 0, people: 0, passRate: null });
	expect(await listed(await server.account({ role: 'admin' }))).toContainEqual(own);
	expect(await listed(await server.account({ role: 'instructor', scope: 'khong-co' }))).toEqual([]);
});

test('for those who teach the course alone', async () => {
	const other = await server.account({ role: 'instructor', scope: 'khac' });
	expectProblem(await other.get(url), 403, 'not-allowed');
	expectProblem(await server.client().get(url), 401, 'not-signed-in');
	expectProblem(await (await server.account()).get(url), 403, 'not-allowed');
	expectProblem(await teacher.get(url.replace(quiz, 'khong-co')), 404, 'quiz-unknown');
	expectProblem(await teacher.get(`${url}?exclude=all`), 400, 'bad-request');
});
