import { api } from '#lib/api.ts';
import { orError } from '#lib/forms.ts';
import { teacherOf } from '#lib/teaching.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { roles = [] } = await teacherOf(event, 'analysis.read');
	const { locale } = event.locals;
	const client = api(event.fetch);
	const isTheirs = (course: string) =>
		roles.some(
			({ role, scope }) => role === 'admin' || (role === 'instructor' && (!scope || scope === course)),
		);
	const { courses } = orError(await client.courses({ locale }));
	const whole = await Promise.all(
		courses
			.filter(({ id }) => isTheirs(id))
			.map(async ({ id }) => orError(await client.course(id, { locale }))),
	);
	return { courses: whole.filter(({ quizzes }) => quizzes.length > 0) };
};
