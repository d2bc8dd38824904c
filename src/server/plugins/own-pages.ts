import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { atMost } from '../bounded.ts';
import { appearanceOf } from './page-cache.ts';

/** What stays of a page, and between it: the value of the view with this number, as it is or in words, or a new id. */
type Piece = Buffer | { value: number; inWords: boolean } | 'fresh';
/** A page as it is for all of whom its view says the same: as it was told of, and once it is sent again, in pieces. */
interface Page extends Omit<Told, 'view' | 'said'> {
	/** What was the reader's own in the view that it was told of. */
	values: string[];
	pieces?: Piece[];
}
type Ask = (view: string) => ReturnType<NonNullable<IncomingMessage['askApi']>>;
type Told = Parameters<NonNullable<IncomingMessage['keepPage']>>[0];

/** Characters, of which most take two bytes. */
const budget = 5 * 1024 * 1024;

/**
 * Pages of learners that show one view and nothing else. The pages tell which view that is; from then on the view is
 * asked first, and whoever is told the same as somebody before, but for ids and when attempts were submitted, is sent
 * the same page with their own. Most learners of a course stand in one of a few ways, so that a page costs what its
 * view costs.
 */
export class OwnPages {
	/** The view of an address, by appearance. */
	readonly #views = new LRUCache<string, string>(atMost(4000));
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
		const own = reply.status === 200 && ownIn(reply.body);
		const page = own && this.#pages.get(nameOf(appearance.key, own.rest));
		// A cookie goes with a page that is made; that one need not ask again.
		if (page && reply.headers['set-cookie'] === undefined) return send(page, own.values, response);
		answeredOnce(request, view, reply);
		make();
	}

	#keep(key: string, { view, said, ...page }: Told) {
		const own = ownIn(said);
		if (!own) return;
		this.#views.set(key, view);
		this.#pages.set(nameOf(key, own.rest), { ...page, values: own.values });
	}
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ownValue = new RegExp(`${uuid}|(?<="submittedAt":")[^"]+`, 'g');
const firstSaid = new RegExp(`^\\{"me":\\{"id":"${uuid}"`);

/** What in a view is one reader's own, each value once, and the rest. Null for one that does not say first who reads. */
function ownIn(said: string): { values: string[]; rest: string } | null {
	if (!firstSaid.test(said)) return null;
	const numbers = new Map<string, number>();
	const rest = said.replace(ownValue, (value) => {
		const number = numbers.get(value) ?? numbers.size;
		numbers.set(value, number);
		// No JSON has this character in it.
		return `\0${number}`;
	});
	return { values: [...numbers.keys()], rest };
}

function nameOf(key: string, rest: string): string {
	return createHash('sha1').update(key).update('\n').update(rest).digest('base64');
}

function send(page: Page, values: string[], response: ServerResponse) {
	page.pieces ??= piecesOf(page);
	const body = Buffer.concat(
		page.pieces.map((piece) => {
			if (piece === 'fresh') return Buffer.from(randomUUID());
			if (!('value' in piece)) return piece;
			const value = values[piece.value] ?? '';
			return Buffer.from(piece.inWords ? page.momentWords(value) : value);
		}),
	);
	response.setHeader('content-length', body.length);
	response.writeHead(200, Object.fromEntries(page.headers)).end(body);
}

/** Ids stand as they are; moments also in words: `<time datetime="moment">words</time>`. */
function piecesOf({ html, values, freshId }: Page): Piece[] {
	const numbers = new Map(values.map((value, number) => [value, number]));
	const found = new RegExp(`(${[freshId, ...values].join('|')})(?:(">)[^<]*(?=</time>))?`);
	const pieces: Piece[] = [];
	const parts = html.split(found);
	for (let index = 0; index < parts.length; index += 3) {
		const [text = '', value = '', inTime] = parts.slice(index, index + 3);
		pieces.push(Buffer.from(text));
		const number = numbers.get(value);
		if (value === freshId) pieces.push('fresh');
		else if (number !== undefined) pieces.push({ value: number, inWords: false });
		if (number !== undefined && inTime) pieces.push(Buffer.from(inTime), { value: number, inWords: true });
	}
	return pieces;
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
