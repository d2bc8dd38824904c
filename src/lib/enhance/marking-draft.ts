import { whoseField } from '#schemas/whose.ts';

const prefix = 'cung-hoc.marking.';

/**
 * What is typed in the form of a mark, kept in this tab until it is saved: whoever was signed out, or left by mistake,
 * finds it again. For the same grader alone.
 */
export class MarkingDraft {
	private readonly key: string;
	private readonly fields: (HTMLInputElement | HTMLTextAreaElement)[];

	constructor(private readonly form: HTMLFormElement) {
		this.key = keyOf(form.dataset.marking ?? '', new FormData(form).get(whoseField));
		this.fields = [
			...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'),
		].filter(({ name, type }) => type !== 'hidden' && name);
	}

	start() {
		// A form that comes back refused holds what was typed.
		if (this.form.dataset.refused === undefined) this.restore();
		this.form.addEventListener('input', () => this.keep());
	}

	private keep() {
		const given = this.fields.filter((field) => !isRadio(field) || field.checked);
		const values = given.map(({ name, value }) => [name, value]);
		attempt(() => sessionStorage.setItem(this.key, JSON.stringify(values)));
	}

	private restore() {
		const kept =
			attempt(() => JSON.parse(sessionStorage.getItem(this.key) ?? '[]') as [string, string][]) ?? [];
		const changed = kept.filter(([name, value]) => this.fill(name, value));
		const note = this.form.querySelector<HTMLElement>('[data-marking-restored]');
		if (note && changed.length > 0) note.hidden = false;
	}

	/** False where it stands there already, or there is no such field any more. */
	private fill(name: string, value: string): boolean {
		const field = this.fields.find((each) => each.name === name && (!isRadio(each) || each.value === value));
		if (!field || (isRadio(field) ? field.checked : field.value === value)) return false;
		if (isRadio(field)) field.checked = true;
		else field.value = value;
		const folded = field.closest('details');
		if (folded && value) folded.open = true;
		return true;
	}
}

/** Once it is saved. */
export function forgetDraft(task: string) {
	attempt(() => {
		for (const key of Object.keys(sessionStorage))
			if (key.startsWith(prefix + task)) sessionStorage.removeItem(key);
	});
}

const keyOf = (task: string, whose: FormDataEntryValue | null) => `${prefix}${task}.${String(whose)}`;

const isRadio = (field: HTMLInputElement | HTMLTextAreaElement): field is HTMLInputElement =>
	field.type === 'radio';

/** A browser may let nothing be kept; then nothing is. */
function attempt<T>(act: () => T): T | undefined {
	try {
		return act();
	} catch {
		return undefined;
	}
}
