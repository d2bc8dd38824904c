import type { Entry } from '../outbox/entry.ts';
import { handedInBy } from '../outbox/hand-in.ts';
import { forgetWhoLeft } from '../outbox/leaving.ts';
import { outboxOfDevice, startSender, thoseOf } from '../outbox/open.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { keepKey } from '../outbox/rescue-key.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { forgetMarksOfOthers } from './known.ts';
import { isKept } from '../offline/reader.ts';
import { readerHere } from './reader.ts';

/**
 * Saves answers as they are given (`form[data-autosave]`), holds them on the device while the network fails, and sends
 * what is still held from whatever page comes next (`[data-learner]` names whose; `data-guests` those whose
 * learning became theirs, and whose things go to them too).
 */
export function autosave() {
	const reader = readerHere();
	const { learner, isGuest } = reader;
	if (!isKept()) forgetMarksOfOthers(learner, ...(isGuest || !learner ? [null] : []));
	const { outbox, recovered } = outboxOfDevice();
	void recovered
		// A page of the device does not know who is signed in.
		.then(() => (isKept() ? undefined : forgetWhoLeft(outbox, learner)))
		.then(() => (learner ? keepKey(learner) : undefined));
	const { guests = '' } = document.querySelector('main')?.dataset ?? {};
	const learners = [...guests.split(' ').filter(Boolean), ...thoseOf(learner, isGuest)];
	let last: Outcome | null = null;
	const hearers: ((sent: Entry, outcome: Outcome) => void)[] = [];
	const sender = startSender(outbox, learners, (sent, outcome) => {
		last = outcome;
		for (const hear of hearers) hear(sent, outcome);
	});
	const article = document.querySelector<HTMLElement>('[data-lesson]');
	if (article)
		void import('./lesson-page.ts').then(({ lessonPage }) => {
			const page = lessonPage(article, { outbox, sender, reader });
			hearers.push((sent, outcome) => page.tell(sent, outcome));
		});
	const isAttempt = document.querySelector('[data-autosave], [data-autosave-review], [data-autosave-result]');
	if (learner && isAttempt)
		return void import('./attempt-page.ts').then(({ AttemptPage }) => {
			const work = { outbox, sender, learner, recovered, last: () => last };
			const page = new AttemptPage(work);
			hearers.push((sent, outcome) => page.tell(sent, outcome));
		});
	hearers.push(showArrived);
	void recovered.then(() => sender.flush()).then(() => (learner ? showRefused(outbox, learner) : undefined));
}

/** `[data-arrived]`: a quiz that was handed in without a network has been sent; its result is there. */
function showArrived(sent: Entry, { kind }: Outcome) {
	const note = document.querySelector<HTMLElement>('[data-arrived]');
	const [title, link] = [note?.querySelector('span'), note?.querySelector('a')];
	if (kind !== 'saved' || !handedInBy(sent) || !note || !title || !link) return;
	title.textContent = sent.title;
	title.lang = sent.locale ?? '';
	link.href = sent.page;
	note.hidden = false;
}

/** `[data-refused]`: what the server did not take is no secret, on whatever page its owner is. */
async function showRefused(outbox: Outbox, learner: string) {
	const note = document.querySelector<HTMLElement>('[data-refused]');
	if (note) note.hidden = !(await outbox.all(learner)).some(({ refused }) => refused);
}
