import { pathTo } from '#schemas/address.ts';
import type { FileReceipt } from '#schemas/attempt.ts';
import * as paths from '#schemas/paths.ts';
import { parsed, readProblem, unreachable, withQuery, type Fetch, type Result } from './call.ts';

export interface FileToSend {
	attempt: string;
	question: string;
	/** Made here: tells a repeat. */
	upload: string;
	revision: number;
	file: Blob;
}

/** Sends a file as it is, and saves it as the answer. */
export async function sendFile(fetch: Fetch, sent: FileToSend): Promise<Result<FileReceipt>> {
	const { attempt, question, upload, revision, file } = sent;
	const path = withQuery(pathTo(paths.sendFile, attempt, question, upload), { revision });
	const headers = { 'content-type': 'application/octet-stream' };
	const body = new Uint8Array(await file.arrayBuffer());
	try {
		const response = await fetch(path, { method: 'POST', headers, body });
		if (!response.ok) return { ok: false, status: response.status, problem: await readProblem(response) };
		const text = await response.text();
		return parsed({ ok: true, status: response.status, data: text }) as Result<FileReceipt>;
	} catch {
		return unreachable;
	}
}
