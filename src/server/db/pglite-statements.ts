import {
	protocol,
	type PGlite,
	type QueryOptions,
	type Results,
	type Transaction,
} from '@electric-sql/pglite';

const { serialize } = protocol;

/** Texts beyond this many are sent unprepared: the database keeps what is prepared as long as it is open. */
const mostPrepared = 500;

/**
 * Milliseconds. Nobody tells the embedded database that a table has grown, as PostgreSQL's own processes do there: what
 * was planned for a small one is planned anew after so long.
 */
const plansLast = 5 * 60_000;

/** Statements that read or change rows; those that change tables, settings or transactions come once. */
const ofRows = /^\s*(select|with|insert|update|delete)\b/i;

/** What the database said of a statement when it was prepared. */
interface Statement {
	name: string;
	/** Object ids of the types of its parameters. */
	parameters: number[];
	/** Of the columns of its result; empty where it has none. */
	fields: Results['fields'];
}

/** As much of what the database sends as is read here. */
interface Message {
	name: string;
	dataTypeIDs?: number[];
	fields?: unknown[];
	text?: string;
}

type Ask = <Row>(text: string, params?: unknown[], options?: QueryOptions) => Promise<Results<Row>>;

/** What Drizzle and this server ask of an embedded database. */
export type Statements = Pick<PGlite, 'query' | 'transaction'>;

/** Those of one database know of each other's: names are given once. */
const known = new WeakMap<PGlite, Map<string, Statement>>();

/**
 * Statements are prepared once, and sent as one message from then on: PGlite by itself sends each as
 * six, and has each read and planned anew, which is most of what a statement costs. Errors are those of PGlite.
 */
export function preparing(client: PGlite): Statements {
	const statements = known.get(client) ?? new Map<string, Statement>();
	known.set(client, statements);
	let planned = Date.now();
	const planAnew = async () => {
		if (Math.abs(Date.now() - planned) < plansLast) return;
		planned = Date.now();
		await client.runExclusive(() => send(client, serialize.query('discard plans')));
	};

	const prepare = async (text: string): Promise<Statement> => {
		const name = `s${statements.size}`;
		const said = await send(
			client,
			serialize.parse({ name, text }),
			serialize.describe({ type: 'S', name }),
			serialize.sync(),
		);
		const of = (wanted: string) => said.find((message) => message.name === wanted);
		const statement = {
			name,
			parameters: of('parameterDescription')?.dataTypeIDs ?? [],
			fields: (of('rowDescription')?.fields ?? []) as Results['fields'],
		};
		statements.set(text, statement);
		return statement;
	};

	const run: Ask = (text, params = [], options) =>
		client.runExclusive(async () => {
			const statement = statements.get(text) ?? (await prepare(text));
			const said = await send(
				client,
				serialize.bind({ statement: statement.name, values: asText(client, statement, params) }),
				serialize.execute({}),
				serialize.sync(),
			);
			return resultOf(client, statement, said, options);
		});

	const isPrepared = (text: string) =>
		!client.closed && (statements.has(text) || (statements.size < mostPrepared && ofRows.test(text)));

	return {
		query: async <Row>(text: string, params?: unknown[], options?: QueryOptions) => {
			if (!isPrepared(text)) return client.query<Row>(text, params, options);
			return client._runExclusiveTransaction(async () => {
				await planAnew();
				const result = await run<Row>(text, params, options);
				await client.syncToFs();
				return result;
			});
		},
		transaction: (work) =>
			client.transaction((tx) => {
				const query: Ask = (text, params, options) => {
					if (tx.closed || !isPrepared(text)) return tx.query(text, params, options);
					return run(text, params, options);
				};
				return work(Object.create(tx, { query: { value: query } }) as Transaction);
			}),
	};
}

/** Sends messages as one, and reads the answers; the first error among them is thrown. */
function send(client: PGlite, ...messages: Uint8Array[]): Promise<Message[]> {
	return client.execProtocolStream(Buffer.concat(messages), { syncToFs: false });
}

/** Parameters as text, each as its type is written. */
function asText(client: PGlite, { parameters }: Statement, params: unknown[]): (string | null)[] {
	return params.map((value, index) => {
		if (value === null || value === undefined) return null;
		const write = client.serializers[parameters[index] ?? 0];
		return write ? write(value) : String(value);
	});
}

function resultOf<Row>(
	client: PGlite,
	{ fields }: Statement,
	said: Message[],
	{ rowMode, parsers = {} }: QueryOptions = {},
): Results<Row> {
	const readers = fields.map(
		({ dataTypeID }) => parsers[dataTypeID] ?? client.parsers[dataTypeID] ?? ((value: string) => value),
	);
	const read = (value: string | null, index: number): unknown =>
		value === null ? null : readers[index]?.(value, fields[index]?.dataTypeID);
	const values = said
		.filter(({ name }) => name === 'dataRow')
		.map((row) => (row.fields as (string | null)[]).map(read));
	const objectOf = (row: unknown[]) =>
		Object.fromEntries(fields.map(({ name }, index) => [name, row[index]]));
	const [command = '', ...counts] = tagOf(said).split(' ');
	return {
		rows: (rowMode === 'array' ? values : values.map(objectOf)) as Row[],
		fields: fields.map(({ name, dataTypeID }) => ({ name, dataTypeID })),
		affectedRows: changing.test(command) ? Number(counts.at(-1)) : 0,
	};
}

const changing = /^(INSERT|UPDATE|DELETE|MERGE)$/;

/** What was done, to how many rows: `SELECT 2`, `INSERT 0 5`. */
function tagOf(said: Message[]): string {
	return said.find(({ name }) => name === 'commandComplete')?.text ?? '';
}
