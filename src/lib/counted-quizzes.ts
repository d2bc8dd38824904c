import type { Api } from './api.ts';
import { orError } from './forms.ts';
import type { Locale } from '#schemas/names.ts';

/** The courses that have quizzes which count, with those. */
export async function countedQuizzes(client: Api, locale: Locale) {
	const { courses } = orError(await client.courses({ locale }));
	const whole = await Promise.all(courses.map(({ id }) => client.course(id, { locale })));
	return whole.flatMap((one) => {
		if (!one.ok) return [];
		const { id: course, title, locale: lang, quizzes } = one.data;
		const counted = quizzes.filter(({ kind }) => kind !== 'practice');
		return counted.length > 0 ? [{ course, title, lang, quizzes: counted }] : [];
	});
}
