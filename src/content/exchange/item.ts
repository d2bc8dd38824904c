/** A question between systems: what a reader found, before it is written as ours. */
import type { RootContent } from 'mdast';
import type { QuestionKind } from '#schemas/names.ts';
import type { Region } from '#schemas/question.ts';
import type { ExchangeMessages } from '#messages/exchange/index.ts';
import type { ParsedQuestion, UnitPolicy } from '../quiz/parsed.ts';
import type { Pictures } from './pictures.ts';

/** Formatted text. */
export type Rich = RootContent[];

export interface Choice {
	content: Rich;
	right: boolean;
	/** It stands after the others; several keep their order. */
	last?: true;
	/** Plain words. */
	feedback?: string;
}
export interface Pair {
	left: Rich;
	right: Rich;
}

/** To type in: words that are accepted, the first first; or to choose from, in plain words. */
export type Blank = { words: string[] } | { options: { words: string; right: boolean }[] };

/** `words`: what a unit may be called, the first first; one at least. */
export interface Units {
	policy: UnitPolicy;
	words: string[];
}

export interface Spot extends Choice {
	region: Region;
}

export interface Criterion {
	/** The most that it brings. */
	points: number;
	/** Plain words. */
	words: string;
}

/** What a question of each kind has of its own. */
export interface Bodies {
	single: { options: Choice[] };
	multiple: { options: Choice[] };
	truefalse: { right: boolean };
	/** `shown`: the number that the source calls right. */
	number: { low: number; high: number; shown: number; units?: Units };
	/** Words that are accepted, the first first. */
	text: { words: string[] };
	/** In the right order. */
	order: { steps: Rich[] };
	match: { pairs: Pair[]; decoys: Rich[] };
	group: { groups: { content: Rich; items: Rich[] }[] };
	/** `column`: the index of the one that is right in this row. */
	/** The question has a mark for each, in its place: see `blankMark` in `rich.ts`. */
	blanks: { blanks: Blank[] };
	/** Its picture is the last paragraph of the question that is nothing but one. */
	hotspot: { spots: Spot[] };
	matrix: { columns: Rich[]; rows: { content: Rich; column: number }[] };
	/** `criteria`: what a person looks at; none: the whole. */
	essay: { length: ParsedQuestion['length']; criteria: Criterion[] };
}
/** Kinds that can be written. */
export type ItemKind = keyof Bodies & QuestionKind;
export type ItemBody = { [K in ItemKind]: { kind: K } & Bodies[K] }[ItemKind];

/** Why a question does not come over. */
export type Reason = keyof ExchangeMessages['reasons'];
/** What of a question does not come over as it was. */
export type Change = keyof ExchangeMessages['changes'];

export interface Item {
	/** As the source names it. */
	name: string;
	/** Where it begins in the source, from 1. */
	line?: number;
	/** The source's own id. */
	id?: string;
	question: Rich;
	/** Plain words. */
	hint?: string;
	explanation?: string;
	points?: number;
	body: ItemBody;
	changes: Set<Change>;
}

/** Thrown by readers: this question alone is lost. */
export class Rejected extends Error {
	readonly reason: Reason;

	constructor(reason: Reason) {
		super(reason);
		this.reason = reason;
	}
}

/** Thrown by readers: the file as a whole cannot be read. */
export class Unreadable extends Error {
	readonly reason: Reason;
	/** From 1, where it can be told. */
	readonly line: number | undefined;

	constructor(reason: Reason, line?: number) {
		super(reason);
		this.reason = reason;
		this.line = line;
	}
}

export interface RejectedItem {
	name: string;
	line?: number;
	reason: Reason;
}

/** A format's reader. One bad question never loses the others. */
export type Reader = (bytes: Uint8Array, around: Around) => Promise<ReadItems> | ReadItems;
/** What a reader finds beside the file's own bytes, and where it puts what it finds in it. */
export interface Around {
	pictures: Pictures;
	/** A file by its path from the folder of the one that is read; null: there is none. */
	beside: Beside;
}
export type Beside = (path: string) => Promise<Uint8Array | null>;
export interface ReadItems {
	items: Item[];
	rejected: RejectedItem[];
}

/** Collects what a reader makes, question by question. */
export class Collector implements ReadItems {
	readonly items: Item[] = [];
	readonly rejected: RejectedItem[] = [];

	take(at: { name: string; line?: number }, read: () => Item): void {
		try {
			this.items.push(read());
		} catch (error) {
			if (!(error instanceof Rejected)) throw error;
			this.rejected.push({ ...at, reason: error.reason });
		}
	}
}

export function decodeText(bytes: Uint8Array): string {
	const [a, b] = bytes;
	if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
		return new TextDecoder(a === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
	} catch {
		throw new Unreadable('not-utf8');
	}
}
