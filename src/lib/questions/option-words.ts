import type { Node } from '#schemas/node.ts';
import type { Option } from '#schemas/question.ts';

/** An option in words, without its markup; its id where there is no such option. */
export function optionWords(options: readonly Option[] | undefined, id: string): string {
	const option = options?.find((candidate) => candidate.id === id);
	return option ? plainWords(option.content) : id;
}

/** The words of content, without its markup; a picture by what it shows. */
export function plainWords(nodes: readonly Node[]): string {
	return nodes
		.map((node) =>
			typeof node === 'string' ? node : (node.attrs?.alt ?? '') + plainWords(node.children ?? []),
		)
		.join('')
		.trim();
}
