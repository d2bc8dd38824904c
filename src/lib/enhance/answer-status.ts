type State = 'saved' | 'held' | 'refused';

/** A reply that comes sooner than this needs no word before it. */
const patience = 2000;

/** The line under a question that says how its answer stands. The page brings the words, as `data-words-…`. */
export class AnswerStatus {
	private readonly line: HTMLElement | null;
	private readonly signIn: HTMLElement | null;
	private readonly choice: HTMLElement | null;
	private timer: ReturnType<typeof setTimeout> | undefined;

	constructor(private readonly form: HTMLFormElement) {
		this.line = form.querySelector('[data-autosave-status]');
		this.signIn = form.querySelector('[data-autosave-sign-in]');
		this.choice = form.querySelector('[data-autosave-choice]');
	}

	say(words: string, state: State, time = '', more = '', last = ''): void {
		const wordsOf = (name: string) => this.form.getAttribute(`data-words-${name}`) ?? '';
		const text = [wordsOf(words).replace('{time}', time), more].filter(Boolean).join('. ');
		this.write(state, `${text} ${wordsOf(last)}`.trim());
		if (this.signIn) this.signIn.hidden = words !== 'signed-out' && words !== 'other-learner';
		if (this.choice) this.choice.hidden = words !== 'elsewhere';
	}

	/** Of two answers, the one on the screen or the one that the server has. */
	onChoice(which: 'mine' | 'theirs', act: () => void): void {
		this.choice?.querySelector(`[data-keep-${which}]`)?.addEventListener('click', act);
	}

	sayLater(words: () => string, state: State): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.say(words(), state), patience);
	}

	/** What was said of an older answer is not true of a newer one. */
	clear(): void {
		this.write('', '');
	}

	/** All that was held has arrived. */
	clearHeld(): void {
		if (this.line?.dataset.state === 'held') this.clear();
	}

	show(): void {
		this.line?.scrollIntoView({ block: 'center' });
	}

	private write(state: State | '', text: string): void {
		clearTimeout(this.timer);
		const target = this.line?.querySelector('[data-autosave-words]');
		if (!this.line || !target) return;
		this.line.dataset.state = state;
		target.textContent = text;
		for (const more of [this.signIn, this.choice]) if (more) more.hidden = true;
	}
}

/** The number of a question in the row of all numbers. */
export function markNumber(question: string, isAnswered: boolean): void {
	const row = document.querySelector<HTMLElement>('[data-numbers]');
	const number = row?.querySelector(`[data-number="${question}"]`);
	const words = number?.querySelector('[data-number-words]');
	if (!row || !number || !words) return;
	number.classList.toggle('done', isAnswered);
	words.textContent = (isAnswered ? row.dataset.answeredWords : row.dataset.unansweredWords) ?? '';
}
