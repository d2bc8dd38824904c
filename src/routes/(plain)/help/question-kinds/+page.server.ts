import { error, fail } from '@sveltejs/kit';
import type { Answer, Verdict } from '#schemas/question.ts';
import { textOf } from '#lib/forms.ts';
import { judgeExample, shownExamples } from '#lib/help/examples.ts';
import { givenAnswer } from '#lib/questions/given.ts';
import { messagesAsWritten } from '#messages/index.ts';
import type { Actions, PageServerLoad } from './$types';

interface Outcome {
	question: string;
	answer: Answer;
	verdict: Verdict | null;
	/** Why there is no verdict. */
	refused: string | null;
}

export const load: PageServerLoad = () => ({ examples: shownExamples });

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const form = await request.formData();
		const { lesson, api } = messagesAsWritten(locals.locale);
		const question = textOf(form, 'question');
		const answer = givenAnswer(form);
		const outcome: Outcome = { question, answer, verdict: null, refused: lesson.noAnswer };
		if (answer === null) return fail(422, outcome);
		const said = judgeExample(question, answer);
		if (said === null) error(404, { message: '' });
		if ('unreadable' in said) return fail(422, { ...outcome, refused: api.answers[said.unreadable] });
		return { ...outcome, verdict: said, refused: null };
	},
};
