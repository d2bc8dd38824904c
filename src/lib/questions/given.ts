import { error } from '@sveltejs/kit';
import { questionKinds, type PlainAnswer } from '#schemas/question.ts';
import { textOf } from '#lib/forms.ts';
import { oneOf } from '#lib/preferences.ts';
import { fromForm } from './forms.ts';

/** The answer that a question's form holds. A form that names no kind there is was not made here, and is refused. */
export function givenAnswer(form: FormData): PlainAnswer {
	const kind = oneOf(questionKinds, textOf(form, 'kind'));
	return kind ? fromForm(kind, form) : error(400, { message: '' });
}
