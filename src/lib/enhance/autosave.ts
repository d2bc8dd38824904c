import { AnswerQueue } from './answer-queue.ts';
import { AnswerScreen } from './answer-screen.ts';
import { AnswerSender } from './answer-sender.ts';
import { AnswerShelf } from './answer-shelf.ts';

/**
 * Saves answers as they are given (`form[data-autosave]`), holds them on the device while the network fails, and sends
 * what is still held from whatever page comes next (`[data-learner]` names whose).
 */
export function autosave() {
	const learner = document.querySelector<HTMLElement>('[data-learner]')?.dataset.learner;
	if (!learner) return;
	const shelf = new AnswerShelf();
	const queue = new AnswerQueue(shelf);
	const form = document.querySelector<HTMLFormElement>('form[data-autosave]');
	const screen = form && new AnswerScreen(form, queue, learner, () => shelf.isLasting);
	const sender = new AnswerSender(queue, learner, (sent, outcome) => screen?.tell(sent, outcome));
	screen?.listen(sender);
	beforeHandingIn(queue, sender, learner);
	tellRefused(queue, learner);
	if (queue.waiting(learner).length > 0) void sender.flush();
}

/** `form[data-autosave-review]`: what the device still holds goes first, and the list shows it. */
function beforeHandingIn(queue: AnswerQueue, sender: AnswerSender, learner: string) {
	const form = document.querySelector<HTMLFormElement>('form[data-autosave-review]');
	if (!form) return;
	const isHolding = () => queue.waiting(learner).some(({ attempt }) => attempt === form.dataset.attempt);
	const note = document.querySelector<HTMLElement>('[data-autosave-held]');
	let isBusy = false;
	form.addEventListener('submit', (event) => {
		if (isBusy) return event.preventDefault();
		isBusy = true;
		if (!isHolding()) return;
		event.preventDefault();
		void sender.flush().then(() => {
			if (!isHolding()) return form.submit();
			isBusy = false;
			if (note) note.hidden = false;
		});
	});
	addEventListener('pageshow', () => (isBusy = false));
	if (isHolding()) void sender.flush().then(() => isBusy || isHolding() || location.reload());
}

/** `[data-autosave-result]`: says so where an answer came too late to count. */
function tellRefused(queue: AnswerQueue, learner: string) {
	const note = document.querySelector<HTMLElement>('[data-autosave-result]');
	if (!note) return;
	const late = queue.all(learner).filter(({ attempt }) => attempt === note.dataset.autosaveResult);
	note.hidden = late.length === 0;
	// The attempt is closed: nothing of it can be taken any more.
	for (const held of late) queue.drop(held);
}
