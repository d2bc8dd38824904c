/** Code, tables and pictures of a lesson on a small screen: the page itself never moves sideways. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { messagesFor } from '#messages/index.ts';
import { axeProblems } from './checks.ts';
import { expect, test } from './fixtures.ts';
import { startServer, type OwnServer } from './server.ts';

let server: OwnServer;
let folder: string;

const body = `## Mã

\`\`\`text
${'một dòng mã rất dài, không ai ngắt được '.repeat(8)}
\`\`\`

Và \`${'a'.repeat(120)}\` trong câu.

| Hàng | Giá | Còn |
|---|---:|:-:|
| Mắm cá linh | 60.000đ | 3 |

<Figure src="media/ngang.png" alt="Một màn hình nhỏ" caption="Nhỏ" />

<Figure src="media/rong.jpg" alt="Một bức ảnh rộng" />

<Figure src="media/dung.jpg" alt="Một bức ảnh đứng" />

<Figure src="media/khoa.svg" alt="Ổ khóa" />
`;

/** As lessons elsewhere are written. */
const worldly = `Điện thoại cần mạng.[^mang] Tải [bảng giá](media/bang-gia.pdf) về, nhấn <kbd>OK</kbd>, nhớ <mark>chỗ này</mark>, H<sub>2</sub>O.

> [!NOTE]
> Ghi lại số máy.

:::tip Sạc pin
Cắm sạc buổi tối.
:::

<details><summary>Vì sao?</summary>

Pin đầy thì yên tâm hơn.

</details>

[^mang]: Wi-Fi, hay dữ liệu di động.
`;

test.beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-e2e-content-'));
	cpSync('tests/fixtures/courses', folder, { recursive: true });
	const course = path.join(folder, 'thu-nghiem');
	const picture = (width: number, height: number) =>
		sharp({ create: { width, height, channels: 3, background: '#0B6B4F' } });
	await picture(200, 120).png().toFile(path.join(course, 'media/ngang.png'));
	await picture(1600, 900).jpeg().toFile(path.join(course, 'media/rong.jpg'));
	await picture(900, 1600).jpeg().toFile(path.join(course, 'media/dung.jpg'));
	writeFileSync(path.join(course, 'vi/09-rong.md'), `---\nid: rong\ntitle: Rộng\n---\n\n${body}`);
	writeFileSync(path.join(course, 'media/bang-gia.pdf'), `%PDF-1.4\n${'%'.repeat(30_000)}\n%%EOF\n`);
	writeFileSync(
		path.join(course, 'vi/08-nhu-nguoi-ta.md'),
		`---\nid: nhu-nguoi-ta\ntitle: Viết\n---\n\n${worldly}`,
	);
	server = await startServer({ COURSES_DIR: folder });
});
test.afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

for (const width of [360, 1280]) {
	for (const colorScheme of ['light', 'dark'] as const) {
		test(`at ${width} px, ${colorScheme}, code and tables stay in their boxes`, async ({ page }) => {
			await page.setViewportSize({ width, height: 800 });
			await page.emulateMedia({ colorScheme });
			await page.goto(`${server.origin}/courses/thu-nghiem/lessons/rong`);
			const wide = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(wide).toBeLessThanOrEqual(width);
			const code = page.getByRole('region', { name: messagesFor('vi').lesson.code });
			expect(await code.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
			await code.focus();
			await page.keyboard.press('ArrowRight');
			await expect.poll(() => code.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
			const align = (nth: number) =>
				page
					.locator('td')
					.nth(nth)
					.evaluate((cell) => getComputedStyle(cell).textAlign);
			expect([await align(0), await align(1), await align(2)]).toEqual(['left', 'right', 'center']);
			if (process.env.SCREENSHOTS)
				await page.screenshot({
					path: `${process.env.SCREENSHOTS}/${width}-${colorScheme}.png`,
					fullPage: true,
				});
		});
	}
}

test('pictures stand at their natural size where there is room, and are shown large within the page', async ({
	page,
}) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.goto(`${server.origin}/courses/thu-nghiem/lessons/rong`);
	const picture = (alt: string) => page.getByAltText(alt);
	const box = async (alt: string) => {
		await picture(alt).scrollIntoViewIfNeeded();
		await expect
			.poll(() => picture(alt).evaluate((img: HTMLImageElement) => img.naturalWidth))
			.toBeGreaterThan(0);
		const { width = 0, height = 0 } = (await picture(alt).boundingBox()) ?? {};
		return { width, ratio: height / width };
	};
	expect((await box('Một màn hình nhỏ')).width).toBe(200);
	const column = (await page.locator('.text').boundingBox())?.width ?? 0;
	const rong = await box('Một bức ảnh rộng');
	expect(rong.width).toBeCloseTo(Math.min(1600, column), 0);
	expect(rong.ratio).toBeCloseTo(900 / 1600, 1);
	const dung = await box('Một bức ảnh đứng');
	expect(dung.ratio).toBeCloseTo(1600 / 900, 1);
	expect(dung.width * dung.ratio).toBeLessThan(800);

	const link = page.getByRole('link', { name: `Một bức ảnh rộng ${messagesFor('vi').lesson.enlarge}` });
	await link.click();
	const back = page.getByRole('link', { name: messagesFor('vi').lesson.enlarged });
	await expect(back).toBeInViewport();
	expect((await picture('Một bức ảnh rộng').boundingBox())?.width).toBeGreaterThan(1200);
	expect(await axeProblems(page)).toEqual([]);
	await back.click();
	await expect(back).toBeHidden();
	await expect(link).toBeInViewport();
	await link.click();
	await page.keyboard.press('Escape');
	await expect(back).toBeHidden();
});

test('the foot of the page speaks for no course', async ({ page }) => {
	await page.goto(`${server.origin}/courses/thu-nghiem`);
	await expect(page.getByRole('contentinfo')).not.toContainText('CC BY');
});

test('what the world writes is shown as it is meant', async ({ page }) => {
	const t = messagesFor('vi').lesson;
	await page.goto(`${server.origin}/courses/thu-nghiem/lessons/nhu-nguoi-ta`);
	const text = page.locator('[data-read]');

	const note = text.getByRole('link', { name: t.note({ number: 1 }) });
	await expect(note).toHaveText('1');
	await note.click();
	await expect(page).toHaveURL(/#n-1$/);
	await expect(text.locator('#n-1')).toContainText('Wi-Fi, hay dữ liệu di động.');
	await text.getByRole('link', { name: t.noteBack }).click();
	await expect(page).toHaveURL(/#n-1-ref$/);

	await expect(text.getByText('(pdf, 29 KB)')).toBeVisible();
	const coming = page.waitForEvent('download');
	await text.getByRole('link', { name: 'bảng giá' }).click();
	expect((await coming).suggestedFilename()).toBe('bang-gia.pdf');

	for (const [tag, words] of Object.entries({ kbd: 'OK', mark: 'chỗ này', sub: '2' }))
		await expect(text.locator(tag)).toHaveText(words);
	await expect(text).not.toContainText(/\[!NOTE\]|:::|\[\^/);
	await expect(text.getByText('Ghi lại số máy.')).toBeVisible();
	await expect(text.getByText('Sạc pin')).toBeVisible();
	await expect(text.getByText('Pin đầy thì yên tâm hơn.')).toBeHidden();
	await text.getByText('Vì sao?').click();
	await expect(text.getByText('Pin đầy thì yên tâm hơn.')).toBeVisible();
	expect(await axeProblems(page)).toEqual([]);
	if (process.env.SCREENSHOTS)
		await page.screenshot({ path: `${process.env.SCREENSHOTS}/worldly.png`, fullPage: true });
});
