/**
 * Every kind of question through a bad network: an answer is given while the network is cut, or while what is sent
 * arrives and no receipt comes back. The screen claims nothing that it does not know, and nothing is lost.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { messagesFor } from '#messages/index.ts';
import type { Attempt, Submission } from '#schemas/attempt.ts';
import type { QuestionKind } from '#schemas/question.ts';
import { badNetwork, type BadNetwork } from './bad-network.ts';
import { expect, test } from './fixtures.ts';
import { main, press } from './learner.ts';
import { Person } from './people.ts';
import { startServer, type OwnServer } from './server.ts';

const t = messagesFor('vi');
const course = 'thu-nghiem';
const quiz = 'moi-loai';

/** A question of a kind as its author writes it, how a learner answers it rightly, and what is saved then. */
interface Way {
	text: string;
	give: (box: Locator) => Promise<unknown>;
	saved: unknown;
}
const choose = (label: string | RegExp, words: string) => async (box: Locator) => {
	const list = box.getByLabel(label);
	const wanted = await list.locator('option').filter({ hasText: words }).getAttribute('value');
	await list.selectOption(wanted);
};
const sort = (thing: string, under: string) => (box: Locator) =>
	box.getByRole('radiogroup', { name: thing }).getByLabel(under, { exact: true }).check();

/** A photograph goes a way of its own. */
const ways: Record<Exclude<QuestionKind, 'file'>, Way> = {
	single: {
		text: '## Số nào lớn nhất? {#k-single}\n\n- [ ] Hai {#hai}\n- [x] Chín {#chin}',
		give: (box) => box.getByLabel('Chín', { exact: true }).check(),
		saved: 'chin',
	},
	multiple: {
		text: '## Những số nào lẻ? {#k-multiple .multiple}\n\n- [x] Một {#mot}\n- [x] Ba {#ba}\n- [ ] Bốn {#bon}',
		give: async (box) => {
			await box.getByLabel('Một', { exact: true }).check();
			await box.getByLabel('Ba', { exact: true }).check();
		},
		saved: expect.arrayContaining(['mot', 'ba']),
	},
	truefalse: {
		text: '## Hai là số chẵn. {#k-truefalse}\n\n= true',
		give: (box) => box.getByLabel(t.question.true, { exact: true }).check(),
		saved: true,
	},
	number: {
		text: '## Hai cây số rưỡi là bao xa? {#k-number unit=required}\n\n= 2,5 km',
		give: (box) => box.getByRole('textbox').fill('2,5 km'),
		saved: '2,5 km',
	},
	text: {
		text: '## Thủ đô là gì? {#k-text}\n\n= Hà Nội',
		give: (box) => box.getByRole('textbox').fill('Hà Nội'),
		saved: 'Hà Nội',
	},
	order: {
		text: '## Xếp từ bé đến lớn. {#k-order .order}\n\n1. Năm {#nam}\n2. Bảy {#bay}',
		give: async (box) => {
			await choose(t.question.place({ n: 1 }), 'Năm')(box);
			await choose(t.question.place({ n: 2 }), 'Bảy')(box);
		},
		saved: ['nam', 'bay'],
	},
	match: {
		text: '## Con gì kêu gì? {#k-match .match}\n\n- Mèo {#meo} => Meo meo {#tieng-meo}\n- Gà {#ga} => Ò ó o {#tieng-ga}',
		give: async (box) => {
			await choose(/Mèo/, 'Meo meo')(box);
			await choose(/Gà/, 'Ò ó o')(box);
		},
		saved: { meo: 'tieng-meo', ga: 'tieng-ga' },
	},
	group: {
		text: '## Xếp vào nhóm. {#k-group .group}\n\n- Quả {#qua}\n  - Xoài {#xoai}\n- Rau {#rau}\n  - Cải {#cai}',
		give: async (box) => {
			await sort('Xoài', 'Quả')(box);
			await sort('Cải', 'Rau')(box);
		},
		saved: { xoai: 'qua', cai: 'rau' },
	},
	matrix: {
		text: '## Ở đâu? {#k-matrix .matrix}\n\n| | Nước {#nuoc} | Cạn {#can} |\n|---|---|---|\n| Cá {#ca} | x | |\n| Trâu {#trau} | | x |',
		give: async (box) => {
			await sort('Cá', 'Nước')(box);
			await sort('Trâu', 'Cạn')(box);
		},
		saved: { ca: 'nuoc', trau: 'can' },
	},
	blanks: {
		text: '## Điền vào chỗ trống. {#k-blanks .blanks}\n\nSông [= Hậu]{#song} chảy ra [( ) núi {#nui} | (x) biển {#bien}]{#dau}.',
		give: async (box) => {
			await box.getByLabel(t.question.blank({ n: 1 })).fill('Hậu');
			await box.getByLabel(t.question.blank({ n: 2 })).selectOption({ label: 'biển' });
		},
		saved: { song: 'Hậu', dau: 'bien' },
	},
	hotspot: {
		text: '## Nửa nào bên trái? {#k-hotspot .hotspot}\n\n![Một ổ khóa.](media/khoa.svg)\n\n- [x] Nửa này {#nua-a at=0,0,48,100}\n- [ ] Nửa kia {#nua-b at=52,0,48,100}',
		give: (box) => box.locator('[data-region="nua-a"] .line').click(),
		saved: 'nua-a',
	},
	essay: {
		text: '## Bạn sẽ làm gì? {#k-essay .essay}\n\n### Rõ ràng {#ro}\n\n- Rõ {#co points=1}\n- Không rõ {#khong points=0}',
		give: (box) => box.getByRole('textbox').fill('Tôi gọi cho con.\nRồi chờ.'),
		saved: { text: 'Tôi gọi cho con.\nRồi chờ.' },
	},
};
const kinds = Object.keys(ways) as (keyof typeof ways)[];

let server: OwnServer;
let network: BadNetwork;
let folder: string;
test.beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-e2e-kinds-'));
	cpSync('tests/fixtures/courses', folder, { recursive: true });
	const head = `---\nid: ${quiz}\ntitle: Mọi loại câu hỏi\nkind: practice\nshuffle: false\n---\n\n`;
	const text =
		head +
		Object.values(ways)
			.map((way) => `${way.text}\n`)
			.join('\n');
	writeFileSync(path.join(folder, course, 'vi', '09-moi-loai.quiz.md'), text);
	server = await startServer({ COURSES_DIR: folder, TRUST_PROXY: 'loopback' });
	network = await badNetwork(server.port);
});
test.afterAll(async () => {
	await network.close();
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

const box = (page: Page) => page.locator('fieldset').filter({ has: page.locator('legend') });
/** What is on its way, or will be; of neither anybody has heard. */
const onDevice = new RegExp(`^(${t.quiz.sending}|${t.quiz.held})$`);
const status = (page: Page) => page.locator('[data-autosave-words]');

test('answers of every kind are kept on the device while the network is away, arrive once, and count', async ({
	page,
	context,
	watch,
}) => {
	test.slow();
	watch.expected.push(/^503 /, /ERR_|Failed to fetch|NetworkError/);
	const person = await Person.guest(server.origin, 'vi');
	const attempt = await person.start(course, quiz);
	await person.enter(context);
	const answers = async () => (await person.call<Attempt>('GET', `/api/attempts/${attempt.id}`)).answers;
	const screens = new Set<string>();
	page.on('requestfinished', (request) => {
		if (request.headers()['x-part']) screens.add(request.url());
	});
	await page.goto(`${network.origin}/attempts/${attempt.id}?q=1`);
	// Every other question, and the review.
	await expect.poll(() => screens.size).toBe(kinds.length);
	await page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''));

	for (const [index, kind] of kinds.entries()) {
		network.become(index === 0 ? 'hung' : index % 2 ? 'deaf' : 'cut');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(
			t.quiz.position({ n: index + 1, of: kinds.length }),
		);
		await ways[kind].give(box(page));
		await expect(status(page), kind).toHaveText(onDevice);
		await press(page, index + 1 < kinds.length ? t.quiz.next : t.quiz.toReview);
	}
	await expect(page.getByRole('button', { name: t.quiz.submit })).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('data-same-page');
	network.become('fair');
	await page.evaluate(() => dispatchEvent(new Event('online')));
	const wanted = Object.fromEntries(kinds.map((kind) => [`k-${kind}`, ways[kind].saved]));
	const held = async () =>
		Object.fromEntries(Object.entries(await answers()).map(([id, { answer }]) => [id, answer]));
	await expect.poll(held, { timeout: 30_000 }).toEqual(wanted);

	await press(page, t.quiz.submit);
	await expect(page).toHaveURL(/\/result$/);
	const { submission } = await person.call<Attempt & { submission: Submission }>(
		'GET',
		`/api/attempts/${attempt.id}`,
	);
	const verdicts = Object.entries(submission.verdicts).map(([id, { correct }]) => [id, correct]);
	expect(Object.fromEntries(verdicts)).toEqual(
		Object.fromEntries(kinds.map((kind) => [`k-${kind}`, kind === 'essay' ? null : true])),
	);
	await expect(main(page)).toBeVisible();
});
