import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { appearanceOf } from './page-cache.ts';

/** A page as it is for all of whom its view says the same: as it was told of, and once it is sent again, in pieces. */
interface Page extends Pick<Told, 'html' | 'freshId' | 'headers'> {
	/** Of whom it was told. */
	learner: string;
	/** What stays, and between it whose id it is: the learner's, or one that is new each time. */
	pieces?: (Buffer | 'learner' | 'fresh')[];
}
type Ask = (view: string) => ReturnType<NonNullable<IncomingMessage['askApi']>>;
type Told = Parameters<NonNullable<IncomingMessage['keepPage']>>[0];

/** Characters, of which most take two bytes. */
const budget = 5 * 1024 * 1024;

/**
 * Pages of learners that show one view and nothing else. The pages tell which view that is; from then on the view is
 * asked first, and whoever is told the same as somebody before, but for their own id, is sent the same page. Most
 * learners of a course stand in one of a few ways, so that a page costs what its view costs.
 */
export class OwnPages {
	/** The view of an address, by appearance. */
	readonly #views = new LRUCache<string, string>({ max: 4000 });
	readonly #pages = new LRUCache<string, Page>({
		maxSize: budget,
		sizeCalculation: ({ html }) => html.length + 1024,
	});

	/** Answers with a page that was made before; else lets `make` answer, and keeps what it tells of. */
	async answer(
		request: IncomingMessage,
		response: ServerResponse,
		{ origin, ask }: { origin: string; ask: Ask },
		make: () => void,
	): Promise<void> {
		const appearance = request.method === 'GET' ? appearanceOf(request, origin) : null;
		if (!appearance?.hasSession) return make();
		request.keepPage = (told) => this.#keep(appearance.key, told);
		const view = this.#views.get(appearance.key);
		if (view === undefined) return make();
		const reply = await ask(view).catch(() => null);
		if (!reply) return make();
		const learner = learnerIn(reply.body);
		const page =
			reply.status === 200 && learner && this.#pages.get(nameOf(appearance.key, reply.body, learner));
		// A cookie goes with a page that is made; that one need not ask again.
		if (page && reply.headers['set-cookie'] === undefined) return send(page, learner, response);
		answeredOnce(request, view, reply);
		make();
	}

	#keep(key: string, { view, said, html, freshId, headers }: Told) {
		const learner = learnerIn(said);
		if (!learner) return;
		this.#views.set(key, view);
		this.#pages.set(nameOf(key, said, learner), { html, freshId, headers, learner });
	}
}

/** Views say first who reads. */
const learnerIn = (said: string) => /^\{"me":\{"id":"([0-9a-f-]{36})"/.exec(said)?.[1];

function nameOf(key: string, said: string, learner: string): string {
	return createHash('sha1').update(key).update('\n').update(said.replaceAll(learner, '')).digest('base64');
}

function send(page: Page, learner: string, response: ServerResponse) {
	page.pieces ??= piecesOf(page);
	const body = Buffer.concat(
		page.pieces.map((piece) => {
			if (piece === 'learner') return Buffer.from(learner);
			return piece === 'fresh' ? Buffer.from(randomUUID()) : piece;
		}),
	);
	response.setHeader('content-length', body.length);
	response.writeHead(200, Object.fromEntries(page.headers)).end(body);
}

function piecesOf({ html, freshId, learner }: Page): NonNullable<Page['pieces']> {
	return html.split(new RegExp(`(${learner}|${freshId})`)).map((piece) => {
		if (piece === learner) return 'learner';
		return piece === freshId ? 'fresh' : Buffer.from(piece);
	});
}

/** The page asks for its view: it is given what came of it a moment ago. */
function answeredOnce(request: IncomingMessage, view: string, reply: Awaited<ReturnType<Ask>>) {
	const { askApi } = request;
	if (!askApi) return;
	let isLeft = true;
	request.askApi = (asked) => {
		if (!isLeft || asked.method !== 'GET' || asked.url !== view) return askApi(asked);
		isLeft = false;
		return Promise.resolve(reply);
	};
}
