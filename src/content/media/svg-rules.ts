/**
 * What of an SVG is kept, what is left out without a word, and what is refused. An SVG may draw, and nothing else: a
 * list of what is kept, since a list of what is not is never complete.
 */
import type { SaxesAttributeNS, SaxesTagNS } from 'saxes';

export const svgNamespace = 'http://www.w3.org/2000/svg';
export const xlinkNamespace = 'http://www.w3.org/1999/xlink';
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const drawn = words(
	'svg g path rect circle ellipse line polyline polygon text tspan textPath title desc defs use symbol switch image ' +
		'linearGradient radialGradient stop clipPath mask pattern marker style filter feGaussianBlur feOffset feBlend ' +
		'feMerge feMergeNode feColorMatrix feFlood feComposite feDropShadow feTurbulence feDisplacementMap feMorphology ' +
		'feTile feComponentTransfer feFuncR feFuncG feFuncB feFuncA feSpecularLighting feDiffuseLighting ' +
		'fePointLight feDistantLight feSpotLight',
);

/** Notes of drawing programs, and fonts in a form that browsers never read. */
const notes = words(
	'metadata font font-face glyph missing-glyph hkern vkern color-profile view cursor mesh hatch',
);

/** Elements of no namespace are the author's SVG that lacks its `xmlns`. */
const isSvg = (uri: string) => uri === svgNamespace || uri === '';

/**
 * `keep`: drawn; `open`: left out, and what is in it kept; `drop`: left out with all in it; `fallback`: left out where
 * a `<switch>` has something else to show; `refuse`: the author must decide.
 */
export type Fate = 'keep' | 'open' | 'drop' | 'fallback' | 'refuse';

export function fateOf({ uri, local }: SaxesTagNS, parent: string | undefined): Fate {
	if (!isSvg(uri) || notes.has(local)) return 'drop';
	if (local === 'a') return 'open';
	if (local === 'foreignObject' && parent === 'switch') return 'fallback';
	return drawn.has(local) ? 'keep' : 'refuse';
}

/** The attribute's name as it is written again, or whether it is left out or refused. */
export function attributeFate(
	element: string,
	attribute: SaxesAttributeNS,
): { name: string } | 'drop' | 'refuse' {
	const { local, uri, name } = attribute;
	if (name === 'xmlns' || name.startsWith('xmlns:')) return 'drop';
	if (uri === xmlNamespace && local === 'base') return 'refuse';
	if (uri === xlinkNamespace && local !== 'href') return 'drop';
	if (uri !== '' && uri !== xlinkNamespace && uri !== xmlNamespace) return 'drop';
	if (uri === '' && (/^data-/i.test(local) || (element === 'svg' && local === 'content'))) return 'drop';
	if (/^on/i.test(local)) return event.test(local) ? 'refuse' : 'drop';
	if (!isHarmless(element, attribute)) return 'refuse';
	return { name: uri === xlinkNamespace ? 'xlink:href' : uri === xmlNamespace ? `xml:${local}` : local };
}

/** Names of events; other names that begin so are nobody's, and mean nothing. */
const event = new RegExp(
	'^on(?:abort|activate|animation|auxclick|before|begin|blur|cancel|canplay|change|click|close|context|copy|cue|cut|' +
		'dbl|drag|drop|duration|emptied|end|error|focus|form|fullscreen|got|hash|input|invalid|key|language|load|lost|' +
		'message|mouse|offline|online|page|paste|pause|play|pointer|pop|progress|rate|rejection|repeat|reset|resize|' +
		'scroll|search|security|seek|select|show|slot|stalled|storage|submit|suspend|time|toggle|touch|transition|' +
		'unhandled|unload|volume|waiting|webkit|wheel|zoom)',
	'i',
);

/** A picture within the drawing, in a form that can hold nothing but a picture. */
const embedded = /^data:image\/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]*$/;

function isHarmless(element: string, { local, value }: SaxesAttributeNS): boolean {
	if (element === 'image' && local === 'href') return embedded.test(value.trim());
	const plain = value.replace(/[\u0000-\u0020]/g, '');
	const leadsOut = /^(?:href|src|base)$/i.test(local) && !plain.startsWith('#');
	// What the drawing itself reads may be CSS, which has escapes.
	return !(
		leadsOut ||
		value.includes('\\') ||
		/(?:javascript|vbscript|data):/i.test(plain) ||
		hasOutsideUrl(plain)
	);
}

/** Fonts from elsewhere: without them the words stand in another font. */
export function withoutFonts(css: string): string {
	return css
		.replace(/@import\s*(?:url\(\s*(?:"[^"]*"|'[^']*'|[^)"']*)\s*\)|"[^"]*"|'[^']*')[^;{}]*(?:;|$)/gi, '')
		.replace(/@charset\b[^;{}]*;/gi, '')
		.replace(/@font-face\s*\{[^{}]*\}/gi, (rule) => (hasOutsideUrl(rule) ? '' : rule));
}

/** What of a style may not stand, or null. */
export function styleFault(css: string): string | null {
	const wrong = /@import|\\|expression\s*\(|-moz-binding/i.exec(css)?.[0];
	return wrong ?? (hasOutsideUrl(css) ? 'url(…)' : null);
}

/** `url(...)` may only point inside the drawing. */
function hasOutsideUrl(text: string): boolean {
	return /url\(\s*(?!["']?\s*#)/i.test(text) || /image(?:-set)?\(/i.test(text);
}
