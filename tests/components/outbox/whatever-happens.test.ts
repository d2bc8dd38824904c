/**
 * Whatever order things happen in: several tabs on one device, a network that loses requests and replies, pages that are
 * closed in the middle of anything.
 */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerOf } from '#lib/outbox/answer.ts';
import { nextRevision, type Entry } from '#lib/outbox/entry.ts';
import { handInEntry } from '#lib/outbox/hand-in.ts';
import { checkEntry, tryEntry } from '#lib/outbox/lesson.ts';
import { Mirror } from '#lib/outbox/mirror.ts';
import { Outbox } from '#lib/outbox/outbox.ts';
import type { Outcome } from '#lib/outbox/outcome.ts';
import { Sender } from '#lib/outbox/sender.ts';
import type { Shelf } from '#lib/outbox/shelf.ts';
import { given, MemoryShelf, MemoryStore, saved } from './device.ts';

const questions = ['q1', 'q2'] as const;
type Question = (typeof questions)[number];
type Command =
	| { do: 'answer'; tab: number; question: Question; answer: string }
	| { do: 'tick'; tab: number; isDone: boolean }
	| { do: 'check' | 'hand in' | 'flush' | 'reload'; tab: number };
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
	/** Answers in the order in which they were given. */
	readonly given: { question: Question; answer: string; at: number }[] = [];
	/** Ticks and checks in the order in which they were done, and the ids of those that the server has. */
	readonly done: Entry[] = [];
	readonly arrived = new Set<string>();
	/** When the attempt was first handed in on a page, and what the server had when that arrived. */
	pressed = Infinity;
	handedIn: Map<string, unknown> | null = null;
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
		if (command.do === 'tick') this.hold(tab, tryEntry(this.place(), 'viec-1', command.isDone));
		if (command.do === 'check') this.hold(tab, checkEntry(this.place(), 'kt-1', 'b'));
		if (command.do === 'hand in') this.handIn(tab);
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

	/** It came after the attempt had been handed in. */
	isTooLate(entry: Entry): boolean {
		return entry.refused?.why === 'submitted' && entry.at > this.pressed;
	}

	/** What may stand in the end: the last answer, or of those that came while the attempt was being handed in any. */
	mayStand(question: Question): string[] {
		const all = this.given.filter((one) => one.question === question);
		const last = all.filter(({ at }) => at < this.pressed).slice(-1);
		return [...last, ...all.filter(({ at }) => at > this.pressed)].map(({ answer }) => answer);
	}

	private place() {
		const where = { course: 'ai', lesson: 'mot', version: '0f', locale: 'vi' };
		return { ...where, learner: 'tam', title: 'Bài 1', page: '/courses/ai/lessons/mot', at: ++this.clock };
	}

	private hold(tab: Tab, entry: Entry): void {
		this.done.push(entry);
		void tab.outbox.hold(entry);
	}

	private handIn(tab: Tab): void {
		const { learner, title, page, locale, at } = this.place();
		this.pressed = Math.min(this.pressed, at);
		void tab.outbox.hold(handInEntry({ attempt: 'a1', learner, title, page, locale, at }));
	}

	private answer(tab: Tab, question: Question, answer: string): void {
		const revision = nextRevision(tab.revision[question], ++this.clock);
		tab.revision[question] = revision;
		this.given.push({ question, answer, at: this.clock });
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
		const reaches = fate === 'arrives' || fate === 'reply is lost';
		const outcome = reaches ? this.take(entry) : null;
		await this.scheduler.schedule(Promise.resolve(), 'reply');
		if (life.isOver) return never;
		return fate === 'arrives' && outcome ? outcome : { kind: 'retry', offline: fate !== 'server is busy' };
	}

	/** What the server makes of it. */
	private take(entry: Entry): Outcome {
		const question = answerOf(entry)?.question;
		if (entry.kind === 'hand-in')
			this.handedIn ??= new Map([...this.server].map(([of, { answer }]) => [of, answer]));
		if (!question) return (this.arrived.add(entry.id), saved);
		const there = this.server.get(question);
		if (there?.revision === entry.revision) return saved;
		if (this.handedIn) return { kind: 'refused', why: 'submitted', message: '' };
		if (there && there.revision > entry.revision)
			return { kind: 'elsewhere', revision: there.revision, savedAt: saved.savedAt };
		this.server.set(question, { answer: entry.body.answer, revision: entry.revision });
		return saved;
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
const command: fc.Arbitrary<Command> = fc.oneof(
	fc.record({
		do: fc.constant('answer' as const),
		tab,
		question: fc.constantFrom(...questions),
		answer: fc.string({ minLength: 1, maxLength: 2 }),
	}),
	fc.record({ do: fc.constant('flush' as const), tab }),
	fc.record({ do: fc.constant('reload' as const), tab }),
);
const all: fc.Arbitrary<Command> = fc.oneof(
	{ weight: 3, arbitrary: command },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('tick' as const), tab, isDone: fc.boolean() }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constantFrom('check' as const, 'hand in' as const), tab }) },
);
const fate = fc.constantFrom<Fate>('arrives', 'arrives', 'is lost', 'reply is lost', 'server is busy');

/** The timers of senders never come: what is sent again is said by the commands. */
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe.each([
	['with locks between tabs', true],
	['without', false],
])('whatever happens, %s', (_name, hasLocks) => {
	/** Does all of it, in whatever order its steps come. */
	async function run(scheduler: fc.Scheduler, commands: Command[], fates: Fate[]): Promise<World> {
		const world = new World(scheduler, [...fates], hasLocks);
		const doAll = async () => {
			for (const each of commands) {
				await scheduler.schedule(Promise.resolve(), each.do);
				world.do(each);
			}
			await world.end();
		};
		await scheduler.waitFor(doAll());
		return world;
	}

	it('the server ends with the last answer, the device with nothing but what its owner is asked', async () => {
		let [sent, asked] = [0, 0];
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.array(command, { maxLength: 14 }),
				fc.array(fate, { maxLength: 12 }),
				async (scheduler, commands, fates) => {
					const world = await run(scheduler, commands, fates);
					const stands = [...world.server].map(([question, { answer }]) => [question, answer]);
					const last = world.given.map(({ question, answer }) => [question, answer]);
					expect(new Map(stands as [string, string][])).toEqual(new Map(last as [string, string][]));
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

	// Thousands of orders: a busy machine takes its time.
	const patient = { timeout: 60_000 };
	it(
		'every check arrives, the last tick stands, and nothing is handed in before its answers',
		patient,
		async () => {
			const counts = { checks: 0, ticks: 0, handedIn: 0 };
			await fc.assert(
				fc.asyncProperty(
					fc.scheduler(),
					fc.array(all, { maxLength: 14 }),
					fc.array(fate, { maxLength: 12 }),
					async (scheduler, commands, fates) => {
						const world = await run(scheduler, commands, fates);
						const checks = world.done.filter(({ kind }) => kind === 'check');
						const ticks = world.done.filter(({ kind }) => kind === 'try');
						expect(checks.filter(({ id }) => !world.arrived.has(id))).toEqual([]);
						expect(ticks.slice(-1).filter(({ id }) => !world.arrived.has(id))).toEqual([]);
						expect(world.handedIn !== null).toBe(world.pressed < Infinity);
						for (const question of questions) {
							const may = world.mayStand(question);
							if (may.length === 0) continue;
							const { answer } = world.server.get(question) ?? {};
							// Of answers that all came too late none may have arrived.
							if (
								answer !== undefined ||
								world.given.some((one) => one.question === question && one.at < world.pressed)
							)
								expect(may).toContain(answer);
							if (world.handedIn) expect(world.handedIn.get(question)).toBe(answer);
						}
						const left = world.left();
						expect(left.filter((entry) => !world.isOlder(entry) && !world.isTooLate(entry))).toEqual([]);
						counts.checks += checks.length;
						counts.ticks += ticks.length;
						counts.handedIn += world.handedIn ? 1 : 0;
					},
				),
				{ numRuns: 1500 },
			);
			for (const [name, count] of Object.entries(counts)) expect(count, name).toBeGreaterThan(100);
		},
	);
});
