import { error, fail, redirect } from '@sveltejs/kit';
import { api, type Api } from '#lib/api.ts';
import { orError, refuse, textOf } from '#lib/forms.ts';
import { secondStepFirst } from '#lib/own-account.ts';
import { messagesFor } from '#messages/index.ts';
import type { Locale } from '#schemas/names.ts';
import type { Problem } from '#schemas/problem.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { me } = await event.parent();
	const { locale } = event.locals;
	const { helperOnly } = messagesFor(locale).account;
	if (!me) error(401, { message: helperOnly });
	secondStepFirst(event, me);
	if (!me.may?.includes('attempt.grant')) error(403, { message: helperOnly });
	const client = api(event.fetch);
	const grants = orError(await client.attemptGrants({ locale }));
	const quizzes = await limitedQuizzes(client, locale);
	return { ...grants, quizzes, done: event.url.searchParams.get('granted') };
};

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
	/** One more attempt for somebody in the list. `form`: which form of the page it was, since each has its own field. */
	one: async (event) => {
		const { form, which, course, quiz, reason } = await askedBy(event);
		const username = textOf(form, 'username');
		const made = await api(event.fetch).grantAttempt({ username, course, quiz, reason });
		if (made.ok)
			redirect(303, `${event.url.pathname}?${new URLSearchParams({ granted: made.data.username })}`);
		const { status, data } = refuse(ofThisForm(made.problem, which), { form: which, reason });
		return fail(status, { ...data, results: undefined });
	},
	/** Attempts, minutes or a later end for each of a list of user names. What came of each is said at once. */
	many: async (event) => {
		const { form, which, course, quiz, reason } = await askedBy(event);
		const [given, attempts, minutes, closes] = ['usernames', 'attempts', 'minutes', 'closes'].map((name) =>
			textOf(form, name),
		) as [string, string, string, string];
		const usernames = [...new Set(given.split(/[\s,;]+/u).filter(Boolean))];
		const made = await api(event.fetch).grantAttempts({
			usernames,
			course,
			quiz,
			reason,
			...(attempts && { attempts: Number(attempts) }),
			...(minutes && { minutes: Number(minutes) }),
			...(closes && { closes: closes.slice(0, 16) }),
		});
		const values = {
			form: which,
			usernames: given,
			of: `${course}/${quiz}`,
			reason,
			attempts,
			minutes,
			closes,
		};
		if (!made.ok) {
			const { status, data } = refuse(ofThisForm(made.problem, which), values);
			return fail(status, { ...data, results: undefined });
		}
		const { results } = made.data;
		const refused = results.filter(({ outcome }) => outcome === 'refused').map(({ username }) => username);
		const left = refused.length > 0 ? { ...values, usernames: refused.join('\n') } : { form: which };
		return { problem: undefined, values: left as Record<string, string>, results };
	},
};

async function askedBy({ request }: RequestEvent) {
	const form = await request.formData();
	const which = textOf(form, 'form');
	const [course = '', quiz = ''] = textOf(form, 'of').split('/');
	return { form, which, course, quiz, reason: textOf(form, `reason-${which}`) };
}

/** Each form on the page has a field of its own for the reason; of what is wrong with a field the first is said. */
function ofThisForm(problem: Problem, form: string): Problem {
	const errors = problem.errors
		?.map((one) => ({ ...one, path: nameOf(one.path, form) }))
		.filter(({ path }, index, all) => all.findIndex((one) => one.path === path) === index);
	return errors ? { ...problem, errors } : problem;
}

function nameOf(path: string, form: string): string {
	return path.replace(/reason$/, `reason-${form}`).replace(/usernames\/\d+$/, 'usernames');
}
