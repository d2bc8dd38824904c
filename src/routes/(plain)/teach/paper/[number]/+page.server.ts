import { fail, redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { choiceOf, orError, refuse, textOf } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { rowsIn, rowsPasted, whoIn, type EntryRow, type RefusedRow } from '#lib/paper-entry/rows.ts';
import { teacherOf } from '#lib/teacher-of.ts';
import type { PaperResult } from '#schemas/paper.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	await teacherOf(event, 'paper.keep');
	const { locale } = event.locals;
	const client = api(event.fetch);
	const form = orError(await client.paperForm(event.params.number, { locale }));
	const listed = await client.paperForms({ locale });
	const together = listed.ok ? listed.data.forms.filter((one) => one.together === form.together).length : 1;
	const asked = event.url.searchParams;
	return {
		form,
		together,
		saved: Math.min(Number(asked.get('saved')) || 0, 99),
		isCorrected: asked.has('corrected'),
		correcting: form.results.find(({ attempt }) => attempt === asked.get('correct')) ?? null,
	};
};

/** What is told after a form was sent: rows that are still to be saved, or what is wrong with a correction. */
interface Told {
	rows: EntryRow[];
	refused: RefusedRow[];
	saved: number;
	supervised: boolean;
}

/** How many questions the form has. */
async function sizeOf(event: RequestEvent): Promise<number> {
	const { locale } = event.locals;
	return orError(await api(event.fetch).paperForm(event.params.number, { locale })).questions;
}

export const actions: Actions = {
	/** Each row for itself: what can be saved is, and the others come back as they were typed. */
	enter: async (event) => {
		const form = await event.request.formData();
		const rows = rowsIn(form, await sizeOf(event));
		const supervised = choiceOf(form, 'supervised', ['yes']) === 'yes';
		const refused: RefusedRow[] = [];
		const client = api(event.fetch);
		const { locale } = event.locals;
		for (const row of rows) {
			const { id, answers } = row;
			const body = { id, supervised, answers, ...whoIn(row) };
			const made = await client.enterPaperResult(event.params.number, body, { locale });
			if (!made.ok) refused.push({ ...row, problem: made.problem });
		}
		const saved = rows.length - refused.length;
		if (refused.length === 0)
			redirect(303, localise(event.locals.locale, `/teach/paper/${event.params.number}?saved=${saved}`));
		return fail(refused[0]!.problem.status, { rows: refused, refused, saved, supervised } satisfies Told);
	},

	/** Puts lines of a spreadsheet into the table, to be looked at before they are saved. */
	paste: async (event) => {
		const form = await event.request.formData();
		const size = await sizeOf(event);
		const rows = [...rowsIn(form, size), ...rowsPasted(String(form.get('lines') ?? ''), size)];
		const supervised = choiceOf(form, 'supervised', ['yes']) === 'yes';
		return { rows, refused: [], saved: 0, supervised } satisfies Told;
	},

	correct: async (event) => {
		const form = await event.request.formData();
		const attempt = textOf(form, 'attempt');
		const size = await sizeOf(event);
		const answers = Array.from({ length: size }, (_, at) => textOf(form, `c-${at}`));
		const { locale } = event.locals;
		const made = await api(event.fetch).correctPaperResult(
			event.params.number,
			attempt,
			{ answers },
			{ locale },
		);
		const here = localise(locale, `/teach/paper/${event.params.number}`);
		if (made.ok) redirect(303, `${here}?corrected`);
		const { status, data } = refuse(made.problem);
		return fail(status, { ...data, correction: { attempt, answers } satisfies Correction });
	},
};

type Correction = Pick<PaperResult, 'attempt' | 'answers'>;
