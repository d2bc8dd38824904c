/** Lets every element of the Markdown parser's tree say where it comes from. */

/** What this needs of a node of the Markdown parser's tree. */
export interface MarkdownNode {
	type: string;
	value?: string;
	url?: string;
	identifier?: string;
	position?: { start: { offset?: number } };
	data?: { hProperties?: Record<string, string> };
	children?: MarkdownNode[];
}

/** Each element carries the offset that it comes from, and each link the number of its address as written. */
export function noteOrigins(root: MarkdownNode, links: string[]): void {
	const addresses = new Map<string, string>();
	visit(root, (node) => {
		if (node.children) node.children = node.children.flatMap(endBareAddress);
		if (node.type === 'definition') addresses.set(node.identifier ?? '', node.url ?? '');
	});
	visit(root, (node) => {
		if (node.type === 'text' || node.type === 'html' || node.type === 'root') return;
		const properties: Record<string, string> = { 'data-at': String(node.position?.start.offset ?? 0) };
		if (node.type === 'link' || node.type === 'linkReference') {
			const address = node.type === 'link' ? node.url : addresses.get(node.identifier ?? '');
			properties['data-link'] = String(links.push(address ?? '') - 1);
		}
		node.data = { ...node.data, hProperties: { ...node.data?.hProperties, ...properties } };
	});
}

function visit(node: MarkdownNode, each: (node: MarkdownNode) => void): void {
	each(node);
	for (const child of node.children ?? []) visit(child, each);
}

/** Signs that end an address in running text; to the parser only a blank does. */
const addressEnd = /["'<>\u201C\u201D\u2018\u2019\u00AB\u00BB\uE000-\uE003]/;

/** `"https://example.org".` is a link up to the second quotation mark. */
function endBareAddress(node: MarkdownNode): MarkdownNode[] {
	const [only, ...more] = node.children ?? [];
	if (node.type !== 'link' || only?.type !== 'text' || more.length > 0) return [node];
	const words = only.value ?? '';
	const end = words === node.url ? words.search(addressEnd) : -1;
	if (end < 1) return [node];
	const link = { ...node, url: words.slice(0, end), children: [{ ...only, value: words.slice(0, end) }] };
	return [link, { ...only, value: words.slice(end) }];
}
