/** A course as a SCORM 1.2 package, opened in a player: `scorm-again` stands in for the learning system. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { unpack } from '#content/exchange/zip.ts';
import { messagesFor } from '#messages/index.ts';
import { expect, test } from './fixtures.ts';
import { cungHoc } from './server.ts';

const t = messagesFor('vi');
const course: Record<string, string> = {
	'course.yaml':
		'id: thu\nsource_locale: vi\ntitle: { vi: Thử & học }\nsummary: { vi: Một khóa thử. }\ngroups: [citizens]\n',
	'vi/01-mot.md':
		'---\nid: mot\ntitle: Bài một\n---\n\nXem [bài hai](02-hai.md) và ![Hình](media/hinh.svg).\n\n<Check question="gi" />\n',
	'vi/02-hai.md': '---\nid: hai\ntitle: Bài hai\n---\n\nChào.\n',
	'vi/03-tap.quiz.md':
		'---\nid: tap\ntitle: Luyện tập\nkind: practice\n---\n\n## Gì? {#gi}\n\n- [ ] một {#a}\n  > Chưa phải.\n- [x] hai {#b}\n\n! Vì thế.\n\n## Thủ đô? {#thu-do}\n\n= Hà Nội\n',
	'vi/04-thi.quiz.md':
		'---\nid: thi\ntitle: Bài thi\nkind: exam\npass: 50%\n---\n\n## Đúng? {#dung}\n\n= true\n',
	'media/hinh.svg':
		'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 20"><path d="M0 0h32v20z"/></svg>',
};

let folder: string;
let server: Server;
let files: Map<string, Uint8Array>;
const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

test.beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-scorm-'));
	for (const [name, content] of Object.entries(course)) {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), content);
	}
	const zip = path.join(folder, 'goi.zip');
	const { output } = await cungHoc(folder, 'export', folder, '--format', 'scorm12', '--to', zip, '--json');
	expect(JSON.parse(output).rejected).toEqual([{ name: 'Bài thi', reason: expect.any(String) }]);
	files = await unpack(new Uint8Array(readFileSync(zip)));
	const player = createRequire(import.meta.url).resolve('scorm-again/scorm12');
	server = createServer((request, response) => {
		const name = decodeURIComponent(new URL(request.url ?? '', 'http://x').pathname.slice(1));
		const types: Record<string, string> = {
			html: 'text/html',
			css: 'text/css',
			js: 'text/javascript',
			svg: 'image/svg+xml',
		};
		const found =
			name === 'player.js' ? readFileSync(player.replace(/[^/]*$/, 'scorm12.min.js')) : files.get(name);
		const body = name === 'player.html' ? playerPage : found;
		response.writeHead(body ? 200 : 404, {
			'content-type': types[name.split('.').at(-1) ?? ''] ?? 'text/plain',
		});
		response.end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
test.afterAll(() => {
	server.close();
	rmSync(folder, { recursive: true, force: true });
});

/** Shows the page that is named behind `#`, with what was kept of it. */
const playerPage = `<!doctype html><script src="player.js"></script><iframe width="360" height="700"></iframe><script>
const Api = globalThis.Scorm12API.Scorm12API ?? globalThis.Scorm12API;
globalThis.launch = (page, cmi) => {
	globalThis.API = new Api({ autocommit: false, logLevel: 5 });
	if (cmi) globalThis.API.loadFromJSON(cmi);
	document.querySelector('iframe').src = page;
};
</script>`;

/** What the learning system holds. */
function told(page: Page) {
	return page.evaluate(() => {
		const { core, suspend_data: kept } = (globalThis as any).API.cmi;
		return { status: core.lesson_status, score: core.score.raw, kept };
	});
}

test('lessons and practice run in a learning system, which is told state and score', async ({ page }) => {
	const manifest = new TextDecoder().decode(files.get('imsmanifest.xml'));
	const units = [...manifest.matchAll(/scormtype="sco" href="([^"]*)"/g)].map(([, href]) => href);
	expect(units).toEqual(['lessons/mot.html', 'lessons/hai.html', 'practice/tap.html']);
	// The key of what counts is nowhere in it.
	for (const bytes of files.values()) expect(new TextDecoder().decode(bytes)).not.toContain('dung');
	for (const [, href = ''] of manifest.matchAll(/<file href="([^"]*)"/g)) expect(files.has(href)).toBe(true);

	await page.goto(`${origin()}/player.html`);
	const launch = (unit: string, cmi?: unknown) =>
		page.evaluate(([one, kept]) => (globalThis as any).launch(one, kept), [unit, cmi] as const);
	const unit = page.frameLocator('iframe');

	await launch('practice/tap.html');
	const [first, second] = [unit.locator('form').first(), unit.locator('form').last()];
	await first.getByRole('button', { name: t.lesson.answer }).click();
	await expect(first.getByText(t.lesson.noAnswer)).toBeVisible();
	await first.getByRole('radio', { name: 'một' }).check();
	await first.getByRole('button', { name: t.lesson.answer }).click();
	await expect(first.getByText('Chưa phải.')).toBeVisible();
	await expect(first.getByText('Vì thế.')).toBeVisible();
	expect(await told(page)).toEqual({ status: 'incomplete', score: '0', kept: '{"gi":"a"}' });
	await second.getByRole('textbox').fill('ha noi');
	await second.getByRole('textbox').press('Enter');
	await expect(second.getByText(t.question.verdict.right)).toBeVisible();
	const result = await told(page);
	expect(result).toEqual({ status: 'completed', score: '50', kept: '{"gi":"a","thu-do":"ha noi"}' });

	// Another day.
	await launch('practice/tap.html', { core: { lesson_status: 'incomplete' }, suspend_data: result.kept });
	await expect(first.getByText('Chưa phải.')).toBeVisible();
	await expect(second.getByRole('textbox')).toHaveValue('ha noi');

	await launch('lessons/mot.html');
	await expect(unit.getByRole('img', { name: 'Hình' })).toHaveJSProperty('complete', true);
	await expect(unit.getByRole('link')).toHaveCount(0);
	await unit.getByRole('radio', { name: 'hai' }).check();
	await unit.getByRole('button', { name: t.lesson.answer }).click();
	await expect(unit.getByText(t.question.verdict.right)).toBeVisible();
	await unit.getByRole('button', { name: t.lesson.done }).click();
	await expect(unit.getByText(t.lesson.alreadyDone)).toBeVisible();
	expect(await told(page)).toEqual({ status: 'completed', score: '100', kept: '{"gi":"b"}' });
});
