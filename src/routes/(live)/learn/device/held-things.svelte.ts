import type { RescueKey } from '#schemas/rescue.ts';
import { visitor } from '#schemas/whose.ts';
import { guestsBefore } from '#lib/enhance/guests-before.ts';
import { forgetRefused } from '#lib/enhance/known.ts';
import { readerHere } from '#lib/enhance/reader.ts';
import { saveRescue } from '#lib/enhance/save-rescue.ts';
import type { Entry } from '#lib/outbox/entry.ts';
import { outboxOfDevice, startSender, thoseOf } from '#lib/outbox/open.ts';
import type { Outbox } from '#lib/outbox/outbox.ts';
import type { Outcome } from '#lib/outbox/outcome.ts';
import { forgetKey, keptKey } from '#lib/outbox/rescue-key.ts';
import type { Sender } from '#lib/outbox/sender.ts';

type State = 'held' | 'sent' | 'saved';
interface Thing {
	entry: Entry;
	state: State;
}

/** Of a guest before this account, whose learning is not theirs. */
export interface Apart {
	guest: string;
	entries: Entry[];
	/** Null: nothing of it can be saved as a file. */
	key: RescueKey | null;
}

/** What the outbox of this device holds for one learner, followed while it is sent. */
export class HeldThings {
	/** How the whole stands: what was said last. */
	state = $state<
		'looking' | 'sending' | 'sent' | 'offline' | 'busy' | 'blocked' | 'signedOut' | 'otherLearner'
	>('looking');
	/** All that was waiting since the page was opened, what has arrived since included. */
	things = $state.raw<Thing[]>([]);
	refused = $state.raw<Entry[]>([]);
	isLasting = $state(true);
	waiting = $derived(this.things.filter(({ state }) => state === 'held' || state === 'sent'));
	private outbox: Outbox | null = null;
	private sender: Sender | null = null;
	/** Done here before who is signed in now was: theirs only if they say so. */
	nobodys = $state.raw<Entry[]>([]);
	apart = $state.raw<Apart[]>([]);
	private learner: string | null = null;
	private learners: string[] = [];
	rescueKey = $state.raw<RescueKey | null>(null);

	/** `guests`: whose learning became the learner's. */
	start({ id, guest, guests }: { id: string | null; guest: boolean; guests: readonly string[] }): void {
		// That one guest was followed by this account is noticed here too.
		readerHere();
		const { outbox, recovered } = outboxOfDevice();
		this.learner = id;
		this.learners = [...guests, ...thoseOf(id, guest)];
		this.outbox = outbox;
		this.sender = startSender(
			outbox,
			this.learners,
			(sent, outcome) => void this.tell(sent, outcome),
			(entry) => this.mark(entry, 'sent'),
		);
		void recovered.then(() => this.look()).then(() => this.sendNow());
	}

	async sendNow(): Promise<void> {
		if (this.waiting.length > 0) this.state = 'sending';
		await this.sender?.flush();
		await this.look();
		if (this.state === 'sending' || this.state === 'looking') this.state = 'sent';
	}

	async dismiss(entry: Entry): Promise<void> {
		await this.outbox?.drop(entry);
		await this.look();
		await this.outbox?.tidy();
	}

	/** What nobody had done yet: of who is signed in now, or of nobody who comes back. */
	async settleNobodys(isMine: boolean): Promise<void> {
		const learner = this.learner ?? visitor;
		if (isMine) await this.outbox?.giveTo(learner, this.nobodys);
		else for (const entry of this.nobodys) await this.outbox?.drop(entry);
		await this.look();
		await this.sendNow();
	}

	/** Saves what is held as a file for somebody who has a network. How it is called. */
	async rescue(): Promise<string> {
		const key = this.rescueKey;
		if (!key || !this.outbox) throw new Error('No key on this device.');
		const own = this.learners.filter((learner) => learner !== visitor);
		return saveRescue(await this.outbox.waiting(...own), key);
	}

	async rescueApart({ guest, key }: Apart): Promise<string> {
		if (!key || !this.outbox) throw new Error('No key on this device.');
		return saveRescue(await this.outbox.waiting(guest), key);
	}

	async dropApart({ guest }: Apart): Promise<void> {
		await this.outbox?.forget(guest);
		forgetKey(guest);
		await this.look();
	}

	/** Reads anew what is held. */
	private async look(): Promise<void> {
		const all = (await this.outbox?.all(...this.learners)) ?? [];
		const isAsked = !this.learners.includes(visitor);
		this.nobodys = isAsked ? ((await this.outbox?.all(visitor)) ?? []) : [];
		this.apart = await this.lookApart();
		const isHeld = (slot: string) => all.some((entry) => entry.slot === slot);
		const arrived = this.things.filter(({ entry, state }) => state !== 'held' && !isHeld(entry.slot));
		const waiting = all.filter(({ refused }) => !refused).map((entry) => this.thingOf(entry));
		this.things = [...arrived, ...waiting];
		this.refused = all.filter(({ refused }) => refused);
		forgetRefused(this.learner, all);
		this.isLasting = this.outbox?.isLasting ?? true;
		this.rescueKey = keptKey(this.learner ?? visitor);
	}

	private async lookApart(): Promise<Apart[]> {
		const guests = guestsBefore(this.learner).filter((guest) => !this.learners.includes(guest));
		const found = guests.map(async (guest) => {
			const entries = (await this.outbox?.all(guest)) ?? [];
			return { guest, entries, key: keptKey(guest) };
		});
		return (await Promise.all(found)).filter(({ entries }) => entries.length > 0);
	}

	private thingOf(entry: Entry): Thing {
		const known = this.things.find((one) => one.entry.id === entry.id);
		return { entry, state: known?.state === 'sent' ? 'sent' : 'held' };
	}

	private async tell(sent: Entry, outcome: Outcome): Promise<void> {
		if (outcome.kind === 'saved') return this.mark(sent, outcome.kind);
		if (outcome.kind === 'refused' || outcome.kind === 'elsewhere') return this.look();
		this.mark(sent, 'held');
		if (outcome.kind === 'signed-out') this.state = 'signedOut';
		else if (outcome.kind === 'other-learner') this.state = 'otherLearner';
		else if (outcome.kind === 'blocked') this.state = 'blocked';
		else this.state = outcome.offline ? 'offline' : 'busy';
	}

	private mark(sent: Entry, state: State): void {
		this.things = this.things.map((one) => (one.entry.id === sent.id ? { ...one, state } : one));
	}
}
