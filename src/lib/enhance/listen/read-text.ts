/** A stretch of text to read, with the language it is in. */
export interface Stretch {
	text: string;
	lang: string;
	/** What the words stand in. */
	element: Element;
}

const skipped = 'script, style, button, svg, [hidden], details:not([open]) > :not(summary)';
const blocks =
	'address, article, blockquote, details, div, fieldset, figcaption, figure, form, h1, h2, h3, h4, label, legend, li, ol, p, page-part, pre, summary, table, tbody, td, th, thead, tr, ul, video';
/** Some voices fall silent in the middle of a longer stretch. */
const longest = 180;

/** The words of an element in reading order, block by block; pictures by their description. */
export function stretches(root: Element): Stretch[] {
	const found: Stretch[] = [];
	let run = '';
	const flush = (of: Element) => {
		const lang = of.closest('[lang]')?.getAttribute('lang') ?? '';
		for (const text of cut(run.replace(/\s+/g, ' ').trim())) found.push({ text, lang, element: of });
		run = '';
	};
	const walk = (element: Element) => {
		element.childNodes.forEach((child) => {
			if (child instanceof Text) run += child.data;
			if (child instanceof HTMLImageElement) run += ` ${child.alt.replace(/[.\s]*$/, '. ')}`;
			if (!(child instanceof Element) || child.matches(skipped)) return;
			if (!child.matches(blocks)) return walk(child);
			flush(element);
			walk(child);
			flush(child);
		});
	};
	walk(root);
	flush(root);
	return found;
}

function cut(text: string): string[] {
	if (!/[\p{L}\p{N}]/u.test(text)) return [];
	if (text.length <= longest) return [text];
	const pieces: string[] = [];
	for (const sentence of text.match(/[^.!?។;:]+[.!?។;:]*\s*/g) ?? [text]) {
		const last = pieces.length - 1;
		const joined = (pieces[last] ?? '') + sentence;
		if (last >= 0 && joined.length <= longest) pieces[last] = joined;
		else pieces.push(sentence);
	}
	return pieces;
}
