import { questionKinds, type Answer } from '#schemas/question.ts';
import { choiceOf, refuseForm } from '#lib/forms.ts';
import { fromFormRated } from './forms.ts';

/** The answer that a question's form holds; refused where it does not name its kind. */
export function givenAnswer(form: FormData): Answer {
	return fromFormRated(choiceOf(form, 'kind', questionKinds) ?? refuseForm(), form);
}
