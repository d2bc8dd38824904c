import type { RequestEvent } from '@sveltejs/kit';
import { freshId } from '#lib/fresh-id.ts';
import { formatMoment } from '#lib/time.ts';
import { isMadeOfItsView, viewAddress, viewText } from '#lib/views.ts';

/**
 * Tells the server of a page that shows one view and nothing else, so that it can send it again to whomever the view
 * says the same. `html`: before ids were put into its forms.
 */
export async function tellOfPage(
	event: RequestEvent,
	{ status, headers }: Response,
	html: string,
): Promise<void> {
	const keep = event.platform?.req.keepPage;
	if (!keep || event.request.method !== 'GET' || status !== 200 || headers.has('set-cookie')) return;
	if (!html || !isMadeOfItsView(event)) return;
	const view = await viewText(event);
	// The next one has other ids, and so another tag.
	const kept = [...headers].filter(([name]) => name !== 'etag');
	if (!view.ok) return;
	const said = view.data;
	keep({ view: viewAddress(event), said, html, momentWords: formatMoment, freshId, headers: kept });
}

/** Each form has an id of its own. */
export function withIds(html: string): string {
	return html.split(freshId).reduce((before, after) => before + crypto.randomUUID() + after);
}
