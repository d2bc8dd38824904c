/** What results say of a quiz: a teacher is told in plain words of a key that is wrong. */
import { readFile } from 'node:fs/promises';
import { messagesFor } from '#messages/index.ts';
import { ai, phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { main } from './learner.ts';
import { Person } from './people.ts';
import { pathOfResults, plantWrongKey } from './results.ts';
import { cungHoc } from './server.ts';

const t = messagesFor('vi');
const people = 36;

async function holderOf(origin: string, dataDir: string, ...role: string[]): Promise<Person> {
	const person = await Person.account(origin, 'vi');
	const granted = await cungHoc(dataDir, 'grant', person.username, ...role);
	expect(granted.code, granted.output).toBe(0);
	return person;
}

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a wrong key is told in plain words, with the option that is right', async ({
			page,
			context,
			origin,
			dataDir,
		}) => {
			const planted = await plantWrongKey(origin, { people, locale: 'vi', channel: 'paper' });
			const teacher = await holderOf(origin, dataDir, 'instructor', ai);
			await teacher.enter(context);
			await page.goto('/learn');
			await page.getByRole('link', { name: t.teach.open }).click();
			await page.getByRole('link', { name: t.teach.analysisTitle }).click();
			await page.getByRole('link', { name: 'Bài kiểm tra về soát, giữ kín và chịu trách nhiệm' }).click();

			const item = String(planted.n);
			const findings = page.getByRole('region', { name: t.analysis.findings });
			await expect(findings).toContainText(
				`Câu ${item} có thể sai đáp án: người làm tốt thường chọn “${planted.option}”.`,
			);
			await expect(findings).toContainText(planted.title);

			// The same in figures: those who do well chose the other option.
			await findings
				.getByRole('link', { name: t.analysis.seeQuestion({ item }) })
				.first()
				.click();
			const options = page.getByRole('list', { name: t.analysis.optionsList({ item }) });
			const chosen = options.getByRole('listitem').filter({ hasText: planted.option });
			await expect(chosen).toContainText(t.analysis.maybeKey);
			await expect(chosen).toContainText(new RegExp(`${t.analysis.upper}\\s*\\d+ \\(100%\\)`));
			const row = page.getByRole('row', { name: t.analysis.flag['key-maybe-wrong'] });
			await expect(row.getByRole('rowheader')).toContainText(t.analysis.question({ item }));

			// Each figure is explained.
			await page.getByText(t.analysis.glossary).click();
			await expect(page.getByText(t.analysis.means.discrimination)).toBeVisible();
		});

		test('a part is chosen, a model is added, and what is too little is said to be', async ({
			page,
			context,
			origin,
			standings,
		}) => {
			const planted = await plantWrongKey(origin, { people: 8, locale: 'km' });
			await (await standings.admin()).enter(context);
			await page.goto(pathOfResults(planted));
			const slices = page.getByRole('region', { name: t.analysis.slices });
			await expect(slices.getByRole('row', { name: 'ភាសាខ្មែរ' })).toContainText(t.analysis.fewMark);
			await slices.getByRole('link', { name: 'ភាសាខ្មែរ' }).click();
			await expect(page.getByText(/Mới có \d+ người làm/)).toBeVisible();
			// Answers that came at once are told, and left out on demand.
			await page.getByRole('link', { name: t.analysis.excludeFast }).click();
			await expect(main(page)).toContainText(t.analysis.noneHere);
			await page.getByRole('link', { name: t.analysis.includeFast }).click();
			await page.getByRole('link', { name: t.analysis.seeAll }).click();

			await page.getByText(t.analysis.choose).click();
			await page.getByLabel(t.analysis.model).selectOption('1pl');
			await page.getByRole('button', { name: t.analysis.show }).click();
			await expect(main(page)).toContainText(t.analysis.models['1pl']);
			await expect(page.getByRole('columnheader', { name: t.analysis.column.difficulty })).toBeVisible();
		});
	});

test('the table comes as a file', async ({ page, context, standings }) => {
	await (await standings.admin()).enter(context);
	await page.goto(pathOfResults(await plantWrongKey(standings.origin, { people: 2, locale: 'vi' })));
	const downloading = page.waitForEvent('download');
	await page.getByRole('link', { name: t.analysis.download }).click();
	const file = await downloading;
	expect(file.suggestedFilename()).toBe(`${ai}-bai-an-toan.csv`);
	const [head, ...rows] = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
	expect(head).toContain('facility,standard_deviation,discrimination,efficiency');
	expect(rows.length).toBeGreaterThan(5);
});

test('results are for those who teach the course', async ({ page, context, origin, dataDir }) => {
	const path = `/teach/analysis/${ai}/bai-an-toan`;
	expect((await page.goto(path))?.status()).toBe(401);
	for (const role of [['facilitator'], ['coordinator', 'an-giang'], ['instructor', phone]]) {
		const person = await holderOf(origin, dataDir, ...role);
		await person.enter(context);
		expect((await page.goto(path))?.status(), role.join()).toBe(403);
		await expect(main(page)).not.toContainText(t.analysis.items);
	}
	// A volunteer has no page for teachers; who teaches another course sees that one alone.
	await page.goto('/teach/analysis');
	await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1);
	await (await holderOf(origin, dataDir, 'facilitator')).enter(context);
	expect((await page.goto('/teach'))?.status()).toBe(403);
	await expect(main(page)).toContainText(t.teach.teacherOnly);
	await page.goto('/learn');
	await expect(page.getByRole('link', { name: t.teach.open })).toHaveCount(0);
});
