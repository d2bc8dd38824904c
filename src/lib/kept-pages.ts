import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { LRUCache } from 'lru-cache';
import { freshId } from '#lib/fresh-id.ts';
import { isMadeOfItsView, viewText } from '#lib/views.ts';

/** A page as it is for all to whom the API says the same; `null` stands where a learner's own id does. */
interface Page {
	headers: [string, string][];
	pieces: (string | null)[];
}

/** Characters of pages that are kept, two bytes each. */
const budget = 6 * 1024 * 1024;

/**
 * Pages that show one view and nothing else, as they were made before. Whoever's view says the same, but for their own
 * id, is sent the same page: most learners of a course stand in one of a few ways, so that a page costs its view alone.
 */
export class KeptPages {
	readonly #pages = new LRUCache<string, Page>({
		maxSize: budget,
		sizeCalculation: ({ pieces }) => pieces.reduce((sum, piece) => sum + (piece?.length ?? 0), 500),
	});

	/** `make`: makes the page anew, by way of the same view; cookies that were set go with such a page alone. */
	async answer(
		event: RequestEvent,
		setsCookie: () => boolean,
		make: () => Promise<Response>,
	): Promise<Response> {
		if (!isMadeOfItsView(event)) return make();
		if (event.request.method !== 'GET' || event.isDataRequest) return withIds(await make());
		const view = await viewText(event);
		const learner = view.ok ? learnerIn(view.data) : undefined;
		if (!view.ok || !learner || setsCookie()) return withIds(await make());

		const { locale, textSize, theme } = event.locals;
		const key = hash([event.url.href, locale, textSize, theme, view.data.replaceAll(learner, '')].join('\n'));
		const page = this.#pages.get(key);
		if (page) return whole(page, learner);
		const made = await make();
		if (made.status !== 200 || made.headers.has('set-cookie')) return withIds(made);
		const cut = await pageOf(made, learner);
		this.#pages.set(key, cut);
		return whole(cut, learner);
	}
}

/** Views say first who reads. */
const learnerIn = (view: string) => /^\{"me":\{"id":"([0-9a-f-]{36})"/.exec(view)?.[1];
const hash = (text: string) => createHash('sha1').update(text).digest('base64');

async function pageOf(made: Response, learner: string): Promise<Page> {
	const pieces = (await made.text()).split(learner).flatMap((piece) => [null, piece]);
	// The same page differs from one learner to the next, and in the ids of its forms.
	const headers = [...made.headers].filter(([name]) => name !== 'etag' && name !== 'content-length');
	return { headers, pieces: pieces.slice(1) };
}

function whole({ headers, pieces }: Page, learner: string): Response {
	return new Response(fillIn(pieces.map((piece) => piece ?? learner).join('')), { headers });
}

/** A page that was made for this reader alone. */
async function withIds(made: Response): Promise<Response> {
	if (!made.headers.get('content-type')?.startsWith('text/html')) return made;
	const html = await made.text();
	if (!html.includes(freshId)) return new Response(html, made);
	const headers = new Headers(made.headers);
	headers.delete('etag');
	headers.delete('content-length');
	return new Response(fillIn(html), { status: made.status, headers });
}

/** Each form has an id of its own. */
const fillIn = (html: string) =>
	html.split(freshId).reduce((before, after) => before + crypto.randomUUID() + after);
