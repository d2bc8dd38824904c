import { api } from '#lib/api.ts';
import { waitingIn } from '#lib/grading/queue.ts';
import { teacherOf } from '#lib/teacher-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const me = await teacherOf(event);
	const queue = me.may?.includes('answer.grade') ? await api(event.fetch).gradingQueue() : null;
	return { toGrade: queue?.ok ? waitingIn(queue.data) : 0 };
};
