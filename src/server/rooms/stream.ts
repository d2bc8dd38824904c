import { PassThrough, type Readable } from 'node:stream';
import { fail, type Failure } from '../failure.ts';
import type { RoomWatch } from './watch.ts';

/** As many at once for one person, and for all people of a process. */
const mostOfOne = 4;
const mostOfAll = 500;
/** Keeps connections open that say nothing for long; at each the right to hear is looked at again. */
const heartbeat = 15_000;

interface Asked {
	room: string;
	/** Who hears. */
	actor: string;
	/** For so long. */
	seconds: number;
	/** Whether they may still hear. */
	isAllowed: () => Promise<boolean>;
}

/** Streams of server-sent events (HTML Living Standard, 9.2) about rooms, as many as one process bears. */
export class RoomStreams {
	readonly #open = new Map<PassThrough, { actor: string; end: () => void }>();
	#isLeaving = false;

	constructor(private readonly watch: RoomWatch) {}

	open({ room, actor, seconds, isAllowed }: Asked): Readable | Failure {
		if (this.#isLeaving) return fail('unavailable');
		const own = [...this.#open.values()].filter((one) => one.actor === actor);
		if (own.length >= mostOfOne) return fail('too-many', { values: { seconds: heartbeat / 1000 } });
		if (this.#open.size >= mostOfAll) return fail('busy');
		const stream = new PassThrough();
		const timers: NodeJS.Timeout[] = [];
		let stop = () => {};
		const end = () => {
			if (!this.#open.delete(stream)) return;
			stop();
			for (const timer of timers) clearTimeout(timer);
			stream.end();
		};
		this.#open.set(stream, { actor, end });
		stream.once('close', end);
		stream.write('retry: 3000\n\n');
		stop = this.watch.listen(room, ({ revision, over }) => {
			if (stream.writableEnded) return;
			stream.write(`event: ${over ? 'over' : 'room'}\ndata: ${revision}\n\n`);
			if (over || seconds === 0) end();
		});
		if (!this.#open.has(stream)) stop();
		timers.push(setInterval(() => void beat(), heartbeat).unref());
		if (seconds > 0) timers.push(setTimeout(end, seconds * 1000).unref());
		const beat = async () => {
			// A reader who takes nothing any more is let go, and so is who has signed out or lost the right.
			const mayHear = !stream.writableNeedDrain && (await isAllowed().catch(() => true));
			if (!mayHear) end();
			else if (!stream.writableEnded) stream.write(': \n\n');
		};
		return stream;
	}

	/** The server stops: it waits for nobody who only listens. */
	leave(): void {
		this.#isLeaving = true;
		for (const { end } of [...this.#open.values()]) end();
		this.watch.stop();
	}
}
