/** Makes the pages of a package, by the components of the site. */
import { render } from 'svelte/server';
import type { Messages } from '#messages/index.ts';
import type { PackedPage, PageData } from '#schemas/packed.ts';
import Page from './Page.svelte';

/** A whole HTML document; `shared` is the folder of script and styles. */
export function renderPage(page: PackedPage, t: Messages, shared: string): string {
	const { body } = render(Page, { props: { page, t } });
	const data: PageData = { kind: page.kind, locale: page.locale, checks: page.checks };
	const json = JSON.stringify(data).replaceAll('<', '\\u003c');
	return `<!doctype html>
<html lang="${page.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</title>
<link rel="stylesheet" href="${shared}/style.css">
</head>
<body>
${body}
<script type="application/json" id="data">${json}</script>
<script src="${shared}/run.js"></script>
</body>
</html>
`;
}
