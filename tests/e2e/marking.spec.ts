/** Questions that a person grades: no course of ours asks them yet, so they are looked at on a server of their own. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { messagesFor } from '#messages/index.ts';
import { axeProblems, headingProblems, overflowProblems, targetProblems } from './checks.ts';
import { expect, test } from './fixtures.ts';
import { main, press } from './learner.ts';
import { Person } from './people.ts';
import { startServer, type OwnServer } from './server.ts';

const t = messagesFor('vi');
const quiz = `---
id: ke-lai
title: Kể lại
kind: quiz
pass: 50%
---

## Bác kể lại ba bước đổi mật khẩu. {#ba-buoc .essay words=3..50}

- [2] Nêu đúng ba bước {#buoc}
- [1] Viết dễ hiểu {#de-hieu}
`;

let server: OwnServer;
let folder: string;
test.beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-e2e-marking-'));
	cpSync('tests/fixtures/courses', folder, { recursive: true });
	writeFileSync(path.join(folder, 'thu-nghiem/vi/08-ke-lai.quiz.md'), quiz);
	server = await startServer({ COURSES_DIR: folder, TRUST_PROXY: 'loopback' });
});
test.afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

test('an essay is written, saved as it is typed, handed in, and waits for a person', async ({
	page,
	context,
}) => {
	const person = await Person.account(server.origin, 'vi');
	await person.enter(context);
	const { id } = await person.start('thu-nghiem', 'ke-lai');
	await page.goto(`${server.origin}/attempts/${id}?q=1`, { waitUntil: 'networkidle' });
	await main(page).getByRole('textbox').fill('Mở Cài đặt, chọn Mật khẩu, gõ mật khẩu mới.');
	await expect(page.locator('[data-autosave-status]')).toHaveAttribute('data-state', 'saved');
	for (const width of [360, 1280]) {
		await page.setViewportSize({ width, height: 740 });
		const problems = [axeProblems, headingProblems, targetProblems, overflowProblems];
		for (const look of problems) expect(await look(page), `${look.name} ${width}`).toEqual([]);
	}
	await press(page, t.quiz.toReview);
	await press(page, t.quiz.submit);
	await expect(page.getByRole('heading', { level: 1, name: t.quiz.waitsTitle })).toBeVisible();
	await expect(page.getByText(t.quiz.waitsText({ n: 1 }))).toBeVisible();
	await page.goto(`${server.origin}/learn`);
	await expect(page.getByText(t.quiz.waits({ n: 1 })).first()).toBeVisible();
});
