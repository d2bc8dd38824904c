/**
 * How much one process does, on PostgreSQL, beside what its tools do with nothing of ours on top, in the same run: the
 * machine is shared and its speed changes, the ratio much less. `--write` puts the table into docs/benchmarks.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { rowsOf } from '#server/db/rows.ts';
import { callSurely } from '../deep/call.ts';
import { ServerProcess } from '../deep/server-process.ts';
import { makeTarget, type Target } from '../deep/target.ts';
import { buildBareKit } from './bare-kit.ts';
import {
	makeLearners,
	selectLesson,
	selectSubject,
	startAttempts,
	type Learner,
	type Subject,
} from './learners.ts';
import { connections, load, type Measured } from './load.ts';
import { floors, learnersNeeded, operations, type Floor, type Operation } from './operations.ts';
import { table, type Row } from './table.ts';

const rounds = 3;
type Servers = Record<Floor | 'ours', ServerProcess>;

// Asked to stop, it leaves nothing running: the servers end with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const target = await makeTarget('postgres');
const bare = buildBareKit();
const servers = await startServers(target);
try {
	const subject = await selectSubject(servers.ours.origin);
	await callSurely(
		servers.json.origin,
		'POST',
		'/json',
		await selectLesson(servers.ours.origin, subject.lesson),
	);
	const rows = await measure(subject, await makeLearners(servers.ours.origin, learnersNeeded));
	const text = `${await machine()}\n\n${table(rows)}`;
	console.log(text);
	if (process.argv.includes('--write')) write(text);
} finally {
	for (const server of new Set(Object.values(servers))) await server.kill();
	bare.remove();
	await target.drop();
}

async function startServers({ env }: Target): Promise<Servers> {
	const ours = {
		args: ['build/server-app/main.js'],
		env: { ...env, LOG_LEVEL: 'warn', COURSES_DIR: path.resolve('courses') },
	};
	const floor = { args: ['--import', 'tsx', 'tests/bench/floor-server.ts'], env };
	const [app, api, page] = [
		await ServerProcess.at(ours),
		await ServerProcess.at(floor),
		await ServerProcess.at(bare.command),
	];
	for (const server of [app, api, page]) await server.start();
	return { ours: app, insert: api, json: api, page };
}

/** Round 0 warms up and is not kept. An operation and its floor are measured one right after the other. */
async function measure(subject: Subject, learners: Learner[]): Promise<Row[]> {
	const rows = new Map<string, Row>();
	for (let round = 0; round <= rounds; round += 1) {
		await startAttempts(servers.ours.origin, learners, subject);
		const ofFloor = new Map<Floor, Measured>();
		for (const operation of operations(subject, learners)) {
			const { floor } = operation;
			const known =
				ofFloor.get(floor) ?? (await load(servers[floor], floors[floor].amount, floors[floor].request));
			const measured = await load(servers.ours, operation.amount, operation.request);
			if (round > 0) keep(rows, operation, measured, known, !ofFloor.has(floor));
			ofFloor.set(floor, known);
			console.error(`round ${round}, ${operation.name}: ${Math.round(measured.perSecond)} a second`);
		}
	}
	return [...rows.values()];
}

function keep(
	rows: Map<string, Row>,
	{ name, floor }: Operation,
	measured: Measured,
	known: Measured,
	isNew: boolean,
) {
	const row = (title: string, of: Floor | null): Row => {
		const found = rows.get(title) ?? { name: title, floor: of, rounds: [], ratios: [], cpuRatios: [] };
		rows.set(title, found);
		return found;
	};
	if (isNew) row(floors[floor].name, null).rounds.push(known);
	const own = row(name, floor);
	own.rounds.push(measured);
	own.ratios.push(known.perSecond / measured.perSecond);
	if (measured.cpu && known.cpu) own.cpuRatios.push(measured.cpu / known.cpu);
}

async function machine(): Promise<string> {
	const database = await target.open();
	const [row] = rowsOf<{ server_version: string }>(await database.db.execute(sql`show server_version`));
	await database.close();
	const version = row!.server_version.split(' ')[0];
	const date = new Date().toISOString().slice(0, 10);
	const [cpu] = cpus();
	const busy = loadavg()[0]!.toFixed(1);
	return [
		`${date} · ${cpus().length} cores (${cpu?.model.trim()}), load average ${busy} · Node ${process.versions.node}`,
		`PostgreSQL ${version} · medians of ${rounds} rounds · ${connections} connections`,
	].join(' · ');
}

function write(text: string) {
	const file = 'docs/benchmarks.md';
	const between = /(<!-- figures -->\n)[\s\S]*(<!-- end of figures -->)/;
	writeFileSync(file, readFileSync(file, 'utf8').replace(between, `$1\n${text}\n\n$2`));
}
