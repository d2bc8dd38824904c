import type { Problem } from '#schemas/problem.ts';

/** As much of `fetch` as is asked of it here. */
export type Fetch = (
	path: string,
	init: { method: string; body?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> },
) => Promise<Pick<Response, 'ok' | 'status' | 'text'> & { headers: Pick<Headers, 'get'> }>;
export type Refused = { ok: false; status: number; problem: Problem };
export type Result<T> = { ok: true; status: number; data: T } | Refused;

export interface ApiCall {
	method: string;
	path: string;
	query?: object | undefined;
	body?: unknown;
}

/** Asks the API. A failure is a value: the API's own problem, or one that says it cannot be reached. */
export async function call(fetch: Fetch, asked: ApiCall): Promise<Result<unknown>> {
	return parsed(await callForText(fetch, asked));
}

/** The same, with a success as the text that came. */
export async function callForText(
	fetch: Fetch,
	{ method, path, query = {}, body }: ApiCall,
): Promise<Result<string>> {
	const init: Parameters<Fetch>[1] = { method };
	if (body !== undefined) {
		init.body = JSON.stringify(body);
		init.headers = { 'content-type': 'application/json' };
	}
	try {
		const response = await fetch(withQuery(path, query), init);
		if (!response.ok) return { ok: false, status: response.status, problem: await readProblem(response) };
		return { ok: true, status: response.status, data: await response.text() };
	} catch {
		return unreachable;
	}
}

/** What the text of a success says. */
export function parsed(result: Result<string>): Result<unknown> {
	if (!result.ok) return result;
	try {
		return { ...result, data: result.data === '' ? undefined : (JSON.parse(result.data) as unknown) };
	} catch {
		return unreachable;
	}
}

export function withQuery(path: string, query: object): string {
	const given = Object.entries(query).filter(([, value]) => value !== undefined);
	if (given.length === 0) return path;
	return `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

export async function readProblem(response: Awaited<ReturnType<Fetch>>): Promise<Problem> {
	if (!response.headers.get('content-type')?.includes('json')) return bareProblem(response.status);
	return JSON.parse(await response.text()) as Problem;
}

/** Without words: pages say their own sentence where `detail` is empty. */
function bareProblem(status: number): Problem {
	return { type: 'about:blank', title: '', status, detail: '' };
}

export const unreachable: Refused = { ok: false, status: 503, problem: bareProblem(503) };
