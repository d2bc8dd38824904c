import pg from 'pg';

export interface Listener {
	/** What was told. */
	heard(payload: string): void;
	/** Whether everything that is told is heard: false from when the connection is lost until it is back. */
	live(isLive: boolean): void;
}

const retryAfter = 1000;
/** A connection that is dead without a word is noticed after at most two of these. */
const pulse = 5000;

/**
 * Hears what is told on a channel of PostgreSQL, over a connection of its own, which is made anew when it breaks.
 * Returns how to stop. The channel's name is ours, never a visitor's.
 */
export function listenOn(url: string, channel: string, listener: Listener): () => Promise<void> {
	let current: pg.Client | undefined;
	let timer: NodeJS.Timeout | undefined;
	let isStopped = false;

	const lost = (client: pg.Client) => {
		if (current !== client) return;
		current = undefined;
		clearTimeout(timer);
		listener.live(false);
		client.end().catch(() => {});
		if (!isStopped) timer = setTimeout(() => void connect(), retryAfter).unref();
	};
	const check = (client: pg.Client) => {
		const late = setTimeout(() => lost(client), pulse).unref();
		client
			.query('select 1')
			.then(() => (timer = setTimeout(() => check(client), pulse).unref()))
			.catch(() => lost(client))
			.finally(() => clearTimeout(late));
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
		client.on('notification', ({ payload }) => listener.heard(payload ?? ''));
		try {
			await client.connect();
			await client.query(`listen ${channel}`);
		} catch {
			return lost(client);
		}
		if (isStopped) return client.end().catch(() => {});
		listener.live(true);
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
