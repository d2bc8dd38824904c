/** Sends a bounded number of requests over keep-alive connections, and measures both sides. */
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

export interface Sent {
	method: 'GET' | 'POST' | 'PUT';
	path: string;
	headers?: Record<string, string>;
	body?: unknown;
}

export interface Measured {
	perSecond: number;
	/** Milliseconds. */
	p50: number;
	p95: number;
	p99: number;
	/** CPU milliseconds of the server process for one request; null where the system does not tell. */
	cpu: number | null;
	/** Resident memory of the server process afterwards, in MB. */
	memory: number | null;
}

export const connections = 32;
/** Where the machine is busy, fewer requests have to do. */
const limit = 3000;

/** So many, or as many as there is time for. `request(n)` makes the n-th request, so that each may have a person, a path and a body of its own. */
export async function load(
	server: { origin: string; pid: number },
	amount: number,
	request: (n: number) => Sent,
): Promise<Measured> {
	const times: number[] = [];
	const refused = new Map<number, number>();
	const cpu = cpuOf(server.pid);
	const start = performance.now();
	let end = start;
	let n = 0;
	await new Promise<void>((resolve, reject) => {
		const setupRequest = (base: autocannon.Request) => ({ ...base, ...toRequest(request(n++)) });
		const options = { url: server.origin, connections, amount, timeout: 30, requests: [{ setupRequest }] };
		const instance = autocannon(options, (error, { errors }) => {
			if (error || errors) reject(error ?? new Error(`${request(0).path}: ${errors} without an answer`));
			else resolve();
		});
		const timer = setTimeout(() => instance.stop(), limit);
		instance.once('done', () => clearTimeout(timer));
		instance.on('response', (_client, status, _bytes, time) => {
			times.push(time);
			end = performance.now();
			if (status >= 300) refused.set(status, (refused.get(status) ?? 0) + 1);
		});
	});
	if (refused.size > 0) throw new Error(`${request(0).path} was refused: ${JSON.stringify([...refused])}`);
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

function cpuOf(pid: number): number | null {
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
