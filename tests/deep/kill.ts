/**
 * Kills a server again and again while devices write to it, and looks whether all that it acknowledged is there.
 * By hand: `npx tsx tests/deep/kill.ts --database postgres --kills 100`, with `--early-ack` against a server that
 * acknowledges before it commits.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Device } from './device.ts';
import { Gate } from './gate.ts';
import { Tally, type Ledger } from './ledger.ts';
import { describe, type KillReport } from './report.ts';
import { countRows } from './rows.ts';
import { ServerProcess } from './server-process.ts';
import { makeTarget, type DatabaseKind } from './target.ts';
import { verify, type Found } from './verify.ts';

export interface KillOptions {
	database: DatabaseKind;
	kills: number;
	clients?: number;
	/** The server lives under load for up to so many milliseconds. */
	life?: number;
	/** Some are killed again while they start. */
	atStart?: boolean;
	/** Against the server that acknowledges too early. */
	earlyAck?: boolean;
}

/** Writes acknowledged in one life. */
const leastAcknowledged = 40;

const earlyAckServer = ['--import', 'tsx', 'tests/deep/early-ack.ts'];

export async function runKills({
	database,
	kills,
	clients = 24,
	life = 1500,
	atStart = true,
	earlyAck,
}: KillOptions): Promise<KillReport> {
	bringBuildUpToDate();
	const target = await makeTarget(database);
	const args = earlyAck ? earlyAckServer : ['build/server-app/main.js'];
	const env = { ...target.env, COURSES_DIR: path.resolve('tests/fixtures/courses'), LOG_LEVEL: 'error' };
	const server = await ServerProcess.at({ args, env });
	const run = new Run(server, clients);
	try {
		await server.start();
		for (let kill = 0; kill < kills; kill += 1) await run.killUnderLoad(life, atStart);
		await run.finish();
		await server.stop();
		const opened = await target.open();
		run.add(await countRows(opened, run.ledgers));
		await opened.close();
		return { database, clients, kills, ...run.report() };
	} finally {
		await server.kill();
		await target.drop();
	}
}

class Run {
	readonly #gate = new Gate();
	readonly #tally = new Tally();
	readonly #found = { lost: new Set<string>(), doubled: new Set<string>() };
	readonly #devices: Device[];
	readonly #lives: Promise<void>[];
	#killsAtStart = 0;

	constructor(
		private readonly server: ServerProcess,
		clients: number,
	) {
		this.#devices = Array.from({ length: clients }, () => new Device(server.origin, this.#gate, this.#tally));
		this.#lives = this.#devices.map((device) =>
			device.live().catch((error: unknown) => void this.#tally.unexpected.push(String(error))),
		);
	}

	get ledgers(): Ledger[] {
		return this.#devices.flatMap((device) => device.ledgers);
	}

	add({ lost, doubled }: Found) {
		for (const one of lost) this.#found.lost.add(one);
		for (const one of doubled) this.#found.doubled.add(one);
	}

	async killUnderLoad(life: number, atStart: boolean) {
		this.#gate.open();
		const before = this.#tally.total;
		await sleep(randomInt(100, life));
		// On a busy machine a life ends no sooner than it has acknowledged something.
		for (let waited = 0; this.#tally.total < before + leastAcknowledged && waited < 20_000; waited += 50)
			await sleep(50);
		this.server.assertRuns();
		await this.server.kill();
		await this.#gate.close();
		if (atStart && randomInt(5) === 0) await this.#killAtStart();
		await this.server.start();
		await this.#verify({ all: false });
	}

	/** Devices finish what they are at; the server dies once more; then everything is looked at. */
	async finish() {
		this.#gate.open({ last: true });
		await Promise.all(this.#lives);
		await this.server.kill();
		await this.server.start();
		await this.#verify({ all: true });
	}

	report() {
		const { acknowledged, total, cutOff, unexpected } = this.#tally;
		const counts = { learners: this.ledgers.length, killsAtStart: this.#killsAtStart, total, cutOff };
		return {
			...counts,
			acknowledged,
			lost: [...this.#found.lost],
			doubled: [...this.#found.doubled],
			unexpected,
		};
	}

	async #killAtStart() {
		this.server.launch();
		await sleep(randomInt(50, 1500));
		await this.server.kill();
		this.#killsAtStart += 1;
	}

	async #verify(how: { all: boolean }) {
		const ofDevice = async (device: Device) => {
			const ledgers = how.all ? device.ledgers : device.ledgers.slice(-2);
			for (const ledger of ledgers) this.add(await verify(this.server.origin, ledger, how));
		};
		await Promise.all(this.#devices.map(ofDevice));
	}
}

/** In a process of its own, as the commands do it. */
export function bringBuildUpToDate() {
	const { status, stderr } = spawnSync(process.execPath, ['scripts/bin.js', 'help'], { encoding: 'utf8' });
	if (status !== 0) throw new Error(`The build fails.\n${stderr}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const { values } = parseArgs({
		options: {
			database: { type: 'string', default: 'pglite' },
			kills: { type: 'string', default: '5' },
			clients: { type: 'string', default: '24' },
			'early-ack': { type: 'boolean', default: false },
		},
	});
	// Asked to stop, it leaves nothing running: the server ends with this process.
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
	const report = await runKills({
		database: values.database === 'postgres' ? 'postgres' : 'pglite',
		kills: Number(values.kills),
		clients: Number(values.clients),
		earlyAck: values['early-ack'],
	});
	console.log(describe(report));
	process.exitCode = report.lost.length + report.doubled.length + report.unexpected.length > 0 ? 1 : 0;
}
