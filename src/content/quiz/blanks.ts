/** A blank of a question's text as one file says it. */
import type { NodeElement } from '#schemas/node.ts';
import type { Slice } from '../markdown/fragment.ts';
import type { Problems } from '../problems.ts';
import type { Place, Text } from '../source.ts';
import { noAttributes, readAttributes, type Attributes } from './attributes.ts';
import type { OptionBlock } from './blocks.ts';

export interface BlankBlock {
	place: Place;
	attributes: Attributes;
	/** Words to type; null: there are choices. */
	words: string[] | null;
	choices: OptionBlock[];
	node: NodeElement;
}

/** `mark`: from the opening bracket to the end of the attributes, all on one line. */
export function readBlankBlock(text: Text, mark: Slice, node: NodeElement, problems: Problems): BlankBlock {
	const raw = text.raw.slice(mark.start, mark.end);
	const inner = { start: mark.start + 1, end: mark.start + closingAt(raw) };
	const attributes = attributesOf(text, { start: inner.end + 1, end: mark.end }, problems);
	const place = text.place(mark.start);
	if (raw.startsWith('[=')) {
		const written = text.raw.slice(inner.start + 1, inner.end);
		const words = partsOf(written).map(({ start, end }) => plain(written.slice(start, end)));
		return { place, attributes, words, choices: [], node };
	}
	const choices = partsOf(text.raw.slice(inner.start, inner.end)).map(({ start, end }) =>
		readChoice(text, { start: inner.start + start, end: inner.start + end }, problems),
	);
	return { place, attributes, words: null, choices, node };
}

/** The first bracket that is not escaped. */
function closingAt(raw: string): number {
	return /^(?:\\.|[^\]\\])*/.exec(raw)?.[0].length ?? raw.length;
}

/** `{#id}` follows the bracket at once. */
function attributesOf(text: Text, slice: Slice, problems: Problems): Attributes {
	if (slice.start < slice.end) return readAttributes(text, slice, problems).attributes;
	return { ...noAttributes(text, slice), insert: { at: slice.start, before: '{#', after: '}' } };
}

/** What stands between bars; `\|` is no bar. */
function partsOf(written: string): Slice[] {
	const bars = [...written.matchAll(/\\.|\|/gs)].filter(([sign]) => sign === '|').map(({ index }) => index);
	return [...bars, written.length].map((end, index) => ({
		start: index === 0 ? 0 : bars[index - 1]! + 1,
		end,
	}));
}

function plain(written: string): string {
	return written.normalize('NFC').replace(/\\(.)/gs, '$1').replace(/\s+/g, ' ').trim();
}

const box = /^\([ \t]*([xX]?)[ \t]*\)\s*/;

function readChoice(text: Text, part: Slice, problems: Problems): OptionBlock {
	const raw = text.raw.slice(part.start, part.end);
	const start = part.start + raw.length - raw.trimStart().length;
	const [mark = '', tick = ''] = box.exec(raw.trimStart()) ?? [];
	const place = text.place(start);
	if (mark === '') problems.add('blank-choice-no-box', place, {});
	const slice = { start: start + mark.length, end: part.end };
	const { attributes, rest } = readAttributes(text, slice, problems);
	return {
		form: 'ticked',
		ticked: tick !== '',
		place,
		content: [rest],
		attributes,
		feedback: [],
		target: null,
		points: '',
	};
}
