/** What others follow leads to the site itself, whatever address a request names. */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { expect, test } from './fixtures.ts';
import { messagesFor } from '#messages/index.ts';
import { hallName } from '../../playwright.config.ts';
import { phone } from './answers.ts';

async function pageOf(origin: string, path: string, host: string): Promise<string> {
	const [response] = (await once(get(origin + path, { headers: { host } }), 'response')) as [IncomingMessage];
	let text = '';
	for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
	expect(response.statusCode).toBe(200);
	return text;
}

test('a page names no host that nobody has confirmed, and its own where it is sure', async ({
	origin,
	standings,
}) => {
	const { valid } = await standings.of('vi');
	for (const path of ['/', `/courses/${phone}`, `/certificates/${valid}`]) {
		const strange = await pageOf(origin, path, 'evil.example');
		expect(strange).not.toContain('evil.example');
		expect(strange).not.toContain('og:image');
		expect(strange).not.toContain('rel="canonical"');
		const own = await pageOf(origin, path, new URL(origin).host);
		expect(own).toContain(`content="${origin}/og.png"`);
	}
});

test('a lesson is shared by the address by which its reader came', async ({ page, origin, watch }) => {
	watch.hosts.push(hallName);
	const hall = origin.replace('127.0.0.1', hallName);
	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'share', { value: undefined });
		Object.defineProperty(navigator, 'clipboard', { value: undefined });
		document.execCommand = () => false;
	});
	await page.goto(`${hall}/courses/${phone}/lessons/bat-tat`);
	await page.getByRole('button', { name: messagesFor('vi').lesson.share }).click();
	await expect(page.getByText(`${hall}/courses/${phone}/lessons/bat-tat`)).toBeVisible();
});
