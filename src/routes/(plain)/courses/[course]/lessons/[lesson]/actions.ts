import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { isUuid } from '#schemas/names.ts';
import type { LearningEvent } from '#schemas/progress.ts';
import { choiceOf, refuseForm, textOf } from '#lib/forms.ts';
import { api } from '#lib/api.ts';
import { clientIdOf } from '#lib/client-id.ts';
import { asLearner } from '#lib/learner.ts';
import { givenAnswer } from '#lib/questions/given.ts';
import type { CheckOutcome } from '#lib/nodes/lesson.ts';
import { messagesAsWritten } from '#messages/index.ts';

type LessonEvent = RequestEvent<{ course: string; lesson: string }>;

/** Answers a check; the page comes back with the verdict in its place. A visitor stays a visitor. */
export async function answerCheck(event: LessonEvent) {
	const form = await event.request.formData();
	const { lesson: words, common } = messagesAsWritten(event.locals.locale);
	const question = textOf(form, 'question');
	const answer = givenAnswer(form);
	const outcome: CheckOutcome = { question, answer, verdict: null, refused: words.noAnswer };
	if (answer === null) return fail(422, { outcome, notDone: null });

	const pageId = textOf(form, 'id');
	const result = await api(event.fetch).check({
		course: event.params.course,
		lesson: event.params.lesson,
		question,
		answer,
		locale: event.locals.locale,
		...given({ version: event.url.searchParams.get('version') }),
		// The same answer sent twice counts once; another answer from the same page is another answer.
		...(heldId(form) ?? clientIdOf(pageId, JSON.stringify(answer))),
	});
	if (result.ok) return { outcome: { ...outcome, verdict: result.data, refused: null }, notDone: null };
	const refused = result.problem.detail || common.tryAgain;
	return fail(result.status, { outcome: { ...outcome, refused }, notDone: null });
}

/** Ticks a task, or takes the tick off, and shows the lesson again at that place. */
export async function tickTry(event: LessonEvent) {
	const form = await event.request.formData();
	const item = textOf(form, 'item');
	const done = choiceOf(form, 'done', ['yes', 'no']) ?? refuseForm();
	const type = done === 'yes' ? 'try.done' : 'try.undone';
	const sent = await sendEvent(event, { type, item }, form);
	if (!sent) return notDone(event);
	redirect(303, `${event.url.pathname}${versionQuery(event)}#try-${encodeURIComponent(item)}`);
}

/** “Done”: notes it; the lesson then says so at its end, with what comes next. */
export async function finishLesson(event: LessonEvent) {
	const form = await event.request.formData();
	const sent = await sendEvent(event, { type: 'lesson.done' }, form);
	if (!sent) return notDone(event);
	const carried = event.url.searchParams.get('carried');
	const query = new URLSearchParams({ ...given({ version: carried }), finished: '' });
	redirect(303, `${event.url.pathname}?${query}#onward`);
}

type Happened = Pick<LearningEvent, 'type' | 'item'>;
async function sendEvent(event: LessonEvent, happened: Happened, form: FormData): Promise<boolean> {
	const { clientId: id = crypto.randomUUID() } =
		heldId(form) ?? clientIdOf(textOf(form, 'id'), `${happened.type} ${happened.item ?? ''}`);
	const { course, lesson } = event.params;
	const told: LearningEvent = {
		...happened,
		id,
		course,
		lesson,
		at: new Date().toISOString(),
		locale: event.locals.locale,
		...given({ version: event.url.searchParams.get('version') }),
	};
	const result = await asLearner(event, (client) => client.sendEvents({ events: [told] }));
	return result.ok && result.data.rejected.length === 0;
}

/** The id under which the device holds it, where the script has put it into the form: sent both ways it counts once. */
function heldId(form: FormData): { clientId: string } | null {
	const clientId = textOf(form, 'event');
	return isUuid(clientId) ? { clientId } : null;
}

function notDone(event: LessonEvent) {
	return fail(503, { outcome: null, notDone: messagesAsWritten(event.locals.locale).lesson.notDone });
}

function given<T extends Record<string, string | null>>(values: T): { [K in keyof T]?: string } {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as {
		[K in keyof T]?: string;
	};
}

/** The version of the page, to be shown again after an act on it. */
function versionQuery(event: LessonEvent): string {
	const version = event.url.searchParams.get('version');
	return version ? `?version=${encodeURIComponent(version)}` : '';
}
