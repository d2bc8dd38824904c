/** Reads an SVG, and writes it again without what only its drawing program needs. */
import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';
import type { Text } from '../source.ts';
import {
	attributeFate,
	fateOf,
	styleFault,
	svgNamespace,
	withoutFonts,
	xlinkNamespace,
} from './svg-rules.ts';

export interface SvgFault {
	offset: number;
	/** `broken` when it is no SVG at all; else what is in it. */
	what: string;
}

export interface Drawing {
	faults: SvgFault[];
	/** The drawing written anew; null where nothing had to be left out: then it may stay as it is. */
	rewritten: string | null;
}

/** Where the drawing ends for a reader of XML. */
class Broken extends Error {}

function stop(): never {
	throw new Broken();
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

export function readSvg(text: Text): Drawing {
	const writer = new Writer(text.raw);
	const faults = writer.run();
	return { faults, rewritten: faults.length === 0 && writer.isChanged ? writer.written : null };
}

/** A tag that is open, with its own words: a comment or a tag between them does not part a style. */
interface Open {
	name: string;
	start: number;
	fate: 'keep' | 'open' | 'drop';
	words: string;
	kept: number;
	/** Where what a `<switch>` would show first was left out, or -1. */
	left: number;
}

class Writer {
	written = '';
	isChanged = false;
	readonly #source: string;
	readonly #parser = new SaxesParser({ xmlns: true });
	readonly #open: Open[] = [];
	readonly #faults: SvgFault[] = [];
	#start = 0;

	constructor(source: string) {
		this.#source = source;
	}

	run(): SvgFault[] {
		const parser = this.#parser;
		parser.on('error', stop);
		parser.on('doctype', (words) => this.#doctype(words));
		parser.on('processinginstruction', () => (this.isChanged = true));
		parser.on('xmldecl', ({ encoding = 'utf-8' }) => this.#encoding(encoding));
		parser.on('opentagstart', () => (this.#start = this.#source.lastIndexOf('<', parser.position - 1)));
		parser.on('opentag', (tag) => this.#opened(tag));
		parser.on('text', (words) => this.#text(words));
		parser.on('cdata', (words) => {
			this.isChanged = true;
			this.#text(words);
		});
		parser.on('closetag', () => this.#closed());
		try {
			parser.write(this.#source).close();
		} catch (error) {
			if (!(error instanceof Broken)) throw error;
			const offset = Math.min(parser.position, this.#source.length);
			const [entity] = /&[\w.:-]+;$/.exec(this.#source.slice(0, offset)) ?? [];
			this.#fault(offset, entity ?? 'broken');
		}
		return this.#faults;
	}

	#fault(offset: number, what: string): void {
		this.#faults.push({ offset, what });
	}

	/** Illustrator names its namespaces by entities. Values are short and stand for themselves: nothing multiplies. */
	#doctype(words: string): void {
		this.isChanged = true;
		const entities = words.matchAll(
			/<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"<&%]{0,200})"|'([^'<&%]{0,200})')\s*>/g,
		);
		for (const [, name = '', double, single] of [...entities].slice(0, 50))
			this.#parser.ENTITIES[name] = double ?? single ?? '';
	}

	/** A label does no harm where every encoding would read the same. */
	#encoding(encoding: string): void {
		if (/^utf-8$/i.test(encoding)) return;
		this.isChanged = true;
		if (/^utf-16|^ucs/i.test(encoding) || /[^\u0000-\u007F]/.test(this.#source)) this.#fault(0, 'encoding');
	}

	get #isLeftOut(): boolean {
		return this.#open.at(-1)?.fate === 'drop';
	}

	#opened(tag: SaxesTagNS): void {
		const start = this.#start;
		const { local: name } = tag;
		const isRoot = this.#open.length === 0;
		const parent = this.#open.at(-1);
		const wanted = this.#isLeftOut ? 'drop' : fateOf(tag, parent?.name);
		if (isRoot && (name !== 'svg' || wanted !== 'keep')) stop();
		if (wanted === 'refuse') this.#fault(start, `<${tag.name}>`);
		if (wanted === 'fallback' && parent) parent.left = start;
		if (wanted === 'keep' && parent) parent.kept += 1;
		const fate = wanted === 'open' ? 'open' : wanted === 'keep' ? 'keep' : 'drop';
		this.#open.push({ name, start, fate, words: '', kept: 0, left: -1 });
		// What is in it is looked at all the same where it is refused as a whole.
		if (fate === 'keep') this.#write(tag, isRoot);
		if (fate !== 'keep' || name !== tag.name || (isRoot && tag.uri === '')) this.isChanged = true;
	}

	#write({ local, attributes }: SaxesTagNS, isRoot: boolean): void {
		this.written += `<${local}`;
		if (isRoot) this.written += ` xmlns="${svgNamespace}" xmlns:xlink="${xlinkNamespace}"`;
		for (const each of Object.values(attributes)) this.#writeAttribute(local, each);
		this.written += '>';
	}

	#writeAttribute(element: string, attribute: SaxesAttributeNS): void {
		const { name, value } = attribute;
		const fate = attributeFate(element, attribute);
		if (fate === 'refuse') this.#fault(this.#start, `${name}="${value.slice(0, 60)}"`);
		// A prefix that is declared and used by nothing else does no harm where it is.
		else if (fate === 'drop') this.isChanged ||= !name.startsWith('xmlns');
		else this.written += ` ${fate.name}="${escapedValue(value)}"`;
	}

	#text(words: string): void {
		const last = this.#open.at(-1);
		if (!last || last.fate === 'drop') return;
		if (last.name === 'style') last.words += words;
		else this.written += escaped(words);
	}

	#closed(): void {
		const closed = this.#open.pop();
		if (closed?.fate !== 'keep') return;
		if (closed.name === 'style') this.#style(closed);
		if (closed.left !== -1 && closed.kept === 0) this.#fault(closed.left, '<foreignObject>');
		this.written += `</${closed.name}>`;
	}

	#style({ words, start }: Open): void {
		const css = withoutFonts(words);
		const fault = styleFault(css);
		if (fault !== null) this.#fault(start, fault);
		this.isChanged ||= css !== words;
		this.written += escaped(css);
	}
}

function escaped(words: string): string {
	return words.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);
}

function escapedValue(words: string): string {
	return words.replace(/[&<>"\t\n\r]/g, (sign) => escapes[sign] ?? sign);
}

const escapes: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\t': '&#9;',
	'\n': '&#10;',
	'\r': '&#13;',
};
