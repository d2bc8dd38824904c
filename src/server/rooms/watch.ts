/**
 * Says to supervisors that something in their room has changed. All who watch in this process share one look at the
 * database every two seconds, one statement for all their rooms; while nobody watches there is none. It asks the database
 * and no other process, so that any number of them may run, and it costs learners who save nothing.
 */
import { isOpenRoom } from '#domain/rooms.ts';
import type { Deps } from '../deps.ts';
import { revisionOf } from './describe.ts';
import { selectSitters, selectWatched } from './store.ts';

/** `over`: nothing in the room will change any more. */
export type RoomNews = { revision: string; over: boolean };
export type Hear = (news: RoomNews) => void;

const every = 2000;

export class RoomWatch {
	readonly #listeners = new Map<string, Set<Hear>>();
	readonly #last = new Map<string, RoomNews>();
	#timer: NodeJS.Timeout | undefined;
	#isLooking = false;

	constructor(
		private readonly deps: Pick<Deps, 'database' | 'now'>,
		private readonly onError: (error: unknown) => void,
	) {}

	/** Tells how the room stands as soon as that is known, and whatever is new from then on. Returns how to stop. */
	listen(room: string, hear: Hear): () => void {
		const hearing = this.#listeners.get(room) ?? new Set<Hear>();
		this.#listeners.set(room, hearing.add(hear));
		const known = this.#last.get(room);
		if (known) hear(known);
		else void this.look();
		this.#timer ??= setInterval(() => void this.look(), every).unref();
		return () => {
			hearing.delete(hear);
			if (hearing.size > 0 || this.#listeners.get(room) !== hearing) return;
			this.#listeners.delete(room);
			this.#last.delete(room);
			if (this.#listeners.size === 0) this.stop();
		};
	}

	stop(): void {
		clearInterval(this.#timer);
		this.#timer = undefined;
	}

	/** One look at a time; a database that cannot be asked is asked again at the next turn. */
	async look(): Promise<void> {
		if (this.#isLooking) return;
		this.#isLooking = true;
		try {
			for (const [room, news] of await this.#read()) {
				const last = this.#last.get(room);
				if (last?.revision === news.revision && last.over === news.over) continue;
				const hearing = this.#listeners.get(room);
				if (!hearing) continue;
				this.#last.set(room, news);
				for (const hear of [...hearing]) hear(news);
			}
		} catch (error) {
			this.onError(error);
		} finally {
			this.#isLooking = false;
		}
		// Whoever came while this was under way has been told nothing yet.
		const isNew = [...this.#listeners.keys()].some((room) => !this.#last.has(room));
		if (isNew && this.#timer) setTimeout(() => void this.look(), every / 10).unref();
	}

	async #read(): Promise<[room: string, news: RoomNews][]> {
		const { database, now } = this.deps;
		const ids = [...this.#listeners.keys()];
		const [rooms, sitters] = await Promise.all([
			selectWatched(database.query, ids),
			selectSitters(database.query, ids),
		]);
		const at = now();
		return rooms.map((room) => {
			const all = sitters.get(room.id) ?? [];
			const over = !isOpenRoom(room, at) && all.every(({ submittedAt }) => submittedAt !== null);
			return [room.id, { revision: revisionOf(room, all, at), over }];
		});
	}
}
