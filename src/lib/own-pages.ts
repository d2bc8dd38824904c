import type { RequestEvent } from '@sveltejs/kit';
import { freshId } from '#lib/fresh-id.ts';
import { isMadeOfItsView, viewAddress, viewText } from '#lib/views.ts';

/**
 * Tells the server of a page that shows one view and nothing else, so that it can send it again to whomever the view
 * says the same, and puts an id into each form.
 */
export async function tellOfPage(event: RequestEvent, made: Response): Promise<Response> {
	if (!isMadeOfItsView(event) || !made.headers.get('content-type')?.startsWith('text/html')) return made;
	const html = await made.text();
	const headers = new Headers(made.headers);
	// The next page has other ids.
	if (html.includes(freshId)) headers.delete('etag');
	if (event.request.method === 'GET' && made.status === 200 && !made.headers.has('set-cookie')) {
		const view = await viewText(event);
		if (view.ok)
			event.platform?.req.keepPage?.({
				view: viewAddress(event),
				said: view.data,
				html,
				freshId,
				headers: [...headers],
			});
	}
	return new Response(fillIn(html), { status: made.status, headers });
}

/** Each form has an id of its own. */
const fillIn = (html: string) =>
	html.split(freshId).reduce((before, after) => before + crypto.randomUUID() + after);
