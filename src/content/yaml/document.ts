/** YAML with positions, and nothing of YAML that can hurt: no anchors, no tags, no doubles, no depth. */
import {
	isAlias,
	isCollection,
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	visit,
	type Node,
} from 'yaml';
import type { Problems } from '../problems.ts';
import type { Text } from '../source.ts';

const maxDepth = 12;
const maxLength = 64 * 1024;

/** The root of the YAML between two offsets of a text, or null when it cannot be used (and said why). */
export function readYaml(text: Text, start: number, end: number, problems: Problems): YamlNode | null {
	const source = text.raw.slice(start, end);
	const fail = (offset: number, detail: string): null => {
		problems.add('yaml-syntax', text.place(start + offset), { detail });
		return null;
	};
	if (source.length > maxLength) return fail(0, 'too-long');
	const deep = tooDeep(source);
	if (deep !== -1) return fail(deep, 'too-deep');
	try {
		return parse(text, start, source, problems);
	} catch (error) {
		// The parser's own limits, such as its stack.
		return fail(0, error instanceof RangeError ? 'too-deep' : 'unreadable');
	}
}

export interface YamlNode {
	node: Node | null;
	/** Where a node stands in its file. */
	offset: (node: Node | null | undefined) => number;
}

function parse(text: Text, start: number, source: string, problems: Problems): YamlNode | null {
	const document = parseDocument(source, {
		schema: 'core',
		uniqueKeys: true,
		prettyErrors: false,
		merge: false,
		logLevel: 'silent',
		lineCounter: new LineCounter(),
	});
	let usable = true;
	for (const error of [...document.errors, ...document.warnings]) {
		usable = false;
		const place = text.place(start + error.pos[0]);
		const doubled = error.code === 'DUPLICATE_KEY';
		if (doubled) problems.add('yaml-duplicate-key', place, { key: keyAt(source, error.pos[0]) });
		else problems.add('yaml-syntax', place, { detail: error.code });
	}
	visit(document, {
		Node(_, node) {
			const anchored =
				isAlias(node) || (isCollection(node) && node.anchor) || (isScalar(node) && node.anchor);
			if (!anchored) return;
			usable = false;
			problems.add('yaml-alias', text.place(start + (node.range?.[0] ?? 0)), {});
		},
	});
	if (!usable) return null;
	return { node: document.contents, offset: (node) => start + (node?.range?.[0] ?? 0) };
}

function keyAt(source: string, offset: number): string {
	return /^[^:\s]*/.exec(source.slice(offset))?.[0] ?? '';
}

/** Where brackets or indentation go deeper than any course needs, or -1. Guards the parser's own recursion. */
function tooDeep(source: string): number {
	let depth = 0;
	for (let at = 0; at < source.length; at += 1) {
		const sign = source[at];
		if (sign === '[' || sign === '{') depth += 1;
		else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
		if (depth > maxDepth) return at;
	}
	const deepLine = /^ {41}|^(?:[ \t]*[-?:][ \t]){12}/m.exec(source);
	return deepLine?.index ?? -1;
}

export { isMap, isScalar, isSeq };
