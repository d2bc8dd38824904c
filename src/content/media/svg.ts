/** An SVG may draw, and nothing else: a list of what is allowed, since a list of what is not is never complete. */
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

const token = /<!--[\s\S]*?-->|<(\/?)([^\s<>/"'=]+)((?:[^"'<>]|"[^"]*"|'[^']*')*?)(\/?)>|<|[^<]+/g;
const attribute = /[\s/]*([^\s=>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

export function svgFaults(text: Text): SvgFault[] {
	const faults: SvgFault[] = [];
	const open: string[] = [];
	let roots = 0;
	const source = text.raw.replace(/^\uFEFF/, ' ').replace(/^\s*<\?xml\s[^?]*\?>/, (head) => {
		if (/encoding\s*=\s*["'](?!utf-8)/i.test(head)) faults.push({ offset: 0, what: 'encoding' });
		return ' '.repeat(head.length);
	});
	for (const found of source.matchAll(token)) {
		const [whole, slash, name, attributes = '', selfClosing] = found;
		const offset = found.index;
		if (whole.startsWith('<!--')) continue;
		if (name === undefined) {
			if (whole === '<') return [...faults, { offset, what: 'broken' }];
			if (open.length === 0 && whole.trim() !== '') return [...faults, { offset, what: 'broken' }];
			if (open.at(-1) === 'style') faults.push(...styleFaults(whole, offset));
			else if (hasForeignEntity(whole)) faults.push({ offset, what: '&…;' });
			continue;
		}
		if (slash === '/') {
			if (open.pop() !== name) return [...faults, { offset, what: 'broken' }];
			continue;
		}
		if (open.length === 0) roots += 1;
		if (open.length === 0 && (name !== 'svg' || roots > 1)) return [...faults, { offset, what: 'broken' }];
		if (!allowed.has(name)) faults.push({ offset, what: `<${name}>` });
		faults.push(...attributeFaults(attributes, offset));
		if (selfClosing !== '/') open.push(name);
	}
	if (roots === 0 || open.length > 0) faults.push({ offset: 0, what: 'broken' });
	return faults;
}

function attributeFaults(attributes: string, offset: number): SvgFault[] {
	const faults: SvgFault[] = [];
	let end = 0;
	for (;;) {
		attribute.lastIndex = end;
		const found = attribute.exec(attributes);
		if (!found) break;
		end = attribute.lastIndex;
		const [, name = '', double, single] = found;
		const value = double ?? single ?? '';
		const plain = withoutReferences(value).replace(/[\u0000-\u0020]/g, '');
		const local = name.split(':').at(-1) ?? name;
		const isNamespace = name === 'xmlns' || name.startsWith('xmlns:');
		if (isNamespace) {
			if (name === 'xmlns' && value !== 'http://www.w3.org/2000/svg')
				faults.push({ offset, what: `${name}="${value}"` });
			continue;
		}
		const wrong =
			/^on/i.test(local) ||
			hasForeignEntity(value) ||
			(/^(?:href|src|base)$/i.test(local) && !plain.startsWith('#')) ||
			/(?:javascript|vbscript|data):/i.test(plain) ||
			hasOutsideUrl(plain);
		if (wrong) faults.push({ offset, what: `${name}="${value.slice(0, 60)}"` });
	}
	// An attribute without quotes, or without a value, is no XML.
	if (!/^[\s/]*$/.test(attributes.slice(end))) faults.push({ offset, what: 'broken' });
	return faults;
}

function styleFaults(css: string, offset: number): SvgFault[] {
	const plain = withoutReferences(css);
	const wrong =
		/@import|\\|expression\s*\(|-moz-binding/i.exec(plain)?.[0] ?? (hasOutsideUrl(plain) ? 'url(…)' : '');
	return wrong === '' ? [] : [{ offset, what: wrong }];
}

/** `url(...)` may only point inside the drawing. */
function hasOutsideUrl(words: string): boolean {
	return /url\(\s*(?!["']?\s*#)/i.test(words) || /image(?:-set)?\(/i.test(words);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function hasForeignEntity(words: string): boolean {
	return /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(words);
}

function withoutReferences(words: string): string {
	return words.replace(/&(#x[\da-f]+|#\d+|[a-z]+);/gi, (whole, inner: string) => {
		if (!inner.startsWith('#')) return named[inner] ?? whole;
		const code = /^#x/i.test(inner) ? Number.parseInt(inner.slice(2), 16) : Number(inner.slice(1));
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
	});
}
