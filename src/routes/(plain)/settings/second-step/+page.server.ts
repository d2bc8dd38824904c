import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { orError, refuse, refuseForm, textOf } from '#lib/forms.ts';
import { whoVisits } from '#lib/learner.ts';
import { localise } from '#lib/locale.ts';
import { accountOf } from '#lib/own-account.ts';
import { begunAgain, begunWith, type Begun } from '#lib/second-step.ts';
import { messagesAsWritten, messagesFor } from '#messages/index.ts';
import { codeOf } from '#schemas/failures.ts';
import type { Locale } from '#schemas/names.ts';
import type { Problem } from '#schemas/problem.ts';
import type { Actions, PageServerLoad } from './$types';

/** What a form made or what was wrong with it. Secrets and codes are shown in the reply to the form, and no other. */
interface Done {
	begun?: Begun;
	codes?: string[];
	/** The codes stand for others. */
	areOthers?: boolean;
	problem?: Problem;
}

export const load: PageServerLoad = async (event) => {
	await accountOf(event);
	return {
		state: orError(await api(event.fetch).secondStep()),
		ended: event.url.searchParams.has('ended'),
	};
};

export const actions: Actions = {
	begin: async (event) => {
		const password = secretOf(await event.request.formData());
		const made = await api(event.fetch).beginSecondStep({ password });
		return made.ok ? done({ begun: begunWith(made.data) }) : refused(made.problem);
	},
	confirm: async (event) => {
		const form = await event.request.formData();
		const made = await api(event.fetch).confirmSecondStep({ code: textOf(form, 'code') });
		if (made.ok) return done({ codes: made.data.codes });
		// The form is shown again with what it showed: the server has the secret sealed, and tells it no second time.
		const begun = made.problem.status === 404 ? undefined : await shownBefore(event, form);
		return refused(whileConfirming(made.problem, event.locals.locale), begun);
	},
	renew: async (event) => {
		const form = await event.request.formData();
		const made = await api(event.fetch).renewBackupCodes(proofIn(form));
		return made.ok ? done({ codes: made.data.codes, areOthers: true }) : refused(made.problem);
	},
	end: async (event) => {
		const form = await event.request.formData();
		const made = await api(event.fetch).endSecondStep(proofIn(form));
		if (!made.ok) return refused(made.problem);
		redirect(303, `${localise(event.locals.locale, '/settings/second-step')}?ended`);
	},
};

const secretOf = (form: FormData) => String(form.get('password') ?? '');
const proofIn = (form: FormData) => ({ password: secretOf(form), code: textOf(form, 'code') });
const done = (what: Done): Done => what;

/** There are no backup codes yet, and the secret shown here may have been replaced by another page's. */
function whileConfirming(problem: Problem, locale: Locale): Problem {
	if (codeOf(problem) !== 'second-step-wrong') return problem;
	const detail = messagesAsWritten(locale).secondStep.confirmWrong;
	return { ...problem, detail, errors: [{ path: '/code', message: detail }] };
}

function refused(problem: Problem, begun?: Begun) {
	return fail(refuse(problem).status, done({ problem, ...(begun && { begun }) }));
}

async function shownBefore(event: RequestEvent, form: FormData): Promise<Begun> {
	const me = await whoVisits(event);
	const issuer = messagesFor(event.locals.locale).common.siteName;
	return begunAgain(textOf(form, 'secret'), issuer, me?.username ?? '') ?? refuseForm();
}
