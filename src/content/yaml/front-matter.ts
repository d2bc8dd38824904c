import type { Problems } from '../problems.ts';
import { contentStart, type Text } from '../source.ts';
import { readYaml } from './document.ts';
import { shape, type Places, type Shape } from './shape.ts';

export interface FrontMatter {
	/** What could be read; null when there is none, or none that can be used. */
	value: Record<string, unknown> | null;
	places: Places;
	bodyStart: number;
	/** Where `--fix` may add a first and a last line; -1: nowhere. */
	firstLine: number;
	lastLine: number;
	/** Whether everything in it was as it should be. */
	ok: boolean;
	/** Whether the file has none at all: `--fix` writes it. */
	missing: boolean;
}

/** Takes the front matter off the head of a Markdown file. */
export function readFrontMatter(text: Text, schema: Shape, about: string, problems: Problems): FrontMatter {
	const start = contentStart(text);
	const nothing: FrontMatter = {
		value: null,
		places: new Map(),
		bodyStart: start,
		firstLine: -1,
		lastLine: -1,
		ok: false,
		missing: false,
	};
	const opening = /^---[ \t]*\r?\n/.exec(text.raw.slice(start));
	if (!opening) return { ...nothing, missing: true };
	const from = start + opening[0].length;
	const closing = /^---[ \t]*(?:\r?\n|$)/m.exec(text.raw.slice(from));
	if (!closing) {
		problems.add('front-matter-unclosed', text.place(start), {});
		return { ...nothing, bodyStart: text.raw.length };
	}
	const to = from + closing.index;
	const bodyStart = to + closing[0].length;
	const yaml = readYaml(text, from, to, problems);
	if (!yaml) return { ...nothing, bodyStart };
	if (yaml.node === null) yaml.offset = () => start;
	const { value, places, ok } = shape(schema, yaml, about, text, problems);
	const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
	const record = isRecord ? (value as Record<string, unknown>) : null;
	if (!record) return { ...nothing, places, bodyStart };
	return { value: record, places, bodyStart, firstLine: from, lastLine: to, ok, missing: false };
}

export function stringOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
