import type { Entry } from '../outbox/entry.ts';
import { rememberWhoLeaves } from '../outbox/leaving.ts';
import { outboxOfDevice, startSender } from '../outbox/open.ts';
import { keptKey } from '../outbox/rescue-key.ts';
import { guestsBefore } from './guests-before.ts';
import { rowOf } from './held-here.ts';
import { showLeaving } from './leaving-panel.ts';
import { saveRescue } from './save-rescue.ts';

/** How long signing out waits for what is still held. */
const patience = 4000;

/**
 * Sends what is held before somebody signs out by that form. Where something is left its owner is shown it, and signs
 * out once they have said so. Of guests, those before this account too, and of who uses a shared device, nothing stays
 * here; of others it waits, seen by nobody, for its owner to come back. Whether to go on now.
 */
export async function beforeLeaving(form: HTMLFormElement, isIdle: boolean): Promise<boolean> {
	const { learner = '', leaves, guests = '' } = document.querySelector('main')?.dataset ?? {};
	const own = [...guests.split(' ').filter(Boolean), learner];
	const before = guestsBefore(learner).filter((guest) => !own.includes(guest));
	const { outbox, recovered } = outboxOfDevice();
	await recovered;
	let isOthers = false;
	const sender = startSender(outbox, own, (_sent, { kind }) => (isOthers ||= kind === 'other-learner'));
	const left = async () => {
		await Promise.race([sender.flush(), new Promise((resolve) => setTimeout(resolve, patience))]);
		return outbox.waiting(...own, ...before);
	};
	const held = await left();
	const isMeant = form.dataset.leaveAnyway !== undefined;
	if (held.length > 0 && !isIdle && !isMeant) {
		offer(form, held, { learner, before, left, waiting: () => outbox.waiting(...own) });
		return false;
	}
	const gone = [...(leaves ? own : []), ...before];
	if (gone.length > 0 && !isOthers && (held.length === 0 || !isIdle)) rememberWhoLeaves(learner, gone);
	return true;
}

interface Held {
	learner: string;
	/** Whose things go with that, although who leaves has an account. */
	before: readonly string[];
	/** What is left after another try; what of their own is held now. */
	left(): Promise<Entry[]>;
	waiting(): Promise<Entry[]>;
}

/** What was not sent, and what can be done: to try again, to save it as a file, to sign out all the same, or to stay. */
function offer(form: HTMLFormElement, held: Entry[], { learner, before, left, waiting }: Held): void {
	const panel = showLeaving('held');
	// That page has one.
	if (!panel) return location.assign(form.action);
	const part = (name: string) => panel.querySelector<HTMLElement>(`[data-leaving-${name}]`);
	const say = (name: string, more = '') => {
		const line = part('said');
		if (line) line.textContent = (line.getAttribute(`data-words-${name}`) ?? '') + more;
	};
	const list = (entries: Entry[]) => {
		const isOwn = entries.some((entry) => !before.includes(entry.learner));
		const isBefore = entries.some((entry) => before.includes(entry.learner));
		for (const [name, isShown] of Object.entries({
			own: isOwn,
			send: isOwn,
			save: isOwn && key,
			before: isBefore,
		})) {
			const found = part(name);
			if (found) found.hidden = !isShown;
		}
		const title = part('title');
		if (title) title.textContent = (title.dataset.words ?? '').replace('{n}', String(entries.length));
		part('things')?.replaceChildren(...entries.map(rowOf));
	};
	const on = (name: string, act: () => unknown) => {
		const button = part(name);
		if (button) button.onclick = () => void act();
	};
	const key = keptKey(learner);
	say('');
	list(held);
	on('send', async () => {
		say('sending');
		const rest = await left();
		if (rest.length === 0) return leaveBy(form);
		list(rest);
		say('unsent');
	});
	on('save', async () => {
		const name = key && (await saveRescue(await waiting(), key).catch(() => null));
		say(name ? 'saved' : 'unsaved', name ? ` ${name}` : '');
	});
	on('anyway', () => leaveBy(form));
	on('stay', () => showLeaving(null));
}

/** They have been told what is left. */
function leaveBy(form: HTMLFormElement): void {
	form.dataset.leaveAnyway = '';
	form.requestSubmit();
}
