import { randomUUID } from 'node:crypto';
import pg from 'pg';

export interface Listener {
	/** What was told. */
	heard(payload: string): void;
	/** Whether everything that is told is heard: false from when the connection is lost until it is back. */
	live(isLive: boolean): void;
}

const retryAfter = 1000;
/** How often the listener makes sure that it hears, and how long it waits for that. */
const pulse = 5000;
/** What it tells itself for that. */
const pulseMark = 'pulse:';

/**
 * Hears what is told on a channel of PostgreSQL, over a connection of its own, which is made anew when it breaks. It is
 * live once it has heard itself: a pool in between may take `listen` and never pass anything on. Returns how to stop.
 * The channel's name is ours, never a visitor's.
 */
export function listenOn(url: string, channel: string, listener: Listener): () => Promise<void> {
	let current: pg.Client | undefined;
	let timer: NodeJS.Timeout | undefined;
	let isStopped = false;
	let isLive = false;

	const setLive = (now: boolean) => {
		if (now !== isLive) listener.live(now);
		isLive = now;
	};
	const lost = (client: pg.Client) => {
		if (current !== client) return;
		current = undefined;
		clearTimeout(timer);
		setLive(false);
		client.end().catch(() => {});
		if (!isStopped) timer = setTimeout(() => void connect(), retryAfter).unref();
	};
	const check = (client: pg.Client) => {
		const mark = pulseMark + randomUUID();
		const late = setTimeout(() => lost(client), pulse).unref();
		const hear = ({ payload }: pg.Notification) => {
			if (payload !== mark) return;
			clearTimeout(late);
			client.off('notification', hear);
			if (current !== client) return;
			setLive(true);
			timer = setTimeout(() => check(client), pulse).unref();
		};
		client.on('notification', hear);
		client.query('select pg_notify($1, $2)', [channel, mark]).catch(() => lost(client));
	};
	const connect = async () => {
		const client = new pg.Client({
			connectionString: url,
			keepAlive: true,
			application_name: 'cung-hoc-listen',
		});
		current = client;
		client.on('error', () => lost(client));
		client.on('end', () => lost(client));
		client.on('notification', ({ payload = '' }) => {
			if (!payload.startsWith(pulseMark)) listener.heard(payload);
		});
		try {
			await client.connect();
			await client.query(`listen ${channel}`);
		} catch {
			return lost(client);
		}
		if (isStopped) return client.end().catch(() => {});
		check(client);
	};

	void connect();
	return async () => {
		isStopped = true;
		clearTimeout(timer);
		const client = current;
		current = undefined;
		await client?.end().catch(() => {});
	};
}
