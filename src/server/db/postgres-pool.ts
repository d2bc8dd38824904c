import pg from 'pg';

/** Milliseconds. Whoever waits longer is told that the database cannot be reached now. */
const limits = {
	/** For a connection: a new one, or one that others use. */
	connectionTimeoutMillis: 5000,
	/** For what another one has locked. */
	lock_timeout: 3000,
	/** For a statement, as PostgreSQL counts. */
	statement_timeout: 15_000,
	/** For an answer, whatever PostgreSQL does: it may hang, or the network may be cut without a word. */
	query_timeout: 20_000,
	/** For the next statement of a transaction. */
	idle_in_transaction_session_timeout: 20_000,
};

/** Texts beyond this many are sent unprepared: PostgreSQL keeps what is prepared as long as the connection lives. */
const mostPrepared = 1000;

/**
 * Connections to PostgreSQL, of which any may break at any moment: a restart, a cut network. What is under way then
 * fails, and nothing else does.
 */
export class PostgresPool extends pg.Pool {
	readonly #names = new Map<string, string>();

	constructor(url: string, more: pg.PoolConfig = {}) {
		super({
			connectionString: url,
			max: 10,
			keepAlive: true,
			...limits,
			// An answer that does not come ends the connection; without this it would go back to the pool as it is.
			...{ pipeline: true },
			...more,
		});
		// Connections at rest break, too. Nothing is under way on them, so nobody has to be told.
		this.on('error', () => {});
		this.on('connect', (client) => {
			// Who waits on it is told; without a listener it would end the process.
			client.on('error', () => {});
			const query = client.query.bind(client) as (...all: unknown[]) => unknown;
			const prepared = (first: unknown, ...rest: unknown[]) => query(this.#prepare(first, rest[0]), ...rest);
			client.query = prepared as typeof client.query;
		});
	}

	/**
	 * A connection that gives itself back when it breaks, and can be given back again: Drizzle does not when it breaks at
	 * the first statement of a transaction, and does when it breaks later.
	 */
	override connect(): Promise<pg.PoolClient>;
	override connect(callback: Callback): void;
	override connect(callback?: Callback): Promise<pg.PoolClient> | void {
		if (callback) return super.connect(callback);
		return super.connect().then((client) => {
			const give = client.release.bind(client);
			let isGiven = false;
			const release = (broken?: Error | boolean) => {
				if (isGiven) return;
				isGiven = true;
				client.off('end', ended);
				give(broken);
			};
			const ended = () => release(true);
			client.once('end', ended);
			client.release = release;
			return client;
		});
	}

	/** Statements with parameters are prepared once a connection, which doubles what one process serves. */
	#prepare(first: unknown, values: unknown): unknown {
		const config = typeof first === 'string' ? { text: first } : (first as pg.QueryConfig);
		const isFixed =
			config.name !== undefined || !(config.values ?? (Array.isArray(values) ? values : [])).length;
		const name = isFixed ? undefined : this.#nameOf(config.text);
		return name === undefined ? first : { ...config, name };
	}

	#nameOf(text: string): string | undefined {
		const known = this.#names.get(text);
		if (known !== undefined || this.#names.size >= mostPrepared) return known;
		const name = `s${this.#names.size}`;
		this.#names.set(text, name);
		return name;
	}
}

type Callback = Parameters<pg.Pool['connect']>[0] & ((...all: never[]) => void);
