import type { AttemptSummary } from '#schemas/attempt.ts';
import { api } from '#lib/api.ts';
import { orError } from '#lib/forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const { me } = await event.parent();
	if (!me) return { groups: null };
	const client = api(event.fetch);
	const [found, courses] = await Promise.all([
		client.attempts(),
		client.courses({ locale: event.locals.locale }),
	]);
	const titles = new Map(courses.ok ? courses.data.courses.map(({ id, title }) => [id, title]) : []);
	return { groups: groupAttempts(orError(found).attempts, titles) };
};

/** By course and then by quiz; the one that was worked at last comes first. */
function groupAttempts(attempts: AttemptSummary[], titles: Map<string, string>) {
	return [...groupBy(attempts, ({ course }) => course)].map(([course, ofCourse]) => ({
		course,
		title: titles.get(course) ?? course,
		quizzes: [...groupBy(ofCourse, ({ quiz }) => quiz)].map(([quiz, ofQuiz]) => ({
			quiz,
			title: ofQuiz[0]?.title ?? quiz,
			locale: ofQuiz[0]?.textLocale,
			attempts: ofQuiz,
		})),
	}));
}

function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
	return groups;
}
