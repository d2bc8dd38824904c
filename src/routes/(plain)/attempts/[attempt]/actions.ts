import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Answer } from '#schemas/question.ts';
import { codeOf } from '#schemas/failures.ts';
import type { Problem } from '#schemas/problem.ts';
import { api } from '#lib/api.ts';
import { newId, nextRevision } from '#lib/outbox/entry.ts';
import { refuseForm, textOf } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { givenAnswer } from '#lib/questions/given.ts';
import { plainOf } from '#lib/questions/answer.ts';
import { sendFile } from '#lib/send-file.ts';
import { messagesFor } from '#messages/index.ts';

type AttemptEvent = RequestEvent<{ attempt: string }>;

/** Saves the answer on the screen where it was changed, then goes where the button says. */
export async function saveAndGo(event: AttemptEvent) {
	const form = await event.request.formData().catch((error: { status?: number }) => error);
	if (!(form instanceof FormData)) return tooHeavy(event);
	const file = form.get('file');
	if (file instanceof File && file.size > 0) {
		const problem = await saveFile(
			event,
			textOf(form, 'question'),
			file,
			Number(textOf(form, 'revision')) || 0,
		);
		if (problem) return fail(problem.status, { problem, answer: givenAnswer(form), needsTick: false });
		return goOn(event, form);
	}
	const answer = form.get('remove') === 'yes' ? null : givenAnswer(form);
	// What cannot be read and was told so once is left behind, and the question stays as it was.
	const said = JSON.stringify(answer);
	if (said !== form.get('was') && said !== form.get('left')) {
		const problem = await save(
			event,
			textOf(form, 'question'),
			answer,
			Number(textOf(form, 'revision')) || 0,
			Number(textOf(form, 'under')) || null,
		);
		if (problem) return fail(problem.status, { problem, answer, needsTick: false });
	}
	return goOn(event, form);
}

function goOn(event: AttemptEvent, form: FormData): never {
	const go = textOf(form, 'go');
	redirect(303, `${pathOf(event)}?q=${/^\d{1,3}$/.test(go) ? go : 'review'}`);
}

/** A file that was too heavy to be read at all: nothing of the form has come. What was answered before is kept. */
function tooHeavy({ locals }: AttemptEvent) {
	const { notSent: title, tooHeavy: detail } = messagesFor(locals.locale).file;
	const problem: Problem = { type: 'about:blank', title, status: 413, detail };
	return fail(413, { problem, answer: null, needsTick: false });
}

/** The same file under the same id where another device was ahead. */
async function saveFile(
	event: AttemptEvent,
	question: string,
	file: File,
	known: number,
): Promise<Problem | null> {
	const sent = { attempt: event.params.attempt, question, upload: newId(), file };
	const put = (revision: number) => sendFile(event.fetch, { ...sent, revision });
	let result = await put(nextRevision(known, Date.now()));
	if (result.ok && !result.data.accepted) result = await put(nextRevision(result.data.revision, Date.now()));
	if (result.ok) return null;
	const closed = closedBy(result.problem);
	if (closed) redirect(303, `${pathOf(event)}/result?note=${closed}`);
	return result.problem;
}

async function save(
	event: AttemptEvent,
	question: string,
	answer: Answer,
	known: number,
	/** The revision under which the device holds this answer, where it does. */
	under: number | null,
): Promise<Problem | null> {
	const client = api(event.fetch);
	const put = (revision: number) => client.saveAnswer(event.params.attempt, question, { answer, revision });
	let result = await put(under ?? nextRevision(known, Date.now()));
	// A device whose clock is ahead has saved this question; the button that was pressed just now is later all the same.
	if (result.ok && !result.data.accepted) result = await put(nextRevision(result.data.revision, Date.now()));
	if (result.ok) return null;
	const closed = closedBy(result.problem);
	if (closed) redirect(303, `${pathOf(event)}/result?note=${closed}`);
	return result.problem;
}

function closedBy(problem: Problem): 'late' | 'submitted' | null {
	const code = codeOf(problem);
	if (code === 'attempt-late') return 'late';
	return code === 'attempt-submitted' ? 'submitted' : null;
}

/** Saves what the device still holds, and shows the list with it: where the script's own requests are not let through. */
export async function keep(event: AttemptEvent) {
	const problem = await saveHeld(event, await event.request.formData());
	if (problem) return fail(problem.status, { problem, answer: null, needsTick: false });
	redirect(303, `${pathOf(event)}?q=review&kept`);
}

/** Hands the attempt in, with what the device still holds. Questions without an answer have to be meant. */
export async function submit(event: AttemptEvent) {
	const form = await event.request.formData();
	const client = api(event.fetch);
	const problem = await saveHeld(event, form);
	if (problem) return fail(problem.status, { problem, answer: null, needsTick: false });
	if (form.get('anyway') !== 'yes') {
		const found = await client.attempt(event.params.attempt);
		if (found.ok && found.data.submission === null && hasGaps(found.data))
			return fail(422, { problem: null, answer: null, needsTick: true });
	}
	const result = await client.submit(event.params.attempt);
	if (!result.ok && closedBy(result.problem) === null)
		return fail(result.problem.status, { problem: result.problem, answer: null, needsTick: false });
	redirect(303, `${pathOf(event)}/result`);
}

type Gaps = {
	questions: { id: string; survey?: true | undefined }[];
	answers: Record<string, { answer: Parameters<typeof plainOf>[0] }>;
};
function hasGaps({ questions, answers }: Gaps): boolean {
	return questions.some(({ id, survey }) => !survey && plainOf(answers[id]?.answer) === null);
}

function pathOf(event: AttemptEvent): string {
	return localise(event.locals.locale, `/attempts/${event.params.attempt}`);
}

interface Held {
	question: string;
	answer: Answer;
	revision: number;
}

/** Answers that travel with the form. One that can never be taken holds nothing up; the problem of one that may be. */
async function saveHeld(event: AttemptEvent, form: FormData): Promise<Problem | null> {
	const client = api(event.fetch);
	const results = await Promise.all(
		heldIn(textOf(form, 'held')).map(({ question, answer, revision }) =>
			client.saveAnswer(event.params.attempt, question, { answer, revision }),
		),
	);
	const failed = results.find((result) => !result.ok && (result.status >= 500 || result.status === 429));
	return failed && !failed.ok ? failed.problem : null;
}

/** What is wrong in it is told by the API, which judges each. */
function heldIn(text: string): Held[] {
	if (text === '') return [];
	try {
		const held: unknown = JSON.parse(text);
		return Array.isArray(held) && held.length <= mostHeld ? (held as Held[]).filter(isHeld) : refuseForm();
	} catch {
		refuseForm();
	}
}

/** As many as an attempt may have questions. */
const mostHeld = 500;

function isHeld(value: unknown): value is Held {
	return typeof (value as Held | null)?.question === 'string';
}
