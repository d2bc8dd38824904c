/** A server as a process of its own, which can be killed and started again at the same address. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ServerCommand {
	/** What Node is given: options, the script, its arguments. */
	args: string[];
	env: Record<string, string>;
}

/** What the server may know of this process's environment; the rest, such as a test runner's, is not its own. */
const inherited = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SystemRoot'];
const startLimit = 60_000;

export class ServerProcess {
	#child: ChildProcess | null = null;
	#said = '';
	readonly origin: string;

	private constructor(
		private readonly command: ServerCommand,
		private readonly port: number,
	) {
		this.origin = `http://127.0.0.1:${port}`;
		process.once('exit', () => this.#child?.kill('SIGKILL'));
	}

	/** On a free port; not started yet. */
	static async at(command: ServerCommand): Promise<ServerProcess> {
		return new ServerProcess(command, await freePort());
	}

	get pid(): number {
		const pid = this.#child?.pid;
		if (!pid) throw new Error('The server does not run.');
		return pid;
	}

	launch() {
		const env = Object.fromEntries(
			inherited.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
		);
		this.#said = '';
		this.#child = spawn(process.execPath, this.command.args, {
			env: {
				...env,
				NODE_ENV: 'production',
				HOST: '127.0.0.1',
				PORT: String(this.port),
				...this.command.env,
			},
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		this.#child.stderr?.on(
			'data',
			(chunk: Buffer) => (this.#said = (this.#said + chunk.toString()).slice(-4000)),
		);
	}

	/** Launches, and waits until it can serve. */
	async start() {
		this.launch();
		const limit = Date.now() + startLimit;
		while (!(await this.#isHealthy())) {
			this.assertRuns();
			if (Date.now() > limit) throw new Error(`The server does not come up.\n${this.#said}`);
			await sleep(20);
		}
	}

	/** @throws with what it said last, when it has ended by itself. */
	assertRuns() {
		if (this.#child?.exitCode === null && this.#child.signalCode === null) return;
		throw new Error(`The server has ended by itself.\n${this.#said}`);
	}

	kill = () => this.#end('SIGKILL');
	stop = () => this.#end('SIGTERM');

	async #end(signal: NodeJS.Signals) {
		const child = this.#child;
		this.#child = null;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const ended = once(child, 'exit');
		child.kill(signal);
		await ended;
	}

	async #isHealthy(): Promise<boolean> {
		const reply = await fetch(`${this.origin}/health`).catch(() => null);
		await reply?.arrayBuffer().catch(() => null);
		return reply?.status === 200;
	}
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
