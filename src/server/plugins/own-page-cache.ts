import { randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { parse } from 'cookie';
import { LRUCache } from 'lru-cache';
import { pathTo } from '#schemas/address.ts';
import { defaultLocale, isLocale } from '#schemas/names.ts';
import * as paths from '#schemas/paths.ts';
import type { LessonView, QuizView } from '#schemas/view.ts';
import { lessonFace, quizFace, type Face } from '../views/face.ts';
import { record, looks, type Page } from './page-cache.ts';
import { sessionCookie } from './sessions.ts';

/** Pages that show little of their learner. */
const pattern = /^(?:\/(vi|km|en))?\/courses\/([a-z0-9-]+)\/(lessons|quizzes)\/([a-z0-9-]+)$/;
const budget = 16 * 1024 * 1024;
/** Those of one reply, which compression or the next reply sets anew. */
const ofReply = ['content-encoding', 'content-length', 'etag'];

type AskApi = NonNullable<IncomingMessage['askApi']>;

/** A page with holes, where the ids of learner and page stand. */
interface Template {
	headers: OutgoingHttpHeaders;
	parts: string[];
	/** Which id stands after each part but the last. */
	holes: number[];
}

interface Asked {
	key: string;
	/** The view that the page shows. */
	url: string;
	locale: string;
	faceOf: (view: never) => Face | null;
}

/**
 * Pages of lessons and quizzes for people with a session. Each time the API is asked what the page shows, with all its
 * hooks; where that was shown before (to whomever), the page is filled with this learner's ids instead of being made
 * again. Nothing of a person is kept: see `views/face.ts`.
 */
export class OwnPageCache {
	readonly #pages = new LRUCache<string, Template>({
		maxSize: budget,
		sizeCalculation: ({ parts }) => parts.reduce((sum, part) => sum + part.length * 2, 1024),
	});
	#state = '';

	/** `published`: changes with whatever is published. */
	constructor(private readonly published: () => string) {}

	/**
	 * Answers with a filled page, else lets `make` answer. `headers`: of a call to the API in the name of who asks.
	 * Bytes are compressed by whoever wraps the response.
	 */
	async answer(
		request: IncomingMessage & { askApi: AskApi },
		response: ServerResponse,
		address: string,
		{ headers, make }: { headers: () => Record<string, string>; make: () => void },
	): Promise<void> {
		const asked = askedBy(request, address);
		if (!asked) return make();
		const state = this.published();
		if (state !== this.#state) this.#pages.clear();
		this.#state = state;
		const { askApi } = request;
		const call = { method: 'GET', url: asked.url, body: null };
		const reply = await askApi({ ...call, headers: { ...headers(), 'accept-language': asked.locale } });
		// The page, when it is made, is given the same answer.
		request.askApi = (again) =>
			again.url === asked.url && again.method === 'GET' ? Promise.resolve(reply) : askApi(again);
		const isPlain = reply.status === 200 && reply.headers['set-cookie'] === undefined;
		const face = isPlain && reply.data ? asked.faceOf(reply.data as never) : null;
		if (!face || this.published() !== state) return make();
		request.pageId = randomUUID();
		const ids = [request.pageId, ...face.ids];
		const key = `${asked.key}\n${face.text}`;
		const page = this.#pages.get(key);
		if (page) return void response.writeHead(200, page.headers).end(fill(page, ids));
		record(response, (made) => {
			if (this.#state === state && state === this.published()) this.#pages.set(key, templateOf(made, ids));
		});
		make();
	}
}

/** Null for a request that is answered anew each time. */
function askedBy({ method, url = '', headers }: IncomingMessage, address: string): Asked | null {
	if (method !== 'GET' || headers['x-part']) return null;
	const found = pattern.exec(url);
	if (!found) return null;
	const cookies = parse(headers.cookie ?? '');
	if (!cookies[sessionCookie]) return null;
	const [, prefix, course = '', folder, id = ''] = found;
	const locale = [prefix, cookies.locale].find(isLocale) ?? defaultLocale;
	const isLesson = folder === 'lessons';
	const path = isLesson ? pathTo(paths.lessonView, course, id) : pathTo(paths.quizView, course, id);
	return {
		key: [address, url, ...looks.map((name) => cookies[name]?.slice(0, 20))].join('\n'),
		url: `${path}?locale=${locale}`,
		locale,
		faceOf: isLesson ? (view: LessonView) => lessonFace(view) : (view: QuizView) => quizFace(view),
	};
}

function templateOf({ headers, body }: Page, ids: string[]): Template {
	const kept = Object.entries(headers).filter(([name]) => !ofReply.includes(name));
	const pieces = body.toString('utf8').split(new RegExp(`(${ids.join('|')})`));
	return {
		headers: Object.fromEntries(kept),
		parts: pieces.filter((_, index) => index % 2 === 0),
		holes: pieces.filter((_, index) => index % 2 === 1).map((id) => ids.indexOf(id)),
	};
}

function fill({ parts, holes }: Template, ids: string[]): string {
	return parts.reduce((text, part, index) => text + ids[holes[index - 1]!]! + part);
}
