import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { PlainAnswer } from '#schemas/question.ts';
import { codeOf } from '#schemas/failures.ts';
import type { Problem } from '#schemas/problem.ts';
import { api } from '#lib/api.ts';
import { nextRevision } from '#lib/outbox/entry.ts';
import { textOf } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { givenAnswer } from '#lib/questions/given.ts';
import { plainOf } from '#lib/questions/answer.ts';

type AttemptEvent = RequestEvent<{ attempt: string }>;

/** Saves the answer on the screen where it was changed, then goes where the button says. */
export async function saveAndGo(event: AttemptEvent) {
	const form = await event.request.formData();
	const answer = givenAnswer(form);
	if (JSON.stringify(answer) !== form.get('was')) {
		const problem = await save(
			event,
			textOf(form, 'question'),
			answer,
			Number(textOf(form, 'revision')) || 0,
		);
		if (problem) return fail(problem.status, { problem, answer, needsTick: false });
	}
	const go = textOf(form, 'go');
	redirect(303, `${pathOf(event)}?q=${/^\d{1,3}$/.test(go) ? go : 'review'}`);
}

async function save(
	event: AttemptEvent,
	question: string,
	answer: PlainAnswer,
	known: number,
): Promise<Problem | null> {
	const client = api(event.fetch);
	const put = (from: number) =>
		client.saveAnswer(event.params.attempt, question, { answer, revision: nextRevision(from, Date.now()) });
	let result = await put(known);
	// A device whose clock is ahead has saved this question; the button that was pressed just now is later all the same.
	if (result.ok && !result.data.accepted) result = await put(result.data.revision);
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

/** Hands the attempt in. Questions without an answer have to be meant. */
export async function submit(event: AttemptEvent) {
	const form = await event.request.formData();
	const client = api(event.fetch);
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
	questions: { id: string }[];
	answers: Record<string, { answer: Parameters<typeof plainOf>[0] }>;
};
function hasGaps({ questions, answers }: Gaps): boolean {
	return questions.some(({ id }) => plainOf(answers[id]?.answer) === null);
}

function pathOf(event: AttemptEvent): string {
	return localise(event.locals.locale, `/attempts/${event.params.attempt}`);
}
