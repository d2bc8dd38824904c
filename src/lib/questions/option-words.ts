import type { Node } from '#schemas/node.ts';
import type { Option } from '#schemas/question.ts';

/** An option in words, without its markup; its id where there is no such option. */
export function optionWords(options: readonly Option[] | undefined, id: string): string {
	const option = options?.find((candidate) => candidate.id === id);
	return option ? plainWords(option.content) : id;
}

/** The words of content, without its markup; a picture by what it shows. */
export function plainWords(nodes: readonly Node[]): string {
	const words = nodes.map((node) => {
		if (typeof node === 'string') return node;
		return node.attrs?.alt ? ` ${node.attrs.alt} ` : plainWords(node.children ?? []);
	});
	return words.join('').replace(/ {2,}/g, ' ').trim();
}

export function holdsPicture(nodes: readonly Node[]): boolean {
	return nodes.some(
		(node) => typeof node !== 'string' && (node.name === 'Figure' || holdsPicture(node.children ?? [])),
	);
}
