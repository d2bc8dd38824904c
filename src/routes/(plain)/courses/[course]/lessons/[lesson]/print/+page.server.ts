import type { LessonPaperView } from '#schemas/views/lesson.ts';
import { paperAddress } from '#lib/paper/address.ts';
import { viewOrError } from '#lib/views.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { lesson, skills } = await viewOrError<LessonPaperView>(event);
	const leadsTo = paperAddress(event.locals, `/courses/${lesson.course}/lessons/${lesson.id}`);
	return { lesson, skills, leadsTo, contentLocales: lesson.locales };
};
