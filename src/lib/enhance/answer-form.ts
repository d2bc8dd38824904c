import type { Answer, QuestionKind } from '#schemas/question.ts';
import { confidenceField, fromFormRated, toFormRated } from '../questions/forms.ts';

/** The form of a question on the screen: what stands in it, and how it is sent without this script. */
export class AnswerForm {
	constructor(readonly element: HTMLFormElement) {}

	given(): Answer {
		return fromFormRated(this.kind, new FormData(this.element));
	}

	fill(answer: Answer): void {
		const given = toFormRated(this.kind, answer);
		for (const control of this.controls()) {
			const values = given.flatMap(([field, value]) => (field === control.name ? [value] : []));
			const isTick = control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type);
			if (isTick) control.checked = values.includes(control.value);
			else control.value = values[0] ?? '';
		}
		this.forgetShown();
	}

	/** As text, what the page was made with: the answer that the server has. */
	shown(): string | null {
		return this.shownInput()?.value ?? null;
	}

	/** It is what the server has. */
	setShown(text: string): void {
		const input = this.shownInput();
		if (input) input.value = text;
	}

	/** The plain form would take an answer that was changed and changed back for one that was never touched. */
	forgetShown(): void {
		const input = this.shownInput();
		if (input) input.value = '';
	}

	/** Half a number is no mistake while it is being typed. */
	isTyping(): boolean {
		const { activeElement } = document;
		return this.controls().some((control) => control === activeElement && /^text/.test(control.type));
	}

	/** A file is chosen, to be sent when the form is. */
	hasFile(): boolean {
		const input = this.element.elements.namedItem('file');
		return input instanceof HTMLInputElement && Boolean(input.files?.length);
	}

	/** The file that was sent shall go, and no other takes its place. */
	isTakenBack(): boolean {
		const box = this.element.elements.namedItem('remove');
		return !this.hasFile() && box instanceof HTMLInputElement && box.checked;
	}

	/** Saves the answer and goes on as without script; `revision`: under which it is held here, so that it is known again. */
	sendPlainly(to: string, revision: number | undefined): void {
		addField(this.element, 'go', to);
		if (revision !== undefined) addField(this.element, 'under', String(revision));
		this.element.submit();
	}

	private get kind(): QuestionKind {
		return this.element.dataset.kind as QuestionKind;
	}

	private shownInput(): HTMLInputElement | null {
		const input = this.element.elements.namedItem('was');
		return input instanceof HTMLInputElement ? input : null;
	}

	/** All that an answer is given by: its fields are called `answer`, or `answer.` and the name of a part, and how sure one is. */
	private controls() {
		const found = this.element.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
			'input, select, textarea',
		);
		return [...found].filter(({ name }) => /^answer(?:$|\.)/.test(name) || name === confidenceField);
	}
}

/** One more value to be sent with a form, instead of one that was added before. */
export function addField(form: HTMLFormElement, name: string, value: string): void {
	form.querySelector(`[data-added="${name}"]`)?.remove();
	const input = document.createElement('input');
	Object.assign(input, { type: 'hidden', name, value });
	input.dataset.added = name;
	form.append(input);
}
