import { MarkingDraft, forgetDraft } from './marking-draft.ts';

const offKey = 'cung-hoc.marking-keys';

/** A page on which an answer is graded: its form by keys, and what is typed there kept until it is saved. */
export function markingPage() {
	const saved = document.querySelector<HTMLElement>('[data-marking-saved]')?.dataset.markingSaved;
	if (saved) forgetDraft(saved);
	const form = document.querySelector<HTMLFormElement>('form[data-marking]');
	if (!form) return;
	new MarkingDraft(form).start();
	const keys = new MarkingKeys(form);
	document.addEventListener('keydown', (event) => keys.press(event));
	keys.offer();
}

class MarkingKeys {
	private readonly criteria: HTMLFieldSetElement[];
	/** The one that was given points last. */
	private last: HTMLFieldSetElement | null = null;
	private isOn = true;

	constructor(private readonly form: HTMLFormElement) {
		this.criteria = [...form.querySelectorAll<HTMLFieldSetElement>('[data-criterion]')];
	}

	/** Shows which keys there are, and lets them be turned off, for good on this device. */
	offer() {
		const box = document.querySelector<HTMLDetailsElement>('[data-marking-keys]');
		const tick = box?.querySelector<HTMLInputElement>('input[name="keys"]');
		if (!box || !tick) return;
		this.isOn = !isOff();
		tick.checked = this.isOn;
		tick.addEventListener('change', () => {
			this.isOn = tick.checked;
			remember(this.isOn);
		});
		box.hidden = false;
		// On a phone there are few keys to tell of.
		box.open = matchMedia('(pointer: fine)').matches;
	}

	press(event: KeyboardEvent) {
		const { key, code, target, altKey, ctrlKey, metaKey, isComposing } = event;
		if (!this.isOn || altKey || isComposing || this.form.closest('details:not([open])')) return;
		const does =
			ctrlKey || metaKey
				? key === 'Enter' && (() => this.save())
				: isTyping(target)
					? key === 'Escape' && (() => this.leave())
					: this.actionOf(key, code);
		if (!does) return;
		event.preventDefault();
		does();
	}

	private actionOf(key: string, code: string): (() => void) | false {
		const digit = /^\d$/.test(key) ? key : /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
		if (digit !== undefined) return () => this.give(this.current(), Number(digit));
		if (key === ',' || key === '.') return () => this.addHalf();
		if (code === 'KeyC') return () => this.form.querySelector<HTMLElement>('#field-comment')?.focus();
		const link = code && document.querySelector<HTMLElement>(`[data-marking-go="${code}"]`);
		return link ? () => link.click() : false;
	}

	/** Where the focus is; else the first that has no points, and is given them by choice. */
	private current(): HTMLFieldSetElement | undefined {
		const focused = this.criteria.find((each) => each.contains(document.activeElement));
		return focused ?? this.criteria.find((each) => radiosOf(each).length > 0 && !chosenIn(each));
	}

	private give(criterion: HTMLFieldSetElement | undefined, points: number) {
		if (!criterion || !choose(criterion, points)) return;
		this.last = criterion;
		const next = this.criteria[this.criteria.indexOf(criterion) + 1];
		const button = this.form.querySelector<HTMLElement>('button');
		(next ? entryOf(next) : button)?.focus();
	}

	private addHalf() {
		const chosen = this.last && chosenIn(this.last);
		if (this.last && chosen) choose(this.last, Number(chosen.value) + 0.5);
	}

	private leave() {
		const criterion = this.current() ?? this.criteria[0];
		(criterion ? entryOf(criterion) : this.form.querySelector<HTMLElement>('button'))?.focus();
	}

	private save() {
		this.form.querySelector<HTMLElement>('button')?.click();
	}
}

const radiosOf = (criterion: HTMLElement) => [
	...criterion.querySelectorAll<HTMLInputElement>('input[type="radio"]'),
];
const chosenIn = (criterion: HTMLElement) => radiosOf(criterion).find(({ checked }) => checked);
const entryOf = (criterion: HTMLElement) =>
	chosenIn(criterion) ?? criterion.querySelector<HTMLElement>('input');

/** False where the criterion does not offer these points. */
function choose(criterion: HTMLElement, points: number): boolean {
	const radio = radiosOf(criterion).find(({ value }) => Number(value) === points);
	if (!radio) return false;
	radio.checked = true;
	radio.dispatchEvent(new Event('input', { bubbles: true }));
	return true;
}

function isTyping(target: EventTarget | null): boolean {
	return (
		target instanceof Element &&
		target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])')
	);
}

function isOff(): boolean {
	try {
		return localStorage.getItem(offKey) === 'off';
	} catch {
		return false;
	}
}

function remember(isOn: boolean) {
	try {
		if (isOn) localStorage.removeItem(offKey);
		else localStorage.setItem(offKey, 'off');
	} catch {
		// Then it counts for this page alone.
	}
}
