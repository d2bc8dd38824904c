import { error, fail } from '@sveltejs/kit';
import type { Answer } from '#schemas/question.ts';
import type { ReviewVerdict } from '#schemas/review.ts';
import type { ReviewView } from '#schemas/views/quiz.ts';
import { api } from '#lib/api.ts';
import { textOf } from '#lib/forms.ts';
import { givenAnswer } from '#lib/questions/given.ts';
import { ownView } from '#lib/views.ts';
import { messagesAsWritten, messagesFor } from '#messages/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const found = await ownView<ReviewView>(event);
	if (!found) error(401, { message: messagesFor(event.locals.locale).learning.reviewVisitor });
	const { due, nextAt, item } = found;
	return { due, nextAt, item };
};

interface Outcome {
	answer: Answer;
	judged: ReviewVerdict | null;
	refused: string | null;
}

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const { locale } = event.locals;
		const { lesson: words, common } = messagesAsWritten(locale);
		const answer = givenAnswer(form);
		const outcome: Outcome = { answer, judged: null, refused: words.noAnswer };
		if (answer === null) return fail(422, outcome);
		const [course, question] = [textOf(form, 'course'), textOf(form, 'question')];
		const result = await api(event.fetch).answerReview({ course, question, locale, answer });
		if (!result.ok)
			return fail(result.status, { ...outcome, refused: result.problem.detail || common.tryAgain });
		return { ...outcome, judged: result.data, refused: null };
	},
};
