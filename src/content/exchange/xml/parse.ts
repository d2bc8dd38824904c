/** XML of other systems as a tree. What can do harm is refused: document types, and entities of the file's own. */
import { characterEntities } from 'character-entities';
import { SaxesParser } from 'saxes';
import { Unreadable } from '../item.ts';

export interface XmlElement {
	/** Without a prefix. */
	name: string;
	attributes: Readonly<Record<string, string>>;
	children: XmlNode[];
	/** From 1. */
	line: number;
}
export type XmlNode = XmlElement | string;

const deepest = 100;

/**
 * Names of HTML (`&nbsp;`) are known, since many a file has them outside CDATA.
 * @param from the line that the text begins in
 * @throws Unreadable, with the line
 */
export function parseXml(source: string, from = 1): XmlElement {
	const parser = new SaxesParser();
	Object.assign(parser.ENTITIES, characterEntities, parser.ENTITIES);
	const line = () => parser.line + from - 1;
	const root: XmlElement = { name: '', attributes: {}, children: [], line: from };
	const open = [root];
	parser.on('error', () => {
		throw new Unreadable('xml', line());
	});
	parser.on('doctype', () => {
		throw new Unreadable('doctype', line());
	});
	let started = from;
	parser.on('opentagstart', () => (started = line()));
	parser.on('opentag', ({ name, attributes }) => {
		if (open.length > deepest) throw new Unreadable('xml-deep', line());
		const element = { name: local(name), attributes, children: [], line: started };
		open.at(-1)?.children.push(element);
		open.push(element);
	});
	parser.on('closetag', () => open.pop());
	const text = (words: string) => open.at(-1)?.children.push(words);
	parser.on('text', text);
	parser.on('cdata', text);
	parser.write(source.replace(/^\uFEFF/, '')).close();
	return childrenOf(root)[0] ?? root;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
	const elements = element?.children.filter((child) => typeof child !== 'string') ?? [];
	return name === undefined ? elements : elements.filter((child) => child.name === name);
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
	return childrenOf(element, name)[0];
}

/** All the words in it. */
export function wordsOf(element: XmlElement | undefined): string {
	return (element?.children ?? [])
		.map((child) => (typeof child === 'string' ? child : wordsOf(child)))
		.join('');
}

/** The words of a child, without white space around them. */
export function wordsIn(element: XmlElement | undefined, name: string): string {
	return wordsOf(childOf(element, name)).trim();
}
