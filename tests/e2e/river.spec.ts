/** The start page and the page of a course, as somebody without script walks them. */
import { phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { follow, main } from './learner.ts';
import { Person } from './people.ts';
import { messagesFor } from '#messages/index.ts';

const t = messagesFor('vi');

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('from the river to a group, and along a course to where one was', async ({
		page,
		origin,
		context,
	}) => {
		await page.goto('/');
		await expect(page.getByRole('heading', { level: 1, name: t.home.movement })).toBeInViewport();
		const begin = main(page).getByRole('link', { name: t.course.start, exact: true });
		await expect(begin).toBeInViewport({ ratio: 1 });
		for (const name of [/^Người cao tuổi/, /^Cán bộ/, /^Học sinh/, /^Hợp tác xã/])
			await expect(main(page).getByRole('link', { name })).toBeInViewport({ ratio: 1 });

		await follow(page, /^Học sinh/);
		await expect(main(page).getByText(t.home.groupTitle)).toBeVisible();
		await page.goto('/');
		await expect(main(page).getByRole('link', { name: /^Học sinh/ })).toContainText(t.home.yourGroup);

		const person = await Person.guest(origin, 'vi');
		await person.finishLessons(phone, 6);
		await person.enter(context);
		await page.goto('/');
		await expect(main(page).getByText('Lưu số vào danh bạ')).toBeVisible();
		await expect(
			main(page).getByRole('link', { name: t.course.continueLesson({ n: 7 }), exact: true }),
		).toBeInViewport({ ratio: 1 });

		await page.goto(`/courses/${phone}`);
		const next = main(page).getByRole('link', { name: t.course.continueLesson({ n: 7 }), exact: true });
		await expect(next).toBeInViewport({ ratio: 1 });
		await expect(main(page).getByText('Còn 10 bài và bài kiểm tra cuối khóa')).toBeVisible();
		const landing = main(page).getByRole('region', { name: 'Gọi và nghe' });
		await expect(landing.getByRole('listitem')).toHaveCount(3);
		await expect(landing.getByRole('link', { name: t.course.done })).toHaveCount(1);
		await expect(landing.getByRole('link', { name: t.course.current })).toContainText('Lưu số vào danh bạ');
	});
});

test('a Khmer page of a course without Khmer says so before it is opened', async ({ page }) => {
	for (const path of ['/km/courses', '/km/tracks/can-bo', '/km/courses/ai-cong-vu']) {
		// On the track's own pages its reader is addressed as the track says.
		const km = messagesFor('km', path === '/km/courses' ? 'bạn' : 'anh/chị');
		const { km: language, vi: languages } = km.common.languageNames;
		await page.goto(path);
		await expect(main(page).getByText(km.course.notInLanguage({ language, languages }))).toBeVisible();
	}
	await expect(page.locator('link[hreflang=km]')).toHaveCount(0);
});

test('home weighs little', async ({ page }) => {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	let bytes = 0;
	session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
	await page.goto('/', { waitUntil: 'load' });
	const heaviest = 25 * 1024;
	test.info().annotations.push({ type: 'weight', description: `home: ${(bytes / 1024).toFixed(1)} KB` });
	expect(bytes).toBeGreaterThan(0);
	expect(bytes, `${bytes} bytes`).toBeLessThanOrEqual(heaviest);
});
