/** Sends so many requests over keep-alive connections, and measures both sides. */
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

export interface Sent {
	method: 'GET' | 'POST' | 'PUT';
	path: string;
	headers?: Record<string, string>;
	body?: unknown;
}

/** What one thing that is measured takes: one request, or several, each sent when the one before has been answered. */
export interface Load {
	/** There are no more than so many of them in one round. */
	most: number;
	/** Requests to one. */
	steps: number;
	/** The requests of the n-th, so that each may have a person, a path and a body of its own. */
	requests(n: number): Sent[];
}

export interface Measured {
	perSecond: number;
	/** Milliseconds. */
	p50: number;
	p95: number;
	p99: number;
	/** CPU milliseconds of the server process for one; null where the system does not tell. */
	cpu: number | null;
	/** Resident memory of the server process afterwards, in MB. */
	memory: number | null;
}

export const connections = 32;

/**
 * `amount`: a multiple of `connections`, which share them evenly.
 * @throws when a request is refused or gets no answer.
 */
export async function load(
	server: { origin: string; pid: number },
	{ steps, requests }: Pick<Load, 'steps' | 'requests'>,
	amount: number,
): Promise<Measured> {
	const times: number[] = [];
	const under = new Map<object, { steps: number; time: number }>();
	const refused = new Map<number, number>();
	let n = 0;
	// The context is a connection's own, and empty again after the last of its requests.
	const step = (index: number) => ({
		setupRequest(base: autocannon.Request, context: { requests?: Sent[] }) {
			context.requests ??= requests(n++);
			return { ...base, ...toRequest(context.requests[index]!) };
		},
	});
	const cpu = cpuOf(server.pid);
	const start = performance.now();
	let end = start;
	await new Promise<void>((resolve, reject) => {
		const options = {
			url: server.origin,
			connections,
			amount: amount * steps,
			timeout: 30,
			requests: Array.from({ length: steps }, (_, index) => step(index)) as autocannon.Request[],
		};
		const instance = autocannon(options, (error, { errors }) => {
			if (error || errors) reject(error ?? new Error(`${requests(0)[0]!.path}: ${errors} without an answer`));
			else resolve();
		});
		instance.on('response', (client, status, _bytes, time) => {
			end = performance.now();
			if (status >= 300) refused.set(status, (refused.get(status) ?? 0) + 1);
			const known = under.get(client) ?? { steps: 0, time: 0 };
			const now = { steps: known.steps + 1, time: known.time + time };
			if (now.steps === steps) times.push(now.time);
			under.set(client, now.steps === steps ? { steps: 0, time: 0 } : now);
		});
	});
	if (refused.size > 0) throw new Error(`${requests(0)[0]!.path}: ${JSON.stringify([...refused])}`);
	const spent = cpuOf(server.pid);
	times.sort((a, b) => a - b);
	const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
	return {
		perSecond: (times.length * 1000) / (end - start),
		p50: at(0.5),
		p95: at(0.95),
		p99: at(0.99),
		cpu: cpu === null || spent === null ? null : (spent - cpu) / times.length,
		memory: memoryOf(server.pid),
	};
}

function toRequest({ method, path, headers = {}, body }: Sent): autocannon.Request {
	if (body === undefined) return { method, path, headers };
	return {
		method,
		path,
		headers: { ...headers, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	};
}

/** Linux counts in hundredths of a second. */
const tick = 10;

export function cpuOf(pid: number): number | null {
	const stat = readProc(`/proc/${pid}/stat`);
	// The second field is the name in brackets, which may hold spaces.
	const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
	return fields ? (Number(fields[11]) + Number(fields[12])) * tick : null;
}

function memoryOf(pid: number): number | null {
	const found = /VmRSS:\s+(\d+) kB/.exec(readProc(`/proc/${pid}/status`) ?? '')?.[1];
	return found === undefined ? null : Number(found) / 1024;
}

function readProc(file: string): string | null {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return null;
	}
}
