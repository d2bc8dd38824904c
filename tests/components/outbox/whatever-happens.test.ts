/**
 * Whatever order things happen in: several tabs on one device, a network that loses requests and replies, pages that are
 * closed in the middle of anything.
 */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerOf } from '#lib/outbox/answer.ts';
import { nextRevision, type Entry } from '#lib/outbox/entry.ts';
import { Mirror } from '#lib/outbox/mirror.ts';
import { Outbox } from '#lib/outbox/outbox.ts';
import type { Outcome } from '#lib/outbox/outcome.ts';
import { Sender } from '#lib/outbox/sender.ts';
import type { Shelf } from '#lib/outbox/shelf.ts';
import { given, MemoryShelf, MemoryStore, saved } from './device.ts';

const questions = ['q1', 'q2'] as const;
type Question = (typeof questions)[number];
type Command =
	{ do: 'answer'; tab: number; question: Question; answer: string } | { do: 'flush' | 'reload'; tab: number };
/** What the network does with a request. */
type Fate = 'arrives' | 'is lost' | 'reply is lost' | 'server is busy';
const never = new Promise<never>(() => undefined);

interface Tab {
	outbox: Outbox;
	sender: Sender;
	revision: Record<Question, number>;
	life: { isOver: boolean };
}

class World {
	readonly shelf = new MemoryShelf();
	readonly store = new MemoryStore();
	readonly server = new Map<string, { answer: unknown; revision: number }>();
	readonly last = new Map<string, string>();
	/** Sent although a page knew already that it had arrived. */
	readonly needless: string[] = [];
	private readonly confirmed = new Set<string>();
	private readonly tabs: Tab[];
	private lock: Promise<void> = Promise.resolve();
	private clock = 0;

	constructor(
		private readonly scheduler: fc.Scheduler,
		private readonly fates: Fate[],
		private readonly hasLocks: boolean,
	) {
		this.tabs = [this.open(), this.open()];
	}

	do(command: Command): void {
		const tab = this.tabs[command.tab]!;
		if (command.do === 'answer') this.answer(tab, command.question, command.answer);
		if (command.do === 'flush') void tab.sender.flush();
		if (command.do === 'reload') void this.reload(command.tab);
	}

	/** The network is good from now on, and every page is opened once more. */
	async end(): Promise<void> {
		this.fates.length = 0;
		await Promise.all(this.tabs.map((_tab, index) => this.reload(index)));
	}

	/** What the device still holds. */
	left(): Entry[] {
		return [...this.shelf.kept.values(), ...new Mirror(this.store).all()];
	}

	/** Its owner is asked about it, since the server has a newer answer. */
	isOlder(entry: Entry): boolean {
		const there = this.server.get(answerOf(entry)?.question ?? '');
		return entry.refused?.why === 'elsewhere' && there !== undefined && there.revision > entry.revision;
	}

	private answer(tab: Tab, question: Question, answer: string): void {
		const revision = nextRevision(tab.revision[question], ++this.clock);
		tab.revision[question] = revision;
		this.last.set(question, answer);
		void tab.outbox.hold(given({ question, answer, revision, at: this.clock }));
	}

	private async reload(index: number): Promise<void> {
		this.tabs[index]!.life.isOver = true;
		const tab = (this.tabs[index] = this.open());
		await tab.outbox.recover();
		await tab.sender.flush();
	}

	private open(): Tab {
		const life = { isOver: false };
		const outbox = new Outbox(this.shelfFor(life), new Mirror(this.storeFor(life)));
		const send = (entry: Entry) => this.send(entry, life);
		const alone = (work: () => Promise<void>) => this.alone(work, life);
		const sender = new Sender(outbox, ['tam'], { send, alone }, (sent, { kind }) => {
			if (kind === 'saved' && !life.isOver) this.confirmed.add(sent.id + sent.revision);
		});
		return { outbox, sender, revision: { q1: 0, q2: 0 }, life };
	}

	/** Each step of a database takes its time, and of a page that is gone none comes any more. */
	private shelfFor(life: Tab['life']): Shelf {
		const step = async <T>(work: () => Promise<T>): Promise<T> => {
			await this.scheduler.schedule(Promise.resolve(), 'shelf');
			if (life.isOver) return never;
			const result = await work();
			await this.scheduler.schedule(Promise.resolve(), 'shelf replies');
			return life.isOver ? never : result;
		};
		return {
			all: () => step(() => this.shelf.all()),
			change: (place, change) => step(() => this.shelf.change(place, change)),
		};
	}

	private storeFor(life: Tab['life']) {
		const { store } = this;
		const page = Object.create(store, {
			setItem: { value: (key: string, value: string) => life.isOver || store.setItem(key, value) },
			removeItem: { value: (key: string) => life.isOver || store.removeItem(key) },
			length: { get: () => store.length },
		}) as MemoryStore;
		return page;
	}

	private async send(entry: Entry, life: Tab['life']): Promise<Outcome> {
		if (life.isOver) return never;
		if (this.confirmed.has(entry.id + entry.revision)) this.needless.push(entry.slot);
		const fate = this.fates.shift() ?? 'arrives';
		await this.scheduler.schedule(Promise.resolve(), fate);
		const question = answerOf(entry)?.question ?? '';
		const there = this.server.get(question);
		const reaches = fate === 'arrives' || fate === 'reply is lost';
		const isNew = !there || entry.revision > there.revision;
		if (reaches && isNew) this.server.set(question, { answer: entry.body.answer, revision: entry.revision });
		await this.scheduler.schedule(Promise.resolve(), 'reply');
		if (life.isOver) return never;
		if (fate !== 'arrives') return { kind: 'retry', offline: fate !== 'server is busy' };
		if (isNew || entry.revision === there.revision) return saved;
		return { kind: 'elsewhere', revision: there.revision, savedAt: saved.savedAt };
	}

	/** The browser lets go of the lock of a page that is gone. */
	private async alone(work: () => Promise<void>, life: Tab['life']): Promise<void> {
		if (!this.hasLocks) return work();
		const before = this.lock;
		const over = async () => {
			while (!life.isOver) await this.scheduler.schedule(Promise.resolve(), 'is it gone?');
		};
		let release = () => {};
		this.lock = new Promise((resolve) => (release = resolve));
		await before;
		if (!life.isOver) await Promise.race([work(), over()]);
		release();
	}
}

const tab = fc.nat({ max: 1 });
const command = fc.oneof<[fc.Arbitrary<Command>, fc.Arbitrary<Command>, fc.Arbitrary<Command>]>(
	fc.record({
		do: fc.constant('answer' as const),
		tab,
		question: fc.constantFrom(...questions),
		answer: fc.string({ minLength: 1, maxLength: 2 }),
	}),
	fc.record({ do: fc.constant('flush' as const), tab }),
	fc.record({ do: fc.constant('reload' as const), tab }),
);
const fate = fc.constantFrom<Fate>('arrives', 'arrives', 'is lost', 'reply is lost', 'server is busy');

/** The timers of senders never come: what is sent again is said by the commands. */
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe.each([
	['with locks between tabs', true],
	['without', false],
])('whatever happens, %s', (_name, hasLocks) => {
	it('the server ends with the last answer, the device with nothing but what its owner is asked', async () => {
		let [sent, asked] = [0, 0];
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.array(command, { maxLength: 14 }),
				fc.array(fate, { maxLength: 12 }),
				async (scheduler, commands, fates) => {
					const world = new World(scheduler, [...fates], hasLocks);
					const doAll = async () => {
						for (const each of commands) {
							await scheduler.schedule(Promise.resolve(), each.do);
							world.do(each);
						}
						await world.end();
					};
					await scheduler.waitFor(doAll());
					const stands = [...world.server].map(([question, { answer }]) => [question, answer]);
					expect(new Map(stands as [string, string][])).toEqual(world.last);
					const left = world.left();
					// What was sent once more after a newer answer had arrived waits for its owner to choose; that is rare.
					expect(left.filter((entry) => !world.isOlder(entry))).toEqual([]);
					if (left.length === 0) expect([...world.store.kept]).toEqual([]);
					asked += left.length;
					if (hasLocks) expect(world.needless).toEqual([]);
					sent += world.server.size;
				},
			),
			{ numRuns: 400 },
		);
		expect(sent).toBeGreaterThan(200);
		expect(asked).toBeLessThan(sent / 50);
	});
});
