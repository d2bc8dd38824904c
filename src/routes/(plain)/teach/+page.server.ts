import { teacherOf } from '#lib/teaching.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await teacherOf(event);
};
