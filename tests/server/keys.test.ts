/** Nothing that a learner gets before submitting depends on the keys or the feedback of counted questions. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { verdict } from '#domain/questions/grade.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import {
	arrange,
	arrangeFile,
	course,
	exam,
	examFile,
	practice,
	quiz,
	quizFile,
	rightAnswer,
	save,
	start,
	submit,
} from './quizzes.ts';

let server: TestServer;
beforeAll(async () => {
	// The same draw and order for everyone, so that answers can be compared byte by byte.
	server = await startServer({ newSeed: () => '5eed' });
	// A course says when it was published; from here on that is always the same moment.
	const text = server.read(quizFile);
	await publish({ [quizFile]: text.replace('Năm câu ngắn.', 'Năm câu.') });
	await publish({ [quizFile]: text });
});
afterAll(() => server.close());
afterEach(() => {
	vi.useRealTimers();
});

const practiceFile = `${course}/vi/05-luyen-tap.quiz.md`;
const ids = {
	[exam]: 'e0000000-0000-4000-8000-000000000001',
	[quiz]: 'e0000000-0000-4000-8000-000000000002',
};
const arranged = 'e0000000-0000-4000-8000-000000000003';
const lessons = ['mat-khau', 'ma-otp', 'hoi-giup'];
const answers: Record<string, unknown> = {
	'giu-may': ['cho-muon'],
	'hoi-otp': true,
	gia: '12',
	'thu-do': 'Huế',
};

/** Every answer of the API that a learner meets before submitting, at one fixed time, version ids taken out. */
async function record(
	locale: 'vi' | 'km',
	{ practiceKeys = true }: { practiceKeys?: boolean } = {},
): Promise<Record<string, string>> {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-02T03:04:05Z') });
	const who = await server.guest(locale);
	const seen: Record<string, string> = {};
	const keep = (name: string, { status, headers, raw }: Awaited<ReturnType<Client['get']>>) => {
		expect(status, `${name}: ${raw.toString()}`).toBeLessThan(300);
		seen[name] = `${headers['content-type']} ${headers['content-length']}\n${raw.toString()}`;
	};
	const get = async (url: string) => keep(url, await who.get(url));
	await get(`/api/courses?locale=${locale}`);
	await get(`/api/courses/${course}?locale=${locale}`);
	for (const lesson of lessons) {
		const address = `/api/courses/${course}/lessons/${lesson}`;
		await get(`${address}?locale=${locale}`);
		// Keys of practice are told to whoever learns without a network, and no others.
		if (practiceKeys) await get(`${address}/practice-keys?locale=${locale}`);
	}
	for (const name of [quiz, exam] as const) {
		const asked = { id: ids[name], course, quiz: name, locale };
		const started = await who.post('/api/attempts', asked);
		keep(`start ${name}`, started);
		for (const { id } of started.body.questions)
			keep(`save ${id}`, await save(who, ids[name]!, id, answers[id] ?? 'a', 1));
		keep(`start ${name} again`, await who.post('/api/attempts', asked));
		await get(`/api/attempts/${ids[name]}`);
	}
	keep('start arrange', await who.post('/api/attempts', { id: arranged, course, quiz: arrange, locale }));
	keep('save order', await save(who, arranged, 'xg-thu-tu', ['ke-lai', 'ngat-may'], 1));
	keep('save match', await save(who, arranged, 'xg-ghep', { 'ma-pin': 'kho-doan' }, 1));
	await get(`/api/attempts/${arranged}`);
	await get('/api/attempts');
	await get(`/api/progress/${course}`);
	const { version } = (await who.get(`/api/courses/${course}`)).body;
	vi.useRealTimers();
	return Object.fromEntries(
		Object.entries(seen).map(([name, text]) => [name, text.replaceAll(version, 'version')]),
	);
}

/** Publishes these files for as long as it runs. */
async function publishing(files: Record<string, string>, run: () => Promise<void>) {
	const before = Object.fromEntries(Object.keys(files).map((file) => [file, server.read(file)]));
	await publish(files);
	try {
		await run();
	} finally {
		vi.useRealTimers();
		await publish(before);
	}
}

async function publish(files: Record<string, string>) {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-01T00:00:00Z') });
	const published = await server.publish(files);
	vi.useRealTimers();
	expect(published!.errors).toEqual([]);
	expect(published!.published).toHaveProperty(course);
}

/** Each run of options, with what is said to them, the last first. */
function withOptionsTurned(text: string): string {
	return text.replace(/(?:^- \[[ x]\] .*\n(?: {2}.*\n)*)+/gm, (run) => {
		const options = run.match(/^- .*\n(?: {2}.*\n)*/gm) ?? [];
		return options.reverse().join('');
	});
}

/** Every word that the fixture's authors say after an answer to a counted question. */
function secrets(locale: 'vi' | 'km'): string[] {
	const texts = [quizFile, examFile].map((file) => server.read(file.replace('/vi/', `/${locale}/`)));
	const said = texts.flatMap((text) => text.match(/^(\s+> |! ).*$/gm) ?? []);
	return said.map((line) => line.replace(/^\s*[>!] /, ''));
}

describe.each(['vi', 'km'] as const)('in %s', (locale) => {
	const right = '- [x] chim-sẻ-bảy-cây-tre {#b}';
	const feedback = '> Ai cũng thử dãy số này đầu tiên.';
	test.each([
		[
			'the key of a single choice',
			quizFile,
			[
				[right, right.replace('x', ' ')],
				['- [ ] ngày sinh', '- [x] ngày sinh'],
			],
		],
		[
			'how many options of several are right',
			quizFile,
			[
				['- [x] Khóa màn hình', '- [ ] Khóa màn hình'],
				['points=2}', 'points=2 .multiple}'],
			],
		],
		['the key of a statement', quizFile, [['= false', '= true']]],
		['the key of a number', quizFile, [['= 35 ± 0,5', '= 12,25']]],
		['the words that are accepted', quizFile, [['= Hà Nội | Hanoi', '= Huế']]],
		[
			'the key of an exam question',
			examFile,
			[
				['- [x] Việc thứ nhất của câu 1', '- [ ] Việc thứ nhất của câu 1'],
				['- [ ] Việc thứ ba của câu 1', '- [x] Việc thứ ba của câu 1'],
			],
		],
		['a feedback', quizFile, [[feedback, '> Hoàn toàn khác.']]],
		['that there is a feedback', quizFile, [[`  ${feedback}\n`, '']]],
		[
			'an explanation',
			examFile,
			[['! Giải thích bí mật 1.', '! Một lời giải thích khác hẳn, dài hơn nhiều.']],
		],
		['that there is an explanation', quizFile, [['! Không bao giờ.\n', '']]],
	] as const)('%s changes no byte before submission', async (_what, file, changes) => {
		const text = server.read(file);
		let changed = text;
		for (const [from, to] of changes) {
			expect(changed).toContain(from);
			changed = changed.replace(from, to);
		}
		const before = await record(locale);
		await publishing({ [file]: changed }, async () => {
			expect(await record(locale)).toEqual(before);
		});
	});

	/** What stands between numbers and ids, or between arrows and line ends, in another order. */
	test.each([
		['the right order', /(?<=^\d\. ).*$/gm],
		['what is matched with what', /(?<= => ).*$/gm],
	])('%s changes no byte before submission', async (_what, parts) => {
		const files = [arrangeFile, arrangeFile.replace('/vi/', '/km/')];
		const changed = files.map((file) => {
			const text = server.read(file);
			const moved = [...(text.match(parts) ?? [])].reverse();
			expect(moved.length).toBeGreaterThan(2);
			return [file, text.replace(parts, () => moved.shift() ?? '')] as const;
		});
		const before = await record(locale);
		await publishing(Object.fromEntries(changed), async () => {
			expect(await record(locale)).toEqual(before);
		});
	});

	test('the order of options in the author’s files changes no byte, in quizzes and in lessons', async () => {
		const sources = [quizFile, examFile, practiceFile];
		const files = sources.flatMap((file) => [file, file.replace('/vi/', '/km/')]);
		const changed = files.map((file) => {
			const text = server.read(file);
			const turned = withOptionsTurned(text);
			expect(turned, file).not.toBe(text);
			return [file, turned] as const;
		});
		const before = await record(locale, { practiceKeys: false });
		await publishing(Object.fromEntries(changed), async () => {
			expect(await record(locale, { practiceKeys: false })).toEqual(before);
		});
	});

	test('nothing of feedback and explanations is in any of them', async () => {
		const told = secrets(locale);
		expect(told.length).toBeGreaterThan(30);
		const seen = Object.entries(await record(locale, { practiceKeys: false }));
		expect(seen.length).toBeGreaterThan(15);
		for (const [name, text] of seen)
			for (const secret of told) expect(text, name).not.toContain(JSON.stringify(secret).slice(1, -1));
	});
});

test('the recording would show a key: after submission the bytes differ', async () => {
	const seen = async () => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		const { body } = await submit(who, id, { mk: 'b' });
		return { mk: body.verdicts.mk, text: JSON.stringify(body) };
	};
	const before = await seen();
	expect(secrets('vi').some((secret) => before.text.includes(secret))).toBe(true);
	const text = server.read(quizFile);
	const changed = text.replace('- [ ] 12345678', '- [x] 12345678').replace('- [x] chim-sẻ', '- [ ] chim-sẻ');
	await publishing({ [quizFile]: changed }, async () => {
		expect((await seen()).mk).not.toEqual(before.mk);
	});
});

test('practice questions tell no key in lessons and attempts either', async () => {
	const who = await server.guest();
	const texts = await Promise.all(lessons.map((id) => who.get(`/api/courses/${course}/lessons/${id}`)));
	const made = await start(who, practice);
	for (const text of [...texts.map((each) => each.raw.toString()), JSON.stringify(made)])
		for (const secret of ['Đúng rồi.', 'Ngắn thì dễ đoán.', 'Càng dài càng khó đoán.', 'Hai lần sáu.'])
			expect(text).not.toContain(secret);
	const { questions } = made;
	for (const question of questions)
		expect(Object.keys(question)).not.toEqual(
			expect.arrayContaining([expect.stringMatching(/key|right|feedback|sol/)]),
		);
});

test('an answer saved tells nothing of right or wrong', async () => {
	const who = await server.guest();
	const { id, questions } = await start(who, exam);
	const question = questions[0]!.id;
	const right = await save(who, id, question, rightAnswer(question), 1);
	expect(Object.keys(right.body).sort()).toEqual(['accepted', 'deadline', 'question', 'revision', 'savedAt']);
});

describe('keys of practice questions, for devices without a network', () => {
	const address = `/api/courses/${course}/lessons/mat-khau/practice-keys`;
	const ids = ({ body }: Awaited<ReturnType<Client['get']>>) =>
		(body.checks as { question: { id: string } }[]).map(({ question }) => question.id);

	test('say what the server would say', async () => {
		const nobody = server.anonymous;
		const { status, body } = await nobody.get(address);
		expect(status).toBe(200);
		expect(body.checks.length).toBeGreaterThan(0);
		for (const { question, key, feedback } of body.checks) {
			const answer = key.right ?? key.low;
			const { body: said } = await nobody.post('/api/checks', { course, question: question.id, answer });
			const { solution, ...told } = verdict({
				question: { ...question, options: question.options?.map(({ id }: { id: string }) => id) },
				key,
				feedback,
				answer,
				locale: 'vi',
				show: 'all',
			});
			expect(said).toEqual({ ...told, solution });
		}
	});

	test('never those of a question that counts, now or in the version asked for', async () => {
		const nobody = server.anonymous;
		const before = await nobody.get(address);
		const asked = ids(before);
		const { version } = before.body;
		const files = Object.fromEntries(
			['vi', 'km'].flatMap((locale) => {
				const of = (name: string) => `${course}/${locale}/${name}`;
				const counted = server
					.read(of('05-luyen-tap.quiz.md'))
					.replace('kind: practice', 'kind: quiz\npass: 50%');
				// No lesson may ask a question that counts.
				const asking = ['01-mat-khau.md', '02-ma-otp.md'].map((name) => [
					of(name),
					server.read(of(name)).replace(/^<Check .*$/gm, ''),
				]);
				return [[of('05-luyen-tap.quiz.md'), counted], ...asking] as [string, string][];
			}),
		);
		await publishing(files, async () => {
			for (const query of ['', `?version=${version}`]) {
				const found = await nobody.get(address + query);
				expect(found.status).toBe(200);
				expect(ids(found).filter((id) => asked.includes(id))).toEqual([]);
			}
		});
		expect(ids(await nobody.get(address))).toEqual(asked);
	});

	test.each([
		[404, `/api/courses/khong-co/lessons/mat-khau/practice-keys`],
		[404, `/api/courses/${course}/lessons/khong-co/practice-keys`],
		[404, `${address}?version=${'0'.repeat(16)}`],
		[400, `${address}?locale=fr`],
	])('%i for %s', async (status, url) => {
		expect((await server.anonymous.get(url)).status).toBe(status);
	});
});
