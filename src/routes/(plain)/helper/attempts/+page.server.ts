import { error, fail, redirect } from '@sveltejs/kit';
import { api, type Api } from '#lib/api.ts';
import { orError, refuse, textOf } from '#lib/forms.ts';
import { secondStepFirst } from '#lib/own-account.ts';
import { messagesFor } from '#messages/index.ts';
import type { Me } from '#schemas/account.ts';
import type { Locale } from '#schemas/names.ts';
import type { Problem } from '#schemas/problem.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { me } = await event.parent();
	const { locale } = event.locals;
	const { helperOnly } = messagesFor(locale).account;
	if (!me) error(401, { message: helperOnly });
	secondStepFirst(event, me);
	if (!me.may?.includes('attempt.grant')) error(403, { message: helperOnly });
	const client = api(event.fetch);
	const grants = orError(await client.attemptGrants({ locale }));
	const quizzes = reachesOthers(me) ? await limitedQuizzes(client, locale) : [];
	return { ...grants, quizzes, done: event.url.searchParams.get('granted') };
};

/** Whoever may grant attempts to people who are not in their care says whom by the user name. */
function reachesOthers({ roles = [] }: Partial<Pick<Me, 'roles'>>): boolean {
	return roles.some(({ role }) => role === 'admin' || role === 'instructor' || role === 'coordinator');
}

/** All quizzes whose attempts are limited, in their courses. */
async function limitedQuizzes(client: Api, locale: Locale) {
	const { courses } = orError(await client.courses({ locale }));
	const whole = await Promise.all(courses.map(({ id }) => client.course(id, { locale })));
	return whole.flatMap((one) => {
		if (!one.ok) return [];
		const { id: course, title, locale: lang, quizzes } = one.data;
		const limited = quizzes.filter(
			({ attempts, minutes, closesAt }) => attempts !== null || minutes !== null || closesAt !== null,
		);
		return limited.length > 0 ? [{ course, title, lang, quizzes: limited }] : [];
	});
}

export const actions: Actions = {
	/** `of`: course and quiz, as `course/quiz`; `form`: which form of the page it was, since each has its own field. */
	default: async (event) => {
		const form = await event.request.formData();
		const which = textOf(form, 'form');
		const [course = '', quiz = ''] = textOf(form, 'of').split('/');
		const username = textOf(form, 'username');
		const reason = textOf(form, `reason-${which}`).trim();
		const attempts = textOf(form, 'attempts').trim();
		const minutes = textOf(form, 'minutes').trim();
		const closes = textOf(form, 'closes').trim();
		const made = await api(event.fetch).grantAttempt({
			username,
			course,
			quiz,
			reason,
			...(attempts && { attempts: Number(attempts) }),
			...(minutes && { minutes: Number(minutes) }),
			...(closes && { closes: closes.slice(0, 16) }),
		});
		if (made.ok)
			redirect(303, `${event.url.pathname}?${new URLSearchParams({ granted: made.data.username })}`);
		const values = { form: which, username, of: `${course}/${quiz}`, reason, attempts, minutes, closes };
		const { status, data } = refuse(ofThisForm(made.problem, which), values);
		return fail(status, data);
	},
};

/** Each form on the page has a field of its own for the reason; of what is wrong with a field the first is said. */
function ofThisForm(problem: Problem, form: string): Problem {
	const errors = problem.errors
		?.filter(({ path }, index, all) => all.findIndex((one) => one.path === path) === index)
		.map((one) => ({ ...one, path: one.path.replace(/reason$/, `reason-${form}`) }));
	return errors ? { ...problem, errors } : problem;
}
