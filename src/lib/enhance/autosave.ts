import type { Entry } from '../outbox/entry.ts';
import { handedInBy } from '../outbox/hand-in.ts';
import { forgetWhoLeft } from '../outbox/leaving.ts';
import { outboxOfDevice, startSender, thoseOf } from '../outbox/open.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { keepKey } from '../outbox/rescue-key.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { forgetMarksOfOthers, forgetRefused } from './known.ts';
import { isKept } from '../offline/reader.ts';
import { readerHere } from './reader.ts';

/**
 * Saves answers as they are given (`form[data-autosave]`), holds them on the device while the network fails, and sends
 * what is still held from whatever page comes next (`[data-learner]` names whose; `data-guests` those whose
 * learning became theirs, and whose things go to them too).
 */
export async function autosave() {
	const article = document.querySelector<HTMLElement>('[data-lesson]');
	const isAttempt = document.querySelector('[data-autosave], [data-autosave-review], [data-autosave-result]');
	// All or nothing: where a part does not come nothing has begun, and all is asked for once more.
	const [ofLesson, ofAttempt] = await Promise.all([
		article && import('./lesson-page.ts'),
		isAttempt && import('./attempt-page.ts'),
	]);
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
		if (outcome.kind === 'refused') forgetRefused(learner, [{ ...sent, refused: outcome }]);
		for (const hear of hearers) hear(sent, outcome);
	});
	if (article && ofLesson) {
		const page = ofLesson.lessonPage(article, { outbox, sender, reader, learners });
		hearers.push((sent, outcome) => page.tell(sent, outcome));
	}
	if (learner && ofAttempt) {
		const page = new ofAttempt.AttemptPage({ outbox, sender, learner, recovered, last: () => last });
		hearers.push((sent, outcome) => page.tell(sent, outcome));
		return;
	}
	hearers.push(showArrived);
	const box = document.querySelector<HTMLElement>('[data-held-of]');
	void recovered
		.then(() => sender.flush())
		.then(() => (learner ? showRefused(outbox, learner) : undefined))
		.then(() => box && import('./held-here.ts').then(({ heldHere }) => heldHere(box, outbox)));
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
	const all = await outbox.all(learner);
	forgetRefused(learner, all);
	const note = document.querySelector<HTMLElement>('[data-refused]');
	if (note) note.hidden = !all.some(({ refused }) => refused);
}
