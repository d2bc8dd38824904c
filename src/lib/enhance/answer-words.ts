import type { Answer, QuestionKind } from '#schemas/question.ts';
import { plainOf } from '../questions/answer.ts';
import { toForm } from '../questions/forms.ts';

/** An answer in the words of the form in which it is given, one line a part of it. */
export function answerInWords(form: ParentNode, kind: QuestionKind, answer: Answer): string[] {
	return toForm(kind, plainOf(answer)).flatMap(([name, value]) => {
		const controls = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)];
		const [first] = controls;
		if (first instanceof HTMLSelectElement) return [selectedWords(first, value)];
		const ticked = controls.find((control) => control.value === value && control.type !== 'text');
		return [ticked ? sortedWords(ticked) : first ? named(first, value) : value];
	});
}

function selectedWords(select: HTMLSelectElement, value: string): string {
	const option = [...select.options].find((one) => one.value === value);
	const words = (option?.text ?? value).trim().replace(/^[A-Z]+\. /, '');
	const place = /\.([1-9]\d?)$/.exec(select.name)?.[1];
	return place ? `${place}. ${words}` : named(select, words);
}

/** What is typed or chosen under a name; `name.blank` stands in a text. */
function named(control: HTMLElement, words: string): string {
	const label = labelOf(control);
	return label ? `${label} → ${words}` : words;
}

/** A heading under which something is sorted stands beside it. */
function sortedWords(ticked: HTMLElement): string {
	const thing = ticked.closest('[role="radiogroup"]')?.querySelector('[data-sorted]')?.textContent;
	return thing ? `${thing.replace(/\s+/g, ' ').trim()} → ${labelOf(ticked)}` : labelOf(ticked);
}

function labelOf(control: HTMLElement): string {
	const words = control.closest('label')?.querySelector('span')?.textContent ?? '';
	return words.replace(/\s+/g, ' ').trim();
}
