import { redirect } from '@sveltejs/kit';
import type { Locale } from '#schemas/names.ts';
import type { Course } from '#schemas/course.ts';
import type { CourseProgress } from '#schemas/progress.ts';
import { api } from '#lib/api.ts';
import { orError, refuse, textOf } from '#lib/forms.ts';
import { visitor } from '#lib/learner.ts';
import { localise } from '#lib/locale.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { me } = await event.parent();
	const asked = event.url.searchParams.get('course');
	if (!me) return { asked, certificates: null, candidates: [] };
	const client = api(event.fetch);
	const [found, progress] = await Promise.all([client.certificates(), client.progress()]);
	const { certificates } = orError(found);
	const revoked = certificates.filter(({ status }) => status === 'revoked').map(({ serial }) => serial);
	const open = orError(progress).courses.filter(
		({ certificate, issued }) => certificate === null && !revoked.includes(issued ?? ''),
	);
	const courses = await Promise.all(
		open.map(({ course }) => client.course(course, { locale: event.locals.locale })),
	);
	const candidates = open.flatMap((standing, index) => {
		const course = courses[index];
		return course?.ok && course.data.certificate
			? [describe(course.data, standing, event.locals.locale, standing.issued !== null)]
			: [];
	});
	return {
		asked,
		certificates,
		/** The one that was asked about first, then those that are ready, then those with the least left. */
		candidates: candidates
			.filter(({ isReady, left }) => isReady || left.length > 0)
			.sort((a, b) => rank(a, asked) - rank(b, asked)),
	};
};

/** What a course still asks for, each part with its title and address. After expiry its required quizzes come again. */
function describe(
	course: Course,
	{ missing, completedAt }: CourseProgress,
	locale: Locale,
	isExpired: boolean,
) {
	const path = `/courses/${course.id}`;
	const named = (part: { title: string; locale: Locale }) => ({
		title: part.title,
		lang: part.locale === locale ? undefined : part.locale,
	});
	const lessons = course.lessons
		.filter(({ id }) => missing.lessons.includes(id))
		.map((part) => ({ kind: 'lesson' as const, ...named(part), path: `${path}/lessons/${part.id}` }));
	const quizzes = course.quizzes
		.filter(({ id, required }) => (isExpired ? required : missing.quizzes.includes(id)))
		.map((part) => ({ kind: 'quiz' as const, ...named(part), path: `${path}/quizzes/${part.id}` }));
	const left = isExpired ? quizzes : completedAt === null ? [...lessons, ...quizzes] : [];
	return { id: course.id, title: course.title, path, isReady: !isExpired && left.length === 0, left };
}

function rank({ id, left }: { id: string; left: unknown[] }, asked: string | null): number {
	return id === asked ? -1 : left.length;
}

export const actions: Actions = {
	/** Asks for a certificate, with the name that is to stand on it. */
	default: async (event) => {
		const form = await event.request.formData();
		const course = textOf(form, 'course');
		const displayName = textOf(form, 'displayName');
		const client = api(event.fetch);
		const me = await visitor(event);
		if (displayName && me && displayName !== me.displayName) {
			const named = await client.changeMe({ displayName });
			if (!named.ok) return refuse(named.problem, { course, displayName });
		}
		const result = await client.requestCertificate({ course });
		if (!result.ok) return refuse(result.problem, { course, displayName });
		const { locale } = event.locals;
		redirect(
			303,
			`${localise(locale, `/certificates/${result.data.serial}`)}${result.status === 201 ? '?new' : ''}`,
		);
	},
};
