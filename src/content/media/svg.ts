/** An SVG may draw, and nothing else: a list of what is allowed, since a list of what is not is never complete. */
import { SaxesParser, type SaxesAttributeNS } from 'saxes';
import type { Text } from '../source.ts';

export interface SvgFault {
	offset: number;
	/** `broken` when it is no SVG at all; else what is in it. */
	what: string;
}

const shapes =
	'svg g path rect circle ellipse line polyline polygon text tspan textPath title desc defs use symbol ' +
	'linearGradient radialGradient stop clipPath mask pattern marker style filter feGaussianBlur feOffset feBlend ' +
	'feMerge feMergeNode feColorMatrix feFlood feComposite feDropShadow';
const allowed: ReadonlySet<string> = new Set(shapes.split(' '));

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Where the drawing ends for a reader of XML, or holds what no drawing needs: a document type, an instruction, CDATA. */
class Broken extends Error {}

function stop(): never {
	throw new Broken();
}

/** A tag that is open, with its own words: a comment or a tag between them does not part a style. */
interface Open {
	name: string;
	start: number;
	words: string;
}

/** The attributes of the drawing itself; null where there is no drawing. */
export function svgAttributes(source: string): Readonly<Record<string, string>> | null {
	const parser = new SaxesParser();
	let found: Record<string, string> | null = null;
	parser.on('error', stop);
	parser.on('opentag', ({ name, attributes }) => {
		if (name === 'svg') found = attributes;
		stop();
	});
	try {
		parser.write(source);
	} catch (error) {
		if (!(error instanceof Broken)) throw error;
	}
	return found;
}

export function svgFaults(text: Text): SvgFault[] {
	const source = text.raw;
	const faults: SvgFault[] = [];
	const parser = new SaxesParser({ xmlns: true });
	const open: Open[] = [];
	let start = 0;
	parser.on('error', stop);
	parser.on('doctype', stop);
	parser.on('processinginstruction', stop);
	parser.on('cdata', stop);
	parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
		if (!/^utf-8$/i.test(encoding)) faults.push({ offset: 0, what: 'encoding' });
	});
	parser.on('opentagstart', () => (start = source.lastIndexOf('<', parser.position - 1)));
	parser.on('opentag', ({ name, attributes }) => {
		if (open.length === 0 && name !== 'svg') stop();
		open.push({ name, start, words: '' });
		if (!allowed.has(name)) faults.push({ offset: start, what: `<${name}>` });
		for (const each of Object.values(attributes))
			if (!isHarmless(each))
				faults.push({ offset: start, what: `${each.name}="${each.value.slice(0, 60)}"` });
	});
	parser.on('text', (words) => {
		const last = open.at(-1);
		if (last) last.words += words;
	});
	parser.on('closetag', () => {
		const closed = open.pop();
		if (closed?.name === 'style') faults.push(...styleFaults(closed.words, closed.start));
	});
	try {
		parser.write(source).close();
	} catch (error) {
		if (!(error instanceof Broken)) throw error;
		const offset = Math.min(parser.position, source.length);
		const [entity] = /&[\w.:-]+;$/.exec(source.slice(0, offset)) ?? [];
		faults.push({ offset, what: entity ?? 'broken' });
	}
	return faults;
}

function isHarmless({ name, local, uri, value }: SaxesAttributeNS): boolean {
	if (name === 'xmlns') return value === svgNamespace;
	if (name.startsWith('xmlns:')) return true;
	const plain = value.replace(/[\u0000-\u0020]/g, '');
	const leadsOut = /^(?:href|src|base)$/i.test(local) && !plain.startsWith('#');
	return !(
		leadsOut ||
		/^on/i.test(local) ||
		// What the drawing itself reads may be CSS, which has escapes.
		(uri === '' && value.includes('\\')) ||
		/(?:javascript|vbscript|data):/i.test(plain) ||
		hasOutsideUrl(plain)
	);
}

function styleFaults(css: string, offset: number): SvgFault[] {
	const wrong =
		/@import|\\|expression\s*\(|-moz-binding/i.exec(css)?.[0] ?? (hasOutsideUrl(css) ? 'url(…)' : '');
	return wrong === '' ? [] : [{ offset, what: wrong }];
}

/** `url(...)` may only point inside the drawing. */
function hasOutsideUrl(words: string): boolean {
	return /url\(\s*(?!["']?\s*#)/i.test(words) || /image(?:-set)?\(/i.test(words);
}
