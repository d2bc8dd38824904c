import { redirect } from '@sveltejs/kit';
import type { Attempt } from '#schemas/attempt.ts';
import type { AttemptView } from '#schemas/views/quiz.ts';
import { localise } from '#lib/locale.ts';
import { shownQuestion } from '#lib/quiz/onward.ts';
import { plainOf } from '#lib/questions/answer.ts';
import { secondsUntil } from '#lib/time.ts';
import { viewOrError } from '#lib/views.ts';
import { keep, saveAndGo, submit } from './actions.ts';
import type { Actions, PageServerLoad } from './$types';

/** What one screen of an attempt shows. `n` counts questions from 1. */
type Screen = { kind: 'question'; n: number } | { kind: 'review' } | { kind: 'time-up' };

export const load: PageServerLoad = async (event) => {
	const { attempt, skip } = await viewOrError<AttemptView>(event);
	const path = localise(event.locals.locale, `/attempts/${attempt.id}`);
	if (attempt.submission) redirect(303, `${path}/result`);
	const secondsLeft = attempt.deadline ? secondsUntil(attempt.deadline, Date.now()) : null;
	const answered = attempt.questions.map(({ id }) => plainOf(attempt.answers[id]?.answer) !== null);
	return {
		attempt,
		skip,
		path,
		answered,
		secondsLeft,
		screen:
			secondsLeft === 0
				? { kind: 'time-up' }
				: onlyOnward(attempt, screenOf(attempt, event.url.searchParams.get('q'), answered)),
	} satisfies { screen: Screen } & Record<string, unknown>;
};

/** The screen that was asked for; else the first question that has no answer yet. */
function screenOf(attempt: Attempt, asked: string | null, answered: boolean[]): Screen {
	const n = Number(asked);
	if (Number.isInteger(n) && n >= 1 && n <= attempt.questions.length) return { kind: 'question', n };
	const first = asked === 'review' ? -1 : answered.indexOf(false);
	return first < 0 ? { kind: 'review' } : { kind: 'question', n: first + 1 };
}

function onlyOnward(attempt: Attempt, screen: Screen): Screen {
	if (screen.kind !== 'question') return screen;
	const n = shownQuestion(attempt, screen.n);
	return n === null ? { kind: 'review' } : { kind: 'question', n };
}

export const actions: Actions = { save: saveAndGo, keep, submit };
