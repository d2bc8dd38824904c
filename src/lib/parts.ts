/**
 * A part of a page, `<page-part id="…">`, can be asked for alone: the enhancement script posts a form with this header
 * and puts the answer in the part's place. The same components render it, with script and without.
 */
export const partHeader = 'x-part';

export async function cutPart(page: Response, id: string): Promise<Response> {
	const html = await page.text();
	const open = html.indexOf(`<page-part id="${id}"`);
	const close = html.indexOf('</page-part>', open);
	const headers = new Headers(page.headers);
	headers.delete('content-length');
	headers.delete('etag');
	headers.delete('link');
	// A page that came, though without this part, is no error.
	if (open < 0 || close < 0) {
		return page.ok
			? new Response(null, { status: 204, headers })
			: new Response('', { status: page.status, headers });
	}
	return new Response(html.slice(open, close + '</page-part>'.length), { status: page.status, headers });
}
