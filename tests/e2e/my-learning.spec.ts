import { expect, test } from './fixtures.ts';
import { main } from './learner.ts';
import { messagesFor } from '#messages/index.ts';
import type { Course } from '#schemas/course.ts';
import { phone } from './answers.ts';
import { Person } from './people.ts';
import { inCourse } from './words.ts';

const t = messagesFor('vi');
test.use({ javaScriptEnabled: false });

test('my learning leads exactly on, says what waits, and folds away what was replaced', async ({
	page,
	context,
	standings,
}) => {
	const { learner, superseded, valid } = await standings.of('vi');
	await learner.enter(context);
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.goto('/learn');
	const here = main(page);

	const now = here.getByRole('article').first();
	const due = here.getByRole('region', { name: t.learning.review });
	const [left, right] = [await now.boundingBox(), await due.boundingBox()];
	expect(right!.x, 'What is due stands beside what is under way').toBeGreaterThan(left!.x + left!.width);

	await expect(here.getByRole('region', { name: t.learning.waiting }).getByRole('link')).toHaveCount(1);
	await expect(here.getByRole('region', { name: t.learning.week })).toContainText(/\d+ (phút|giờ)/);
	const certificates = here.getByRole('region', { name: t.learning.certificates });
	await expect(certificates.locator(`a[href$="${valid}"]`)).toBeVisible();
	await expect(certificates.locator(`a[href$="${superseded}"]`)).toBeHidden();
	await certificates.getByText(t.certificate.earlierOnes({ n: 1 })).click();
	await expect(certificates.locator(`a[href$="${superseded}"]`)).toBeVisible();

	await now.getByRole('link', { name: t.home.continueOpenQuiz }).click();
	await expect(page).toHaveURL(/\/attempts\//);
});

test('after the last lesson a test that is passed is no next step, and a part without its extras is whole', async ({
	page,
	context,
	origin,
}) => {
	const person = await Person.guest(origin, 'vi');
	await person.complete(phone);
	await person.enter(context);
	const { lessons, parts } = await person.call<Course>('GET', `/api/courses/${phone}?locale=vi`);
	await page.goto(`/courses/${phone}/lessons/${lessons.at(-1)?.id}`);
	const words = inCourse({ course: phone, locale: 'vi' });
	const neighbours = page.getByRole('navigation', { name: words.lesson.neighbours });
	await expect(neighbours.getByRole('link')).toHaveCount(1);
	await page.goto(`/courses/${phone}`);
	await expect(page.getByText(words.course.partWholeDone)).toHaveCount(parts.length);
});
