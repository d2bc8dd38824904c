/** A question whose key was wrong: an instructor corrects it, looks at what would change, applies it; learners read it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { localise } from '#lib/locale.ts';
import { messagesFor } from '#messages/index.ts';
import { locales, textSizes } from '#schemas/names.ts';
import { axeProblems, headingProblems, overflowProblems, targetProblems, unstyledParts } from './checks.ts';
import { expect, test } from './fixtures.ts';
import { press } from './learner.ts';
import { chooseLocale } from './pages.ts';
import { pairwise } from './pairs.ts';
import { Person } from './people.ts';
import { cungHoc, startServer, type OwnServer } from './server.ts';

const t = messagesFor('vi');
const course = 'thu-nghiem';
const quiz = 'giua-khoa';
const file = `${course}/vi/03-giua-khoa.quiz.md`;
const midway = { 'giu-may': ['khoa', 'cap-nhat'], 'hoi-otp': false };

test.describe.configure({ mode: 'default' });
let server: OwnServer;
let folder: string;
let [teacher, gains, loses]: Person[] = [];
let attempts: string[];
test.beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-e2e-regrade-'));
	cpSync('tests/fixtures/courses', folder, { recursive: true });
	server = await startServer({ COURSES_DIR: folder, TRUST_PROXY: 'loopback' });
	[teacher, gains, loses] = await Promise.all([makeTeacher(), newLearner(), newLearner()]);
	attempts = [await handIn(gains!, 'c'), await handIn(loses!, 'b', true)];
	const text = readFileSync(path.join(folder, file), 'utf8');
	const corrected = text.replace(/- \[ \](.*\{#c\})/, '- [x]$1').replace(/- \[x\](.*\{#b\})/, '- [ ]$1');
	writeFileSync(path.join(folder, file), corrected);
	const published = await cungHoc(server.dataDir, 'publish', folder);
	expect(published.code, published.output).toBe(0);
});
test.afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

const newLearner = () => Person.account(server.origin, 'vi');
async function makeTeacher(): Promise<Person> {
	const person = await newLearner();
	const { code, output } = await cungHoc(server.dataDir, 'grant', person.username, 'instructor', course);
	expect(code, output).toBe(0);
	return person;
}

async function passExam(person: Person): Promise<void> {
	await person.finishLessons(course);
	const { id, questions } = await person.start(course, 'cuoi-khoa');
	const right = (question: string) => 'abcabca'[Number(question.slice(3)) - 1];
	const answers = Object.fromEntries(questions.map((question) => [question.id, right(question.id)]));
	await person.call('POST', `/api/attempts/${id}/submission`, { answers });
}

/** `mk` by this option; whoever completes the course has done all else of it before. */
async function handIn(person: Person, mk: string, completes = false): Promise<string> {
	if (completes) await passExam(person);
	const { id } = await person.start(course, quiz);
	await person.call('POST', `/api/attempts/${id}/submission`, { answers: { ...midway, mk } });
	return id;
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a key that was corrected is applied once it has been looked at, and learners read why', async ({
		page,
		context,
	}) => {
		await teacher!.enter(context);
		await page.goto(`${server.origin}/teach/analysis/${course}/${quiz}`);
		await page.getByRole('link', { name: t.regrade.link }).click();
		await page.getByLabel(t.regrade.question).selectOption('mk');
		await press(page, t.regrade.preview);
		await expect(page.getByRole('alert').getByRole('link')).toContainText(t.regrade.reason);
		await expect(page.getByLabel(t.regrade.question)).toHaveValue('mk');
		await page.getByLabel(t.regrade.reason).fill('Đáp án ghi nhầm B, đúng là C.');
		await press(page, t.regrade.preview);

		await expect(page.getByText(t.regrade.previewed)).toBeVisible();
		for (const line of [t.regrade.gain, t.regrade.lose, t.regrade.passGained, t.regrade.passLost])
			await expect(page.getByText(line({ n: 1 }))).toBeVisible();
		await expect(page.getByRole('listitem').filter({ hasText: gains!.username })).toContainText(
			t.regrade.nowPassed,
		);
		await press(page, t.regrade.apply);
		await expect(page.getByText(t.regrade.appliedText)).toBeVisible();

		await gains!.enter(context);
		await page.goto(`${server.origin}/learn`);
		const told = page.getByRole('region', { name: t.quiz.byPeopleTitle });
		await expect(told).toContainText(t.regrade.listed);
		await told.getByRole('link').click();
		await expect(page).toHaveURL(`${server.origin}/attempts/${attempts[0]}/result`);
		await expect(page.getByText(t.regrade.told.title)).toBeVisible();
		const said = t.regrade.told.why({ text: 'Đáp án ghi nhầm B, đúng là C.' });
		await expect(page.getByText(said)).toBeAttached();
	});

	test('what is only looked at can be put away', async ({ page, context }) => {
		await teacher!.enter(context);
		await page.goto(`${server.origin}/teach/analysis/${course}/${quiz}/regrades?question=hoi-otp`);
		await expect(page.getByLabel(t.regrade.question)).toHaveValue('hoi-otp');
		await page.getByLabel(t.regrade.ways.drop).check();
		await page.getByLabel(t.regrade.scopes.all).check();
		await page.getByLabel(t.regrade.reason).fill('Câu hỏi không rõ.');
		await press(page, t.regrade.preview);
		await press(page, t.regrade.discard);
		await expect(page.getByRole('heading', { level: 2, name: t.regrade.before })).toBeVisible();
		await expect(page.getByText(t.regrade.states.previewed)).toHaveCount(0);
	});

	test('a completion whose pass is gone stays until somebody decides', async ({ page, context }) => {
		await teacher!.enter(context);
		await page.goto(`${server.origin}/teach/analysis/${course}/${quiz}/regrades`);
		await page.getByRole('link', { name: t.regrade.states.applied }).click();
		const decision = page.getByRole('region', { name: loses!.me!.displayName! }).first();
		await decision.getByRole('button', { name: t.regrade.withdraw, exact: true }).click();
		await expect(decision.getByText(t.api.failures['reason-missing'].detail({}))).toBeVisible();
		await decision.getByRole('button', { name: t.regrade.keep }).click();
		await expect(page.getByRole('heading', { name: t.regrade.decisions })).toHaveCount(0);
		await expect(page.getByRole('listitem').filter({ hasText: loses!.username })).toContainText(
			t.regrade.kept,
		);
	});
});

const looks = pairwise({
	locale: locales,
	theme: ['light', 'dark'],
	textSize: textSizes,
	width: [360, 1280],
} as const);

test('the pages can be read and used by everybody', async ({ page, context }) => {
	test.setTimeout(120_000);
	await teacher!.enter(context);
	const asked = { question: 'giu-may', way: 'full-credit', scope: 'all', reason: 'Câu hỏi không rõ.' };
	const { id } = await teacher!.call<{ id: string }>('POST', `/api/courses/${course}/regrades`, asked);
	const { regrades } = await teacher!.call<{ regrades: { id: string }[] }>(
		'GET',
		`/api/courses/${course}/regrades`,
	);
	const applied = regrades.find((one) => one.id !== id)!.id;
	const own = `/teach/analysis/${course}/${quiz}/regrades`;
	for (const { locale, theme, textSize, width } of looks) {
		await chooseLocale(context, locale, server.origin);
		await context.addCookies([
			{ name: 'theme', value: theme, url: server.origin },
			{ name: 'textSize', value: textSize, url: server.origin },
		]);
		await page.setViewportSize({ width, height: 740 });
		for (const each of [own, `${own}/${id}`, `${own}/${applied}`]) {
			await page.goto(server.origin + localise(locale, each));
			const of = `${each} ${JSON.stringify({ locale, theme, textSize, width })}`;
			const problems = [axeProblems, headingProblems, targetProblems, overflowProblems, unstyledParts];
			for (const look of problems) expect.soft(await look(page), `${look.name} ${of}`).toEqual([]);
		}
	}
});
