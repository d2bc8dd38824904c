/** QTI 2.x and 3.0 under one naming: `qti-simple-choice match-max="1"` is `simpleChoice matchMax="1"`. */
import { childrenOf, parseXml, type XmlElement } from '../xml/parse.ts';

const camel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** @throws Unreadable */
export function parseQti(source: string): XmlElement {
	return renamed(parseXml(source));
}

function renamed(element: XmlElement): XmlElement {
	const isOurs = element.name.startsWith('qti-');
	const attributes = Object.entries(element.attributes).map(([name, value]) => [
		/^(?:data|aria|xml)\b/.test(name) ? name : camel(name),
		value,
	]);
	return {
		...element,
		name: isOurs ? camel(element.name.slice('qti-'.length)) : element.name,
		attributes: Object.fromEntries(attributes) as Record<string, string>,
		children: element.children.map((child) => (typeof child === 'string' ? child : renamed(child))),
	};
}

/** All elements of a name below, in order. */
export function allOf(element: XmlElement, name: string | RegExp): XmlElement[] {
	return childrenOf(element).flatMap((child) => {
		const is = typeof name === 'string' ? child.name === name : name.test(child.name);
		return [...(is ? [child] : []), ...allOf(child, name)];
	});
}
