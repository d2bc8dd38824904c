/** The picture of a question `.hotspot`, and how large it stands on a page. */
import type { Node, NodeElement } from '#schemas/node.ts';

const isPicture = (node: Node): node is NodeElement => typeof node !== 'string' && node.name === 'Figure';

/** The text of a question without its picture. */
export function besidePicture(body: readonly Node[]): Node[] {
	return body.filter((node) => !isPicture(node));
}

export interface Pictured {
	src: string | undefined;
	alt: string | undefined;
	caption: string | undefined;
	/** In pixels, or units of a drawing; nought where they are not known: nothing can be laid over it then. */
	width: number;
	height: number;
	/** What limits its width: see `Framed.svelte`. */
	form: { drawing: boolean; tall: boolean };
}

export function picturedIn(body: readonly Node[]): Pictured | null {
	const { attrs } = body.find(isPicture) ?? {};
	if (!attrs) return null;
	const { src, alt, caption } = attrs;
	const [width, height] = [Number(attrs.width ?? 0), Number(attrs.height ?? 0)];
	const drawing = src?.endsWith('.svg') ?? false;
	return { src, alt, caption, width, height, form: { drawing, tall: height > width } };
}
