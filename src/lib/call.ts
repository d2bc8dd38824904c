import type { Problem } from '#schemas/problem.ts';

/** As much of `fetch` as is asked of it here. */
export type Fetch = (
	path: string,
	init: { method: string; body?: string; headers?: Record<string, string> },
) => Promise<Pick<Response, 'ok' | 'status' | 'json'> & { headers: Pick<Headers, 'get'> }>;
export type Result<T> =
	{ ok: true; status: number; data: T } | { ok: false; status: number; problem: Problem };
type Query = Record<string, string | undefined>;

/** The five verbs on `/api`. A failure is a value: the API's own problem, or one that says it cannot be reached. */
export function caller(fetch: Fetch) {
	async function call<T>(method: string, path: string, query: Query, body?: unknown): Promise<Result<T>> {
		const init: Parameters<Fetch>[1] = { method };
		if (body !== undefined) {
			init.body = JSON.stringify(body);
			init.headers = { 'content-type': 'application/json' };
		}
		try {
			const response = await fetch(`/api${path}${queryString(query)}`, init);
			if (!response.ok) return { ok: false, status: response.status, problem: await readProblem(response) };
			const data: T = response.status === 204 ? undefined : await response.json();
			return { ok: true, status: response.status, data };
		} catch {
			return { ok: false, status: 503, problem: bareProblem(503) };
		}
	}
	return {
		get: <T>(path: string, query: Query = {}) => call<T>('GET', path, query),
		post: <T>(path: string, body: unknown) => call<T>('POST', path, {}, body),
		put: <T>(path: string, body: unknown) => call<T>('PUT', path, {}, body),
		patch: <T>(path: string, body: unknown) => call<T>('PATCH', path, {}, body),
		remove: (path: string, query: Query = {}) => call<undefined>('DELETE', path, query),
	};
}

function queryString(query: Query): string {
	const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
	return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

async function readProblem(response: Awaited<ReturnType<Fetch>>): Promise<Problem> {
	if (!response.headers.get('content-type')?.includes('json')) return bareProblem(response.status);
	return response.json();
}

/** Without words: pages say their own sentence where `detail` is empty. */
function bareProblem(status: number): Problem {
	return { type: 'about:blank', title: '', status, detail: '' };
}
