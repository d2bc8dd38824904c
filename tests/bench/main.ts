/**
 * How much one process does, on both databases, beside what its tools do with nothing of ours on top, in the same run:
 * the machine is shared and its speed changes, the ratio much less.
 *
 * `--write` puts the tables into docs/benchmarks.md, `--json FILE` the rows into a file. `--database pglite|postgres`
 * measures one of them, `--only PATTERN` the operations whose names match, `--rounds N` up to so many rounds (five),
 * and `--profile FOLDER` keeps a CPU profile of the server. `--growth` measures instead what a submission costs in a
 * small and in a large database, which takes some minutes and some gigabytes; `--analysis` how long it takes to count a
 * million answers for the results of a quiz.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { rowsOf } from '#server/db/rows.ts';
import { postgresAnswers, type DatabaseKind, type Target } from '../deep/target.ts';
import { measureAnalysis } from './analysis.ts';
import { buildBareKit } from './bare-kit.ts';
import { table, type Figures } from './figures.ts';
import { measureGrowth } from './growth.ts';
import { connections } from './load.ts';
import { measure } from './measure.ts';
import { startServers } from './servers.ts';

const { values: given } = parseArgs({
	options: {
		json: { type: 'string' },
		write: { type: 'boolean', default: false },
		database: { type: 'string' },
		only: { type: 'string', default: '' },
		rounds: { type: 'string', default: '5' },
		profile: { type: 'string' },
		growth: { type: 'boolean', default: false },
		analysis: { type: 'boolean', default: false },
	},
});
const rounds = Math.max(1, Number(given.rounds) || 1);

// Asked to stop, it leaves nothing running: the servers end with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
if (given.growth) {
	const text = `${machine()}\n\n${await measureGrowth([10_000, 2_000_000], rounds)}`;
	console.log(text);
	if (given.write) write('growth', text);
} else if (given.analysis) {
	const text = `${machine()}\n\n${await measureAnalysis(await databases(), rounds)}`;
	console.log(text);
	if (given.write) write('analysis', text);
} else await measureAll();

async function measureAll() {
	const bare = buildBareKit();
	try {
		const rows: Figures[] = [];
		const parts: string[] = [];
		for (const kind of await databases()) {
			const servers = await startServers(kind, bare.command, given.profile);
			try {
				const found = await measure(servers, { rounds, only: given.only });
				rows.push(...found);
				parts.push(`### ${await named(servers.target)}\n\n${table(found)}`);
			} finally {
				await servers.stop();
			}
		}
		const text = [machine(), ...parts].join('\n\n');
		console.log(text);
		if (given.json) writeFileSync(given.json, `${JSON.stringify(rows, null, '\t')}\n`);
		if (given.write) write('figures', text);
	} finally {
		bare.remove();
	}
}

async function databases(): Promise<DatabaseKind[]> {
	if (given.database === 'pglite' || given.database === 'postgres') return [given.database];
	if (await postgresAnswers()) return ['postgres', 'pglite'];
	console.error('No PostgreSQL answers (TEST_DATABASE_URL): only the embedded database is measured.');
	return ['pglite'];
}

/** The database with its version, as its own section is headed. PostgreSQL is asked while the server runs. */
async function named({ kind, open }: Target): Promise<string> {
	if (kind === 'pglite') return 'PGlite, in the process';
	const database = await open();
	const [row] = rowsOf<{ server_version: string }>(await database.db.execute(sql`show server_version`));
	await database.close();
	return `PostgreSQL ${row!.server_version.split(' ')[0]}`;
}

function machine(): string {
	const date = new Date().toISOString().slice(0, 10);
	const busy = loadavg()[0]!.toFixed(1);
	return [
		`${date} · ${cpus().length} cores, load average ${busy}`,
		`Node ${process.versions.node}`,
		`medians of up to ${rounds} rounds`,
		`${connections} connections`,
	].join(' · ');
}

function write(part: 'figures' | 'growth' | 'analysis', text: string) {
	const file = 'docs/benchmarks.md';
	const between = new RegExp(`(<!-- ${part} -->\\n)[\\s\\S]*(<!-- end of ${part} -->)`);
	writeFileSync(file, readFileSync(file, 'utf8').replace(between, `$1\n${text}\n\n$2`));
}
