import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { parse } from 'cookie';
import { sessionCookies } from '#schemas/session.ts';
import { namesTag } from '../courses/range.ts';

/** Pages that are the same for every visitor: what is published, and help. Nothing of people is among them. */
const forAll =
	/^(\/(vi|km|en))?(\/|\/courses(\/[a-z0-9-]+)*|\/tracks\/[a-z0-9-]+|\/help(\/[a-z0-9-]+)?|\/offline)?$/;
/** Cookies that change how such a page looks. */
const looks = ['locale', 'textSize', 'theme', 'group'] as const;
/** Those of the connection, not of the page. */
const ofConnection = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding']);

const budget = 24 * 1024 * 1024;
const longestKey = 400;

interface Page {
	headers: OutgoingHttpHeaders;
	etag: string;
	body: Buffer;
}

/**
 * Finished replies to visitors without a session, compressed and ready to be sent, until something is published. A
 * visitor who has the page already is told so by a 304.
 */
export class PageCache {
	readonly #pages = new LRUCache<string, Page>({
		maxSize: budget,
		sizeCalculation: ({ body }) => body.length + 1024,
	});
	#state = '';

	/** `published`: changes with whatever is published. */
	constructor(private readonly published: () => string) {}

	/** Answers from memory; else lets `make` answer, and keeps what it says where that is the same for all. */
	answer(request: IncomingMessage, response: ServerResponse, address: string, make: () => void): void {
		const key = keyOf(request, address);
		if (key === null) return make();
		const state = this.published();
		if (state !== this.#state) this.#pages.clear();
		this.#state = state;
		const page = this.#pages.get(key);
		if (page) return send(page, request, response);
		if (request.method === 'GET')
			record(response, (made) => {
				if (this.#state === state && state === this.published()) this.#pages.set(key, made);
			});
		make();
	}
}

/** What the page of a visitor depends on; null for a request that is answered anew each time. */
function keyOf(request: IncomingMessage, origin: string): string | null {
	if (request.method !== 'GET' && request.method !== 'HEAD') return null;
	const appearance = appearanceOf(request, origin);
	if (!appearance || appearance.hasSession) return null;
	return `${request.headers['accept-encoding']}\n${appearance.key}`;
}

/**
 * What a whole page of what is published depends on besides who reads it: where it is asked for, and how it is to look.
 * Null for other pages, and where the address is longer than any link of ours.
 */
export function appearanceOf(
	{ url = '', headers }: IncomingMessage,
	origin: string,
): { key: string; hasSession: boolean } | null {
	if (!forAll.test(url) || headers['x-part']) return null;
	const cookies = parse(headers.cookie ?? '');
	const key = [origin, url, ...looks.map((name) => cookies[name])].join('\n');
	const hasSession = sessionCookies.some((name) => cookies[name] !== undefined);
	return key.length > longestKey ? null : { key, hasSession };
}

function send({ headers, etag, body }: Page, request: IncomingMessage, response: ServerResponse): void {
	if (namesTag(request.headers['if-none-match'], etag.replace(/^W\//, ''))) {
		const { 'content-length': _length, 'content-encoding': _encoding, ...kept } = headers;
		response.writeHead(304, kept).end();
	} else response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
}

/** Gathers what is written to a response; gives it once it is whole, where it may be kept. */
function record(response: ServerResponse, keep: (page: Page) => void): void {
	const chunks: Buffer[] = [];
	const gather = (chunk: unknown, encoding: unknown) => {
		if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, encoding as BufferEncoding));
		else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
	};
	for (const name of ['write', 'end'] as const) {
		const original = response[name].bind(response) as (...args: unknown[]) => never;
		response[name] = ((...args: unknown[]) => {
			gather(args[0], args[1]);
			return original(...args);
		}) as never;
	}
	response.once('finish', () => {
		const headers = response.getHeaders();
		if (response.statusCode !== 200 || headers['set-cookie'] !== undefined) return;
		if (headers['cache-control'] !== 'private, no-cache') return;
		const body = Buffer.concat(chunks);
		const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
		const kept = Object.entries(headers).filter(([name]) => !ofConnection.has(name));
		keep({ headers: { ...Object.fromEntries(kept), etag, 'content-length': body.length }, etag, body });
	});
}
