import { questionKinds, type PlainAnswer } from '#schemas/question.ts';
import { choiceOf, refuseForm } from '#lib/forms.ts';
import { fromForm } from './forms.ts';

/** The answer that a question's form holds; refused where it does not name its kind. */
export function givenAnswer(form: FormData): PlainAnswer {
	return fromForm(choiceOf(form, 'kind', questionKinds) ?? refuseForm(), form);
}
