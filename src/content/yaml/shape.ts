/** Checks a YAML tree against a TypeBox schema, and makes plain values of it; every complaint knows its place. */
import type { Node, Pair, YAMLMap } from 'yaml';
import type { Problems } from '../problems.ts';
import type { Place, Text } from '../source.ts';
import { nearest } from '../suggest.ts';
import { isMap, isScalar, isSeq, type YamlNode } from './document.ts';

/** The part of JSON Schema that the authors' schemas use. */
export interface Shape {
	type?: string;
	properties?: Record<string, Shape>;
	required?: string[];
	additionalProperties?: unknown;
	patternProperties?: Record<string, Shape>;
	items?: Shape;
	enum?: unknown[];
	anyOf?: Shape[];
	pattern?: string;
	format?: string;
	minLength?: number;
	maxLength?: number;
	minimum?: number;
	maximum?: number;
}

export type Places = Map<string, Place>;
export interface Shaped {
	value: unknown;
	/** By path, such as `requires.quizzes.0`; `''` is the whole. */
	places: Places;
	ok: boolean;
}

interface Walk {
	text: Text;
	yaml: YamlNode;
	problems: Problems;
	/** What the file is: `course`, `lesson`, `quiz`, `framework`, `track`. */
	about: string;
	places: Places;
	ok: boolean;
}

export function shape(schema: Shape, yaml: YamlNode, about: string, text: Text, problems: Problems): Shaped {
	const walk: Walk = { text, yaml, problems, about, places: new Map(), ok: true };
	const value = read(schema, yaml.node, '', walk);
	return { value, places: walk.places, ok: walk.ok };
}

function read(schema: Shape, node: Node | null, path: string, walk: Walk): unknown {
	const place = walk.text.place(walk.yaml.offset(node));
	walk.places.set(path, place);
	const variants = schema.anyOf ?? [schema];
	const map = variants.find((each) => each.type === 'object');
	if (isMap(node) || (node === null && map)) {
		return map ? readMap(map, node, path, walk) : wrongType(path, place, walk);
	}
	if (isSeq(node)) {
		const list = variants.find((each) => each.type === 'array');
		if (!list?.items) return wrongType(path, place, walk);
		const { items } = list;
		return node.items.map((item, index) => read(items, item as Node | null, `${path}.${index}`, walk));
	}
	return readScalar(variants, node, path, place, walk);
}

function readMap(schema: Shape, node: YAMLMap | null, path: string, walk: Walk): Record<string, unknown> {
	const value: Record<string, unknown> = {};
	const known = Object.keys(schema.properties ?? {});
	for (const pair of (node?.items ?? []) as Pair<Node, Node | null>[]) {
		const key = isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : '';
		const place = walk.text.place(walk.yaml.offset(pair.key));
		const inner = memberShape(schema, key);
		if (!inner) {
			if (isForeign(key, known, path, walk)) {
				walk.problems.add('foreign-field', place, { field: key, known });
				continue;
			}
			walk.ok = false;
			const free = known.filter((name) => !node?.has(name));
			walk.problems.add('unknown-field', place, { field: key, suggestion: nearest(key, free), known });
			continue;
		}
		const memberPath = path === '' ? key : `${path}.${key}`;
		value[key] = read(inner, pair.value, memberPath, walk);
		walk.places.set(`${memberPath}:key`, place);
	}
	for (const field of schema.required ?? []) {
		if (Object.hasOwn(value, field)) continue;
		walk.ok = false;
		walk.problems.add('missing-field', walk.text.place(walk.yaml.offset(node)), {
			field,
			about: fieldName(walk, path === '' ? field : `${path}.${field}`),
		});
	}
	return value;
}

/** What other systems have in quizzes; of lessons, every field that is not near to one of ours says nothing here. */
const foreign = new Set(
	(
		'aliases author authors categories category comments created date description draft featured image keywords ' +
		'lang language lastmod layout modified nav_order parent permalink published sidebar_label sidebar_position ' +
		'slug subtitle tags template thumbnail toc type updated url version weight'
	).split(' '),
);

function isForeign(key: string, known: readonly string[], path: string, { about }: Walk): boolean {
	if (path !== '' || nearest(key, known) !== undefined) return false;
	return about === 'lesson' || (about === 'quiz' && foreign.has(key.toLowerCase()));
}

function memberShape(schema: Shape, key: string): Shape | undefined {
	if (schema.properties && Object.hasOwn(schema.properties, key)) return schema.properties[key];
	const patterns = Object.entries(schema.patternProperties ?? {});
	return patterns.find(([pattern]) => new RegExp(pattern).test(key))?.[1];
}

function readScalar(variants: Shape[], node: Node | null, path: string, place: Place, walk: Walk): unknown {
	const value: unknown = isScalar(node) ? node.value : null;
	const written = isScalar(node) ? (node.source ?? String(value)) : '';
	for (const each of variants) {
		if (each.enum) return readEnum(each.enum, value, path, place, walk);
		if (each.type === 'string' && value !== null) {
			// `id: 2025` or `4.1` is a number to YAML; the author meant the characters.
			const words = (typeof value === 'string' ? value : written).normalize('NFC').trim();
			if (isCutByHash(each, node, path)) {
				walk.ok = false;
				const { comment = '' } = node as { comment?: string | null };
				walk.problems.add('yaml-hash', place, { field: path, kept: words, lost: `#${comment}` });
			}
			return checkString(each, words, path, place, walk);
		}
		const whole = each.type === 'integer' && Number.isSafeInteger(value);
		if (whole || (each.type === 'number' && Number.isFinite(value))) {
			const number = value as number;
			const inside = number >= (each.minimum ?? -Infinity) && number <= (each.maximum ?? Infinity);
			return inside ? number : wrongType(path, place, walk);
		}
		if (each.type === 'boolean' && typeof value === 'boolean') return value;
	}
	return wrongType(path, place, walk);
}

/** `title: Món #1`: to YAML, `#` behind a blank begins a comment. With a blank behind it too, it is meant as one. */
function isCutByHash({ pattern, format }: Shape, node: Node | null, path: string): boolean {
	const isText = pattern === undefined && format === undefined;
	const comment = isScalar(node) ? node.comment : null;
	return (
		isText && typeof comment === 'string' && /^\S/.test(comment) && /(?:^|\.)(?:title|summary)/.test(path)
	);
}

function readEnum(allowed: unknown[], value: unknown, path: string, place: Place, walk: Walk): unknown {
	if (allowed.includes(value)) return value;
	walk.ok = false;
	const names = allowed.map(String);
	const suggestion = nearest(String(value), names);
	walk.problems.add('unknown-value', place, {
		field: path.replace(/\.\d+$/, ''), // Of a list, its name says more than a number.
		value: String(value),
		allowed: names,
		suggestion,
	});
	return undefined;
}

function checkString(schema: Shape, words: string, path: string, place: Place, walk: Walk): unknown {
	if (words.length < (schema.minLength ?? 0)) return wrongType(path, place, walk);
	const isId = schema.pattern?.startsWith('^[a-z0-9]+') ?? false;
	if (schema.format === 'date' && !isDate(words)) {
		walk.ok = false;
		walk.problems.add('date-unreadable', place, { value: words });
	} else if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(words)) {
		walk.ok = false;
		if (isId) walk.problems.add('id-pattern', place, { id: words });
		else return wrongType(path, place, walk);
	} else if (words.length > (schema.maxLength ?? Infinity)) {
		walk.ok = false;
		walk.problems.add('too-long', place, { field: path, limit: schema.maxLength ?? 0 });
	} else if (isId && words === 'constructor') {
		walk.ok = false;
		walk.problems.add('id-reserved', place, { id: words });
	}
	return words;
}

function wrongType(path: string, place: Place, walk: Walk): undefined {
	walk.ok = false;
	walk.problems.add('wrong-value', place, { field: path, about: fieldName(walk, path) });
	return undefined;
}

function fieldName(walk: Walk, path: string): string {
	return `${walk.about}.${path.replace(/\.\d+(?=\.|$)/g, '')}`;
}

export function isDate(words: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(words)) return false;
	const time = Date.parse(`${words}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(words);
}
